namespace SfMarketo.Harness.Records;

/// <summary>The kinds of records (docs/records.md).</summary>
public enum RecordKind
{
    Call,
    Commit,
    Delivery,
    Message,

    /// <summary>What judges learned of the engine's lives.</summary>
    Tally,
}
