using System.Globalization;
using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Bulk.Queries;

/// <summary>A job of Bulk API 2.0 that reads rows (salesforce-data.md section 4.6).</summary>
internal sealed class QueryJob(int number, BulkOrigin origin, long createdAt, BulkOperation operation, string statement, BulkFormat format) : BulkJob(number, origin, createdAt)
{
    /// <summary>Rows that are written at one instant. Our choice.</summary>
    private const int BlockRows = 50_000;

    private QueryRun? run;
    private long blockMicros;

    public override string JobType => "V2Query";

    public override BulkOperation Operation => operation;

    public override string Object => ObjectName;

    /// <summary>The object after FROM; empty when the statement has none that the org knows.</summary>
    public required string ObjectName { get; init; }

    public required bool IsChunkable { get; init; }

    public string Statement { get; } = statement;

    public BulkFormat Format { get; } = format;

    /// <summary>Rows written so far.</summary>
    public int Processed => Result?.Count ?? 0;

    /// <summary>Time of all pieces together, microseconds.</summary>
    public long WorkedMicros { get; private set; }

    /// <summary>Null before the job begins.</summary>
    public ResultFile? Result { get; private set; }

    /// <summary>The job is in the queue.</summary>
    public void Enqueue(long now, long wallNow, Draws draws)
    {
        Enter(BulkState.UploadComplete, wallNow);
        var own = draws.Fork(string.Create(CultureInfo.InvariantCulture, $"salesforce.bulk.{Number}.query"));
        NextAt = now + own.Next(500_000, 2_500_000);
        blockMicros = own.Next(300_000, 900_000);
    }

    public override void RunNext(SalesforceOrg org)
    {
        var at = NextAt!.Value;
        var wallNow = at + org.Faults.SkewAt(at);
        if (State == BulkState.UploadComplete)
        {
            Start(org, at, wallNow);
            return;
        }

        run!.WriteNext(org, BlockRows, at);
        WorkedMicros += blockMicros;
        if (!run.IsDone)
        {
            NextAt = at + blockMicros;
            return;
        }

        var kilobytes = (int)Math.Min(int.MaxValue, (Result!.Length + 1023) / 1024);
        org.Bulk.QueryKilobytes.Turn(at);
        if (org.Bulk.QueryKilobytes.Used + (long)kilobytes > org.Bulk.QueryKilobytes.Limit)
        {
            Result = null;
            Fail("ExceededQuota : The limit of query results of the last 24 hours is met.", wallNow);
            return;
        }

        org.Bulk.QueryKilobytes.Spend(at, kilobytes);
        Enter(BulkState.JobComplete, wallNow);
        (NextAt, run) = (null, null);
    }

    public override BulkJob Fork()
    {
        if (IsFinal)
        {
            return this;
        }

        var fork = new QueryJob(Number, Origin, CreatedAt, Operation, Statement, Format)
        {
            ObjectName = ObjectName,
            IsChunkable = IsChunkable,
            WorkedMicros = WorkedMicros,
            run = run?.Fork(),
            blockMicros = blockMicros,
        };
        fork.Result = fork.run?.File;
        fork.CopyFrom(this);
        return fork;
    }

    private void Start(SalesforceOrg org, long at, long wallNow)
    {
        try
        {
            run = QueryRun.Start(org, Statement, Operation == BulkOperation.QueryAll, Origin, Format, at);
            Result = run.File;
            Enter(BulkState.InProgress, wallNow);
            NextAt = at + blockMicros;
        }
        catch (SoqlException refusal)
        {
            Fail($"{refusal.Code}: {refusal.Message}", wallNow);
        }
    }
}
