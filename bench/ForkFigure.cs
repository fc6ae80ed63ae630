using System.Diagnostics;
using SfMarketo.Harness.VirtualTime;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Options;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.Bench;

/// <summary>Fork and reset of 25,000 and of a million people, each after 100 of them were changed. Goals: 2 ms and 250 ms.</summary>
internal static class ForkFigure
{
    private const int Changed = 100;

    public static Task RunAsync()
    {
        Measure(25_000, 50);
        Measure(1_000_000, 10);
        return Task.CompletedTask;
    }

    private static void Measure(int count, int rounds)
    {
        var clock = new VirtualClock(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        var marketo = new MarketoInstance(new MarketoSimOptions(), clock, new Draws(7));
        var salesforce = new SalesforceOrg(new SalesforceSimOptions(), clock, new Draws(7));
        var people = new int[count];
        var leads = new string[count];
        for (var number = 0; number < count; number++)
        {
            people[number] = marketo.CreatePerson([new("email", $"p{number}@example.invalid"), new("firstName", "Ada")], "seed");
            leads[number] = salesforce.CreateRow("Lead", [new("LastName", "Tester"), new("Company", "Testers"), new("Email", $"p{number}@example.invalid")], "seed");
        }

        // As a seeded instance is: its e-mails have been looked up.
        marketo.FindPeople("email", "p1@example.invalid");
        var (marketoRun, salesforceRun) = (marketo, salesforce);
        var step = count / Changed;
        Print("Marketo fork", () => marketoRun = marketo.Fork(clock), EditPeople);
        Print("Marketo reset", () => marketoRun.Reset(marketo), EditPeople);
        Print("Salesforce fork", () => salesforceRun = salesforce.Fork(clock), EditLeads);
        Print("Salesforce reset", () => salesforceRun.Reset(salesforce), EditLeads);

        void EditPeople(int round)
        {
            for (var number = 0; number < Changed; number++)
            {
                marketoRun.UpdatePerson(people[number * step], [new("title", "CTO " + round)], "edit");
            }
        }

        void EditLeads(int round)
        {
            for (var number = 0; number < Changed; number++)
            {
                salesforceRun.UpdateRow(leads[number * step], [new("Title", "CTO " + round)], "edit");
            }
        }

        void Print(string what, Action act, Action<int> edit) => ForkFigure.Print(what, count, rounds, act, edit);
    }

    /// <summary>The medians of the second half of the rounds: the first half warms up.</summary>
    private static void Print(string what, int people, int rounds, Action act, Action<int> edit)
    {
        List<(double Act, double Edit)> milliseconds = [];
        for (var round = 0; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            act();
            var between = Stopwatch.GetTimestamp();
            edit(round);
            milliseconds.Add((Stopwatch.GetElapsedTime(start, between).TotalMilliseconds, Stopwatch.GetElapsedTime(between).TotalMilliseconds));
        }

        var warm = milliseconds.Skip(rounds / 2).ToList();
        var acts = warm.Select(one => one.Act).Order().ToList();
        var edits = warm.Select(one => one.Edit).Order().ToList();
        Measurement.Say($"  {what}: {people:N0} people: median {acts[acts.Count / 2]:0.000} ms, worst {acts[^1]:0.000} ms of {warm.Count}; then {Changed} edits in {edits[edits.Count / 2]:0.000} ms");
    }
}
