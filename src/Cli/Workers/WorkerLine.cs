using SfMarketo.Harness.Reports;

namespace SfMarketo.Cli.Workers;

/// <summary>One line of a worker's output; one member is set.</summary>
internal sealed record WorkerLine
{
    /// <summary>How far the run is; more lines follow.</summary>
    public string? Progress { get; init; }

    /// <summary>The run is over.</summary>
    public RunResult? Result { get; init; }

    /// <summary>Of a result: wall time of the run.</summary>
    public double WallSeconds { get; init; }

    /// <summary>The run could not be played, and the worker ends.</summary>
    public WorkerFailure? Failure { get; init; }
}
