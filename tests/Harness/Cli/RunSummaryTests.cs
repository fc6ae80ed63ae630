using SfMarketo.Cli;
using SfMarketo.Tests.Harness.Reports;

namespace SfMarketo.Tests.Harness.Cli;

public sealed class RunSummaryTests
{
    [Fact]
    public void The_table_fits_120_columns_with_the_largest_figures_of_a_vendor_day()
    {
        var lines = Print(new FinishedRun(SampleResult.Passed, TimeSpan.FromSeconds(6.81)), new FinishedRun(SampleResult.Failed, TimeSpan.FromSeconds(12)));

        lines.Should().Contain(line => line.Contains("a-day-of-sync") && line.Contains("passed") && line.Contains("100/100") && line.Contains("49,998/50,000") && line.Contains("promotion 42s"));
        lines.TakeWhile(line => !line.StartsWith("saturated-window failed", StringComparison.Ordinal)).Max(line => line.TrimEnd().Length).Should().BeLessThanOrEqualTo(120);
        string.Concat(lines).Should().NotContain("\u001b").And.NotContain("\u2026");
    }

    [Fact]
    public void A_failure_says_what_broke_with_five_cases_at_most()
    {
        var lines = Print(new FinishedRun(SampleResult.Failed, TimeSpan.FromSeconds(12)));

        lines.SkipWhile(line => !line.StartsWith("saturated-window failed", StringComparison.Ordinal)).Should().Equal(
            "saturated-window failed (seed 7)",
            "  steps that could not happen",
            "    line 40: no record fits 'salesforce lead converted'",
            "  A1 no window above 100 (examined 14123)",
            "    2026-03-03T12:13:20.000000Z 101 calls in a window (calls 1)",
            "    2026-03-03T12:13:20.000000Z 102 calls in a window (calls 2)",
            "    2026-03-03T12:13:20.000000Z 103 calls in a window (calls 3)",
            "    2026-03-03T12:13:20.000000Z 104 calls in a window (calls 4)",
            "    2026-03-03T12:13:20.000000Z 105 calls in a window (calls 5)",
            "    ... and 2 more",
            "  Q1 both sides agree (examined 0)",
            "    it examined nothing",
            "  scenarios/a-day-of-sync.yaml:80: the number of dead letters is == 0",
            "    it is 2",
            "  scenarios/a-day-of-sync.yaml:85: reached mqls >= 100, but it was 80",
            "  scenarios/a-day-of-sync.yaml:61: threshold lag.mql p(95) <= 25s between 09:00 and 17:00 crossed",
            "    p(95) of 80 was 38s; the slowest took 44s from 2026-03-03T12:13:20.000000Z to Lead 00Q1",
            "  scenarios/a-day-of-sync.yaml:62: threshold lag.mql max <= 1m between 09:00 and 17:00 was not measured",
            "    nothing was timed there; write orNone: true if that is good",
            "",
            "0 passed, 1 failed",
            "");
    }

    [Fact]
    public void A_failure_leads_to_the_scenarios_line_to_a_record_and_back_to_the_run()
    {
        var lines = Print(new FinishedRun(SampleResult.Explained, TimeSpan.FromSeconds(12)));

        lines.SkipWhile(line => !line.StartsWith("a-day-of-sync failed", StringComparison.Ordinal)).Should().Equal(
            "a-day-of-sync failed (seed 7)",
            "  Q2 nothing is lost (examined 12)",
            "    2026-03-03T12:13:20.000000Z (t+13m20s) Lead 00Q1: Title was edited, and no person is linked (calls 7, 9) <- scenarios/a-day-of-sync.yaml:31: salesforce lead edited",
            "  scenarios/a-day-of-sync.yaml:80: the number of salesforce Lead is <= 1, always",
            "    first false at 2026-03-03T12:05:00.000000Z (t+5m0s): it is 2",
            "    true again at the end",
            "    last value: it is 1",
            "    salesforce Lead 00Q1 fits",
            "    salesforce Lead 00Q2 fits",
            "    trace: ./sfmarketo trace 00Q1 --in out/a-day-of-sync",
            "  replay: ./sfmarketo run scenarios/a-day-of-sync.yaml --seed 7",
            "warning: a-day-of-sync: the fault rule 'storm' never hit, 100% of it",
            "",
            "0 passed, 1 failed",
            "");
    }

    [Fact]
    public void A_warning_is_shown_though_the_run_passed() =>
        Print(new FinishedRun(SampleResult.Passed with { Warnings = ["the step 'late' was not done"] }, TimeSpan.FromSeconds(12)))
            .Should().Contain("warning: a-day-of-sync: the step 'late' was not done").And.Contain("1 passed, 0 failed");

    private static string[] Print(params FinishedRun[] runs)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        RunSummary.Write(runs, ConsoleOutput.Create(writer, redirected: true));
        return writer.ToString().ReplaceLineEndings("\n").Split('\n');
    }
}
