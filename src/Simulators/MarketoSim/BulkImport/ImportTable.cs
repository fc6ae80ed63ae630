using SfMarketo.Kernel.Recording;

namespace SfMarketo.MarketoSim.BulkImport;

/// <summary>The imports of an instance in the order of their calls: two run, the others wait for them.</summary>
/// <remarks>Source: Marketo REST API, "Bulk import": two at a time, ten queued with those that run, first in first out; a batch id lives seven days.</remarks>
internal sealed class ImportTable
{
    private const int MostRunning = 2;
    private const int FirstBatchId = 1001;
    private const long LifeMicros = 7 * 24 * 3600 * Micros.PerSecond;

    private readonly List<ImportJob> jobs;
    private readonly List<ImportJob> active;

    public ImportTable() => (jobs, active) = ([], []);

    private ImportTable(ImportTable other)
    {
        jobs = [.. other.jobs.Select(job => job.Fork())];
        active = [.. jobs.Where(job => job.Status != ImportStatus.Complete)];
    }

    public int NextBatchId => FirstBatchId + jobs.Count;

    /// <summary>How many wait or run.</summary>
    public int ActiveCount => active.Count;

    /// <summary>The next instant at which something happens, microseconds; null when nothing does.</summary>
    public long? NextAt => active.Count == 0 ? null : active.Min(job => job.NextAt);

    /// <summary>Whether an import to this list waits or runs.</summary>
    public bool IsImportedTo(int listId) => active.Exists(job => job.Target.List?.Id == listId);

    /// <summary>Null when there is none, or it is older than seven days.</summary>
    /// <param name="batchId">Batch id.</param>
    /// <param name="kind">What it must be of.</param>
    /// <param name="apiName">Of the custom object; else empty.</param>
    /// <param name="now">Microseconds since 1970 UTC.</param>
    public ImportJob? Find(int batchId, ImportKind kind, string apiName, long now)
    {
        var place = batchId - FirstBatchId;
        return place >= 0 && place < jobs.Count && jobs[place] is var job && job.Target.Kind == kind && job.Target.ApiName == apiName && now < job.SubmittedAt + LifeMicros ? job : null;
    }

    public void Add(ImportJob job)
    {
        jobs.Add(job);
        active.Add(job);
        Admit(job.SubmittedAt);
    }

    /// <summary>The first job whose time has come; null when none's has.</summary>
    public ImportJob? NextDue(long now)
    {
        ImportJob? first = null;
        foreach (var job in active)
        {
            if (job.NextAt is { } due && due <= now && (first is null || due < first.NextAt))
            {
                first = job;
            }
        }

        return first;
    }

    /// <summary>Ends a job, whose place goes to the next one.</summary>
    public void Complete(ImportJob job, long at)
    {
        job.Complete(at);
        active.Remove(job);
        Admit(at);
    }

    public ImportTable Fork() => new(this);

    /// <summary>Gives free places to the jobs that wait longest.</summary>
    private void Admit(long at)
    {
        for (var place = 0; place < active.Count && place < MostRunning; place++)
        {
            active[place].NextAt ??= at + active[place].StartMicros;
        }
    }
}
