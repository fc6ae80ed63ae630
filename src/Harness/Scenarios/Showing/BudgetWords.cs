using System.Globalization;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.Harness.Scenarios.Showing;

/// <summary>Sets the events that a scenario expects beside the calls that Marketo allows in a day.</summary>
internal static class BudgetWords
{
    public static IReadOnlyList<string> Of(Scenario scenario)
    {
        var defaults = new MarketoSimOptions();
        var allowed = scenario.Limits.Marketo.CallsPerDay ?? defaults.CallsPerDay;
        var spent = scenario.Limits.Marketo.CallsSpentToday ?? defaults.CallsSpentToday;
        var events = scenario.Load.Sum(line => LoadWords.Expected(line, scenario.Clock));
        var days = Math.Max(1, scenario.Duration.TotalDays);
        var left = Math.Max(0, allowed - spent);
        var share = left == 0 ? "and none is left" : string.Create(CultureInfo.InvariantCulture, $"so they would take {events / days / left * 100:0.#}% of what is left if each cost one call");
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"about {events / days:N0} events a day of load; Marketo allows {allowed:N0} calls a day, {spent:N0} are spent when the run begins, {share}"),
            "left out: polls and tokens (thousands of calls a day even without load), batches (up to 300 records share a call), repeats after errors, other clients, the timeline",
        ];
    }
}
