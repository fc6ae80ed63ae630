namespace SfMarketo.Kernel.Control.Client;

/// <summary>Lines of the journal.</summary>
/// <param name="Lines">Oldest first.</param>
/// <param name="After">Number of the last of them, to go on from.</param>
public sealed record SimJournal(IReadOnlyList<SimJournalLine> Lines, long After);
