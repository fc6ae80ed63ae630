using System.Globalization;
using SfMarketo.Kernel.Randomness;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Engagement;

/// <summary>Plans what becomes of e-mails and lets it happen by the clock.</summary>
internal sealed class Mailing(MarketoInstance instance, Draws draws)
{
    private const string AnyLink = "https://www.example.com/";
    private const double DeliverySeconds = 30;
    private const double BotSeconds = 45;
    private const double ClickSeconds = 90;

    /// <summary>30% of opens fall in the first hour (shared/reference/practice.md section 5): 1 - exp(-1 / 2.8).</summary>
    private static readonly TimeSpan OpenMean = TimeSpan.FromHours(2.8);

    private MailingQueue Queue => instance.Store.Mailings;

    /// <summary>Draws what becomes of one send. It depends on the seed and the send alone.</summary>
    /// <param name="sent">Id of the Send Email activity.</param>
    /// <param name="personId">Whom it went to.</param>
    /// <param name="email">The e-mail.</param>
    /// <param name="rates">The shares.</param>
    /// <param name="context">Who sent it.</param>
    public void Plan(long sent, int personId, MarketoEmail email, MailingRates rates, in ChangeContext context)
    {
        var own = draws.Fork(sent.ToString(CultureInfo.InvariantCulture));
        var planned = new MailingEvent(Later(context.At, 1 + own.NextDouble() * DeliverySeconds), personId, email.Id, context.CampaignId, MailingEventKind.Delivered);
        var fate = own.NextDouble();
        if (fate < rates.HardBounces + rates.SoftBounces)
        {
            Queue.Add(planned with { Kind = fate < rates.HardBounces ? MailingEventKind.HardBounce : MailingEventKind.SoftBounce });
            return;
        }

        Queue.Add(planned);
        if (own.Chance(rates.BotOpens))
        {
            Visit(planned with { At = Later(planned.At, 1 + own.NextDouble() * BotSeconds), IsBot = true }, email, rates.BotClicks, own);
        }

        if (own.Chance(rates.Opens))
        {
            var opened = planned with { At = Later(planned.At, 1 + own.NextExponential(OpenMean).TotalSeconds) };
            Visit(opened, email, rates.Clicks, own);
            if (own.Chance(rates.Unsubscribes))
            {
                Queue.Add(opened with { At = Later(opened.At, ClickSeconds * (1 + own.NextDouble())), Kind = MailingEventKind.Unsubscribe });
            }
        }
    }

    /// <summary>Lets the next event happen, as of its own instant. It comes to nothing when the person is gone.</summary>
    public void RunNext()
    {
        var planned = Queue.Take();
        var people = instance.Store.People;
        var row = people.FindAny(planned.PersonId);
        while (row is { MergedInto: not 0 })
        {
            row = people.FindAny(row.MergedInto);
        }

        if (row is { IsLive: true } && instance.Assets.FindEmail(planned.EmailId) is { } email)
        {
            Run(planned, row, email);
        }
    }

    private void Run(in MailingEvent planned, PersonRow row, MarketoEmail email)
    {
        var writer = instance.Engagement;
        switch (planned.Kind)
        {
            case MailingEventKind.Delivered: writer.Delivered(row.Id, email, Context(planned, "delivered")); break;
            case MailingEventKind.HardBounce: writer.Bounce(row, email, soft: false, Context(planned, "bounced")); break;
            case MailingEventKind.SoftBounce: writer.Bounce(row, email, soft: true, Context(planned, "bounced")); break;
            case MailingEventKind.Open: writer.Open(row.Id, email, planned.IsBot, Context(planned, "openEmail")); break;
            case MailingEventKind.Click: writer.Click(row.Id, email, email.Links.Count > 0 ? email.Links[planned.Link] : AnyLink, planned.IsBot, Context(planned, "clickEmail")); break;
            default: writer.Unsubscribe(row, email, "", ChangeContext.Form(planned.At, "unsubscribe", "Unsubscribe Page") with { CampaignId = planned.CampaignId }); break;
        }
    }

    private void Visit(in MailingEvent opened, MarketoEmail email, double clicks, Draws own)
    {
        Queue.Add(opened with { Kind = MailingEventKind.Open });
        if (own.Chance(clicks))
        {
            Queue.Add(opened with { At = Later(opened.At, 1 + own.NextDouble() * ClickSeconds), Kind = MailingEventKind.Click, Link = email.Links.Count > 1 ? own.Next(email.Links.Count) : 0 });
        }
    }

    /// <summary>Whole milliseconds, rounded up: what waits for it waits in those.</summary>
    private static long Later(long at, double seconds) => (at + (long)(seconds * Micros.PerSecond) + 999) / 1000 * 1000;

    private static ChangeContext Context(in MailingEvent planned, string cause) => ChangeContext.Human(planned.At, cause) with { CampaignId = planned.CampaignId };
}
