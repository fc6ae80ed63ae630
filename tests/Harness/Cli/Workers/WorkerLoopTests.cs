using System.Threading.Channels;
using SfMarketo.Cli.Runs;
using SfMarketo.Cli.Workers;
using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Tests.Harness.Reports;

namespace SfMarketo.Tests.Harness.Cli.Workers;

public sealed class WorkerLoopTests
{
    private static readonly Scenario[] Scenarios = [.. new[] { "one", "two" }.Select(name => new Scenario { Name = name, File = name + ".yaml", Duration = TimeSpan.FromHours(1) })];

    [Fact]
    public async Task Orders_are_played_one_after_another_until_there_are_no_more()
    {
        var runner = new FakeRunner((scenario, options) => SampleResult.Passed with { Scenario = scenario.Name, Seed = options.Seed!.Value, Passages = options.KillAt ?? 0 });

        var (code, lines) = await PlayAsync(runner, new RunOrder(1, "two") { KillAt = 5 }, new RunOrder(0, "one"));

        code.Should().Be(0);
        lines.Where(line => line.Progress is null).Select(line => (line.Result!.Scenario, line.Result.Seed, line.Result.Passages)).Should().Equal(("two", 7UL, 5L), ("one", 7UL, 0L));
        lines[0].Progress.Should().Be("on its way");
    }

    [Fact]
    public async Task A_run_that_breaks_off_is_answered_and_ends_the_worker()
    {
        var (code, lines) = await PlayAsync(new FakeRunner((_, _) => throw new InvalidOperationException("no luck")), new RunOrder(0, "one"), new RunOrder(1, "two"));

        code.Should().Be(3);
        lines.Where(line => line.Progress is null).Should().ContainSingle().Which.Failure.Should().Match<WorkerFailure>(failure => failure.Code == 3 && failure.Message == "no luck" && failure.Detail.Contains("FakeRunner"));
    }

    [Fact]
    public async Task A_run_that_takes_too_long_has_its_own_code()
    {
        var (code, _) = await PlayAsync(new FakeRunner((_, _) => throw new TimeoutException("late")), new RunOrder(0, "one"));

        code.Should().Be(4);
    }

    [Theory]
    [InlineData(0, "two")]
    [InlineData(2, "three")]
    public async Task Files_that_were_changed_meanwhile_are_noticed(int index, string name)
    {
        var (code, lines) = await PlayAsync(new FakeRunner((_, _) => SampleResult.Passed), new RunOrder(index, name));

        code.Should().Be(2);
        lines.Should().ContainSingle().Which.Failure!.Message.Should().Be("The scenario files were changed during the run.");
    }

    private static async Task<(int Code, List<WorkerLine> Lines)> PlayAsync(IScenarioRunner runner, params RunOrder[] orders)
    {
        using var output = new StringWriter();
        var input = Channel.CreateUnbounded<string>();
        foreach (var order in orders)
        {
            input.Writer.TryWrite(WorkerProtocol.Write(order));
        }

        input.Writer.Complete();
        var code = await new WorkerLoop(new RunRequest(Scenarios, 7, null), runner, output).RunAsync(input.Reader, TestContext.Current.CancellationToken);
        return (code, [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(WorkerProtocol.ReadLine)]);
    }

    private sealed class FakeRunner(Func<Scenario, RunOptions, RunResult> play) : IScenarioRunner
    {
        public Task<RunResult> RunAsync(Scenario scenario, RunOptions options, CancellationToken cancellationToken)
        {
            options.Progress!("on its way");
            options.Progress("too soon to be told");
            return Task.FromResult(play(scenario, options));
        }
    }
}
