using System.Globalization;

namespace SfMarketo.Tests.Load.Injection;

/// <summary>What came of a load.</summary>
internal sealed record LoadReport
{
    public required string Name { get; init; }

    /// <summary>The understood shape, one line a simulation.</summary>
    public required IReadOnlyList<string> Shape { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>Arrivals of the open parts that fell due.</summary>
    public required long Due { get; init; }

    /// <summary>Arrivals that found all copies busy and were not started.</summary>
    public required long Missed { get; init; }

    /// <summary>Copies that ran to their end, those of keep_constant among them.</summary>
    public required long Ended { get; init; }

    /// <summary>Copies among them that were refused or failed.</summary>
    public required long Failed { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Copies by code, sorted by code.</summary>
    public required IReadOnlyList<(string Code, long Count)> Codes { get; init; }

    /// <summary>From the moment at which a copy was due: what a caller sees, late starts included.</summary>
    public required Percentiles Latency { get; init; }

    /// <summary>From the moment at which a copy started: what the server took.</summary>
    public required Percentiles Service { get; init; }

    public long CountOf(string code) => Codes.FirstOrDefault(pair => pair.Code == code).Count;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        {Name}
          {string.Join(Environment.NewLine + "  ", Shape)}
          due {Due}, missed {Missed}, ended {Ended}, failed {Failed}, in {Elapsed}; {string.Join(", ", Codes.Select(pair => $"{pair.Code}: {pair.Count}"))}
          latency since due   p50 {Latency.P50.TotalMilliseconds} ms, p95 {Latency.P95.TotalMilliseconds} ms, p99 {Latency.P99.TotalMilliseconds} ms, max {Latency.Max.TotalMilliseconds} ms
          service since start p50 {Service.P50.TotalMilliseconds} ms, p95 {Service.P95.TotalMilliseconds} ms, p99 {Service.P99.TotalMilliseconds} ms, max {Service.Max.TotalMilliseconds} ms
        """);
}
