namespace SfMarketo.Kernel.Control.Client;

/// <summary>What of the limits is used; null for what the other simulator has.</summary>
public sealed record SimUsage
{
    public int? CallsInWindow { get; init; }

    public int? PeakCallsInWindow { get; init; }

    public int InFlight { get; init; }

    public int PeakInFlight { get; init; }

    /// <summary>Marketo's calls of today.</summary>
    public int? Today { get; init; }

    public int? CallsPerDay { get; init; }

    /// <summary>Salesforce's requests of the last 24 h.</summary>
    public int? RequestsInLast24Hours { get; init; }

    public int? RequestsPerDay { get; init; }

    /// <summary>Calls since the start or the last reset.</summary>
    public long Calls { get; init; }

    /// <summary>How often each code was answered.</summary>
    public required IReadOnlyDictionary<string, int> Codes { get; init; }
}
