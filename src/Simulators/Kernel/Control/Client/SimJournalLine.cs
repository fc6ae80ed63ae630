namespace SfMarketo.Kernel.Control.Client;

/// <summary>A call as the simulator saw it; members as in docs/records.md.</summary>
public sealed record SimJournalLine
{
    public long Seq { get; init; }

    public required string Sim { get; init; }

    public long Call { get; init; }

    /// <summary>Arrival, microseconds since 1970 UTC.</summary>
    public long At { get; init; }

    /// <summary>End, microseconds since 1970 UTC.</summary>
    public long DoneAt { get; init; }

    public required string Client { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public required string Query { get; init; }

    public int Status { get; init; }

    public required IReadOnlyList<string> Codes { get; init; }

    public int Records { get; init; }

    public int BytesIn { get; init; }

    public int BytesOut { get; init; }

    public string? Fault { get; init; }

    /// <summary>Why it was refused, in plain words; null for most.</summary>
    public string? Guidance { get; init; }

    /// <summary>The operation of a SOAP call; null for others.</summary>
    public string? Operation { get; init; }
}
