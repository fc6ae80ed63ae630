using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Running;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Tests.Virtual;

/// <summary>The first scenario that a user meets.</summary>
public sealed class StarterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_starter_runs_green_as_it_is(ulong seed)
    {
        var scenario = new ScenarioReader(StandardVocabulary.Instance).Read("scenarios/a-first-story.yaml", StarterScenario.Text("a-first-story", "scenario.schema.json")).Scenario!;

        var result = await new VirtualRunner().RunAsync(scenario, new RunOptions(seed, null, null), TestContext.Current.CancellationToken);

        result.Failure.Should().BeNull();
        result.Expectations.Where(one => !one.Passed).SelectMany(one => one.Failures).Should().BeEmpty();
        result.Passed.Should().BeTrue();
    }
}
