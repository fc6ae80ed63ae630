using System.Text.Json;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.Kernel.Faults;

/// <summary>The connection breaks before the simulator has looked at the call: no effect, no limit spent, no answer. The journal has it with status 0.</summary>
public sealed class LostBeforeEffect : FaultEffect
{
    public override FaultPlace Place => FaultPlace.Alone;

    public override bool ActsOnArrival => true;

    public override bool Executes => false;

    public override void Write(Utf8JsonWriter json) => json.WriteBoolean("lostBefore"u8, true);

    public override bool OnArrival(SimCall call, Simulator simulator)
    {
        call.Status = 0;
        call.Drop();
        return true;
    }
}
