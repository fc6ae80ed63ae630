using System.Collections.Concurrent;
using SfMarketo.Tests.Planted.Engine;
using SfMarketo.Tests.Planted.Faults;

namespace SfMarketo.Tests.Planted.Running;

/// <summary>Two benches side by side, for two cores.</summary>
internal sealed class ProvingFloor : IDisposable
{
    private readonly Bench[] benches;

    public ProvingFloor(EngineSource engine, ScenarioFiles scenarios)
    {
        var compiler = new EngineCompiler(engine);
        benches = [new Bench(compiler, scenarios), new Bench(compiler, scenarios)];
    }

    /// <summary>Tries all faults and tells of each when it is done.</summary>
    /// <param name="faults">All of them.</param>
    /// <param name="nearMisses">Try them too.</param>
    /// <param name="everywhere">Try what is not caught in all scenarios.</param>
    /// <returns>In the order of the faults.</returns>
    public async Task<IReadOnlyList<FaultTrial>> RunAsync(IReadOnlyList<Fault> faults, bool nearMisses, bool everywhere)
    {
        var waiting = new ConcurrentQueue<Fault>(faults);
        var done = new ConcurrentBag<FaultTrial>();
        await Task.WhenAll(benches.Select(bench => Task.Run(async () =>
        {
            while (waiting.TryDequeue(out var fault))
            {
                var trial = await bench.TryAsync(fault, nearMisses, everywhere);
                done.Add(trial);
                Console.WriteLine($"[{done.Count}/{faults.Count}] {fault.Name}: {trial.Caught}; near miss {trial.NearMiss}");
            }
        })));
        return [.. done.OrderBy(trial => trial.Fault.Name, StringComparer.Ordinal)];
    }

    public void Dispose()
    {
        foreach (var bench in benches)
        {
            bench.Dispose();
        }
    }
}
