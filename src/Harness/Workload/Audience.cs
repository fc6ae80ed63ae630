using System.Globalization;
using SfMarketo.Harness.OrgData;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;

namespace SfMarketo.Harness.Workload;

/// <summary>What people do with the e-mails and forms they get, and what machines do before them. Each method answers the person's id, or null when none fits.</summary>
/// <remarks>Shares are those of practice.md section 5: half of all opens and a fifth of all clicks are machines.</remarks>
internal sealed class Audience(MarketoInstance instance, RecentTouches touches, TimeProvider time)
{
    private const double MachineOpens = 0.5;
    private const double MachineClicks = 0.2;
    private const string Link = "https://www.example.invalid/offer";

    private readonly CandidatePool persons = new(
        () => [.. instance.People.Where(person => person.IsLive && person.Get("email") is not null).Select(person => person.Id.ToString(CultureInfo.InvariantCulture))], time);

    private int[] Emails { get; } = [.. StandardAssets.Emails.Select(email => email.Id)];

    public string? Open(string? who, Draws draws) => Act(who, draws, id => instance.OpenEmail(id, draws.Pick(Emails), draws.Chance(MachineOpens)));

    public string? Click(string? who, Draws draws) => Act(who, draws, id => instance.ClickEmail(id, draws.Pick(Emails), Link, draws.Chance(MachineClicks)));

    public string? FillOut(string? who, IReadOnlyList<KeyValuePair<string, object?>> with, Draws draws) =>
        Act(who, draws, id => instance.FillOutForm(id, StandardAssets.Forms[draws.Next(StandardAssets.Forms.Count)].Id, with));

    public string? Unsubscribe(string? who, Draws draws) =>
        who is null && !persons.TryPick(draws, id => IsQuiet(id) && Find(id)!.Get("unsubscribed") is not true, out who)
            ? null
            : Act(who, draws, id => instance.Unsubscribe(id, Emails[0], "clicked the link"));

    public string? Resubscribe(string? who, Draws draws) =>
        who is null && !persons.TryPick(draws, id => IsQuiet(id) && Find(id)!.Get("unsubscribed") is true, out who)
            ? null
            : Act(who, draws, id => instance.FillOutForm(id, StandardAssets.Forms[0].Id, [new("unsubscribed", false)]));

    /// <summary>An e-mail goes to so many people; what follows happens in the hours after.</summary>
    /// <returns>What will happen and when, from now, in order of time.</returns>
    public IReadOnlyList<(TimeSpan After, Action Do)> Mail(int recipients, Draws draws)
    {
        var email = draws.Pick(Emails);
        List<(TimeSpan After, Action Do)> follow = [];
        foreach (var person in instance.People.Where(person => person.IsLive).Take(recipients).Select(person => person.Id).ToList())
        {
            if (instance.SendEmail(person, email) is not null)
            {
                Follow(follow, person, email, draws);
            }
        }

        follow.Sort(static (left, right) => left.After.CompareTo(right.After));
        return follow;
    }

    private void Follow(List<(TimeSpan After, Action Do)> follow, int person, int email, Draws draws)
    {
        // Scanners and proxies open within minutes, whether or not somebody reads.
        if (draws.Chance(0.2))
        {
            var at = TimeSpan.FromSeconds(5 + 600 * draws.NextDouble());
            follow.Add((at, () => instance.OpenEmail(person, email, bot: true)));
            if (draws.Chance(0.05))
            {
                follow.Add((at + TimeSpan.FromSeconds(2), () => instance.ClickEmail(person, email, Link, bot: true)));
            }
        }

        if (!draws.Chance(0.2))
        {
            return;
        }

        // A third of the people open within the first hour, the rest over most of a day.
        var opened = draws.Chance(0.3) ? TimeSpan.FromMinutes(60 * draws.NextDouble()) : TimeSpan.FromMinutes(60 + 900 * draws.NextDouble());
        follow.Add((opened, () => instance.OpenEmail(person, email, bot: false)));
        if (draws.Chance(0.1))
        {
            follow.Add((opened + TimeSpan.FromSeconds(30), () => instance.ClickEmail(person, email, Link, bot: false)));
            if (draws.Chance(0.15))
            {
                follow.Add((opened + TimeSpan.FromMinutes(2), () => instance.FillOutForm(person, StandardAssets.Forms[0].Id, [])));
            }
        }
    }

    private string? Act(string? who, Draws draws, Func<int, long?> act)
    {
        if (who is null && !persons.TryPick(draws, IsQuiet, out who))
        {
            return null;
        }

        touches.Mark(Side.Marketo, who, Find(who)?.Get("sfdcPersonId") as string);
        return act(int.Parse(who, CultureInfo.InvariantCulture)) is null ? null : who;
    }

    private PersonView? Find(string id) => instance.FindPerson(int.Parse(id, CultureInfo.InvariantCulture));

    private bool IsQuiet(string id) => Find(id) is { IsLive: true } person && !touches.Busy(Side.Salesforce, id, person.Get("sfdcPersonId") as string);
}
