namespace SfMarketo.Sync.Effects;

/// <summary>What a call said about one of its records.</summary>
/// <param name="Outcome">For a write.</param>
/// <param name="Found">For a read: the records that fit, none when there is none.</param>
internal readonly record struct RecordAnswer(RecordOutcome Outcome, IReadOnlyList<FieldBag> Found)
{
    public static RecordAnswer Of(RecordOutcome outcome) => new(outcome, []);

    public static RecordAnswer Of(int index, IReadOnlyList<FieldBag> found) => new(new RecordOutcome(index, "read", null, null, false), found);
}
