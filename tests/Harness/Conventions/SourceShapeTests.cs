using System.Text.RegularExpressions;

namespace SfMarketo.Tests.Harness.Conventions;

public sealed partial class SourceShapeTests(ITestOutputHelper output)
{
    private const int LongestFile = 400;
    private const int MedianFile = 100;

    [Fact]
    public void No_file_of_code_is_over_400_lines()
    {
        var code = SourceTree.Code("src/").Concat(SourceTree.Code("tests/")).ToList();

        code.Should().HaveCountGreaterThan(300);
        code.Where(file => SourceTree.Lines(file).Length > LongestFile).Should().BeEmpty();
    }

    [Fact]
    public void The_median_file_of_the_product_is_under_100_lines()
    {
        var lengths = SourceTree.Code("src/").Select(file => SourceTree.Lines(file).Length).Order().ToList();

        var median = lengths[lengths.Count / 2];

        output.WriteLine($"{lengths.Count} files, median {median} lines, longest {lengths[^1]}");
        median.Should().BeLessThan(MedianFile);
    }

    [Fact]
    public void No_folder_and_no_type_has_a_name_that_says_nothing()
    {
        var code = SourceTree.Code("src/").Concat(SourceTree.Code("tests/")).ToList();

        var folders = code.Where(file => file.Split('/')[..^1].Any(IsEmptyName));
        var types = code.SelectMany(file => TypeDeclaration().Matches(SourceTree.Text(file)).Where(type => IsEmptyName(type.Groups["name"].Value)).Select(type => $"{file}: {type.Groups["name"].Value}"));

        folders.Should().BeEmpty();
        types.Should().BeEmpty();
    }

    [Fact]
    public void Each_file_of_the_product_declares_a_top_level_type()
    {
        var code = SourceTree.Code("src/").Where(file => !file.EndsWith("/Program.cs", StringComparison.Ordinal)).ToList();

        var without = code.Where(file => !TopLevelType().IsMatch(SourceTree.Text(file)));

        without.Should().BeEmpty("a file without a type is dead, a file-scoped namespace is the rule");
    }

    [Fact]
    public void No_test_is_skipped_without_a_reason()
    {
        var tests = SourceTree.Code("tests/").ToList();

        var bare = tests.SelectMany(file => Skipped().Matches(SourceTree.Text(file))
            .Where(skip => skip.Groups["reason"].Value.Trim().Length < 15)
            .Select(skip => $"{file}: {skip.Value}"));

        bare.Should().BeEmpty("a skipped test names what must happen before it runs again");
    }

    [Theory]
    [InlineData("[Fact(Skip = \"\")]", true)]
    [InlineData("[Theory(DisplayName = \"x\", Skip = \"later\")]", true)]
    [InlineData("Assert.Skip(\"no socket\")", true)]
    [InlineData("list.Skip(1)", false)]
    public void The_search_for_skipped_tests_finds_them(string code, bool found) => Skipped().IsMatch(code).Should().Be(found);

    private static bool IsEmptyName(string name) => EmptyName().IsMatch(name);

    [GeneratedRegex("(Utils?|Utilities|Utility|Helpers?|Manager|Managers)$", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"^\s*(?:\w+ )*(?:class|record struct|record class|record|struct|interface|enum) (?<name>\w+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"^(?:\w+ )*(?:class|record|struct|interface|enum|delegate) \w+", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex TopLevelType();

    [GeneratedRegex("""(?:\bSkip(?:Unless|When)? = |\bAssert\.Skip(?:Unless|When)?\((?:[^"\n]*, )?)"(?<reason>[^"\n]*)""", RegexOptions.CultureInvariant)]
    private static partial Regex Skipped();
}
