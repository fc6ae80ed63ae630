using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Tests.Harness.Reports;

public sealed class ReplayCommandTests
{
    private static readonly Scenario Story = new() { Name = "story", File = "scenarios/story.yaml", Duration = TimeSpan.FromHours(1) };

    [Fact]
    public void The_command_has_the_seed_that_was_played() =>
        ReplayCommand.Of(Story, 9, new RunOptions(9, "out", null)).Should().Be("./sfmarketo run scenarios/story.yaml --seed 9");

    [Fact]
    public void The_command_has_all_that_made_the_run_another_one() =>
        ReplayCommand.Of(Story with { Name = "story[rate=20]", File = "my scenarios/story.yaml" }, 9, new RunOptions(null, null, null) { KillAt = 17, Settings = ["rate=20", "why=it's so"] })
            .Should().Be("./sfmarketo run 'my scenarios/story.yaml' --seed 9 --only 'story[rate=20]' --set rate=20 --set 'why=it'\\''s so' --kill-at 17");

    [Fact]
    public void A_trace_looks_into_the_runs_folder_or_into_one_to_be_made()
    {
        ReplayCommand.Trace("00Q1", "out/story").Should().Be("./sfmarketo trace 00Q1 --in out/story");
        ReplayCommand.Trace("1001/Acquisition Suppression/17", null).Should().Be("./sfmarketo trace '1001/Acquisition Suppression/17' --in OUT");
    }

    [Theory]
    [InlineData(0, "t+0s")]
    [InlineData(800.25, "t+13m20.25s")]
    [InlineData(7205, "t+2h0m5s")]
    [InlineData(90061, "t+25h1m1s")]
    [InlineData(-5, "t-5s")]
    public void A_moment_is_written_since_the_start(double seconds, string text) => MomentText.Offset(TimeSpan.FromSeconds(seconds)).Should().Be(text);
}
