using System.Text.Json;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.Kernel.Control;

/// <summary>What of a simulator's control is its own: the words of its limits, its counts, its switches, and what people do in it.</summary>
public abstract class SimControl(Simulator simulator)
{
    public Simulator Simulator { get; } = simulator;

    /// <summary>What people can do, in the order in which the list shows it.</summary>
    public abstract IReadOnlyList<ControlAction> Actions { get; }

    /// <summary>Switches by name, in order.</summary>
    public abstract IReadOnlyList<string> SwitchNames { get; }

    public abstract string GetSwitch(string name);

    /// <summary>The words a switch takes; for numbers a word that says so.</summary>
    public abstract IReadOnlyList<string> SwitchValues(string name);

    /// <exception cref="ArgumentException">It does not take the value.</exception>
    public abstract void SetSwitch(string name, string value);

    /// <summary>Live records by object, as members.</summary>
    public abstract void WriteCounts(Utf8JsonWriter json);

    /// <summary>The limits, as members.</summary>
    public abstract void WriteLimits(Utf8JsonWriter json);

    /// <summary>Changes the limits that the body names. Reads it to its end.</summary>
    public abstract void ChangeLimits(ControlInput input);

    /// <summary>What of the limits is used now, as members.</summary>
    public abstract void WriteUsage(Utf8JsonWriter json);

    /// <summary>The records as they are, cheap to keep.</summary>
    public abstract object TakeSnapshot();

    /// <summary>The records of a snapshot again; tokens end, what was spent is free.</summary>
    public abstract void Restore(object snapshot);
}
