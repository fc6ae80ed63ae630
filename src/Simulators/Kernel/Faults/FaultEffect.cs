using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Kernel.Faults;

/// <summary>What a fault does to a call. An effect overrides the places on a call's way at which it acts; a new effect is a class here and a reader in <c>Control/FaultEffectReader</c>.</summary>
public abstract class FaultEffect
{
    /// <summary>How the control API writes it, as one member of <c>effect</c>.</summary>
    public abstract void Write(Utf8JsonWriter json);

    public abstract FaultPlace Place { get; }

    /// <summary>Acts before the vendor's own checks, so that also calls are hit which these refuse.</summary>
    public virtual bool ActsOnArrival => false;

    /// <summary>The call is executed, whatever becomes of its answer.</summary>
    public virtual bool Executes => true;

    /// <summary>Before the vendor's checks, when <see cref="ActsOnArrival"/>. True when the call ends there, unseen by token, limits and records. Under the gate.</summary>
    public virtual bool OnArrival(SimCall call, Simulator simulator) => false;

    /// <summary>How long the simulator works on the call besides its service time, inside its concurrency slot. Under the gate.</summary>
    public virtual TimeSpan Delay(Draws draws) => TimeSpan.Zero;

    /// <summary>The call was let in and is about to run. Under the gate.</summary>
    public virtual void OnStart(SimCall call, Draws draws)
    {
        // Most effects act later.
    }

    /// <summary>In place of the endpoint, after token and limits: true when it has answered, so that the endpoint does not run.</summary>
    public virtual bool InPlaceOfEndpoint(SimCall call, Simulator simulator) => false;

    /// <summary>After the endpoint has answered, before a byte leaves.</summary>
    public virtual void OnAnswer(SimCall call, Simulator simulator)
    {
        // Most effects are over by then.
    }
}
