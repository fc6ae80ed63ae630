namespace SfMarketo.Harness.Scenarios;

/// <summary>A story that a run plays: what is there, what people do, and what must be true at the end. Read from scenarios/NAME.yaml.</summary>
public sealed record Scenario
{
    /// <summary>Kebab-case, the same as the file's name without its ending.</summary>
    public required string Name { get; init; }

    /// <summary>The file as it was given, for messages and the report.</summary>
    public required string File { get; init; }

    public string Why { get; init; } = "";

    public IReadOnlyList<string> Tags { get; init; } = [];

    public ScenarioClock Clock { get; init; } = ScenarioClock.Default;

    /// <summary>Virtual time from the start of the clock to the end of the run.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Everything random in a run comes from this. A run may be given another one.</summary>
    public ulong Seed { get; init; } = 1;

    public OrgShape Org { get; init; } = new();

    public ScenarioLimits Limits { get; init; } = new();

    public NetworkShape Network { get; init; } = new();

    public EngineOptions Engine { get; init; } = new();

    public IReadOnlyList<LoadLine> Load { get; init; } = [];

    /// <summary>In order of time; steps of one instant in the order of the file.</summary>
    public IReadOnlyList<TimelineStep> Timeline { get; init; } = [];

    /// <summary>How long flows may take.</summary>
    public IReadOnlyList<Threshold> Thresholds { get; init; } = [];

    public IReadOnlyList<Expectation> Expect { get; init; } = [];

    /// <summary>What a run must really have met, so that it cannot pass by avoiding what it is about.</summary>
    public IReadOnlyList<ReachedGoal> Reached { get; init; } = [];

    /// <summary>Ids of checks that this scenario breaks on purpose.</summary>
    public IReadOnlyList<string> SkippedInvariants { get; init; } = [];

    /// <summary>Ids of relations: the run is repeated changed, once for each, and the ends are compared.</summary>
    public IReadOnlyList<string> Relations { get; init; } = [];
}
