using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;

namespace SfMarketo.Harness.OrgData;

/// <summary>A month of marketing: a mailing a week with its opens, clicks and forms, program members at several steps, list members, scores and moments.</summary>
/// <remarks>
/// Shares of practice.md section 5: half of the opens and a fifth of the clicks are machines; a third of the opens falls in the first hour.
/// Scores and moments only of people whom Marketo alone knows, so that linked pairs go on agreeing.
/// </remarks>
internal sealed class DemoMailings(SeededOrg org, MarketoInstance marketo, Draws draws)
{
    private const string Cause = OrgSeeder.Cause;
    private const string Link = "https://www.example.com/demo";

    private static readonly TimeSpan End = OrgContent.History;

    public void Plan(PastEvents past)
    {
        List<int> people = [.. org.People.Where(person => person.PersonId is not null).Select(person => person.PersonId!.Value), .. org.MarketoOnly];
        if (people.Count == 0)
        {
            return;
        }

        var day = 2;
        foreach (var email in StandardAssets.Emails)
        {
            PlanMailing(past, people, email.Id, TimeSpan.FromDays(day) + TimeSpan.FromHours(14));
            day += 7;
        }

        PlanMembers(past, people);
        foreach (var person in org.MarketoOnly)
        {
            PlanInterest(past, person);
        }
    }

    private void PlanMailing(PastEvents past, List<int> people, int email, TimeSpan at)
    {
        foreach (var person in people)
        {
            if (!draws.Chance(0.4))
            {
                continue;
            }

            var sent = at + TimeSpan.FromSeconds(draws.Next(900));
            past.Add(sent, () => marketo.SendEmail(person, email));
            if (draws.Chance(0.3))
            {
                var bot = draws.Chance(0.5);
                past.Add(Later(sent, draws.Chance(0.33) ? 1 : 72), () => marketo.OpenEmail(person, email, bot));
            }

            if (draws.Chance(0.03))
            {
                var bot = draws.Chance(0.2);
                past.Add(Later(sent, 72), () => marketo.ClickEmail(person, email, Link, bot));
            }

            if (draws.Chance(0.01))
            {
                var form = draws.Pick(StandardAssets.Forms).Id;
                past.Add(Later(sent, 96), () => marketo.FillOutForm(person, form, []));
            }
        }
    }

    private void PlanMembers(PastEvents past, List<int> people)
    {
        foreach (var program in StandardAssets.Programs)
        {
            var steps = StandardAssets.Channels.First(channel => channel.Name == program.Channel).Statuses.Where(status => status.Step > 0).ToList();
            foreach (var person in people)
            {
                if (!draws.Chance(0.05))
                {
                    continue;
                }

                var reached = draws.Next(steps.Count);
                var at = TimeSpan.Zero;
                for (var step = 0; step <= reached; step++)
                {
                    var status = steps[step].Name;
                    at = Later(at, 200);
                    past.Add(at, () => marketo.SetProgramStatus(program.Id, person, status, Cause));
                }
            }
        }

        foreach (var list in StandardAssets.Lists)
        {
            foreach (var person in people.Where(_ => list.Name != StandardAssets.AcquisitionSuppression && draws.Chance(0.1)))
            {
                past.Add(Later(TimeSpan.Zero, 700), () => marketo.AddToList(list.Id, person));
            }
        }
    }

    private void PlanInterest(PastEvents past, int person)
    {
        if (draws.Chance(0.3))
        {
            var score = draws.Next(5, 55);
            past.Add(Later(TimeSpan.Zero, 700), () => marketo.UpdatePerson(person, [new("leadScore", score)], "score"));
        }

        if (draws.Chance(0.1))
        {
            past.Add(Later(TimeSpan.Zero, 700), () => marketo.AddInterestingMoment(person, "Web", "Visited the pricing page"));
        }
    }

    /// <summary>At most so many hours later, and never after the end.</summary>
    private TimeSpan Later(TimeSpan from, int hours)
    {
        var later = from + TimeSpan.FromSeconds(draws.Next(1, hours * 3_600));
        return later < End ? later : End;
    }
}
