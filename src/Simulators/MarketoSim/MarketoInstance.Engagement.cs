using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Engagement;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Lists;
using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.MarketoSim;

/// <content>What people and marketers do with e-mails, forms, lists, programs and campaigns. No call, no limit.</content>
public sealed partial class MarketoInstance
{
    /// <summary>Sends an e-mail: Send Email (6) and Email Delivered (7).</summary>
    /// <returns>The id of the send; null when the person does not live or gets no e-mail (no address, a bad one, unsubscribed).</returns>
    /// <exception cref="ArgumentException">There is no such e-mail.</exception>
    public long? SendEmail(int person, int email)
    {
        var asset = EmailOf(email);
        return Act("Activity", "sendEmail", () => Store.People.FindLive(person) is { } row ? Engagement.Send(row, asset, Human("sendEmail")) : null);
    }

    /// <summary>Sends an e-mail to all members of a static list who can get it; deliveries, bounces, opens, clicks and unsubscribes follow by the clock.</summary>
    /// <param name="list">The list.</param>
    /// <param name="email">The e-mail.</param>
    /// <param name="rates">What becomes of it; the same seed gives the same.</param>
    /// <returns>How many it was sent to.</returns>
    /// <exception cref="ArgumentException">There is no such list or e-mail.</exception>
    public int SendEmailToList(int list, int email, MailingRates rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        var (members, asset) = (ListOf(list), EmailOf(email));
        return Act("Activity", "sendEmail", () =>
        {
            var context = Human("sendEmail");
            return Store.Lists.Of(members.Id).Keys.ToList().Count(person => Store.People.FindLive(person) is { } row && Engagement.Send(row, asset, context, rates) is not null);
        });
    }

    /// <summary>Bounces an e-mail: Email Bounced Soft (27), or Email Bounced (8), after which the address is invalid.</summary>
    /// <returns>The activity's id; null when the person does not live.</returns>
    /// <exception cref="ArgumentException">There is no such e-mail.</exception>
    public long? BounceEmail(int person, int email, bool soft)
    {
        var asset = EmailOf(email);
        return Act<long?>("Activity", "bounceEmail", () => Store.People.FindLive(person) is { } row ? Engagement.Bounce(row, asset, soft, Human("bounceEmail")) : null);
    }

    /// <summary>Opens an e-mail: Open Email (10), with <c>Is Bot Activity</c>.</summary>
    /// <returns>The activity's id; null when the person does not live.</returns>
    /// <exception cref="ArgumentException">There is no such e-mail.</exception>
    public long? OpenEmail(int person, int email, bool bot)
    {
        var asset = EmailOf(email);
        return Act<long?>("Activity", "openEmail", () => Store.People.FindLive(person) is null ? null : Engagement.Open(person, asset, bot, Human("openEmail")));
    }

    /// <summary>Clicks a link in an e-mail: Click Email (11), with <c>Link</c> and <c>Is Bot Activity</c>; starts campaigns that wait for it.</summary>
    /// <returns>The activity's id; null when the person does not live.</returns>
    /// <exception cref="ArgumentException">There is no such e-mail.</exception>
    public long? ClickEmail(int person, int email, string link, bool bot)
    {
        var asset = EmailOf(email);
        return Act<long?>("Activity", "clickEmail", () => Store.People.FindLive(person) is null ? null : Engagement.Click(person, asset, link, bot, Human("clickEmail")));
    }

    /// <summary>Fills out a form: Fill Out Form (2), then the changes of the fields (13, Source <c>Web form fillout</c>); starts campaigns that wait for it.</summary>
    /// <param name="person">The person.</param>
    /// <param name="form">The form.</param>
    /// <param name="fields">REST names and values, all of them on the form.</param>
    /// <returns>The activity's id; null when the person does not live.</returns>
    /// <exception cref="ArgumentException">There is no such form, a field is not on it, or a field does not take its value.</exception>
    public long? FillOutForm(int person, int form, IReadOnlyList<KeyValuePair<string, object?>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var asset = Assets.FindForm(form) ?? throw new ArgumentException($"There is no form {form}.", nameof(form));
        foreach (var (name, _) in fields)
        {
            if (asset.Fields.Count > 0 && !asset.Fields.Contains(name))
            {
                throw new ArgumentException($"The form '{asset.Name}' has no field '{name}'.", nameof(fields));
            }
        }

        return Act<long?>("Activity", "fillOutForm", () => Store.People.FindLive(person) is { } row
            ? Engagement.FillOut(row, asset, Convert(fields), ChangeContext.Form(NowMicros, "fillOutForm", asset.Name))
            : null);
    }

    /// <summary>A visit of a page with a Munchkin cookie: Visit Webpage (1). A browser of which nothing is known makes an anonymous person.</summary>
    /// <param name="cookie">The cookie's value, as <c>id:123-ABC-456&amp;token:_mch-example.com-1428453462111-66666</c>.</param>
    /// <param name="page">Name or address of the page.</param>
    /// <returns>The person's id.</returns>
    /// <exception cref="ArgumentException">That is no cookie value.</exception>
    public int VisitPage(string cookie, string page)
    {
        var token = Leads.Cookie.TokenOf(cookie) ?? throw new ArgumentException($"'{cookie}' is no cookie value: write id:{Options.MunchkinId}&token:_mch-example.com-1428453462111-66666.", nameof(cookie));
        return Act("Person", "visitPage", () => Cookies.Visit(token, cookie, page, Human("visitPage")).Id);
    }

    /// <summary>Unsubscribes by the link in an e-mail, or by a screen when there is none: Unsubscribe Email (9), then <c>unsubscribed</c> and its reason.</summary>
    /// <returns>The activity's id; null when the person does not live.</returns>
    /// <exception cref="ArgumentException">There is no such e-mail.</exception>
    public long? Unsubscribe(int person, int? email, string reason)
    {
        var asset = email is { } id ? EmailOf(id) : null;
        return Act<long?>("Activity", "unsubscribe", () => Store.People.FindLive(person) is { } row
            ? Engagement.Unsubscribe(row, asset, reason, asset is null ? Human("unsubscribe") : ChangeContext.Form(NowMicros, "unsubscribe", "Unsubscribe Page"))
            : null);
    }

    /// <summary>Puts a person on a static list; writes activity 24.</summary>
    /// <returns>False when the person does not live or is on it already.</returns>
    /// <exception cref="ArgumentException">There is no such list.</exception>
    public bool AddToList(int list, int person)
    {
        var asset = ListOf(list);
        return Act("ListMember", "addToList", () => Store.People.FindLive(person) is not null && ListWriter.Add(asset, person, Human("addToList")));
    }

    /// <summary>Takes a person off a static list; writes activity 25.</summary>
    /// <returns>False when the person is not on it.</returns>
    /// <exception cref="ArgumentException">There is no such list.</exception>
    public bool RemoveFromList(int list, int person)
    {
        var asset = ListOf(list);
        return Act("ListMember", "removeFromList", () => ListWriter.Remove(asset, person, Human("removeFromList")));
    }

    /// <summary>Puts a person into a program's status, or moves it forward.</summary>
    /// <returns>False when the person does not live, or is at that step or past it.</returns>
    /// <exception cref="ArgumentException">There is no such program or status.</exception>
    public bool SetProgramStatus(int programId, int personId, string statusName, string cause, bool acquires = false)
    {
        var program = Assets.FindProgram(programId) ?? throw new ArgumentException($"There is no program {programId}.", nameof(programId));
        var status = Assets.FindStatus(program, statusName) ?? throw new ArgumentException($"Program {programId} has no status '{statusName}'.", nameof(statusName));
        return Act("ProgramMember", cause, () => Store.People.FindLive(personId) is not null && MemberWriter.SetStatus(program, personId, status, Human(cause), acquires) != MemberOutcome.NotForward);
    }

    /// <summary>Ends a person's membership of a program.</summary>
    /// <returns>False when the person is no member.</returns>
    /// <exception cref="ArgumentException">There is no such program.</exception>
    public bool RemoveFromProgram(int programId, int personId, string cause)
    {
        var program = Assets.FindProgram(programId) ?? throw new ArgumentException($"There is no program {programId}.", nameof(programId));
        return Act("ProgramMember", cause, () => MemberWriter.Remove(program, personId, Human(cause)));
    }

    /// <summary>Runs a campaign for some people, as a click on Run Once would; those who are dead or not in its smart list are left out.</summary>
    /// <exception cref="ArgumentException">There is no such campaign.</exception>
    public void RunCampaign(int campaignId, IReadOnlyList<int> personIds)
    {
        ArgumentNullException.ThrowIfNull(personIds);
        var campaign = Assets.FindCampaign(campaignId) ?? throw new ArgumentException($"There is no campaign {campaignId}.", nameof(campaignId));
        Act("Campaign", "runCampaign", () =>
        {
            foreach (var personId in personIds)
            {
                Campaigns.Run(campaign, personId, 0, NowMicros);
            }

            return true;
        });
    }

    /// <summary>Defines a smart campaign as a marketer does at the screens, or puts another in the place of the one of its id.</summary>
    /// <exception cref="ArgumentException">Its flow or smart list names something that does not exist.</exception>
    public void DefineCampaign(MarketoCampaign campaign) => Act("SmartCampaign", "defineCampaign", () =>
    {
        _ = Campaigns.Check(campaign);
        Assets.Check(campaign);
        var before = Assets.FindCampaign(campaign.Id);
        var defined = campaign with { CreatedAt = before?.CreatedAt ?? NowMicros, UpdatedAt = NowMicros };
        if (before is null)
        {
            AssetWriter.Create(Assets.Campaigns, defined, Human("defineCampaign"));
        }
        else
        {
            AssetWriter.Update(Assets.Campaigns, before, defined, Human("defineCampaign"));
        }

        Campaigns.Recur(defined, NowMicros);
        return true;
    });

    /// <summary>Defines an e-mail, or puts another in the place of the one of its id.</summary>
    public void DefineEmail(MarketoEmail email)
    {
        ArgumentNullException.ThrowIfNull(email);
        lock (Gate)
        {
            Assets.Emails.Set(email with { CreatedAt = Assets.FindEmail(email.Id)?.CreatedAt ?? NowMicros, UpdatedAt = NowMicros });
        }
    }

    /// <summary>Defines a form, or puts another in the place of the one of its id.</summary>
    public void DefineForm(MarketoForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        lock (Gate)
        {
            Assets.Forms[form.Id] = form;
        }
    }

    /// <summary>The way that webhooks of flows take; null for none, and then they fail. It must follow no redirects.</summary>
    public void UseWebhookSender(HttpMessageInvoker? sender) => Webhooks.Sender = sender;

    private ChangeContext Human(string cause) => ChangeContext.Human(NowMicros, cause);

    private MarketoEmail EmailOf(int id) => Assets.FindEmail(id) ?? throw new ArgumentException($"There is no e-mail {id}.", nameof(id));

    private MarketoList ListOf(int id) => Assets.FindList(id) ?? throw new ArgumentException($"There is no list {id}.", nameof(id));
}
