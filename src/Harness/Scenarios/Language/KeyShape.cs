namespace SfMarketo.Harness.Scenarios.Language;

/// <summary>A key of a map.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Value">What may stand behind it.</param>
/// <param name="Doc">What it is for, in a sentence or two; editors show it.</param>
/// <param name="Required">A map without it is wrong.</param>
internal sealed record KeyShape(string Name, ValueShape Value, string Doc, bool Required = false);
