using System.Globalization;
using System.Text;
using SfMarketo.Harness.Scenarios.Reading;

namespace SfMarketo.Harness.Scenarios.Showing;

/// <summary>What a scenario was understood as, in comments that can stand below its text.</summary>
internal static class ScenarioStory
{
    private const string Time = "uuuu-MM-dd HH:mm:ss";

    /// <param name="runs">All runs of the matrix; the words are those of the first.</param>
    public static string Write(IReadOnlyList<Scenario> runs)
    {
        var scenario = runs[0];
        var text = new StringBuilder("\n# Understood:\n");
        Line("time", $"{DurationText.Write(scenario.Duration)} from {scenario.Clock.Start.ToString(Time, CultureInfo.InvariantCulture)} in {scenario.Clock.Zone.Id}");
        Line("seed", scenario.Seed.ToString(CultureInfo.InvariantCulture));
        if (scenario.Scale != 1)
        {
            Line("scale", string.Create(CultureInfo.InvariantCulture, $"{scenario.Scale * 100:0.####}% of the org's counts and the load's rates; the numbers below have it, the text above has not"));
        }

        Line("org", string.Create(CultureInfo.InvariantCulture, $"{scenario.Org.People:N0} people, {scenario.Org.Accounts:N0} accounts, {scenario.Org.MarketoOnly:N0} people only Marketo knows, {scenario.Org.Opportunities:N0} open opportunities"));
        if (runs.Count > 1)
        {
            Line("runs", string.Create(CultureInfo.InvariantCulture, $"{runs.Count}; the text above and the words below are those of {scenario.Name}"));
            foreach (var run in runs)
            {
                Line("", run.Name);
            }
        }

        foreach (var line in scenario.Load)
        {
            Line(line == scenario.Load[0] ? "load" : "", LoadWords.Of(line, scenario.Clock));
        }

        Line("timeline", string.Create(CultureInfo.InvariantCulture, $"{scenario.Timeline.Count} {(scenario.Timeline.Count == 1 ? "step" : "steps")}"));
        var budget = BudgetWords.Of(scenario);
        Line("budget", budget[0]);
        Line("", budget[1]);
        return text.ToString();

        void Line(string label, string words) => text.Append(CultureInfo.InvariantCulture, $"#   {label,-9} {words}\n");
    }
}
