using SfMarketo.Cli;
using SfMarketo.Cli.Verdicts;
using SfMarketo.Harness.Reports;
using SfMarketo.Tests.Harness.Reports;

namespace SfMarketo.Tests.Harness.Cli.Verdicts;

public sealed class GithubAnnotationsTests
{
    [Fact]
    public void Each_failure_and_warning_is_one_line_at_the_scenarios_line() =>
        GithubAnnotations.Of([new FinishedRun(SampleResult.Explained, TimeSpan.FromSeconds(12))]).Should().Be(
            """
            ::error file=scenarios/a-day-of-sync.yaml,line=31,title=a-day-of-sync%3A check::Q2 nothing is lost (examined 12)%0A2026-03-03T12:13:20.000000Z (t+13m20s) Lead 00Q1: Title was edited, and no person is linked (calls 7, 9) <- scenarios/a-day-of-sync.yaml:31: salesforce lead edited%0Areplay: ./sfmarketo run scenarios/a-day-of-sync.yaml --seed 7
            ::error file=scenarios/a-day-of-sync.yaml,line=80,title=a-day-of-sync%3A expectation::scenarios/a-day-of-sync.yaml:80: the number of salesforce Lead is <= 1, always%0Afirst false at 2026-03-03T12:05:00.000000Z (t+5m0s): it is 2%0Atrue again at the end%0Alast value: it is 1%0Asalesforce Lead 00Q1 fits%0Asalesforce Lead 00Q2 fits%0Atrace: ./sfmarketo trace 00Q1 --in out/a-day-of-sync%0Areplay: ./sfmarketo run scenarios/a-day-of-sync.yaml --seed 7
            ::warning file=scenarios/a-day-of-sync.yaml,line=1,title=a-day-of-sync::the fault rule 'storm' never hit, 100%25 of it

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_list_that_comes_from_a_used_file_is_shown_there()
    {
        var used = SampleResult.Failed with { ListFiles = new Dictionary<string, string> { ["expect"] = "scenarios/presets/ends.yaml", ["thresholds"] = "scenarios/presets/lags.yaml" } };

        var lines = GithubAnnotations.Of([new FinishedRun(used, TimeSpan.Zero)]).Split('\n');

        lines.Should().Contain(line => line.StartsWith("::error file=scenarios/presets/ends.yaml,line=80,title=saturated-window%3A expectation::scenarios/presets/ends.yaml:80: ", StringComparison.Ordinal))
            .And.Contain(line => line.StartsWith("::error file=scenarios/presets/lags.yaml,line=61,", StringComparison.Ordinal) && line.Contains("::scenarios/presets/lags.yaml:61: ", StringComparison.Ordinal))
            .And.Contain(line => line.StartsWith("::error file=scenarios/a-day-of-sync.yaml,line=85,title=saturated-window%3A reached::", StringComparison.Ordinal));
    }

    [Fact]
    public void A_violation_is_shown_in_the_file_of_the_line_that_led_to_it()
    {
        var used = SampleResult.Explained with
        {
            Checks = [new CheckReport("Q2", "nothing is lost", false, 1, [new ViolationReport("it was", null, "", []) { Line = "scenarios/presets/office.yaml:9: salesforce lead edited" }])],
        };

        GithubAnnotations.Of([new FinishedRun(used, TimeSpan.Zero)]).Should().StartWith("::error file=scenarios/presets/office.yaml,line=9,");
    }

    [Fact]
    public void A_run_that_passed_says_nothing() => GithubAnnotations.Of([new FinishedRun(SampleResult.Passed, TimeSpan.Zero)]).Should().BeEmpty();
}
