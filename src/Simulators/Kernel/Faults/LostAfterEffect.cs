using System.Text.Json;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.Kernel.Faults;

/// <summary>The simulator does what the call asks; the connection breaks before a byte of the answer leaves. The journal has the answer that nobody read.</summary>
public sealed class LostAfterEffect : FaultEffect
{
    public override FaultPlace Place => FaultPlace.Sending;

    public override void Write(Utf8JsonWriter json) => json.WriteBoolean("lostAfter"u8, true);

    public override void OnAnswer(SimCall call, Simulator simulator) => call.Drop();
}
