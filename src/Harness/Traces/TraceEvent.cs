namespace SfMarketo.Harness.Traces;

/// <summary>One thing that happened in a life: one line.</summary>
/// <param name="At">Microseconds since 1970 UTC.</param>
/// <param name="Kind"><c>change</c>, <c>read</c>, <c>message</c> or <c>asked</c>.</param>
/// <param name="Sim">Where.</param>
/// <param name="Who"><c>human: lead edited</c>, <c>rule: NAME</c>, or the client.</param>
/// <param name="What">The object and what became of it, in words.</param>
public sealed record TraceEvent(long At, string Kind, string Sim, string Who, string What)
{
    /// <summary>The record, when it is one.</summary>
    public RecordKey? Record { get; init; }

    /// <summary>The version that the change made, or that was read; 0 when there is none.</summary>
    public long Version { get; init; }

    /// <summary>What changed, old and new; blank is null.</summary>
    public IReadOnlyList<TraceField> Fields { get; init; } = [];

    /// <summary>The call that caused it, or null.</summary>
    public TraceCall? Call { get; init; }

    /// <summary>What it carried over from the other system; null when nothing.</summary>
    public TraceGap? Gap { get; init; }

    /// <summary>A change by a person that no write carried over afterwards.</summary>
    public bool IsLeftBehind { get; init; }
}

/// <summary>One field's change, as text; null is blank.</summary>
public readonly record struct TraceField(string Name, string? Old, string? New);

/// <summary>The time between a change and the write that carried it over.</summary>
/// <param name="Since">What was carried over: <c>lead edited</c>.</param>
/// <param name="Took">Microseconds.</param>
public sealed record TraceGap(string Since, long Took);
