using System.Globalization;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim.Bulk.Ingest;
using SfMarketo.SalesforceSim.Bulk.Queries;
using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.BulkV1;

/// <summary>A batch: rows to be written, or a query.</summary>
internal sealed class ClassicBatch
{
    private const long FirstSerial = 1_000_000;

    private static readonly int BatchPrefix = SalesforceId.PackPrefix("751");
    private static readonly int ResultPrefix = SalesforceId.PackPrefix("752");

    public ClassicBatch(int number, CallEffects call, long createdAt, ReadOnlyMemory<byte> content, Draws draws)
    {
        (Number, Call, Content, CreatedAt, ModifiedAt) = (number, call, content, createdAt, createdAt);
        Id = new SalesforceId(BatchPrefix, SObjectTable.Node, FirstSerial + number).ToString();
        ResultId = new SalesforceId(ResultPrefix, SObjectTable.Node, FirstSerial + number).ToString();
        var own = draws.Fork(string.Create(CultureInfo.InvariantCulture, $"salesforce.bulk.batch.{number}"));
        StartMicros = own.Next(500_000, 2_500_000);
        ChunkMicros = own.Next(300_000, 1_500_000);
    }

    /// <summary>In the order of making, over all jobs of the org.</summary>
    public int Number { get; }

    /// <summary>18 characters, <c>751...</c>.</summary>
    public string Id { get; }

    /// <summary>Of a query, the one piece of its result: 18 characters, <c>752...</c>.</summary>
    public string ResultId { get; }

    /// <summary>Of the call that brought it: what a fault does to its records.</summary>
    public CallEffects Call { get; }

    /// <summary>What was sent.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The content type that it was sent with, or null.</summary>
    public string? SentAs { get; init; }

    public long CreatedAt { get; }

    public long ModifiedAt { get; set; }

    /// <summary>From the queue to the first step, microseconds.</summary>
    public long StartMicros { get; }

    /// <summary>200 rows of it take so long, microseconds.</summary>
    public long ChunkMicros { get; }

    public ClassicBatchState State { get; set; }

    /// <summary>Why it failed, or was not processed; null for neither.</summary>
    public string? StateMessage { get; set; }

    /// <summary>The next step, microseconds; null while it waits for others and when it is done.</summary>
    public long? NextAt { get; set; }

    /// <summary>Part of a query by ids; null for a whole one.</summary>
    public PkRange? Range { get; init; }

    /// <summary>Of rows to be written: in the order sent.</summary>
    public RowOutcome[] Outcomes { get; set; } = [];

    /// <summary>Rows; null before it begins and when it is done.</summary>
    public ClassicRows? Rows { get; set; }

    /// <summary>Of a query; null before it begins.</summary>
    public QueryRun? Run { get; set; }

    public int Processed { get; set; }

    public int Failed { get; set; }

    public long WorkedMicros { get; set; }

    public bool IsDone => State is ClassicBatchState.Completed or ClassicBatchState.Failed or ClassicBatchState.NotProcessed;

    public void End(ClassicBatchState state, long wallNow, string? message = null) => (State, ModifiedAt, StateMessage, NextAt, Rows) = (state, wallNow, message, null, null);

    public ClassicBatch Fork()
    {
        if (IsDone)
        {
            return this;
        }

        var fork = (ClassicBatch)MemberwiseClone();
        (fork.Outcomes, fork.Rows, fork.Run) = ([.. Outcomes], null, Run?.Fork());
        return fork;
    }
}
