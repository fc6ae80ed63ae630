using SfMarketo.Harness.Metrics;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Harness.Reports;

/// <summary>Whether the run met what it is about.</summary>
public sealed record ReachedResult(string Metric, Comparison Goal, int Line, double Actual, bool Passed)
{
    /// <summary>Holds the scenario's goals against the figures of the run.</summary>
    public static IReadOnlyList<ReachedResult> Judge(IReadOnlyList<ReachedGoal> goals, RunFigures figures)
    {
        List<ReachedResult> results = [];
        foreach (var goal in goals)
        {
            var actual = Figure(goal.Metric, figures);
            results.Add(new ReachedResult(goal.Metric, goal.Goal, goal.Line, actual, goal.Goal.Holds(actual)));
        }

        return results;
    }

    private static double Figure(string metric, RunFigures figures) => metric switch
    {
        "marketo.calls" => figures.MarketoCalls,
        "marketo.windowPeak" => figures.MarketoWindowPeak,
        "marketo.inFlight" => figures.MarketoInFlightPeak,
        "salesforce.calls" => figures.SalesforceCalls,
        "salesforce.inFlight" => figures.SalesforceInFlightPeak,
        "promotions" => Count(FlowNames.Promotion, figures),
        "mqls" => Count(FlowNames.Mql, figures),
        "fieldChanges" => Count(FlowNames.FieldSync, figures),
        "stageChanges" => Count(FlowNames.Stage, figures),
        "suppressions" => Count(FlowNames.Suppression, figures),
        "tasks" => Count(FlowNames.Engagement, figures),
        "companyChanges" => Count(FlowNames.Firmographics, figures),
        "consentChanges" => Count(FlowNames.Consent, figures),
        "deadLetters" => figures.DeadLetters,
        "marketo.patches" => Calls(figures, call => call.Method == "PATCH"),
        "marketo.seedMoves" => Calls(figures, call => call.Path.StartsWith("/rest/v1/leads/programs/members", StringComparison.Ordinal)),
        "marketo.leadChangePolls" => Calls(figures, call => call.Path.StartsWith("/rest/v1/activities/leadchanges", StringComparison.Ordinal)),
        _ => Refused(metric, figures),
    };

    private static double Calls(RunFigures figures, Func<EndpointCalls, bool> fits) => figures.Calls.Where(call => call.System == "marketo" && fits(call)).Sum(call => call.Count);

    private static double Count(string flow, RunFigures figures) => figures.Lag.FirstOrDefault(lag => lag.Flow == flow)?.Count ?? 0;

    private static double Refused(string metric, RunFigures figures)
    {
        foreach (var (name, count) in figures.Met)
        {
            if (name == metric)
            {
                return count;
            }
        }

        var dot = metric.IndexOf('.', StringComparison.Ordinal);
        var (system, code) = dot < 0 ? ("", metric) : (metric[..dot], metric[(dot + 1)..]);
        return figures.Refusals.Where(row => row.System == system && row.Code == code).Sum(row => row.Count);
    }
}
