using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Flows;
using SfMarketo.Sync.Flows.OpportunityStages;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Sources;

/// <summary>The clock of the opportunity stages: ends delays, checks at the start that all programs are there, and looks again while the use case rests.</summary>
internal sealed class StandingKeeper(StandingNews standings, ProgramDirectory programs, UseCaseStops stops, StateStore store, TimeProvider time)
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private const int Batch = 500;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(15);

    private long? lookAt = 0;

    public async Task<CallFailure?> KeepAsync(CancellationToken cancellationToken)
    {
        var now = time.NowMicros();
        if (stops.Has(StandingNews.UseCase) && lookAt is null)
        {
            lookAt = now + Micros.Of(LookAgain); // stopped by a call
        }

        if (lookAt <= now)
        {
            var found = await programs.ResolveAsync(cancellationToken);
            if (found.TryGetValue(out _, out var failure))
            {
                lookAt = null;
                await store.CommitAsync(state =>
                {
                    stops.Resume(StandingNews.UseCase);
                    standings.Resume(state, now);
                });
            }
            else if (ProgramDirectory.IsSetUp(failure))
            {
                lookAt = now + Micros.Of(LookAgain);
                await store.CommitAsync(state => stops.Stop(state, StandingNews.UseCase, ProgramDirectory.Reason(failure), now));
            }
            else
            {
                return failure;
            }
        }

        while (await store.CommitAsync(state => standings.EndDelays(state, Batch, now)) == Batch)
        {
            // More than one batch was due.
        }

        return null;
    }
}
