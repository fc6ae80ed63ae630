using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Running.Relations;

namespace SfMarketo.Tests.Harness.Conventions;

/// <summary>docs/checks.md has each letter of the rules once, with the judge that answers to it, or why there is none.</summary>
public sealed class ChecksPageTests
{
    private const string None = "-";

    private static readonly IReadOnlyList<(string Id, string File, string What)> Rows =
        [.. SourceTree.Lines("docs/checks.md").Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2).Select(line => line.Split('|')).Select(cells => (cells[1].Trim(), cells[2].Trim(), cells[3].Trim()))];

    [Fact]
    public void Every_letter_of_the_rules_has_its_row()
    {
        var letters = Enumerable.Range(1, 20).Select(number => $"A{number}").Concat(Enumerable.Range(1, 14).Select(number => $"Q{number}")).Concat(Enumerable.Range(1, 6).Select(number => $"M{number}"));

        Rows.Select(row => row.Id).Should().OnlyHaveUniqueItems().And.Contain(letters);
    }

    [Fact]
    public void The_judges_of_the_page_are_those_that_are_registered() =>
        Rows.Where(row => row.File != None).Select(row => row.Id).Should().BeEquivalentTo(Judges.Catalog.Select(check => check.Id).Concat(Relation.All.Select(relation => relation.Id)));

    [Fact]
    public void Each_row_names_the_file_that_judges_it_or_says_why_none_does()
    {
        foreach (var (id, file, what) in Rows)
        {
            if (file == None)
            {
                what.Should().StartWith("not built: ", $"{id} is not judged");
                continue;
            }

            var source = SourceTree.Files.Should().ContainSingle(path => path.EndsWith("/" + file, StringComparison.Ordinal), $"{id} is judged there").Subject;
            SourceTree.Text(source).Should().Contain($"\"{id}\"");
            what.Should().NotBeEmpty();
        }
    }
}
