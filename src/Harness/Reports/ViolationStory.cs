using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Expectations;
using SfMarketo.Harness.Workload;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Reports;

/// <summary>Finds the scenario's line behind each violation: the last that touched the record or its counterparts before, else what was in force at that time.</summary>
public sealed class ViolationStory(StoryLog story, IEndRecords records, DateTimeOffset start)
{
    private readonly Lazy<RecordFamilies> families = new(() => new RecordFamilies(records));
    private readonly long begin = Micros.From(start);

    /// <summary>The checks that applied, each violation with its line.</summary>
    public IReadOnlyList<CheckReport> Tell(IReadOnlyList<CheckResult> checks) => [.. checks.Where(check => check.Applied).Select(Tell)];

    private CheckReport Tell(CheckResult check)
    {
        List<ViolationReport> violations = [.. check.Violations.Select(Tell)];
        if (check.Found > violations.Count)
        {
            violations.Add(new ViolationReport(FormattableString.Invariant($"{check.Found - violations.Count} more are not listed"), null, "", []));
        }

        return new CheckReport(check.Id, check.Title, check.Passed, check.Examined, violations);
    }

    private ViolationReport Tell(Violation violation)
    {
        var at = violation.At ?? long.MaxValue;
        var line = violation.Record.Length > 0 ? story.LastTouch(families.Value.Of(violation.Record), at) : null;
        return new ViolationReport(violation.What, violation.At, violation.Record, violation.Calls)
        {
            Offset = violation.At is { } moment ? TimeSpan.FromMicroseconds(moment - begin) : null,
            Line = (line ?? story.InForceAt(at))?.ToString(),
        };
    }
}
