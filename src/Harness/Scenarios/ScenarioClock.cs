using NodaTime;

namespace SfMarketo.Harness.Scenarios;

/// <summary>When the run begins, on the wall clock of a zone.</summary>
public sealed record ScenarioClock(LocalDateTime Start, DateTimeZone Zone)
{
    /// <summary>A Tuesday morning where Marketo counts its days, four days before the American change to summer time.</summary>
    public static ScenarioClock Default { get; } = new(new LocalDateTime(2026, 3, 3, 6, 0), DateTimeZoneProviders.Tzdb["America/Chicago"]);

    /// <summary>The first instant of the run. The reader has made sure that the zone has this wall time.</summary>
    public DateTimeOffset StartUtc => Start.InZoneLeniently(Zone).ToInstant().ToDateTimeOffset();
}
