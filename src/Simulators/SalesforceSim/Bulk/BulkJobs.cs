using SfMarketo.Kernel.Quotas;
using SfMarketo.SalesforceSim.Bulk.Ingest;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org.Rules;

namespace SfMarketo.SalesforceSim.Bulk;

/// <summary>The jobs of an org, of all Bulk APIs, and what they have used of the limits. Use it under the org's gate.</summary>
internal sealed class BulkJobs
{
    private readonly SortedDictionary<int, BulkJob> jobs;
    private readonly List<BulkJob> active;
    private int made;
    private int madeBatches;

    public BulkJobs(BulkLimits limits)
    {
        Limits = limits;
        (jobs, active, Locks) = ([], [], new ParentLocks());
        Batches = new RollingQuota(limits.BatchesPerDay);
        Records = new RollingQuota(limits.RecordsPerDay);
        QueryJobs = new RollingQuota(limits.QueryJobsPerDay);
        QueryKilobytes = new RollingQuota((int)Math.Min(int.MaxValue, limits.QueryStorageMegabytesPerDay * 1024L));
    }

    private BulkJobs(BulkJobs other)
    {
        Limits = other.Limits;
        (made, madeBatches) = (other.made, other.madeBatches);
        (jobs, active, Locks) = ([], [], new ParentLocks());
        foreach (var job in other.jobs.Values)
        {
            var fork = job.Fork();
            jobs.Add(fork.Number, fork);
            if (fork.NextAt is not null)
            {
                active.Add(fork);
            }
        }

        (Batches, Records) = (other.Batches.Copy(), other.Records.Copy());
        (QueryJobs, QueryKilobytes) = (other.QueryJobs.Copy(), other.QueryKilobytes.Copy());
    }

    public BulkLimits Limits { get; }

    /// <summary>Batches of both APIs.</summary>
    public RollingQuota Batches { get; }

    /// <summary>Rows of Bulk API 2.0.</summary>
    public RollingQuota Records { get; }

    public RollingQuota QueryJobs { get; }

    /// <summary>Results of query jobs, kilobytes.</summary>
    public RollingQuota QueryKilobytes { get; }

    /// <summary>What batches that run beside each other hold.</summary>
    public ParentLocks Locks { get; }

    /// <summary>The number that the next job has.</summary>
    public int NextNumber => made + 1;

    /// <summary>Numbers the next batch of Bulk API 1.0.</summary>
    public int NextBatchNumber() => ++madeBatches;

    /// <summary>The next instant at which something happens, microseconds; null when nothing does.</summary>
    public long? NextAt => Next()?.NextAt;

    /// <summary>Jobs whose batches may run at the same time; fewer than two hinder nobody.</summary>
    public int Running => active.Count;

    /// <summary>What the resource of limits tells of.</summary>
    public IEnumerable<(string Name, int Max, int Remaining)> Remaining(long now)
    {
        foreach (var (name, quota, unit) in ((string, RollingQuota, int)[])[("DailyBulkApiBatches", Batches, 1), ("DailyBulkV2QueryFileStorageMB", QueryKilobytes, 1024), ("DailyBulkV2QueryJobs", QueryJobs, 1)])
        {
            quota.Turn(now);
            yield return (name, quota.Limit / unit, Math.Max(0, quota.Limit - quota.Used) / unit);
        }
    }

    /// <summary>All jobs that there still are, by number.</summary>
    public IEnumerable<BulkJob> All(long wallNow) => jobs.Values.Where(job => wallNow < job.ExpiresAt);

    /// <summary>A job by its id in either form; null when there is none, or it is past its time.</summary>
    public TJob? Find<TJob>(string id, long wallNow)
        where TJob : BulkJob =>
        BulkJob.NumberOf(id) is { } number && jobs.TryGetValue(number, out var job) && wallNow < job.ExpiresAt ? job as TJob : null;

    public void Add(BulkJob job, long wallNow)
    {
        foreach (var old in jobs.Values.Where(known => wallNow >= known.ExpiresAt).ToList())
        {
            Remove(old);
        }

        made = job.Number;
        jobs.Add(job.Number, job);
        Settle(job);
    }

    public void Remove(BulkJob job)
    {
        jobs.Remove(job.Number);
        active.Remove(job);
    }

    /// <summary>To be called when a job's <see cref="BulkJob.NextAt"/> may have come or gone.</summary>
    public void Settle(BulkJob job)
    {
        if (job.NextAt is null)
        {
            active.Remove(job);
            if (active.Count == 0)
            {
                Locks.Clear();
            }
        }
        else if (!active.Contains(job))
        {
            active.Add(job);
        }
    }

    /// <summary>Does all that was due up to now, each piece as of its own instant and in that order.</summary>
    public void Run(SalesforceOrg org, long now)
    {
        while (Next() is { NextAt: { } at } job && at <= now)
        {
            using (FieldSight.Of(org.Permissions.Of(job.Origin.Client)))
            {
                job.RunNext(org);
            }

            Settle(job);
        }
    }

    public BulkJobs Fork() => new(this);

    private BulkJob? Next()
    {
        BulkJob? first = null;
        foreach (var job in active)
        {
            if (first is null || job.NextAt < first.NextAt)
            {
                first = job;
            }
        }

        return first;
    }
}
