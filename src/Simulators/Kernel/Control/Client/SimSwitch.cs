namespace SfMarketo.Kernel.Control.Client;

/// <summary>What the vendor leaves unclear.</summary>
/// <param name="Value">As it is set.</param>
/// <param name="Values">What it takes.</param>
public sealed record SimSwitch(string Value, IReadOnlyList<string> Values);
