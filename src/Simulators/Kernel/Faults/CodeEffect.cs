using System.Text.Json;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.Kernel.Faults;

/// <summary>The call is refused with one of the vendor's codes, in the vendor's form; nothing of it takes effect.</summary>
/// <param name="code">A code of <see cref="Simulator.FaultCodes"/>: <c>606</c>, <c>UNABLE_TO_LOCK_ROW</c>.</param>
public sealed class CodeEffect(string code) : FaultEffect
{
    public override void Write(Utf8JsonWriter json) => json.WriteString("code"u8, code);

    public override bool InPlaceOfEndpoint(SimCall call, Simulator simulator)
    {
        simulator.AnswerWithCode(call, code);
        return true;
    }
}
