namespace SfMarketo.MarketoSim.BulkImport;

/// <summary>What became of a row.</summary>
/// <param name="Record">The person's id, or the custom object's place; 0 for a row that failed.</param>
/// <param name="Failure">Why it was not written; null when it was.</param>
/// <param name="Warning">What was odd about a row that was written; null for nothing.</param>
internal readonly record struct RowOutcome(int Record, string? Failure, string? Warning)
{
    public static RowOutcome Failed(string reason) => new(0, reason, null);
}
