using SfMarketo.SalesforceSim.Bulk;
using SfMarketo.SalesforceSim.Bulk.Ingest;

namespace SfMarketo.SalesforceSim.BulkV1;

/// <summary>A job of Bulk API 1.0 with its batches (salesforce-data.md section 5).</summary>
internal sealed class ClassicJob(int number, BulkOrigin origin, long createdAt, IngestSpec spec, ClassicContent content) : BulkJob(number, origin, createdAt)
{
    private const int MostAtOnce = 15;
    private const long OpenMicros = 24 * 3600 * 1_000_000L;

    private List<ClassicBatch> batches = [];

    public override string JobType => "Classic";

    public override BulkOperation Operation => Spec.Operation;

    public override string Object => Spec.Type.Name;

    /// <inheritdoc/>
    public override long ExpiresAt => (State == BulkState.Open ? CreatedAt : ModifiedAt) + LifeMicros;

    public IngestSpec Spec { get; } = spec;

    public ClassicContent ContentType { get; } = content;

    /// <summary>One batch after the other.</summary>
    public bool IsSerial { get; init; }

    /// <summary>Rows of a part, when queries are cut by ids; 0 when they are not.</summary>
    public int ChunkSize { get; init; }

    public bool IsChunked => ChunkSize > 0;

    public IReadOnlyList<ClassicBatch> Batches => batches;

    public ClassicBatch? Find(string id) => batches.Find(batch => id.Length is 15 or 18 && batch.Id.StartsWith(id, StringComparison.Ordinal));

    /// <summary>A job cannot stay open for more than a day.</summary>
    public bool IsOverdue(long wallNow) => State == BulkState.Open && wallNow >= CreatedAt + OpenMicros;

    public void Add(ClassicBatch batch, long now)
    {
        batches.Add(batch);
        Admit(now);
    }

    /// <summary>No more batches come.</summary>
    public void Close(long wallNow) => Enter(BulkState.Closed, wallNow);

    public override void Abort(long wallNow)
    {
        base.Abort(wallNow);
        foreach (var batch in batches.Where(batch => !batch.IsDone))
        {
            batch.End(ClassicBatchState.NotProcessed, wallNow, "Job was aborted.");
        }
    }

    public override void RunNext(SalesforceOrg org)
    {
        var at = NextAt!.Value;
        var batch = batches.Where(running => running.NextAt is not null).MinBy(running => running.NextAt)!;
        var more = Spec.Operation.IsQuery() ? ClassicQueries.Step(org, this, batch, at) : ClassicIngest.Step(org, this, batch, at);
        if (more is { } next)
        {
            batch.NextAt = next;
        }

        Admit(at);
    }

    /// <summary>Cuts a query into parts by ids, which take its place; the job is closed.</summary>
    public void Cut(ClassicBatch whole, IEnumerable<ClassicBatch> parts, long wallNow)
    {
        whole.End(ClassicBatchState.NotProcessed, wallNow);
        batches.AddRange(parts);
        Close(wallNow);
    }

    public override BulkJob Fork()
    {
        var fork = new ClassicJob(Number, Origin, CreatedAt, Spec, ContentType) { IsSerial = IsSerial, ChunkSize = ChunkSize, batches = batches.ConvertAll(batch => batch.Fork()) };
        fork.CopyFrom(this);
        return fork;
    }

    /// <summary>Gives free places to the batches that wait longest.</summary>
    private void Admit(long at)
    {
        var places = IsSerial ? 1 : MostAtOnce;
        foreach (var batch in batches)
        {
            if (batch.IsDone)
            {
                continue;
            }

            if (places-- == 0)
            {
                break;
            }

            batch.NextAt ??= at + batch.StartMicros;
        }

        NextAt = batches.Min(batch => batch.NextAt);
    }
}
