using SfMarketo.Harness.Scenarios.Reading;

namespace SfMarketo.Tests.Harness.Scenarios;

public sealed class ProblemCodeTests
{
    private static readonly string[] Sections = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "scenario-errors.md")).ReplaceLineEndings("\n").Split("\n## ")[1..];

    [Fact]
    public void Every_code_has_a_section_in_the_page_and_each_section_a_code()
    {
        Sections.Select(section => section[..5]).Should().Equal(ProblemCode.All);
    }

    [Fact]
    public void Each_section_says_what_to_do()
    {
        Sections.Should().AllSatisfy(section => section.Should().Contain("**What to do:** "));
    }
}
