namespace SfMarketo.Harness.Scenarios.Language;

/// <summary>What may stand behind a key. Every scalar may also hold <c>${name}</c>.</summary>
internal abstract record ValueShape
{
    /// <summary>Any text that is not empty; with a pattern (ECMA 262) when it has a form.</summary>
    public sealed record Text(string? Pattern = null) : ValueShape;

    /// <summary>Text, number, true, false or null: the value of a field.</summary>
    public sealed record Scalar : ValueShape;

    /// <summary>A number with its unit.</summary>
    public sealed record Duration(bool ZeroAllowed = false) : ValueShape;

    /// <summary>A whole number; underscores may group its digits.</summary>
    public sealed record Count(long Min = 0, ulong Max = 1_000_000) : ValueShape;

    /// <summary>A number, written without quotes.</summary>
    public sealed record Number : ValueShape;

    /// <summary>A percentage up to 100%.</summary>
    public sealed record Share : ValueShape;

    public sealed record Flag : ValueShape;

    /// <summary>Anything: another reader knows.</summary>
    public sealed record Any : ValueShape;

    /// <summary>One of a closed set of words.</summary>
    public sealed record Word(params IReadOnlyList<KnownWord> Words) : ValueShape;

    /// <summary>A condition on a number.</summary>
    public sealed record Comparison : ValueShape;

    /// <summary>A moment of the run.</summary>
    public sealed record Moment : ValueShape;

    public sealed record List(ValueShape Item, bool EmptyAllowed = false) : ValueShape;

    public sealed record Nested(MapShape Map) : ValueShape;

    /// <summary>A map whose keys are data: any key, or those that are known or fit a pattern.</summary>
    /// <param name="Value">What stands behind each.</param>
    /// <param name="Known">The keys that an editor offers; empty: any.</param>
    /// <param name="Pattern">Other keys that are good.</param>
    /// <param name="Single">It has exactly one key.</param>
    public sealed record Open(ValueShape Value, IReadOnlyList<KnownWord> Known, string? Pattern = null, bool Single = false) : ValueShape
    {
        public Open(ValueShape value)
            : this(value, [])
        {
        }
    }

    /// <summary>One of several forms.</summary>
    public sealed record Either(params IReadOnlyList<ValueShape> Forms) : ValueShape;
}
