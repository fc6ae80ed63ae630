namespace SfMarketo.Tests.Load.Injection;

/// <summary>How one copy ended.</summary>
/// <param name="IsError">True when the server refused or failed.</param>
/// <param name="StatusCode">The vendor's code, or the HTTP status.</param>
/// <param name="SizeBytes">Length of the answer.</param>
internal readonly record struct LoadAnswer(bool IsError, string StatusCode, long SizeBytes);
