namespace SfMarketo.Harness.Scenarios;

/// <summary>A condition on a value. Text is compared as it stands, case included; numbers as numbers.</summary>
public abstract record ValueTest
{
    private ValueTest()
    {
    }

    /// <param name="Literal">As written; null: the field is empty.</param>
    public sealed record Is(string? Literal) : ValueTest
    {
        public override string ToString() => Literal ?? "null";
    }

    public sealed record Not(string? Literal) : ValueTest
    {
        public override string ToString() => $"not {Literal ?? "null"}";
    }

    /// <summary>A number of at least <paramref name="Min"/> and at most <paramref name="Max"/>, each where given.</summary>
    public sealed record Between(decimal? Min, decimal? Max) : ValueTest
    {
        public override string ToString() => FormattableString.Invariant($"{Min} to {Max}");
    }

    /// <summary>The value of another field of the row that the expectation is about, written "$Field".</summary>
    public sealed record Same(string Field) : ValueTest
    {
        public override string ToString() => $"${Field}";
    }
}
