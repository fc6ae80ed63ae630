namespace SfMarketo.Harness.Traces;

/// <summary>The answer to a <see cref="TraceQuery"/>.</summary>
/// <param name="Query">What was asked for.</param>
/// <param name="Folder">Where the records are.</param>
/// <param name="Start">When the run began, microseconds: offsets count from it. Of records without result.json the whole minute before the first call or commit.</param>
/// <param name="Lives">Several when several humans had the address; none when the records do not know it.</param>
/// <param name="Nearest">Ids or addresses that are most like it, when there is no life.</param>
public sealed record TraceResult(TraceQuery Query, string Folder, long Start, IReadOnlyList<Life> Lives, IReadOnlyList<string> Nearest);
