using System.Text.Json;
using System.Text.Json.Serialization;

namespace SfMarketo.Kernel.Control.Client;

/// <summary>Limits of a simulator; null for those of the other one, and for those that a change leaves as they are.</summary>
public sealed record SimLimits
{
    public int? CallsPerWindow { get; init; }

    public int? WindowSeconds { get; init; }

    /// <summary><c>sliding</c> or <c>fixed</c>.</summary>
    public string? WindowKind { get; init; }

    public int? ConcurrentCalls { get; init; }

    public int? CallsPerDay { get; init; }

    /// <summary>An IANA zone, a fixed offset such as <c>UTC-06</c>, or <c>seed</c>.</summary>
    public string? QuotaResetZone { get; init; }

    /// <summary><c>starred-free</c>, <c>all-count</c> or <c>none-count</c>.</summary>
    public string? CountRejected { get; init; }

    public int? BodyBytes { get; init; }

    /// <summary>Of a bulk import.</summary>
    public int? ImportBytes { get; init; }

    /// <summary>Of extracted files.</summary>
    public int? ExportBytesPerDay { get; init; }

    public int? UriCharacters { get; init; }

    /// <summary>Life of the tokens to come.</summary>
    public int? TokenSeconds { get; init; }

    /// <summary>Records of one write.</summary>
    public int? BatchRecords { get; init; }

    /// <summary>Bulk imports that wait or run.</summary>
    public int? ImportJobs { get; init; }

    /// <summary>Bulk extracts that wait or run.</summary>
    public int? ExportJobs { get; init; }

    /// <summary>To one person, by campaigns that heed the communication limits.</summary>
    public int? EmailsPerDay { get; init; }

    public int? EmailsPerWeek { get; init; }

    public int? RequestsPerDay { get; init; }

    public int? ConcurrentLongRunning { get; init; }

    /// <summary>Limits that this client has no member for.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; init; }
}
