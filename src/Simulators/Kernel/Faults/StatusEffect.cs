using System.Globalization;
using System.Text.Json;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.Kernel.Faults;

/// <summary>The call is answered with an HTTP status: bare or with an HTML page, as a proxy in front of the vendor does, or in the vendor's form; token and limits are spent.</summary>
/// <param name="status">400 to 599.</param>
/// <param name="body">What comes with it.</param>
/// <param name="applied">The call took effect all the same, as when a proxy gave up waiting; else nothing of it does.</param>
public sealed class StatusEffect(int status, StatusBody body = StatusBody.None, bool applied = false) : FaultEffect
{
    public override FaultPlace Place => FaultPlace.Answer;

    public override bool Executes => applied;

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("status"u8, status);
        if (body != StatusBody.None)
        {
            json.WriteString("body"u8, body == StatusBody.Html ? "html" : "vendor");
        }

        if (applied)
        {
            json.WriteBoolean("applied"u8, true);
        }
    }

    public override bool InPlaceOfEndpoint(SimCall call, Simulator simulator)
    {
        if (!applied)
        {
            Answer(call, simulator);
        }

        return !applied;
    }

    public override void OnAnswer(SimCall call, Simulator simulator)
    {
        if (applied)
        {
            call.ReplaceAnswer();
            Answer(call, simulator);
        }
    }

    private void Answer(SimCall call, Simulator simulator)
    {
        if (body == StatusBody.Vendor)
        {
            simulator.AnswerWithStatus(call, status);
            return;
        }

        // A proxy knows nothing of the vendor's headers.
        call.Http.Response.Headers.Clear();
        call.Status = status;
        call.ContentType = null;
        call.AddCode(status.ToString(CultureInfo.InvariantCulture));
        if (body == StatusBody.Html)
        {
            ProxyPage.Write(call, status);
        }
    }
}
