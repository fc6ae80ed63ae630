using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Kernel.Faults;

/// <summary>Some records of a write are refused with a vendor's record-level code, the others are written; a write of one record is answered as the vendor answers it alone.</summary>
/// <param name="code">A code at record level of the simulator's <see cref="FaultAnswerTable"/>: <c>1003</c>, <c>UNABLE_TO_LOCK_ROW</c>.</param>
/// <param name="every">Each so many-th record, counted over all calls that the rule hits; null when a share is given.</param>
/// <param name="share">Share of the records, 0 to 1, drawn for each.</param>
public sealed class RecordEffect(string code, int? every = 1, double share = 1) : FaultEffect
{
    private int seen;

    public override FaultPlace Place => FaultPlace.Work;

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("record"u8);
        json.WriteString("code"u8, code);
        if (every is { } number)
        {
            json.WriteNumber("every"u8, number);
        }
        else
        {
            json.WriteNumber("share"u8, share);
        }

        json.WriteEndObject();
    }

    public override void OnStart(SimCall call, Draws draws) => call.RecordFault = () => Hits(draws) ? code : null;

    private bool Hits(Draws draws) => every is { } number ? ++seen % number == 0 : draws.Chance(share);
}
