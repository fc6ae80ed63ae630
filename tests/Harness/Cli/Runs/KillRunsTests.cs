using SfMarketo.Cli;
using SfMarketo.Cli.Runs;
using SfMarketo.Cli.Workers;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Tests.Harness.Cli.Workers;
using SfMarketo.Tests.Harness.Reports;

namespace SfMarketo.Tests.Harness.Cli.Runs;

public sealed class KillRunsTests
{
    private const int Passages = 25;

    private static readonly Scenario One = new() { Name = "one", File = "one.yaml", Duration = TimeSpan.FromHours(1) };

    private readonly List<long?> killed = [];

    [Fact]
    public async Task The_engine_is_killed_once_at_each_passage()
    {
        var (code, lines) = await PlayAsync(1, static order => FakeWorker.Passed(order) with { Result = Passed(order) });

        code.Should().Be(0);
        killed.Order().Should().Equal([null, .. Enumerable.Range(1, Passages).Select(number => (long?)number)]);
        lines.Should().ContainSingle(line => line.StartsWith("one: 25 passages, 25 survived (", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_step_leaves_passages_out()
    {
        var (_, lines) = await PlayAsync(10, static order => FakeWorker.Passed(order) with { Result = Passed(order) });

        killed.Order().Should().Equal(null, 1, 11, 21);
        lines.Should().ContainSingle(line => line.StartsWith("one: 3 of 25 passages, 3 survived (", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_passage_that_is_not_survived_is_told_with_what_broke_and_how_to_see_it_again()
    {
        var (code, lines) = await PlayAsync(1, static order => new WorkerLine { Result = order.KillAt == 17 ? SampleResult.Failed with { Scenario = "one", Passages = Passages } : Passed(order) });

        code.Should().Be(1);
        lines.Should().Contain("  A1 no window above 100 (examined 14123)")
            .And.Contain("  killed at passage 17; the same again: sfmarketo run scenarios/one.yaml --kill-at 17")
            .And.ContainSingle(line => line.StartsWith("one: 25 passages, 24 survived (", StringComparison.Ordinal));
    }

    [Fact]
    public async Task How_long_flows_took_is_no_matter_when_the_engine_was_down()
    {
        var (code, _) = await PlayAsync(1, static order => new WorkerLine { Result = Passed(order) with { Thresholds = order.KillAt is null ? [] : SampleResult.Failed.Thresholds } });

        code.Should().Be(0);
    }

    [Fact]
    public async Task A_run_that_never_came_to_its_passage_has_not_survived_it()
    {
        var (code, lines) = await PlayAsync(1, static order => new WorkerLine { Result = Passed(order) with { Passages = order.KillAt == 17 ? 16 : Passages } });

        code.Should().Be(1);
        lines.Should().Contain(line => line.Contains("never came to passage 17"));
    }

    [Fact]
    public async Task Nothing_is_killed_in_a_scenario_that_fails_by_itself()
    {
        var (code, _) = await PlayAsync(1, static _ => new WorkerLine { Result = SampleResult.Failed with { Passages = Passages } });

        code.Should().Be(1);
        killed.Should().Equal([null]);
    }

    [Fact]
    public async Task A_worker_that_dies_is_a_run_that_could_not_be_played()
    {
        var (code, _) = await PlayAsync(1, static order => order.KillAt == 3 ? FakeWorker.Died : new WorkerLine { Result = Passed(order) });

        code.Should().Be(3);
    }

    private static SfMarketo.Harness.Reports.RunResult Passed(RunOrder order) => SampleResult.Passed with { Scenario = order.Scenario, Passages = Passages };

    private async Task<(int Code, string[] Lines)> PlayAsync(int step, Func<RunOrder, WorkerLine> answer)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        await using var pool = new WorkerPool(() => new FakeWorker(order =>
        {
            lock (killed)
            {
                killed.Add(order.KillAt);
            }

            return answer(order);
        }), 2);
        var request = new RunRequest([One], null, null) { KillStep = step, Arguments = ["scenarios/one.yaml", "--kill-everywhere"] };
        var code = await new KillRuns(request, pool, ConsoleOutput.Create(writer, redirected: true)).PlayAsync(TestContext.Current.CancellationToken);
        return (code, writer.ToString().ReplaceLineEndings("\n").Split('\n'));
    }
}
