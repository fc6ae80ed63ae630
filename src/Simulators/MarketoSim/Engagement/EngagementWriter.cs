using System.Globalization;
using System.Text;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Engagement;

/// <summary>Writes what people do with e-mails and forms: the activities with their attributes, and what follows from them.</summary>
/// <remarks>Source: Adobe's event list, shared/reference/marketo.md section 6.1; bot flags: shared/reference/practice.md section 4.</remarks>
internal sealed class EngagementWriter(MarketoInstance instance)
{
    private const string HumanAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36";
    private const string BotAgent = "LinkScanner/1.0";

    private const long FirstOpen = 5L * 60 * Micros.PerSecond;
    private const int OpenMinutes = 23 * 60;
    private const int ClickMinutes = 5;

    /// <summary>Send Email (6) and Email Delivered (7), or Email Bounced (8) by the asset's rate; opens and clicks by its rates follow at their time.</summary>
    /// <returns>The id of the send; null when the person gets no e-mail: no address, a bad one, or unsubscribed.</returns>
    public long? Send(PersonRow row, MarketoEmail email, in ChangeContext context)
    {
        var values = row.Values;
        if (values[instance.Schema.Email.Number] is null || values[instance.Schema.EmailInvalid.Number] is true
            || (values[instance.Schema.Unsubscribed.Number] is true && !email.Operational))
        {
            return null;
        }

        var run = RunOf(email, context);
        var sent = Append(row.Id, ActivityTypes.SendEmail, email.Id, email.Name, run, [run, null], context);
        var draws = email is { DeliveredRate: >= 1, OpenRate: 0 } ? null : instance.DrawsOf(string.Create(CultureInfo.InvariantCulture, $"marketo.email {sent}"));
        if (draws?.Chance(email.DeliveredRate) == false)
        {
            Append(row.Id, ActivityTypes.EmailBounced, email.Id, email.Name, run, ["2", "2000", values[instance.Schema.Email.Number], "Mailbox unknown"], context);
            return sent;
        }

        Append(row.Id, ActivityTypes.EmailDelivered, email.Id, email.Name, run, [0, run], context);
        if (draws?.Chance(email.OpenRate) == true)
        {
            var opened = context.At + FirstOpen + draws.Next(OpenMinutes) * 60L * Micros.PerSecond;
            instance.Store.Flows.Add(new DueStep.EmailOpened(opened, row.Id, email.Id, null));
            if (draws.Chance(email.ClickRate))
            {
                instance.Store.Flows.Add(new DueStep.EmailOpened(opened + (1 + draws.Next(ClickMinutes)) * 60L * Micros.PerSecond, row.Id, email.Id, email.Link));
            }
        }

        return sent;
    }

    /// <summary>Open Email (10).</summary>
    public long Open(int personId, MarketoEmail email, bool isBot, in ChangeContext context)
    {
        var run = RunOf(email, context);
        return Append(personId, ActivityTypes.OpenEmail, email.Id, email.Name, run, [run, Platform(isBot), Device(isBot), Agent(isBot), false, isBot], context, isBot);
    }

    /// <summary>Click Email (11).</summary>
    public long Click(int personId, MarketoEmail email, string link, bool isBot, in ChangeContext context)
    {
        var run = RunOf(email, context);
        var id = Append(personId, ActivityTypes.ClickEmail, email.Id, email.Name, run, [run, link, Platform(isBot), Device(isBot), Agent(isBot), false, isBot], context, isBot);
        instance.Campaigns.EmailClicked(personId, email.Id, link, isBot, context);
        return id;
    }

    /// <summary>Fill Out Form (2), then the changes of the fields with Source <c>Web form fillout</c>.</summary>
    public long FillOut(PersonRow row, MarketoForm form, FieldValue[] fields, in ChangeContext context)
    {
        var page = form.WebpageId == 0 ? null : (object)form.WebpageId;
        var id = Append(row.Id, ActivityTypes.FillOutForm, form.Id, form.Name, null, [null, null, null, HumanAgent, FormFields(fields), page], context);
        instance.Writer.Update(row, fields, context);
        instance.Campaigns.FormFilled(row.Id, form.Id, context);
        return id;
    }

    /// <summary>Unsubscribe Email (9), then unsubscribed and its reason.</summary>
    public long Unsubscribe(PersonRow row, MarketoEmail? email, string reason, in ChangeContext context)
    {
        var run = email is null ? null : RunOf(email, context);
        var id = Append(row.Id, ActivityTypes.UnsubscribeEmail, email?.Id ?? 0, email?.Name, run, [null, null, null, HumanAgent, run, null, null, null], context);
        instance.Writer.Update(row, [instance.Convert("unsubscribed", true), instance.Convert("unsubscribedReason", reason)], context);
        return id;
    }

    public long InterestingMoment(int personId, string type, string description, in ChangeContext context) =>
        Append(personId, ActivityTypes.InterestingMoment, 0, type, null, [type, context.Source, WireTime.Format(instance.Store.Conditions.Shown(context.At)), description], context, commits: false);

    private long Append(int personId, int type, int assetId, string? asset, int? run, object?[] attributes, in ChangeContext context, bool isBot = false, bool commits = true)
    {
        var campaign = context.CampaignId != 0 ? context.CampaignId : run ?? 0;
        instance.Store.Activities.Append(new ActivityEntry(context.At, personId, type, assetId, campaign, asset, attributes));
        var id = ActivityLog.IdOf(instance.Store.Activities.Count - 1);
        if (commits)
        {
            instance.Recorder.Commit(context.Call, context.At, "Activity", id.ToString(CultureInfo.InvariantCulture), "create", context.Actor, context.Cause,
                [new FieldChange("activityTypeId", null, type), new FieldChange("personId", null, personId), new FieldChange("assetId", null, assetId), new FieldChange("isBotActivity", null, isBot)]);
        }

        return id;
    }

    private static int? RunOf(MarketoEmail email, in ChangeContext context) =>
        context.CampaignId != 0 ? context.CampaignId : email.CampaignId != 0 ? email.CampaignId : null;

    private static string Platform(bool isBot) => isBot ? "unknown" : "Linux";

    private static string Device(bool isBot) => isBot ? "unknown" : "desktop";

    private static string Agent(bool isBot) => isBot ? BotAgent : HumanAgent;

    /// <summary>The fields as the activity log shows them: a serialised PHP array of names and values.</summary>
    private static string FormFields(FieldValue[] fields)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"a:{fields.Length}:{{");
        foreach (var (field, value) in fields)
        {
            Quote(text, field.Name);
            Quote(text, PersonWriter.Wire(value) ?? "");
        }

        return text.Append('}').ToString();
    }

    private static void Quote(StringBuilder text, string value) => text.Append(CultureInfo.InvariantCulture, $"s:{Encoding.UTF8.GetByteCount(value)}:\"{value}\";");
}
