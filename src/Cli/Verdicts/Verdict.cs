namespace SfMarketo.Cli.Verdicts;

/// <summary>One thing that a run was judged by.</summary>
/// <param name="Kind">run, check, expectation, reached or threshold.</param>
/// <param name="Name">What was asked for, in a line.</param>
/// <param name="Passed">It held.</param>
internal sealed record Verdict(string Kind, string Name, bool Passed)
{
    /// <summary>For a console, when it did not hold.</summary>
    public string Heading { get; init; } = Name;

    /// <summary>Of the line, when it is not the scenario's own: one that it uses.</summary>
    public string? File { get; init; }

    /// <summary>Of the file; null when it is about none.</summary>
    public int? Line { get; init; }

    /// <summary>Said in full.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>One sentence a case; a console shows the first few.</summary>
    public IReadOnlyList<string> Cases { get; init; } = [];

    /// <summary>The command that shows a record behind it; null when there is none.</summary>
    public string? Trace { get; init; }
}
