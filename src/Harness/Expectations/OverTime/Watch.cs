namespace SfMarketo.Harness.Expectations.OverTime;

/// <summary>Knows at each instant whether one expectation is true, from the rows that changed.</summary>
internal abstract class Watch
{
    /// <summary>Rows that it speaks of now.</summary>
    public abstract long Fitting { get; }

    /// <summary>The whole sentence is true now.</summary>
    public abstract bool All { get; }

    /// <summary>It is true now of at least one row.</summary>
    public abstract bool Any { get; }

    /// <summary>What is there now, as a short sentence.</summary>
    public abstract string Value { get; }

    /// <summary>Takes in what changed in one instant.</summary>
    /// <param name="rows">The object whose rows changed.</param>
    /// <param name="now">Microseconds since 1970 UTC.</param>
    public abstract void Apply(TrackedRows rows, long now);

    /// <summary>The rows that make it false, or those that make it true; the first few by their ids.</summary>
    public abstract IReadOnlyList<Witness> Witnesses(bool ofTruth);
}
