using SfMarketo.Harness.Reports;

namespace SfMarketo.Bench;

/// <summary>A figure of a run that broke rules is no figure, so each says whether its run passed, and what it failed by.</summary>
internal static class Verdict
{
    public static string Of(RunResult result)
    {
        if (result.Passed)
        {
            return "run passed";
        }

        IEnumerable<string> reasons =
        [
            .. result.Checks.Where(check => !check.Passed).Select(check => $"check {check.Id}, {check.Violations.Count} violations"),
            .. result.Expectations.Where(one => !one.Passed).Select(one => one.ToString()),
            .. result.Reached.Where(one => !one.Passed).Select(one => one.ToString()),
            .. result.Missed,
        ];
        return $"run FAILED: {result.Failure ?? string.Join("; ", reasons.Take(5))}; lost {result.Figures.Lost}, doubled {result.Figures.Doubled}";
    }
}
