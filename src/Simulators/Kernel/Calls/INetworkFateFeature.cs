namespace SfMarketo.Kernel.Calls;

/// <summary>Set by a simulated network that knows what becomes of a call on its way: the journal's <c>fault</c> says so where no rule of the simulator touched it.</summary>
public interface INetworkFateFeature
{
    /// <summary>Asked when the call ends: one of <see cref="NetworkFates"/>, or null for an ordinary way.</summary>
    string? Fate { get; }
}
