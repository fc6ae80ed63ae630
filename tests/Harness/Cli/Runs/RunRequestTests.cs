using SfMarketo.Cli.Runs;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Tests.Harness.Cli.Runs;

public sealed class RunRequestTests
{
    private static readonly Scenario One = new() { Name = "one", File = "one.yaml", Duration = TimeSpan.FromHours(1) };

    [Fact]
    public void The_command_that_repeats_a_run_keeps_what_made_it_and_drops_what_made_the_others()
    {
        var request = new RunRequest([One], 7, null)
        {
            Arguments = ["scenarios/one.yaml", "--seed", "7", "--kill-everywhere", "--kill-step", "5", "--jobs", "2", "--set", "name=a b", "--out", "out"],
        };

        request.CommandFor("one", "--kill-at 17").Should().Be("sfmarketo run scenarios/one.yaml --seed 7 --set 'name=a b' --kill-at 17");
    }

    [Fact]
    public void One_of_several_scenarios_is_named()
    {
        var request = new RunRequest([One, One with { Name = "two" }], null, null) { Arguments = ["scenarios", "--kill-everywhere"] };

        request.CommandFor("two", "--kill-at 17").Should().Be("sfmarketo run scenarios --only two --kill-at 17");
    }
}
