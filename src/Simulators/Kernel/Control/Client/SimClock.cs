namespace SfMarketo.Kernel.Control.Client;

/// <summary>A simulator's clock.</summary>
/// <param name="Now">UTC.</param>
/// <param name="Offset">How far it is from the machine's, in words; null for a clock that cannot be moved.</param>
public sealed record SimClock(DateTimeOffset Now, string? Offset);
