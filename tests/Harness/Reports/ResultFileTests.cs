using System.Text.Json;
using SfMarketo.Harness.Reports;

namespace SfMarketo.Tests.Harness.Reports;

public sealed class ResultFileTests
{
    [Fact]
    public void The_file_holds_what_an_architect_asks_for()
    {
        using var json = JsonDocument.Parse(ResultFile.Text(SampleResult.Passed));
        var root = json.RootElement;

        root.GetProperty("verdict").GetString().Should().Be("passed");
        root.GetProperty("seed").GetUInt64().Should().Be(7);
        root.GetProperty("start").GetString().Should().Be("2026-03-03T12:00:00.000000Z");
        root.GetProperty("peaks").GetProperty("marketoWindow").GetProperty("used").GetInt32().Should().Be(100);
        root.GetProperty("quota").GetProperty("marketo").GetProperty("limit").GetInt32().Should().Be(50_000);
        root.GetProperty("lagSeconds").GetProperty("promotion").GetProperty("p95").GetDouble().Should().Be(41.5);
        root.GetProperty("calls").GetProperty("byEndpoint").GetProperty("marketo POST /rest/v1/leads.json").GetInt32().Should().Be(900);
        root.GetProperty("checks")[0].GetProperty("examined").GetInt32().Should().Be(14_123);
        root.GetProperty("lost").GetInt32().Should().Be(0);
    }

    [Fact]
    public void The_same_result_gives_the_same_bytes_with_plain_line_ends()
    {
        var text = ResultFile.Text(SampleResult.Failed);

        text.Should().Be(ResultFile.Text(SampleResult.Failed)).And.NotContain("\r").And.EndWith("}\n");
    }

    [Fact]
    public void A_threshold_says_what_was_asked_what_was_measured_and_the_worst_case()
    {
        var result = SampleResult.Passed with { Thresholds = SampleResult.Failed.Thresholds };
        using var json = JsonDocument.Parse(ResultFile.Text(result));

        json.RootElement.GetProperty("verdict").GetString().Should().Be("failed");
        var thresholds = json.RootElement.GetProperty("thresholds");
        thresholds[0].GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal).Should().Be(
            """
            {"text":"lag.mqlp(95)<=25sbetween09:00and17:00","line":61,"passed":false,"count":80,"actualSeconds":38,"slowest":{"seconds":44,"at":1772540000000000,"record":"Lead00Q1"}}
            """);
        thresholds[1].TryGetProperty("actualSeconds", out _).Should().BeFalse();
    }

    [Fact]
    public void A_violation_and_an_expectation_tell_when_where_from_and_how_to_see_it_again()
    {
        using var json = JsonDocument.Parse(ResultFile.Text(SampleResult.Explained));
        var root = json.RootElement;

        root.GetProperty("replay").GetString().Should().Be("./sfmarketo run scenarios/a-day-of-sync.yaml --seed 7");
        root.GetProperty("warnings")[0].GetString().Should().StartWith("the fault rule 'storm'");
        var violation = root.GetProperty("checks")[0].GetProperty("violations")[0];
        violation.GetProperty("sinceStartSeconds").GetDouble().Should().Be(800);
        violation.GetProperty("line").GetString().Should().Be("scenarios/a-day-of-sync.yaml:31: salesforce lead edited");
        var expectation = root.GetProperty("expectations")[0];
        expectation.GetProperty("facts").GetArrayLength().Should().Be(3);
        expectation.GetProperty("witness").GetString().Should().Be("00Q1");
        ResultFile.Text(SampleResult.Explained).Should().NotContain("out/", "two runs into two folders give the same bytes");
    }

    [Fact]
    public void A_list_of_a_used_file_names_it()
    {
        var used = SampleResult.Failed with { ListFiles = new Dictionary<string, string> { ["thresholds"] = "scenarios\\lags.yaml" } };
        using var json = JsonDocument.Parse(ResultFile.Text(used));

        json.RootElement.GetProperty("thresholds")[0].GetProperty("file").GetString().Should().Be("scenarios/lags.yaml");
        json.RootElement.GetProperty("expectations")[0].TryGetProperty("file", out _).Should().BeFalse();
    }

    [Fact]
    public void The_start_is_read_from_a_folder_and_is_missing_where_there_is_no_result_or_another()
    {
        var folder = Directory.CreateTempSubdirectory("sfmarketo-test-");
        try
        {
            ResultFile.ReadStart(folder.FullName).Should().BeNull();
            ResultFile.Write(folder.FullName, SampleResult.Passed);
            ResultFile.ReadStart(folder.FullName).Should().Be(SampleResult.Passed.Start);
            foreach (var other in new[] { "{}", "[]", "{", "{\"start\":5}" })
            {
                File.WriteAllText(Path.Combine(folder.FullName, ResultFile.Name), other);
                ResultFile.ReadStart(folder.FullName).Should().BeNull();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(1, 0, false)]
    [InlineData(0, 1, false)]
    public void A_run_that_lost_or_doubled_anything_has_not_passed(long lost, long doubled, bool passed)
    {
        var result = SampleResult.Passed with { Figures = SampleResult.Passed.Figures with { Lost = lost, Doubled = doubled } };

        result.Passed.Should().Be(passed);
    }

    [Fact]
    public void Goals_are_read_from_the_figures()
    {
        string[] metrics = ["marketo.calls", "marketo.602", "marketo.606", "promotions", "mqls", "fieldChanges", "marketo.inFlight", "marketo.windowPeak"];

        var results = ReachedResult.Judge([.. metrics.Select(metric => new SfMarketo.Harness.Scenarios.ReachedGoal(metric, new(">=", 1), 1))], SampleResult.Passed.Figures);

        results.Select(result => result.Actual).Should().Equal(12_123, 24, 0, 60, 80, 1500, 10, 100);
        results.Where(result => !result.Passed).Should().ContainSingle().Which.Metric.Should().Be("marketo.606");
    }
}
