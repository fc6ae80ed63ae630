namespace SfMarketo.Harness.Scenarios;

/// <summary>How problems are written.</summary>
public enum ProblemFormat
{
    /// <summary>For a person: the line, a caret, what to do.</summary>
    Text,

    /// <summary>For a program: one array.</summary>
    Json,

    /// <summary>For GitHub Actions: an annotation at the line.</summary>
    GitHub,
}
