using System.Diagnostics;
using SfMarketo.Cli.Workers;

namespace SfMarketo.Tests.Harness.Cli.Workers;

public sealed class WorkerProcessTests
{
    [Fact]
    public async Task A_process_that_ends_without_an_answer_is_a_run_that_could_not_be_played()
    {
        await using var worker = WorkerProcess.Start([SfMarketo.Cli.RunCommand.Name, SfMarketo.Cli.RunCommand.WorkerFlag, "no-such-file.yaml"]);

        var line = await worker.PlayAsync(new RunOrder(0, "one"), static _ => { }, TestContext.Current.CancellationToken);

        line.Failure.Should().Match<WorkerFailure>(failure => failure.Code == 3 && failure.Message == "The worker that played it ended without an answer (exit code 2)." && failure.Detail.Contains("no-such-file.yaml"));
    }

    [Fact]
    public async Task A_process_that_says_something_else_is_a_run_that_could_not_be_played()
    {
        await using var worker = WorkerProcess.Start(new ProcessStartInfo("dotnet", ["--version"]));

        var line = await worker.PlayAsync(new RunOrder(0, "one"), static _ => { }, TestContext.Current.CancellationToken);

        line.Failure!.Code.Should().Be(3);
    }

    [Fact]
    public async Task The_program_itself_is_a_worker_and_giving_up_ends_it_in_the_middle_of_a_run()
    {
        var scenario = Path.Combine(RepositoryRoot.Path, "scenarios", "days", "a-day-of-sync.yaml");
        await using var worker = WorkerProcess.Start([SfMarketo.Cli.RunCommand.Name, SfMarketo.Cli.RunCommand.WorkerFlag, scenario]);
        using var giveUp = new CancellationTokenSource();

        var playing = worker.PlayAsync(new RunOrder(0, "a-day-of-sync"), _ => giveUp.Cancel(), giveUp.Token);

        await FluentActions.Awaiting(() => playing).Should().ThrowAsync<OperationCanceledException>();
    }
}
