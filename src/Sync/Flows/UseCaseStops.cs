using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows;

/// <summary>A use case that rests because of its set-up, while the others go on.</summary>
/// <param name="UseCase">Its name, as the settings call it.</param>
/// <param name="Reason">What is wrong and what mends it.</param>
public sealed record StoppedUseCase(string UseCase, string Reason);

/// <summary>The use cases that rest. In memory: each life finds out anew.</summary>
internal sealed class UseCaseStops
{
    private readonly List<StoppedUseCase> stopped = [];

    public IReadOnlyList<StoppedUseCase> All => stopped;

    public bool Has(string useCase) => stopped.Exists(stop => stop.UseCase == useCase);

    /// <summary>The use case rests from now on; said once for each reason.</summary>
    public void Stop(StateTransaction state, string useCase, string reason, long now)
    {
        if (stopped.Find(stop => stop.UseCase == useCase) is { } known)
        {
            if (known.Reason == reason)
            {
                return;
            }

            stopped.Remove(known);
        }

        stopped.Add(new StoppedUseCase(useCase, reason));
        state.Incidents.Add(now, "use case stopped", useCase, reason);
    }

    /// <returns>True when it rested.</returns>
    public bool Resume(string useCase) => stopped.RemoveAll(stop => stop.UseCase == useCase) > 0;
}
