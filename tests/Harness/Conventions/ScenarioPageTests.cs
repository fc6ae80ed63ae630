using System.Text.RegularExpressions;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Tests.Harness.Conventions;

/// <summary>The examples of docs/scenarios.md are read as the page says.</summary>
public sealed partial class ScenarioPageTests
{
    private const string Page = "docs/scenarios.md";
    private const int LongestPage = 250;

    public static TheoryData<string> Examples { get; } = [.. Yaml().Matches(SourceTree.Text(Page).ReplaceLineEndings("\n")).Select(block => block.Groups["yaml"].Value)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_example_is_read_clean_whole_or_in_a_scenario_around_it(string yaml)
    {
        var reading = Read(yaml);

        reading.Problems.Should().BeEmpty();
        reading.Scenario.Should().NotBeNull();
    }

    [Fact]
    public void The_page_has_whole_scenarios_and_is_short()
    {
        Examples.Select(row => row.Data).Count(IsWhole).Should().BeGreaterThan(0);
        SourceTree.Lines(Page).Length.Should().BeLessThanOrEqualTo(LongestPage);
    }

    [Fact]
    public void A_wrong_example_is_found() =>
        Read("expect:\n  - { count: salesforce Leed, is: 1 }\n").Problems.Should().ContainSingle().Which.Code.Should().Be("SC032");

    private static ScenarioReading Read(string yaml)
    {
        var reader = new ScenarioReader(StandardVocabulary.Instance);
        if (IsWhole(yaml))
        {
            return reader.Read($"scenarios/{Name().Match(yaml).Groups["name"].Value}.yaml", yaml);
        }

        var duration = yaml.Contains("\nduration:", StringComparison.Ordinal) ? "" : "duration: 24h\n";
        var timeline = Acts().IsMatch(yaml) ? "" : "timeline:\n  - { at: t+1m, do: salesforce lead created, as: ada }\n";
        return reader.Read(Path.Combine(RepositoryRoot.Path, "scenarios", "example.yaml"), $"version: 1\nname: example\n{duration}{timeline}{yaml}");
    }

    private static bool IsWhole(string yaml) => yaml.StartsWith("version:", StringComparison.Ordinal);

    [GeneratedRegex("^```yaml\n(?<yaml>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Yaml();

    [GeneratedRegex("^name: (?<name>.+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("^(timeline|load):", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Acts();
}
