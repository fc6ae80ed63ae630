using System.Text.Json;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.Kernel.Faults;

/// <summary>All is done, and the answer's headers promise the whole body; only its start is sent, then the connection closes.</summary>
/// <param name="share">Share of the body that is sent, 0 and more, below 1; null when bytes are given.</param>
/// <param name="bytes">Bytes that are sent; of a shorter body all but the last.</param>
public sealed class TruncatedEffect(double? share, int bytes = 0) : FaultEffect
{
    public override FaultPlace Place => FaultPlace.Sending;

    public override void Write(Utf8JsonWriter json)
    {
        if (share is { } part)
        {
            json.WriteNumber("truncated"u8, part);
            return;
        }

        json.WriteStartObject("truncated"u8);
        json.WriteNumber("bytes"u8, bytes);
        json.WriteEndObject();
    }

    public override void OnAnswer(SimCall call, Simulator simulator) => call.Sending = share is { } part ? AnswerSending.CutToShare(part) : AnswerSending.CutToBytes(bytes);
}
