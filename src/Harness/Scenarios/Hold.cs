namespace SfMarketo.Harness.Scenarios;

/// <summary>How an expectation holds over time.</summary>
public enum Hold
{
    /// <summary>True when the run is over.</summary>
    End,

    /// <summary>True at all times.</summary>
    Always,

    /// <summary>True at no time.</summary>
    Never,

    /// <summary>True at some time.</summary>
    Eventually,

    /// <summary>True at the latest so long after a moment.</summary>
    Within,
}
