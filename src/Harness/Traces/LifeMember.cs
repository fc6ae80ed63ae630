namespace SfMarketo.Harness.Traces;

/// <summary>A record that is part of a life.</summary>
/// <param name="Key">Which.</param>
/// <param name="How">How it is known to belong to it.</param>
public sealed record LifeMember(RecordKey Key, string How)
{
    /// <summary>It was there before the run: no commit created it.</summary>
    public bool IsSeeded { get; init; } = true;
}
