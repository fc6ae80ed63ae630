using System.Xml.Linq;
using SfMarketo.Cli;
using SfMarketo.Cli.Verdicts;
using SfMarketo.Tests.Harness.Reports;

namespace SfMarketo.Tests.Harness.Cli.Verdicts;

public sealed class JunitFileTests
{
    [Fact]
    public void Each_scenario_is_a_suite_and_each_check_expectation_goal_and_threshold_a_case()
    {
        var root = Read(new FinishedRun(SampleResult.Passed, TimeSpan.FromSeconds(6.81)), new FinishedRun(SampleResult.Failed, TimeSpan.FromSeconds(12)));

        root.Name.LocalName.Should().Be("testsuites");
        Attributes(root).Should().Equal("name=sfmarketo", "tests=15", "failures=7", "errors=0", "time=18.810");
        var suites = root.Elements("testsuite").ToList();
        Attributes(suites[0]).Should().Equal("name=a-day-of-sync", "file=scenarios/a-day-of-sync.yaml", "tests=6", "failures=0", "errors=0", "time=6.810");
        suites[0].Elements("testcase").Select(one => $"{one.Attribute("classname")!.Value} {one.Attribute("name")!.Value}").Should().Equal(
            "a-day-of-sync.run came to its end",
            "a-day-of-sync.run every step happened as written",
            "a-day-of-sync.check A1 no window above 100",
            "a-day-of-sync.expectation the number of dead letters is == 0",
            "a-day-of-sync.reached reached mqls >= 1",
            "a-day-of-sync.run nothing lost, nothing doubled");
        var failures = suites[1].Descendants("failure").ToList();
        failures.Should().HaveCount(7);
        failures[1].Attribute("message")!.Value.Should().Be("A1 no window above 100 (examined 14123)");
        failures[1].Value.Split('\n').Should().HaveCount(7, "a file has room for all cases");
        failures[3].Parent!.Attribute("line")!.Value.Should().Be("80");
    }

    [Fact]
    public void A_failure_holds_facts_cases_trace_and_replay_and_a_warning_is_output()
    {
        var suite = Read(new FinishedRun(SampleResult.Explained, TimeSpan.FromSeconds(12))).Element("testsuite")!;

        suite.Descendants("failure").Last().Value.Should().EndWith("salesforce Lead 00Q2 fits\ntrace: ./sfmarketo trace 00Q1 --in out/a-day-of-sync\nreplay: ./sfmarketo run scenarios/a-day-of-sync.yaml --seed 7");
        suite.Descendants("failure").First().Parent!.Attribute("line")!.Value.Should().Be("31", "that line of the scenario led to it");
        suite.Element("system-out")!.Value.Should().Be("warning: the fault rule 'storm' never hit, 100% of it");
    }

    [Fact]
    public void What_xml_cannot_hold_is_left_out()
    {
        var suite = Read(new FinishedRun(SampleResult.Passed with { Warnings = ["a\u0001b <c> \ud83d\ude00"] }, TimeSpan.Zero)).Element("testsuite")!;

        suite.Element("system-out")!.Value.Should().Be("warning: ab <c> \ud83d\ude00");
    }

    [Fact]
    public void A_path_that_cannot_be_written_is_found_before_anything_is_played_and_one_that_can_is_left_as_it_is()
    {
        var folder = Directory.CreateTempSubdirectory("sfmarketo-test-");
        try
        {
            var (there, notYet) = (Path.Combine(folder.FullName, "a.xml"), Path.Combine(folder.FullName, "new", "b.xml"));
            File.WriteAllText(there, "before");

            JunitFile.Try(there);
            JunitFile.Try(notYet);

            File.ReadAllText(there).Should().Be("before");
            File.Exists(notYet).Should().BeFalse();
            FluentActions.Invoking(() => JunitFile.Try(Path.Combine(there, "c.xml"))).Should().Throw<IOException>();
            FluentActions.Invoking(() => JunitFile.Try(folder.FullName)).Should().Throw<UnauthorizedAccessException>();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Attributes(XElement element) => element.Attributes().Select(attribute => $"{attribute.Name}={attribute.Value}");

    private static XElement Read(params FinishedRun[] runs)
    {
        using var stream = new MemoryStream(JunitFile.Bytes(runs));
        return XDocument.Load(stream).Root!;
    }
}
