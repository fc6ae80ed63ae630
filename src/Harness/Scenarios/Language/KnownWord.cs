namespace SfMarketo.Harness.Scenarios.Language;

/// <summary>One of a closed set of words.</summary>
/// <param name="Value">As a scenario writes it.</param>
/// <param name="Doc">What it means, in a sentence.</param>
internal sealed record KnownWord(string Value, string Doc);
