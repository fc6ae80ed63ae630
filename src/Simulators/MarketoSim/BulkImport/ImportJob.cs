using System.Globalization;
using SfMarketo.Kernel.Csv;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.BulkImport;

/// <summary>An import from its call to the end of its batch id's life.</summary>
internal sealed class ImportJob(int batchId, DelimitedFormat format, ImportTarget target)
{
    private ReadOnlyMemory<byte> file;
    private HashSet<int>? records = [];

    public int BatchId { get; } = batchId;

    public DelimitedFormat Format { get; } = format;

    public ImportTarget Target { get; } = target;

    /// <summary>Names of the columns as the file has them.</summary>
    public required IReadOnlyList<string> Header { get; init; }

    /// <summary>The call that brought it, and whose records say so.</summary>
    public required long Call { get; init; }

    public required string Client { get; init; }

    /// <summary>Microseconds since 1970 UTC.</summary>
    public required long SubmittedAt { get; init; }

    /// <summary>From a free place to the start, microseconds.</summary>
    public required long StartMicros { get; init; }

    /// <summary>For each block of rows, microseconds.</summary>
    public required long BlockMicros { get; init; }

    public ImportStatus Status { get; private set; }

    /// <summary>Microseconds since 1970 UTC; 0 until it starts.</summary>
    public long StartedAt { get; private set; }

    /// <summary>From the start to the end, microseconds; 0 until then.</summary>
    public long TookMicros { get; private set; }

    /// <summary>When it starts or its next block is written, microseconds; null while it waits for a place and when it is complete.</summary>
    public long? NextAt { get; set; }

    /// <summary>The rows behind those that were written; null when the import is complete.</summary>
    public CsvReader? Rows { get; private set; }

    public int Processed { get; private set; }

    public RejectedRows Failures { get; private init; } = new(format.Dialect, "Import Failure Reason");

    public RejectedRows Warnings { get; private init; } = new(format.Dialect, "Import Warning Reason");

    /// <summary>Different people or objects that were written to.</summary>
    public int Records { get; private set; }

    /// <summary>The text of a complete import, as the vendor's samples have it.</summary>
    public string Message
    {
        get
        {
            var failed = Failures.Count > 0 ? Invariant($", {Failures.Count} failed") : "";
            var warned = Warnings.Count > 0 ? Invariant($", {Warnings.Count} warning.") : "";
            var outcome = Failures.Count > 0 ? "Import completed with errors" : "Import succeeded";
            return Invariant($"{outcome}, {Processed} records imported ({Records} members){failed}{warned}");
        }
    }

    /// <summary>Takes the file; the reader is behind the header.</summary>
    public void Take(ReadOnlyMemory<byte> content, CsvReader rows) => (file, Rows) = (content, rows);

    public void Start(long at) => (Status, StartedAt) = (ImportStatus.Importing, at);

    /// <summary>Counts the row on which <see cref="Rows"/> is.</summary>
    public void Count(in RowOutcome outcome)
    {
        if (outcome.Failure is { } failure)
        {
            Failures.Add(Rows!, Header, failure);
            return;
        }

        Processed++;
        Records += records!.Add(outcome.Record) ? 1 : 0;
        if (outcome.Warning is { } warning)
        {
            Warnings.Add(Rows!, Header, warning);
        }
    }

    /// <summary>Nothing is left of the file then.</summary>
    public void Complete(long at)
    {
        TookMicros = at - StartedAt;
        (Status, NextAt, Rows, records, file) = (ImportStatus.Complete, null, null, null, default);
    }

    public ImportJob Fork()
    {
        if (Status == ImportStatus.Complete)
        {
            return this;
        }

        return new ImportJob(BatchId, Format, Target)
        {
            Header = Header,
            Call = Call,
            Client = Client,
            SubmittedAt = SubmittedAt,
            StartMicros = StartMicros,
            BlockMicros = BlockMicros,
            Status = Status,
            StartedAt = StartedAt,
            NextAt = NextAt,
            file = file,
            Rows = new CsvReader(file, Format.Dialect, Rows!.Position, Rows.Row, Rows.NextLine),
            records = [.. records!],
            Processed = Processed,
            Records = Records,
            Failures = Failures.Fork(),
            Warnings = Warnings.Fork(),
        };
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
