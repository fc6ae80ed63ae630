using SfMarketo.Harness.Metrics;
using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Running;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Bench;

/// <summary>What one outcome costs in calls: a day with many of them against the same day without any. And what a day costs on which nothing happens.</summary>
/// <remarks>
/// Cheaper than it would be alone: outcomes of one moment share calls. Dearer than it need be: a poll that finds something makes the next one come sooner.
/// </remarks>
internal static class OutcomesFigure
{
    /// <summary>So many that nearly all who qualify are new to Salesforce.</summary>
    private const int ManyUnknown = 10_000;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly Outcome[] Outcomes =
    [
        new("promotion", BusinessEvent.SalesforceLeadConverted, 200, FlowNames.Promotion),
        new("MQL", BusinessEvent.MarketoPersonBecomesMql, 200, FlowNames.Mql) { MarketoOnly = ManyUnknown },
        new("stage change", BusinessEvent.SalesforceOpportunityWon, 200, FlowNames.Stage),
        new("100 Tasks", BusinessEvent.MarketoFormFilled, 400, FlowNames.Engagement) { Per = 100 },
        new("company edit", BusinessEvent.SalesforceAccountEdited, 200, FlowNames.Firmographics),
    ];

    public static async Task RunAsync()
    {
        var quiet = await RunAsync(Day, null, null);
        var quietWithMany = await RunAsync(Day, null, ManyUnknown);
        var longer = await RunAsync(Day * 2, null, null);
        Measurement.Say(
            $"  an idle day: Marketo {longer.Marketo:N0} - {quiet.Marketo:N0} = {longer.Marketo - quiet.Marketo:N0} calls, Salesforce {longer.Salesforce:N0} - {quiet.Salesforce:N0} = {longer.Salesforce - quiet.Salesforce:N0} calls (two days without events minus one); {quiet.Verdict}, {longer.Verdict}");
        foreach (var outcome in Outcomes)
        {
            Print(outcome, await RunAsync(Day, outcome, outcome.MarketoOnly), outcome.MarketoOnly is null ? quiet : quietWithMany);
        }
    }

    private static void Print(Outcome outcome, Calls with, Calls without)
    {
        Measurement.Say($"  per {outcome.Name}: {Share("Marketo", with.Marketo, without.Marketo, outcome, with)}; {Share("Salesforce", with.Salesforce, without.Salesforce, outcome, with)}; {with.Events:N0} events; {with.Verdict}");
    }

    private static string Share(string system, long with, long without, Outcome outcome, Calls calls) => FormattableString.Invariant(
        $"{system} ({with:N0} - {without:N0}) calls / {calls.Count:N0} {(outcome.Per == 1 ? "" : $"x {outcome.Per} ")}= {(double)(with - without) * outcome.Per / Math.Max(1, calls.Count):0.00}");

    /// <summary>The customer of a-day-of-sync, who does nothing but this, by an office's clock.</summary>
    private static async Task<Calls> RunAsync(TimeSpan duration, Outcome? outcome, int? marketoOnly)
    {
        var day = ScenarioFile.Read("a-day-of-sync");
        var scenario = day with
        {
            Duration = duration,
            Org = day.Org with { Opportunities = 300, MarketoOnly = marketoOnly ?? day.Org.MarketoOnly },
            Engine = day.Engine with { RecordsPerCall = null },
            Load = outcome is null ? [] : [new LoadLine(outcome.Name, outcome.Does, [new LoadSegment.DayCurve(outcome.Many, Day)], 0)],
            Timeline = [],
            Expect = [],
            Reached = [],
            Thresholds = [],
        };
        var result = await new VirtualRunner().RunAsync(scenario, new RunOptions(null, null, null), CancellationToken.None);
        return new Calls(
            result.Figures.MarketoCalls,
            result.Figures.SalesforceCalls,
            outcome is null ? 0 : result.Figures.Lag.Single(lag => lag.Flow == outcome.Flow).Count,
            result.Events.Sum(one => one.Done),
            // A day of one kind of event leaves some checks nothing to look at; what they found counts.
            Verdict.Of(result with { Checks = [.. result.Checks.Where(check => check.Passed || check.Violations.Count > 0)] }));
    }

    /// <param name="Name">As it is printed.</param>
    /// <param name="Does">What people do.</param>
    /// <param name="Many">How often in the day, about.</param>
    /// <param name="Flow">What counts how often it came about.</param>
    private sealed record Outcome(string Name, BusinessEvent Does, int Many, string Flow)
    {
        /// <summary>How many make one of the figure.</summary>
        public int Per { get; init; } = 1;

        /// <summary>People whom Salesforce does not know; null: as many as the scenario has.</summary>
        public int? MarketoOnly { get; init; }
    }

    /// <param name="Marketo">Counted calls.</param>
    /// <param name="Salesforce">Calls but sign-ins.</param>
    /// <param name="Count">Outcomes that came about.</param>
    /// <param name="Events">What people did.</param>
    /// <param name="Verdict">Of the run.</param>
    private sealed record Calls(long Marketo, long Salesforce, long Count, long Events, string Verdict);
}
