using System.Globalization;
using SfMarketo.Harness.Expectations;
using SfMarketo.Harness.Reports;

namespace SfMarketo.Cli.Verdicts;

/// <summary>Everything that a run was judged by, in the order of the report.</summary>
internal static class RunVerdicts
{
    private const int CallsShown = 5;

    public static IReadOnlyList<Verdict> Of(RunResult result) =>
    [
        new("run", "came to its end", result.Failure is null) { Heading = $"the run broke off: {result.Failure}" },
        new("run", "every step happened as written", result.Missed.Count == 0) { Heading = "steps that could not happen", Cases = result.Missed },
        .. result.Checks.Select(Of),
        .. result.Expectations.Select(one => Of(result, one)),
        .. result.Reached.Select(one => Of(result, one)),
        .. result.Thresholds.Select(one => Of(result, one)),
        new("run", "nothing lost, nothing doubled", result.Figures is { Lost: 0, Doubled: 0 })
        {
            Heading = string.Create(CultureInfo.InvariantCulture, $"lost {result.Figures.Lost}, doubled {result.Figures.Doubled}"),
        },
    ];

    private static Verdict Of(CheckReport check)
    {
        var place = check.Violations.Select(violation => PlaceOf(violation.Line)).FirstOrDefault(place => place is not null);
        return new Verdict("check", $"{check.Id} {check.Title}", check.Passed)
        {
            Heading = string.Create(CultureInfo.InvariantCulture, $"{check.Id} {check.Title} (examined {check.Examined})"),
            File = place?.File,
            Line = place?.Line,
            Cases = check.Passed ? [] : check.Violations.Count == 0 ? ["it examined nothing"] : [.. check.Violations.Select(Sentence)],
        };
    }

    private static Verdict Of(RunResult result, ExpectationResult one) => new("expectation", one.Text, one.Passed)
    {
        Heading = string.Create(CultureInfo.InvariantCulture, $"{result.FileOf("expect")}:{one.Line}: {one.Text}"),
        File = result.FileOf("expect"),
        Line = one.Line,
        Facts = one.Facts,
        Cases = one.Failures,
        Trace = one.Witness is null ? null : ReplayCommand.Trace(one.Witness, result.Folder),
    };

    private static Verdict Of(RunResult result, ReachedResult one) => new("reached", $"reached {one.Metric} {one.Goal}", one.Passed)
    {
        Heading = string.Create(CultureInfo.InvariantCulture, $"{result.FileOf("reached")}:{one.Line}: reached {one.Metric} {one.Goal}, but it was {one.Actual}"),
        File = result.FileOf("reached"),
        Line = one.Line,
    };

    private static Verdict Of(RunResult result, ThresholdResult one) => new("threshold", $"threshold {one.Threshold}", one.Passed)
    {
        Heading = string.Create(CultureInfo.InvariantCulture, $"{result.FileOf("thresholds")}:{one.Threshold.Line}: threshold {one.Threshold} {(one.Actual is null ? "was not measured" : "crossed")}"),
        File = result.FileOf("thresholds"),
        Line = one.Threshold.Line,
        Cases = one.Passed ? [] : [Sentence(one)],
    };

    private static string Sentence(ThresholdResult crossed) => crossed is { Actual: { } actual, Slowest: { } slowest }
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{crossed.Threshold.Limit.Statistic} of {crossed.Count} was {ShortTime.Of(actual)}; the slowest took {ShortTime.Of(TimeSpan.FromMicroseconds(slowest.Took))} from {MomentText.Instant(slowest.From)} to {slowest.Record}")
        : "nothing was timed there; write orNone: true if that is good";

    public static string Sentence(ViolationReport violation)
    {
        var at = violation.At is { } micros ? MomentText.Instant(micros) + " " : "";
        var since = violation.Offset is { } offset ? $"({MomentText.Offset(offset)}) " : "";
        var calls = violation.Calls.Count == 0 ? "" : $" (calls {string.Join(", ", violation.Calls.Take(CallsShown))})";
        var line = violation.Line is null ? "" : $" <- {violation.Line}";
        return $"{at}{since}{violation.Record}{(violation.Record.Length == 0 ? "" : ": ")}{violation.What}{calls}{line}";
    }

    /// <summary>scenarios/x.yaml and 12 of "scenarios/x.yaml:12: salesforce lead edited".</summary>
    private static (string File, int Line)? PlaceOf(string? place)
    {
        if (place is null || place.IndexOf(": ", StringComparison.Ordinal) is not (> 0 and var end))
        {
            return null;
        }

        var colon = place.LastIndexOf(':', end - 1);
        return colon > 0 && int.TryParse(place.AsSpan(colon + 1, end - colon - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? (place[..colon], line) : null;
    }
}
