namespace SfMarketo.Tests.Planted.Faults;

/// <summary>A fault cannot be planted as it is written; the message says what to do.</summary>
public sealed class FaultException(string message) : Exception(message);
