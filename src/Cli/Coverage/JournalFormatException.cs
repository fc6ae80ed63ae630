namespace SfMarketo.Cli.Coverage;

/// <summary>What was given is no journal. The message says where, what is wrong and what to do.</summary>
public sealed class JournalFormatException(string message, Exception? inner = null) : Exception(message, inner);
