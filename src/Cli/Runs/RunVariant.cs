namespace SfMarketo.Cli.Runs;

/// <summary>How often and how each scenario is played.</summary>
internal enum RunVariant
{
    Once,

    /// <summary>Twice, in two processes, and the records are compared.</summary>
    Twice,

    /// <summary>Once for each passage of the engine's seams, which kills the engine there.</summary>
    KilledEverywhere,
}
