namespace SfMarketo.Harness.Expectations;

/// <summary>A record as a simulator holds it, read beside its API.</summary>
public abstract class EndRecord
{
    /// <summary>As the vendor's API writes it.</summary>
    public abstract string Id { get; }

    /// <summary>As the simulator's commits name it.</summary>
    public virtual string Key => Id;

    /// <summary>Null, string, bool or a number.</summary>
    /// <exception cref="ArgumentException">The object has no such field; the reader of scenarios lets none through.</exception>
    public abstract object? Get(string field);
}
