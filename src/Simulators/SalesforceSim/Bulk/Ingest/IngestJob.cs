using System.Globalization;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim.Control;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Bulk.Ingest;

/// <summary>A job of Bulk API 2.0 that writes rows: open, brought its file, closed, worked on in batches of 10,000 rows beside each other, done (salesforce-data.md sections 4.1 and 4.4).</summary>
internal sealed class IngestJob(int number, BulkOrigin origin, long createdAt, IngestSpec spec, BulkFormat format) : BulkJob(number, origin, createdAt)
{
    /// <summary>Batches that run at once. The vendor gives no figure.</summary>
    private const int MostAtOnce = 15;

    private List<IngestBatch> batches = [];
    private CsvRows? rows;
    private RowOutcome[] outcomes = [];
    private CallEffects? closing;
    private int finished;

    public override string JobType => "V2Ingest";

    public override BulkOperation Operation => Spec.Operation;

    public override string Object => Spec.Type.Name;

    public IngestSpec Spec { get; } = spec;

    public BulkFormat Format { get; } = format;

    /// <summary>The file; empty until it comes.</summary>
    public ReadOnlyMemory<byte> Content { get; private set; }

    /// <summary>Files that came.</summary>
    public int Uploads { get; private set; }

    /// <summary>The file looked through; null before the job begins.</summary>
    public IngestFile? File { get; private set; }

    /// <summary>Rows tried, those that failed among them.</summary>
    public int Processed { get; private set; }

    public int Failed { get; private set; }

    /// <summary>Time of all batches together, microseconds.</summary>
    public long WorkedMicros { get; private set; }

    public void Upload(ReadOnlyMemory<byte> content)
    {
        Content = Uploads++ == 0 ? content : Content;
    }

    /// <summary>No more comes: the job is in the queue.</summary>
    /// <param name="call">The call that says so; what a fault does to its records and commits, it does to the job's.</param>
    /// <param name="draws">The org's.</param>
    public void Close(SimCall call, Draws draws)
    {
        Enter(BulkState.UploadComplete, call.WallNow);
        closing = call.Effects;
        NextAt = call.Now + DrawsOf(draws, "queue").Next(500_000, 2_500_000);
    }

    public override void RunNext(SalesforceOrg org)
    {
        var at = NextAt!.Value;
        if (State == BulkState.UploadComplete)
        {
            Start(org, at);
            return;
        }

        var batch = batches.Where(running => running.NextAt is not null).MinBy(running => running.NextAt)!;
        WriteChunk(org, batch, at);
        if (batch.Next < batch.To)
        {
            batch.NextAt = at + batch.ChunkMicros;
        }
        else
        {
            (batch.NextAt, batch.Finished) = (null, ++finished);
            Admit(org, at);
        }

        if (State == BulkState.InProgress)
        {
            NextAt = batches.Min(running => running.NextAt);
            if (NextAt is null)
            {
                End(BulkState.JobComplete, WallAt(org, at));
            }
        }
    }

    /// <summary>Rows with what became of them, in the order in which the org gives them out: by batch as they ended, and within 200 rows in none.</summary>
    /// <param name="draws">The org's.</param>
    public IEnumerable<(int Row, RowOutcome Outcome)> Outcomes(Draws draws)
    {
        var order = DrawsOf(draws, "order");
        foreach (var batch in batches.OrderBy(batch => batch.Finished == 0 ? int.MaxValue : batch.Finished))
        {
            for (var from = batch.From; from < batch.Next; from += RowChunk.Size)
            {
                var count = Math.Min(RowChunk.Size, batch.Next - from);
                var (first, step) = (order.Next(count), Step(count));
                for (var place = 0; place < count; place++)
                {
                    var row = from + (first + place * step) % count;
                    yield return (row, outcomes[row]);
                }
            }
        }
    }

    /// <summary>Rows that were never tried, in the order sent.</summary>
    public IEnumerable<int> Unprocessed()
    {
        if (batches.Count == 0)
        {
            return Enumerable.Range(0, File?.Rows.Count ?? 0);
        }

        return batches.SelectMany(batch => Enumerable.Range(batch.Next, batch.To - batch.Next));
    }

    /// <summary>The file of a job that never began, looked through for its rows.</summary>
    public IngestFile? FileOrRead() => File ??= Uploads == 0 ? null : IngestFile.Read(Content, Format.Dialect, Format.LineEnding);

    public override BulkJob Fork()
    {
        if (IsFinal)
        {
            return this;
        }

        var fork = new IngestJob(Number, Origin, CreatedAt, Spec, Format)
        {
            Content = Content,
            Uploads = Uploads,
            File = File,
            Processed = Processed,
            Failed = Failed,
            WorkedMicros = WorkedMicros,
            closing = closing,
            batches = batches.ConvertAll(batch => batch.Fork()),
            outcomes = [.. outcomes],
            finished = finished,
        };
        fork.CopyFrom(this);
        return fork;
    }

    private void Start(SalesforceOrg org, long at)
    {
        File = IngestFile.Read(Content, Format.Dialect, Format.LineEnding);
        rows = CsvRows.Bind(File, org.Store.Schema, Spec.Type, out var problem);
        if (Uploads > 1)
        {
            problem = BulkErrors.SecondUploadText(Id);
        }

        if (problem is not null)
        {
            Fail(problem, WallAt(org, at));
            return;
        }

        Enter(BulkState.InProgress, WallAt(org, at));
        outcomes = new RowOutcome[File.Rows.Count];
        for (var from = 0; from < outcomes.Length; from += IngestBatch.Size)
        {
            var pace = DrawsOf(org.Draws, string.Create(CultureInfo.InvariantCulture, $"batch {from}")).Next(300_000, 1_500_000);
            batches.Add(new IngestBatch(from, Math.Min(outcomes.Length, from + IngestBatch.Size), pace));
        }

        for (var place = 0; place < MostAtOnce && State == BulkState.InProgress; place++)
        {
            Admit(org, at);
        }

        if (State == BulkState.InProgress)
        {
            NextAt = batches.Count == 0 ? at : batches.Min(batch => batch.NextAt);
            if (batches.Count == 0)
            {
                End(BulkState.JobComplete, WallAt(org, at));
            }
        }
    }

    /// <summary>Lets the next batch begin, if the day's limits have room for it.</summary>
    private void Admit(SalesforceOrg org, long at)
    {
        if (batches.Find(batch => batch is { NextAt: null, Finished: 0 }) is not { } next)
        {
            return;
        }

        var (bulk, count) = (org.Bulk, next.To - next.From);
        bulk.Records.Turn(at);
        if (bulk.Records.Used + count > bulk.Records.Limit || !bulk.Batches.TryTake(at))
        {
            Fail("ExceededQuota : The limit of batches or records of the last 24 hours is met. The rest of the data was not processed.", WallAt(org, at));
            return;
        }

        bulk.Records.Spend(at, count);
        next.NextAt = at + next.ChunkMicros;
    }

    private void WriteChunk(SalesforceOrg org, IngestBatch batch, long at)
    {
        rows ??= CsvRows.Bind(File!, org.Store.Schema, Spec.Type, out _)!;
        var (count, took) = (batch.ChunkRows, batch.ChunkMicros);
        var values = new TextValues(org.Store, TextForm.Bulk, org.Switches.PicklistsUnrestricted);
        for (var row = 0; row < count; row++)
        {
            rows.Read(batch.Next + row, org.RowChunk[row], values);
        }

        var alone = batches.Count == 1 && org.Bulk.Running == 1;
        var written = outcomes.AsSpan(batch.Next, count);
        org.RowChunk.Write(
            org, Spec, org.BeginAt(at, closing!, Origin), input => closing!.NextRecordError() ?? (alone ? null : org.Bulk.Locks.Take(input, batch, at - took, took, org.Switches.LockPatience)), written);
        foreach (var outcome in written)
        {
            Failed += outcome.Error is null ? 0 : 1;
        }

        Processed += count;
        batch.Next += count;
        WorkedMicros += took;
    }

    private void End(BulkState state, long wallNow)
    {
        Enter(state, wallNow);
        NextAt = null;
        (rows, closing) = (null, null);
    }

    /// <summary>A step that comes by all of so many places.</summary>
    private static int Step(int count) => count % 67 == 0 ? 1 : 67;

    private static long WallAt(SalesforceOrg org, long at) => at + org.Faults.SkewAt(at);

    private Draws DrawsOf(Draws draws, string concern) => draws.Fork(string.Create(CultureInfo.InvariantCulture, $"salesforce.bulk.{Number}.{concern}"));
}
