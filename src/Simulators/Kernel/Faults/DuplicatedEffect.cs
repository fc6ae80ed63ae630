using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Kernel.Faults;

/// <summary>The request is delivered twice, one after the other, as a retrying proxy does: twice through token, limits and endpoint, two journal lines, and the second answer is the one that leaves.</summary>
public sealed class DuplicatedEffect : FaultEffect
{
    public override FaultPlace Place => FaultPlace.Work;

    public override void Write(Utf8JsonWriter json) => json.WriteBoolean("duplicated"u8, true);

    public override void OnStart(SimCall call, Draws draws) => call.ComesAgain = !call.IsRepeat;
}
