using Xunit.v3;

namespace SfMarketo.Tests.Contract.Fidelity;

/// <summary>Marks tests that need the simulator's inside and so cannot run against the vendor. It works as the trait <c>target=simulator</c> too.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SimulatorOnlyAttribute(string? reason = null) : Attribute, ITraitAttribute
{
    /// <summary>Why the vendor cannot be asked.</summary>
    public string Reason { get; } = reason ?? "needs the simulator's inside";

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("target", "simulator")];
}
