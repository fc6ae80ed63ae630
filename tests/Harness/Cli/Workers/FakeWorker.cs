using SfMarketo.Cli.Workers;
using SfMarketo.Tests.Harness.Reports;

namespace SfMarketo.Tests.Harness.Cli.Workers;

/// <summary>A worker without a process.</summary>
internal sealed class FakeWorker(Func<RunOrder, WorkerLine> answer) : IRunWorker
{
    public List<RunOrder> Played { get; } = [];

    public bool Ended { get; private set; }

    public static WorkerLine Passed(RunOrder order) => new() { Result = SampleResult.Passed with { Scenario = order.Scenario, Passages = order.KillAt ?? 0 }, WallSeconds = 1 };

    public static WorkerLine Died => new() { Failure = new WorkerFailure(3, "It ended without an answer.", "last words") };

    public async Task<WorkerLine> PlayAsync(RunOrder order, Action<string> progress, CancellationToken cancellationToken)
    {
        Played.Add(order);
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        progress("half of it");
        return answer(order);
    }

    public ValueTask DisposeAsync()
    {
        Ended = true;
        return ValueTask.CompletedTask;
    }
}
