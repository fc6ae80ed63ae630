using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.BulkExtract;

/// <summary>An extract at one moment. Never changed: a step makes another one.</summary>
/// <param name="Number">In the order of creation.</param>
/// <param name="Id">The export id.</param>
/// <param name="Kind">What it is of.</param>
/// <param name="User">The API user who created it; nobody else sees it.</param>
/// <param name="Format">Of the file.</param>
/// <param name="Query">What it selects.</param>
/// <param name="CreatedAt">Microseconds since 1970 UTC.</param>
internal sealed record ExportJob(int Number, string Id, ExportKind Kind, string User, DelimitedFormat Format, ExportQuery Query, long CreatedAt)
{
    /// <summary>Records that one minute of processing takes. Our choice.</summary>
    private const int RecordsPerMinute = 250_000;

    /// <summary>The state of a job changes at most once in this time, as documented.</summary>
    private const long StepMicros = 60 * Micros.PerSecond;

    /// <summary>API name of the custom object; else empty.</summary>
    public string ApiName { get; init; } = "";

    public ExportStatus Status { get; private init; }

    public long? QueuedAt { get; private init; }

    public long? StartedAt { get; private init; }

    public long? FinishedAt { get; private init; }

    /// <summary>When its state changes next, microseconds; null while it waits for a place or for nothing.</summary>
    public long? NextAt { get; private init; }

    public int Records { get; private init; }

    public ReadOnlyMemory<byte> File { get; private init; }

    public string Checksum { get; private init; } = "";

    public bool IsActive => Status is ExportStatus.Queued or ExportStatus.Processing;

    public ExportJob Enqueue(long at) => this with { Status = ExportStatus.Queued, QueuedAt = at };

    /// <summary>Gives a queued job a place.</summary>
    public ExportJob Admit(long at) => this with { NextAt = at + StepMicros };

    /// <summary>Begins, and takes the records as they are now.</summary>
    public ExportJob Start(MarketoInstance instance, long at)
    {
        var output = new ArrayBufferWriter<byte>();
        var records = Query.Write(instance, at, output, Format.Dialect);
        var file = output.WrittenSpan.ToArray();
        return this with
        {
            Status = ExportStatus.Processing,
            StartedAt = at,
            NextAt = at + StepMicros * (1 + records / RecordsPerMinute),
            Records = records,
            File = file,
            Checksum = "sha256:" + Convert.ToHexString(SHA256.HashData(file)).ToLower(CultureInfo.InvariantCulture),
        };
    }

    public ExportJob Complete(long at) => this with { Status = ExportStatus.Completed, FinishedAt = at, NextAt = null };

    public ExportJob Cancel() => this with { Status = ExportStatus.Cancelled, NextAt = null, File = default };
}
