namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>Runs of batch campaigns that are still to come, in the order of their instants.</summary>
internal sealed class ScheduleTable
{
    private readonly List<ScheduledRun> runs;

    public ScheduleTable() => runs = [];

    private ScheduleTable(ScheduleTable other) => runs = [.. other.runs];

    public IReadOnlyList<ScheduledRun> All => runs;

    /// <summary>The first run's instant, microseconds; null when there is none.</summary>
    public long? NextAt => runs.Count == 0 ? null : runs[0].At;

    public void Add(ScheduledRun run)
    {
        var place = runs.FindIndex(other => other.At > run.At);
        runs.Insert(place < 0 ? runs.Count : place, run);
    }

    /// <summary>The campaign's recurrence ends, or is another one.</summary>
    public void RemoveRecurring(int campaignId) => runs.RemoveAll(run => run.Recurs && run.CampaignId == campaignId);

    /// <summary>Takes the first run if its time has come.</summary>
    public bool TryTake(long now, out ScheduledRun run)
    {
        if (runs.Count == 0 || runs[0].At > now)
        {
            run = default;
            return false;
        }

        run = runs[0];
        runs.RemoveAt(0);
        return true;
    }

    public ScheduleTable Fork() => new(this);
}
