namespace SfMarketo.Sync.Pacing;

/// <summary>What the daily ledger must not forget in a restart.</summary>
/// <param name="Day">The quota day, <c>yyyy-MM-dd</c>.</param>
/// <param name="Calls">Calls we sent that day.</param>
/// <param name="Neighbours">Calls of other users of the instance that day, as far as known.</param>
/// <param name="Exhausted">True between a 607 and the first call the vendor took again.</param>
/// <param name="ResumesAt">The next probe, while exhausted.</param>
/// <param name="Reset">The rule learned from an observed reset.</param>
public sealed record LedgerSnapshot(string Day, int Calls, int Neighbours, bool Exhausted, DateTimeOffset? ResumesAt, QuotaReset Reset);
