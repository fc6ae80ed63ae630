using System.Text.Json;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Kernel.Faults;

/// <summary>The simulator takes longer over the call, holding its concurrency slot all the while.</summary>
/// <param name="latency">Drawn for each call; constant when both its numbers are one.</param>
public sealed class LatencyEffect(LatencyDistribution latency) : FaultEffect
{
    public override void Write(Utf8JsonWriter json)
    {
        if (latency.P99 <= latency.Median)
        {
            json.WriteString("latency"u8, DurationWords.Write(latency.Median));
            return;
        }

        json.WriteStartObject("latency"u8);
        json.WriteString("p50"u8, DurationWords.Write(latency.Median));
        json.WriteString("p99"u8, DurationWords.Write(latency.P99));
        json.WriteEndObject();
    }

    public override TimeSpan Delay(Draws draws) => latency.Next(draws);
}
