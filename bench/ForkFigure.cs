using System.Diagnostics;
using SfMarketo.Harness.VirtualTime;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Options;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.Bench;

/// <summary>Fork and reset of 25,000 people, each after 100 of them were changed.</summary>
internal static class ForkFigure
{
    private const int People = 25_000;
    private const int Changed = 100;
    private const int Rounds = 50;

    public static Task RunAsync()
    {
        var clock = new VirtualClock(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        var marketo = new MarketoInstance(new MarketoSimOptions(), clock, new Draws(7));
        var salesforce = new SalesforceOrg(new SalesforceSimOptions(), clock, new Draws(7));
        var people = new int[People];
        var leads = new string[People];
        for (var number = 0; number < People; number++)
        {
            people[number] = marketo.CreatePerson([new("email", $"p{number}@example.invalid"), new("firstName", "Ada")], "seed");
            leads[number] = salesforce.CreateRow("Lead", [new("LastName", "Tester"), new("Company", "Testers"), new("Email", $"p{number}@example.invalid")], "seed");
        }

        var (marketoRun, salesforceRun) = (marketo, salesforce);
        Print("Marketo fork", () => marketoRun = marketo.Fork(clock), EditPeople);
        Print("Marketo reset", () => marketoRun.Reset(marketo), EditPeople);
        Print("Salesforce fork", () => salesforceRun = salesforce.Fork(clock), EditLeads);
        Print("Salesforce reset", () => salesforceRun.Reset(), EditLeads);
        return Task.CompletedTask;

        void EditPeople(int round)
        {
            for (var number = 0; number < Changed; number++)
            {
                marketoRun.UpdatePerson(people[number * 241], [new("title", "CTO " + round)], "edit");
            }
        }

        void EditLeads(int round)
        {
            for (var number = 0; number < Changed; number++)
            {
                salesforceRun.UpdateRow(leads[number * 241], [new("Title", "CTO " + round)], "edit");
            }
        }
    }

    /// <summary>The median of the rounds of the second half: the first half warms up.</summary>
    private static void Print(string what, Action act, Action<int> edit)
    {
        List<double> milliseconds = [];
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            act();
            milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            edit(round);
        }

        var warm = milliseconds.Skip(Rounds / 2).Order().ToList();
        Measurement.Say($"  {what}: {People:N0} people, {Changed} changed since: median {warm[warm.Count / 2]:0.000} ms, worst {warm[^1]:0.000} ms of {warm.Count}");
    }
}
