namespace SfMarketo.Harness.Scenarios.Language;

/// <summary>A map of the language: the keys that it may have. The readers take their allowed keys from here, and so does the schema.</summary>
/// <param name="What">How a message calls it, such as "a step".</param>
/// <param name="Doc">What it is for.</param>
/// <param name="Keys">In the order in which one would write them.</param>
internal sealed record MapShape(string What, string Doc, params IReadOnlyList<KeyShape> Keys)
{
    /// <summary>The names of the keys, in order.</summary>
    public IReadOnlyList<string> Names => [.. Keys.Select(key => key.Name)];

    /// <summary>Groups of keys of which at least one must be there as a whole; none: only the required keys are needed.</summary>
    public IReadOnlyList<IReadOnlyList<string>> OneOf { get; init; } = [];

    /// <summary>The map that stands behind one of its keys.</summary>
    public MapShape Below(string name) => Keys.First(key => key.Name == name).Value is ValueShape.Nested nested
        ? nested.Map
        : throw new ArgumentException($"'{name}' of {What} is no map", nameof(name));
}
