using System.Text.Json;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Kernel.Faults;

/// <summary>The simulator takes longer over the call, holding its concurrency slot all the while.</summary>
/// <param name="latency">Drawn for each call.</param>
public sealed class LatencyEffect(DrawnDuration latency) : FaultEffect
{
    public override FaultPlace Place => FaultPlace.Time;

    public override void Write(Utf8JsonWriter json) => latency.Write(json, "latency");

    public override TimeSpan Delay(Draws draws) => latency.Next(draws);
}
