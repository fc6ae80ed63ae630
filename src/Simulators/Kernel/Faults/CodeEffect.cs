using System.Text.Json;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.Kernel.Faults;

/// <summary>The call is answered with one of the vendor's codes, in the vendor's form and with the vendor's text; token and limits are spent.</summary>
/// <param name="code">A code of the simulator's <see cref="FaultAnswerTable"/>: <c>606</c>, <c>UNABLE_TO_LOCK_ROW</c>.</param>
/// <param name="applied">The call took effect all the same, as with a time-out of the vendor's own; else nothing of it does.</param>
public sealed class CodeEffect(string code, bool applied = false) : FaultEffect
{
    public override FaultPlace Place => FaultPlace.Answer;

    public override bool Executes => applied;

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteString("code"u8, code);
        if (applied)
        {
            json.WriteBoolean("applied"u8, true);
        }
    }

    public override bool InPlaceOfEndpoint(SimCall call, Simulator simulator)
    {
        if (!applied)
        {
            simulator.AnswerWithCode(call, code);
        }

        return !applied;
    }

    public override void OnAnswer(SimCall call, Simulator simulator)
    {
        if (applied)
        {
            call.ReplaceAnswer();
            simulator.AnswerWithCode(call, code);
        }
    }
}
