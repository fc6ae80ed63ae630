namespace SfMarketo.Harness.Scenarios;

/// <summary>A story that a run plays: what is there, what people do, and what must be true at the end. Read from scenarios/THEME/NAME.yaml.</summary>
public sealed record Scenario
{
    /// <summary>Kebab-case, the same as the file's name without its ending; a run of a matrix has its values behind it: <c>a-story[rate=20]</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name without the values of a matrix.</summary>
    public string Story => Name.Split('[')[0];

    /// <summary>The file as it was given, for messages and the report.</summary>
    public required string File { get; init; }

    public string Why { get; init; } = "";

    public IReadOnlyList<string> Tags { get; init; } = [];

    public ScenarioClock Clock { get; init; } = ScenarioClock.Default;

    /// <summary>Virtual time from the start of the clock to the end of the run.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Everything random in a run comes from this. A run may be given another one.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The used files that whole lists come from, by the list's key: a list is never merged, so that its lines are of one file.</summary>
    public IReadOnlyDictionary<string, string> ListFiles { get; init; } = new Dictionary<string, string>();

    /// <summary>The file in which the lines of a list are counted, such as those of <c>timeline</c>.</summary>
    public string FileOf(string list) => ListFiles.GetValueOrDefault(list, File);

    /// <summary>What the counts of the org and the rates of the load were multiplied with; they hold the result.</summary>
    public double Scale { get; init; } = 1;

    public OrgShape Org { get; init; } = new();

    public ScenarioLimits Limits { get; init; } = new();

    /// <summary>What the vendors leave unclear, where it differs from the strict setting.</summary>
    public ScenarioSwitches Switches { get; init; } = new();

    public NetworkShape Network { get; init; } = new();

    public EngineOptions Engine { get; init; } = new();

    public IReadOnlyList<LoadLine> Load { get; init; } = [];

    /// <summary>In order of time; steps of one instant in the order of the file. Those with a trigger of their own come where their <see cref="TimelineStep.At"/> is.</summary>
    public IReadOnlyList<TimelineStep> Timeline { get; init; } = [];

    /// <summary>In the order of the file: the first that hits a call is the one that acts.</summary>
    public IReadOnlyList<ScenarioFault> Faults { get; init; } = [];

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
