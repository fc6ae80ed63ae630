using System.Globalization;
using System.Text.Json;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.Kernel.Faults;

/// <summary>The call is answered with a bare HTTP status and no body, as a proxy in front of the vendor does; nothing of it takes effect.</summary>
/// <param name="status">400 to 599.</param>
public sealed class StatusEffect(int status) : FaultEffect
{
    public override void Write(Utf8JsonWriter json) => json.WriteNumber("status"u8, status);

    public override bool InPlaceOfEndpoint(SimCall call, Simulator simulator)
    {
        call.Status = status;
        call.ContentType = null;
        call.AddCode(status.ToString(CultureInfo.InvariantCulture));
        return true;
    }
}
