namespace SfMarketo.Harness.Scenarios;

/// <summary>One thing that is wrong with a scenario file.</summary>
/// <param name="Code">Stable, such as SC014.</param>
/// <param name="Message">What is wrong, with the word it is about.</param>
/// <param name="Line">Counts from 1.</param>
/// <param name="Column">Counts from 1.</param>
/// <param name="Length">How many characters the place covers, for the caret.</param>
/// <param name="Suggestion">What to write instead, or what is allowed here; null when the message says it all.</param>
public sealed record ScenarioProblem(string Code, string Message, int Line, int Column, int Length, string? Suggestion)
{
    /// <summary>The used file, or the option of the command line, that it stands in; null: the scenario's own file.</summary>
    public string? File { get; init; }
}
