using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Kernel.Faults;

/// <summary>All is done and the concurrency slot is free; the bytes of the answer's body dribble out over a time.</summary>
/// <param name="duration">From the headers to the last byte; drawn for each call.</param>
public sealed class SlowBodyEffect(DrawnDuration duration) : FaultEffect
{
    public override FaultPlace Place => FaultPlace.Sending;

    public override void Write(Utf8JsonWriter json) => duration.Write(json, "slowBody");

    public override void OnStart(SimCall call, Draws draws) => call.Sending = AnswerSending.Over(duration.Next(draws));
}
