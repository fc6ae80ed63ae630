namespace SfMarketo.Kernel.Control.Client;

/// <summary>One of several instances behind an address.</summary>
/// <param name="Id">Munchkin id, or name of the org.</param>
/// <param name="Url">Base URL for clients.</param>
/// <param name="Calls">Calls that it has had; null where it is not told.</param>
public sealed record SimInstance(string Id, string Url, long? Calls);
