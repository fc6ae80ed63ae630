namespace SfMarketo.Harness.Scenarios.Language;

/// <summary>The words of business events and objects, with what each means to whoever writes one.</summary>
internal static class EventWords
{
    /// <summary>What a load can do.</summary>
    public static IReadOnlyList<KnownWord> Load { get; } = [.. BusinessEventWords.All.Where(row => row.Target is not null || row.IsLoad).Select(Word)];

    /// <summary>What a step can do.</summary>
    public static IReadOnlyList<KnownWord> Timeline { get; } = [.. BusinessEventWords.All.Select(Word)];

    /// <summary>What an expectation can speak of.</summary>
    public static IReadOnlyList<KnownWord> Objects { get; } = [.. StandardVocabulary.Instance.ObjectWords.Select(words => new KnownWord(words, $"Rows of {words}."))];

    /// <summary>What an org's own records can be.</summary>
    public static IReadOnlyList<KnownWord> Records { get; } =
        [.. Reading.RecordReader.Made.Select(one => new KnownWord(one.Words, $"A {one.Words}."))];

    private static KnownWord Word(BusinessEventWords row)
    {
        var what = row switch
        {
            { Target: null } => "Happens to no record.",
            { Creates: true } => $"Makes a {row.Target.Words}, which 'as' can name.",
            _ => $"Happens to a {row.Target.Words}: that of 'who', or one that fits.",
        };
        return new KnownWord(row.Words, what + (row.TakesFields && row.Target is not null ? " 'with' gives it values." : "") + (row.Merges ? " 'other' is the one that goes into it." : "") + (row.Counts ? " Needs 'count'." : "") + (row.Keys.Length > 0 ? $" Takes {string.Join(", ", row.Keys)}." : ""));
    }
}
