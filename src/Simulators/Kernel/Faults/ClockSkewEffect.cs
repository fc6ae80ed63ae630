using System.Text.Json;

namespace SfMarketo.Kernel.Faults;

/// <summary>While the rule stands, the vendor's server has a wrong wall clock: its <c>Date</c> header, the stamps it writes and what it judges by the time of day are off. Durations, limits and our records are not.</summary>
/// <param name="by">Before (negative) or after the true time.</param>
public sealed class ClockSkewEffect(TimeSpan by) : FaultEffect
{
    public override FaultPlace Place => FaultPlace.Alone;

    internal long Micros { get; } = (long)by.TotalMicroseconds;

    public override void Write(Utf8JsonWriter json) => json.WriteString("clockSkew"u8, (by < TimeSpan.Zero ? "-" : "") + DurationWords.Write(by.Duration()));
}
