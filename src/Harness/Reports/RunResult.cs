using SfMarketo.Harness.Expectations;

namespace SfMarketo.Harness.Reports;

/// <summary>Everything that is known of a run when it is over. Holds nothing that differs between two runs of one seed, wall time included.</summary>
public sealed record RunResult
{
    public required string Scenario { get; init; }

    public required string File { get; init; }

    /// <summary>The used files in which the lines of lists are counted, by the list's key, such as <c>expect</c>.</summary>
    public IReadOnlyDictionary<string, string> ListFiles { get; init; } = new Dictionary<string, string>();

    /// <summary>The virtual instant at which it began, UTC: what offsets count from.</summary>
    public required DateTimeOffset Start { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>The product's version.</summary>
    public required string Version { get; init; }

    public required TimeSpan VirtualDuration { get; init; }

    public required IReadOnlyList<CheckReport> Checks { get; init; }

    public required IReadOnlyList<ExpectationResult> Expectations { get; init; }

    public required IReadOnlyList<ReachedResult> Reached { get; init; }

    public IReadOnlyList<ThresholdResult> Thresholds { get; init; } = [];

    public required RunFigures Figures { get; init; }

    /// <summary>What the scenario's people did, by event, in the order of the events' list.</summary>
    public IReadOnlyList<EventCount> Events { get; init; } = [];

    /// <summary>Steps of the scenario that could not happen as written, one sentence each.</summary>
    public IReadOnlyList<string> Missed { get; init; } = [];

    /// <summary>Why the run broke off, such as the engine's own failure; null when it came to its end.</summary>
    public string? Failure { get; init; }

    /// <summary>What is no failure and yet nobody's wish, such as a fault that never hit.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Passages of the engine's seams in the run, over all its lives: where it can be killed.</summary>
    public long Passages { get; init; }

    /// <summary>SHA-256 over all records of both simulators, lower-case hex; null when none was made.</summary>
    public string? RecordsHash { get; init; }

    /// <summary>The command line that plays the run again.</summary>
    public string? Replay { get; init; }

    /// <summary>Where its records are, as the user named it; null: none were kept. Not in result.json, which lies there.</summary>
    public string? Folder { get; init; }

    /// <summary>The file in which the lines of a list are counted.</summary>
    public string FileOf(string list) => ListFiles.GetValueOrDefault(list, File);

    public bool Passed => PassedButForThresholds && Thresholds.All(one => one.Passed);

    /// <summary>All is well but how long it took.</summary>
    public bool PassedButForThresholds => Failure is null && Missed.Count == 0 && Figures.Lost == 0 && Figures.Doubled == 0
        && Checks.All(check => check.Passed) && Expectations.All(one => one.Passed) && Reached.All(one => one.Passed);
}
