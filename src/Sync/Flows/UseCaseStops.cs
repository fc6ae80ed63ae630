using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows;

/// <summary>A use case that rests because of its set-up, while the others go on.</summary>
/// <param name="UseCase">Its name, as the settings call it.</param>
/// <param name="Reason">What is wrong and what mends it.</param>
public sealed record StoppedUseCase(string UseCase, string Reason);

/// <summary>The use cases that rest. In memory: each life finds out anew.</summary>
/// <remarks>Changed by the state's one writer alone; read by anyone.</remarks>
internal sealed class UseCaseStops
{
    private volatile StoppedUseCase[] stopped = [];

    public IReadOnlyList<StoppedUseCase> All => stopped;

    public bool Has(string useCase) => Array.Exists(stopped, stop => stop.UseCase == useCase);

    /// <summary>The use case rests from now on; said once for each reason.</summary>
    public void Stop(StateTransaction state, string useCase, string reason, long now)
    {
        var stop = new StoppedUseCase(useCase, reason);
        if (!stopped.Contains(stop))
        {
            stopped = [.. stopped.Where(known => known.UseCase != useCase), stop];
            state.Incidents.Add(now, "use case stopped", useCase, reason);
        }
    }

    public void Resume(string useCase) => stopped = [.. stopped.Where(known => known.UseCase != useCase)];
}
