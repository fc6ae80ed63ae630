using SfMarketo.Sync.Flows.Engagement;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Sources;

/// <summary>Lets time pass for engagement: digests of days that have ended, activities that waited in vain.</summary>
internal sealed class EngagementKeeper(Engagements engagements, StateStore store, TimeProvider time)
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    public async Task<CallFailure?> KeepAsync(CancellationToken cancellationToken)
    {
        await store.CommitAsync(state => engagements.Tick(state, time.NowMicros()));
        return null;
    }
}
