namespace SfMarketo.Cli;

/// <summary>What the process says when it ends (DESIGN.md section 5).</summary>
internal static class ExitCode
{
    public const int Passed = 0;
    public const int Failed = 1;
    public const int WrongInput = 2;
    public const int CouldNotStart = 3;
    public const int TimedOut = 4;
    public const int NotDeterministic = 5;
    public const int ThresholdCrossed = 99;
    public const int Interrupted = 130;

    /// <summary>For the help of each command.</summary>
    public const string Help = """
        Exit codes: 0 passed, 1 failed, 2 wrong input, 3 could not start, 4 timed out, 5 not deterministic, 99 threshold crossed, 130 interrupted.
        """;

    /// <summary>A crossed threshold has its own code when nothing worse happened in any run.</summary>
    public static int Of(IReadOnlyList<FinishedRun> runs) =>
        runs.All(run => run.Result.Passed) ? Passed
        : runs.All(run => run.Result.PassedButForThresholds) ? ThresholdCrossed
        : Failed;
}
