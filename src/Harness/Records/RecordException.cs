namespace SfMarketo.Harness.Records;

/// <summary>A run's folder that cannot be read; the message says what, where and what to do.</summary>
public sealed class RecordException(string message) : Exception(message);
