using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Running;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Tests.Virtual;

public sealed class JudgedRunTests
{
    private const string Story = """
        version: 1
        name: story
        duration: 20m
        seed: 5
        org: { people: 10, accounts: 3 }
        timeline:
          - { at: t+2m, do: salesforce lead created, as: ada, with: { LastName: Ada, Email: ada@x.example } }
          - { at: t+9m, do: salesforce lead edited, who: ada, with: { FirstName: Ann } }
        invariants: { relations: [M1, M3, Q3] }
        """;

    [Fact]
    public async Task The_stopped_engines_file_is_judged_and_its_ledger_has_every_call()
    {
        var result = await Play(Story.Replace("[M1, M3, Q3]", "[]", StringComparison.Ordinal));

        result.Checks.Where(check => check.Id is "A12" or "A19" or "A20" or "Q5" or "Q11" or "Q12" or "Q13").Should().HaveCount(7).And.OnlyContain(check => check.Passed && check.Examined > 0);
        result.Checks.Single(check => check.Id == "Q13").Examined.Should().Be(result.Figures.MarketoCalls);
        result.Passed.Should().BeTrue();
    }

    [Fact]
    public async Task Relations_are_reported_beside_the_checks()
    {
        var result = await Play(Story);

        result.Checks.Where(check => check.Id is "M1" or "M3" or "Q3").Select(check => (check.Id, check.Passed)).Should().Equal(("M1", true), ("M3", true), ("Q3", true));
        result.Checks.Single(check => check.Id == "M3").Examined.Should().BeGreaterThan(result.Checks.Single(check => check.Id == "M1").Examined);
    }

    private static Task<RunResult> Play(string text)
    {
        var reading = new ScenarioReader(StandardVocabulary.Instance).Read("story.yaml", text);
        reading.Problems.Should().BeEmpty();
        return new VirtualRunner().RunAsync(reading.Scenario!, new RunOptions(null, null, null), CancellationToken.None);
    }
}
