namespace SfMarketo.Sync;

/// <summary>The state file was made with another org or another instance. Its links would join records that have nothing to do with each other, so nothing was read or written.</summary>
/// <param name="difference">How the systems differ from those of the state, without a full stop.</param>
public sealed class OtherSystemsException(string difference) : Exception($"The state file belongs to other systems: {difference}.");
