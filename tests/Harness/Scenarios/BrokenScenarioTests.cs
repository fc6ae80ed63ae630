using SfMarketo.Harness.Scenarios;
using SfMarketo.Harness.Scenarios.Reading;

namespace SfMarketo.Tests.Harness.Scenarios;

public sealed class BrokenScenarioTests
{
    private static readonly ScenarioReader Reader = new(StandardVocabulary.Instance);

    public static TheoryData<string> Cases => [.. BrokenScenarios.All.Select(one => one.Title)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_broken_file_gives_exactly_these_problems(string title)
    {
        var broken = BrokenScenarios.All.Single(one => one.Title == title);

        var reading = broken.Read();

        reading.Scenario.Should().BeNull(title);
        reading.Problems.Select(Line).Should().Equal(broken.Expected, title);
    }

    [Fact]
    public void Every_code_has_a_broken_file_that_shows_it()
    {
        BrokenScenarios.All.Should().HaveCountGreaterThanOrEqualTo(60);
        var shown = BrokenScenarios.All.SelectMany(one => one.Read().Problems).Select(problem => problem.Code).Distinct();

        ProblemCode.All.Except(shown).Except([ProblemCode.NoInput]).Should().BeEmpty();
    }

    [Fact]
    public void A_few_lines_of_aliases_do_not_become_a_billion_values()
    {
        var yaml = "a: &a [x,x,x,x,x,x,x,x,x]\n";
        for (var letter = 'b'; letter <= 'j'; letter++)
        {
            var before = (char)(letter - 1);
            yaml += $"{letter}: &{letter} [{string.Join(',', Enumerable.Repeat($"*{before}", 9))}]\n";
        }

        Reader.Read("scenarios/x.yaml", yaml).Problems.Should().ContainSingle().Which.Message.Should().Be("this is not YAML: more than 50000 values");
    }

    [Fact]
    public void The_text_shows_the_line_a_caret_and_what_to_do()
    {
        var reading = Reader.Read("scenarios/x.yaml", "version: 1\nname: x\nduration: 30\ntimeline:\n  - {at: t+1m, do: salesforce led created}\n");

        ProblemText.Write([reading]).Should().Be(
            """
            error SC020: duration: '30' has no unit
              --> scenarios/x.yaml:3:11
              |
            3 | duration: 30
              |           ^^ write 30s, 30m or 30h
            error SC030: 'salesforce led created' is no event
              --> scenarios/x.yaml:5:20
              |
            5 |   - {at: t+1m, do: salesforce led created}
              |                    ^^^^^^^^^^^^^^^^^^^^^^ did you mean 'salesforce lead created'?
            2 errors. Nothing was run. Exit code 2.

            """.ReplaceLineEndings("\n"));
    }

    internal static string Line(ScenarioProblem problem) =>
        $"{(problem.File is null ? "" : problem.File + " ")}{problem.Line}:{problem.Column}+{problem.Length} {problem.Code} {problem.Message}{(problem.Suggestion is null ? "" : " | " + problem.Suggestion)}";
}
