using System.Text.Json;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.Kernel.Faults;

/// <summary>Every live token or session ends when the call arrives; the call itself and all later ones are answered as the vendor answers a dead one. No limit is spent by that.</summary>
/// <param name="revoked">They were revoked (Marketo: 601 at once); else they expired (602 first, then 601). Salesforce says INVALID_SESSION_ID to both.</param>
public sealed class TokensEffect(bool revoked) : FaultEffect
{
    public override FaultPlace Place => FaultPlace.Alone;

    public override bool ActsOnArrival => true;

    public override bool Executes => false;

    public override void Write(Utf8JsonWriter json) => json.WriteString("tokens"u8, revoked ? "revoked" : "expired");

    public override bool OnArrival(SimCall call, Simulator simulator)
    {
        simulator.EndTokens(call.At, revoked);
        return false;
    }
}
