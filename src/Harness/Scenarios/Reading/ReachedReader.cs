using System.Text.RegularExpressions;
using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Reads what a run must have met.</summary>
internal sealed partial class ReachedReader(ScenarioVocabulary vocabulary, IReadOnlyList<string> faults, IReadOnlyList<string> steps)
{
    private const string FaultPrefix = "fault.";
    private const string StepPrefix = "step.";

    private string[] Known => [.. vocabulary.Metrics, .. faults.Select(id => FaultPrefix + id), .. steps.Select(id => StepPrefix + id)];

    public IReadOnlyList<ReachedGoal> Reached(MapReader top)
    {
        List<ReachedGoal> goals = [];
        foreach (var item in top.List("reached"))
        {
            if (item is not YamlNode.Map { Entries: [var entry] })
            {
                top.Values.WrongType(item, "a goal", "one metric with a comparison, such as marketo.inFlight: \">= 10\"");
                continue;
            }

            Check(top.Problems, entry.Key.Value, entry.Key.Place);
            if (top.Values.Comparison(entry.Value, entry.Key.Value) is { } goal)
            {
                goals.Add(new ReachedGoal(entry.Key.Value, goal, entry.Key.Place.Line));
            }
        }

        return goals;
    }

    /// <summary>Whether a step can wait for the metric: a figure that is counted while the run goes on. The ids of faults and steps are looked at by <see cref="Check"/>.</summary>
    public static bool CheckLive(ProblemList problems, string metric, Place place, ScenarioVocabulary vocabulary)
    {
        if (IsCode(metric) || ReachedMetrics.Live.Contains(metric) || metric.StartsWith(FaultPrefix, StringComparison.Ordinal) || metric.StartsWith(StepPrefix, StringComparison.Ordinal))
        {
            return true;
        }

        problems.Add(ProblemCode.UnknownMetric, place,
            vocabulary.Metrics.Contains(metric) ? $"'{metric}' is known only when the run is over" : $"'{metric}' is no metric", Closest.Suggest(metric, ReachedMetrics.Live, "a step can wait for"));
        return false;
    }

    public void Check(ProblemList problems, string metric, Place place)
    {
        if (IsCode(metric) || Known.Contains(metric))
        {
            return;
        }

        string[] known = metric.StartsWith(FaultPrefix, StringComparison.Ordinal) ? [.. faults.Select(id => FaultPrefix + id)]
            : metric.StartsWith(StepPrefix, StringComparison.Ordinal) ? [.. steps.Select(id => StepPrefix + id)]
            : Known;
        problems.Add(ProblemCode.UnknownMetric, place, $"'{metric}' is no metric", known.Length > 0 ? Closest.Suggest(metric, known, "metrics") : "nothing in this file has an id to be named so");
    }

    private static bool IsCode(string metric) => VendorCode().IsMatch(metric);

    /// <summary>A code as the journal has it: Marketo's numbers, Salesforce's words, a bare HTTP status of either.</summary>
    [GeneratedRegex("^(marketo\\.[0-9]{3,4}|salesforce\\.([0-9]{3}|[A-Z][A-Z0-9]*(_[A-Z0-9]+)+))$")]
    private static partial Regex VendorCode();
}
