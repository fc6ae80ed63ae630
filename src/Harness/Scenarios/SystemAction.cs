namespace SfMarketo.Harness.Scenarios;

/// <summary>What a step of the timeline does to the systems or to the engine, where it needs more than its words.</summary>
public abstract record SystemAction
{
    private SystemAction()
    {
    }

    /// <summary>The engine dies at once, as by kill -9 or a power cut.</summary>
    /// <param name="State">What the next life finds.</param>
    /// <param name="Age">Of an older state: how long before the death its copy was taken.</param>
    /// <param name="Restart">Time until the next life starts.</param>
    public sealed record Kill(KeptState State, TimeSpan Age, TimeSpan Restart) : SystemAction;

    /// <summary>The engine ends in order and starts again so long after.</summary>
    public sealed record Stop(TimeSpan Restart) : SystemAction;

    /// <summary>The wall clock of the engine's machine jumps; its monotonic clock does not.</summary>
    public sealed record ClockJump(TimeSpan By) : SystemAction;

    /// <summary>Limits that are named change; the others stay.</summary>
    public sealed record Limits(ScenarioLimits To) : SystemAction;

    public sealed record Switches(ScenarioSwitches To) : SystemAction;
}
