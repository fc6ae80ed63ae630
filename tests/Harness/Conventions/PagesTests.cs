using System.Globalization;
using System.Text.RegularExpressions;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Tests.Harness.Conventions;

/// <summary>The pages that people read: scenarios, decisions, and the links between pages.</summary>
public sealed partial class PagesTests
{
    public static TheoryData<string> Scenarios { get; } = [.. SourceTree.Files.Where(file => file.StartsWith("scenarios/", StringComparison.Ordinal) && file.EndsWith(".yaml", StringComparison.Ordinal) && !file.Contains("/presets/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_scenario_reads_clean_and_opens_with_its_schema_and_a_comment_that_says_why_it_matters(string file)
    {
        var readings = ScenarioFiles.Read(new ScenarioReader(StandardVocabulary.Instance), [Path.Combine(RepositoryRoot.Path, file)], out var complaint);

        complaint.Should().BeNull();
        readings.SelectMany(reading => reading.Problems).Should().BeEmpty();
        const string schema = "# yaml-language-server: $schema=";
        SourceTree.Lines(file)[0].Should().StartWith(schema);
        Exists(file, SourceTree.Lines(file)[0][schema.Length..]).Should().BeTrue("editors look for the schema beside the file");
        SourceTree.Lines(file)[1].Should().StartWith("# ");
        string.Join(' ', SourceTree.Lines(file).TakeWhile(line => line.StartsWith('#'))).Should().Contain("It matters because");
        readings.Select(reading => reading.Scenario!.Name.Split('[')[0]).Distinct().Should().Equal([Path.GetFileNameWithoutExtension(file)], "a matrix adds its values in brackets");
    }

    [Fact]
    public void Decisions_are_numbered_without_gaps_and_have_their_three_parts()
    {
        var decisions = SourceTree.Files.Where(file => file.StartsWith("docs/decisions/", StringComparison.Ordinal)).ToList();

        decisions.Should().NotBeEmpty();
        for (var number = 1; number <= decisions.Count; number++)
        {
            var label = number.ToString("0000", CultureInfo.InvariantCulture);
            var file = decisions[number - 1];
            file.Should().StartWith($"docs/decisions/{label}-");
            SourceTree.Lines(file)[0].Should().StartWith($"# {label} ");
            SourceTree.Text(file).Should().ContainAll("**Context.**", "**Choice.**", "**Consequences.**");
        }
    }

    [Fact]
    public void Links_and_file_names_in_pages_lead_somewhere()
    {
        var pages = SourceTree.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal)).ToList();

        var dead = pages.SelectMany(page => Link().Matches(SourceTree.Text(page))
            .Select(link => link.Groups["target"].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !Exists(page, target))
            .Select(target => $"{page}: {target}"));

        // A name in backticks that begins with one of our folders is a promise, too.
        var unkept = pages.SelectMany(page => Named().Matches(SourceTree.Text(page))
            .Select(name => name.Groups["path"].Value)
            .Where(path => !Exists("README.md", path))
            .Select(path => $"{page}: {path}"));

        pages.Should().Contain("README.md");
        dead.Should().BeEmpty();
        unkept.Should().BeEmpty();
    }

    private static bool Exists(string page, string target)
    {
        var full = Path.Combine(RepositoryRoot.Path, Path.GetDirectoryName(page)!, target);
        return File.Exists(full) || Directory.Exists(full);
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("`(?<path>(?:src|tests|docs|eng|scenarios|bench)/[A-Za-z0-9_./-]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
