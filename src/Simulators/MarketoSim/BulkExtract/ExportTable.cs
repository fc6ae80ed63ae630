using SfMarketo.Kernel.Recording;

namespace SfMarketo.MarketoSim.BulkExtract;

/// <summary>The extracts of an instance by number: two are processed at once, the others wait for them.</summary>
/// <remarks>Source: Marketo REST API, "Bulk extract": ten queued with those that are processed, whatever they are of; a job's state is kept for 30 days.</remarks>
internal sealed class ExportTable
{
    private const int MostProcessing = 2;
    private const long LifeMicros = 30 * 24 * 3600 * Micros.PerSecond;

    private readonly List<ExportJob> jobs;

    /// <summary>Numbers of the jobs in the queue, in its order.</summary>
    private readonly List<int> queue;

    public ExportTable() => (jobs, queue) = ([], []);

    private ExportTable(ExportTable other) => (jobs, queue) = ([.. other.jobs], [.. other.queue]);

    public int NextNumber => jobs.Count + 1;

    /// <summary>How many wait or run.</summary>
    public int ActiveCount => queue.Count;

    /// <summary>By number.</summary>
    public IReadOnlyList<ExportJob> All => jobs;

    /// <summary>The next instant at which something happens, microseconds; null when nothing does.</summary>
    public long? NextAt => queue.Count == 0 ? null : queue.Min(number => this[number].NextAt);

    private ExportJob this[int number]
    {
        get => jobs[number - 1];
        set => jobs[number - 1] = value;
    }

    /// <summary>A user's own job of this kind; null when there is none, or it is older than 30 days.</summary>
    /// <param name="id">Export id.</param>
    /// <param name="kind">What it must be of.</param>
    /// <param name="apiName">Of the custom object; else empty.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="now">Microseconds since 1970 UTC.</param>
    public ExportJob? Find(string id, ExportKind kind, string apiName, string user, long now) =>
        jobs.Find(job => job.Id.Equals(id, StringComparison.OrdinalIgnoreCase) && job.Kind == kind && job.ApiName == apiName && job.User == user && now < job.CreatedAt + LifeMicros);

    public void Add(ExportJob job) => jobs.Add(job);

    public void Enqueue(ExportJob job, long at)
    {
        this[job.Number] = job.Enqueue(at);
        queue.Add(job.Number);
        Admit(at);
    }

    public void Cancel(ExportJob job, long at)
    {
        this[job.Number] = job.Cancel();
        queue.Remove(job.Number);
        Admit(at);
    }

    /// <summary>The first job whose time has come; null when none's has.</summary>
    public ExportJob? NextDue(long now)
    {
        ExportJob? first = null;
        foreach (var number in queue)
        {
            var job = this[number];
            if (job.NextAt is { } due && due <= now && (first is null || due < first.NextAt))
            {
                first = job;
            }
        }

        return first;
    }

    /// <summary>Puts a job in its new state; a completed one leaves its place to the next.</summary>
    public void Replace(ExportJob job, long at)
    {
        this[job.Number] = job;
        if (!job.IsActive)
        {
            queue.Remove(job.Number);
            Admit(at);
        }
    }

    public ExportTable Fork() => new(this);

    private void Admit(long at)
    {
        for (var place = 0; place < queue.Count && place < MostProcessing; place++)
        {
            if (this[queue[place]].NextAt is null)
            {
                this[queue[place]] = this[queue[place]].Admit(at);
            }
        }
    }
}
