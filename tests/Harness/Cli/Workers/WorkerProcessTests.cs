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

    [Fact]
    public async Task A_worker_whose_master_is_gone_ends_in_the_middle_of_its_run()
    {
        var scenario = Path.Combine(RepositoryRoot.Path, "scenarios", "days", "a-day-of-sync.yaml");
        var program = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "sfmarketo.dll"), SfMarketo.Cli.RunCommand.Name, SfMarketo.Cli.RunCommand.WorkerFlag, scenario])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var worker = Process.Start(program)!;
        await worker.StandardInput.WriteLineAsync(WorkerProtocol.Write(new RunOrder(0, "a-day-of-sync")));
        await worker.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        WorkerProtocol.ReadLine((await worker.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!).Progress.Should().NotBeNull();

        // What the system does to a pipe whose writer was killed.
        worker.StandardInput.Close();

        var rest = await worker.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
        worker.ExitCode.Should().Be(SfMarketo.Cli.ExitCode.Interrupted);
        rest.Should().NotContain("\"Result\"");
    }
}
