using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Kernel.Faults;

/// <summary>What a fault does to a call. An effect overrides the places on a call's way at which it acts; a new effect is a class here and a reader in <c>Control/FaultEffectReader</c>.</summary>
public abstract class FaultEffect
{
    /// <summary>How the control API writes it, as one member of <c>effect</c>.</summary>
    public abstract void Write(Utf8JsonWriter json);

    /// <summary>Acts before the simulator looks at the call: the call ends there, unseen by token, limits and records.</summary>
    public virtual bool EndsOnArrival => false;

    /// <summary>What happens on arrival, when <see cref="EndsOnArrival"/>.</summary>
    public virtual void OnArrival(SimCall call)
    {
        // Most effects act later.
    }

    /// <summary>How long the simulator works on the call besides its service time, inside its concurrency slot.</summary>
    public virtual TimeSpan Delay(Draws draws) => TimeSpan.Zero;

    /// <summary>In place of the endpoint, after token and limits: true when it has answered, so that the endpoint does not run.</summary>
    public virtual bool InPlaceOfEndpoint(SimCall call, Simulator simulator) => false;

    /// <summary>After the endpoint has answered, before a byte leaves.</summary>
    public virtual void OnAnswer(SimCall call)
    {
        // Most effects are over by then.
    }
}
