using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Tests.Harness.Scenarios;

public sealed class StarterScenarioTests
{
    [Fact]
    public void It_reads_clean_and_shows_each_part_that_a_story_needs()
    {
        var reading = new ScenarioReader(StandardVocabulary.Instance).Read("scenarios/a-first-story.yaml", StarterScenario.Text("a-first-story", "scenario.schema.json"));

        reading.Problems.Should().BeEmpty();
        var scenario = reading.Scenario!;
        scenario.Name.Should().Be("a-first-story");
        scenario.Load.Should().NotBeEmpty();
        scenario.Timeline.Should().NotBeEmpty();
        scenario.Expect.Should().NotBeEmpty();
        scenario.Thresholds.Should().NotBeEmpty();
        scenario.Reached.Should().NotBeEmpty();
        string.Join(' ', reading.Lines.TakeWhile(line => line.StartsWith('#'))).Should().Contain("It matters because");
    }
}
