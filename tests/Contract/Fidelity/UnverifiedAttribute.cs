namespace SfMarketo.Tests.Contract.Fidelity;

/// <summary>Marks a test behind which only memory or inference stands.</summary>
/// <remarks>The behaviour then hangs on a switch: name it here, or by <c>[Proves("switch ...")]</c> on the same test.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnverifiedAttribute(string? switchName = null) : Attribute
{
    public string? Switch { get; } = switchName;
}
