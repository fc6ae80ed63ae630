using System.Text.Json;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.Kernel.Faults;

/// <summary>The connection is reset (RST over sockets): before the simulator has looked at the call, with no effect and no limit spent; or in the middle of the answer's body, when all is done.</summary>
/// <param name="inBody">In the middle of the body. An answer without one is reset before its first byte.</param>
public sealed class ResetEffect(bool inBody) : FaultEffect
{
    public override FaultPlace Place => inBody ? FaultPlace.Sending : FaultPlace.Alone;

    public override bool ActsOnArrival => !inBody;

    public override bool Executes => inBody;

    public override void Write(Utf8JsonWriter json) => json.WriteString("reset"u8, inBody ? "body" : "before");

    public override bool OnArrival(SimCall call, Simulator simulator)
    {
        call.Status = 0;
        call.Drop();
        return true;
    }

    public override void OnAnswer(SimCall call, Simulator simulator)
    {
        if (inBody)
        {
            call.Sending = AnswerSending.ResetInBody;
        }
    }
}
