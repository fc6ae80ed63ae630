namespace SfMarketo.Harness.Scenarios.Language;

/// <summary>The top of a scenario.</summary>
internal static class ScenarioKeys
{
    private const string Kebab = "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$";

    public static MapShape Shape { get; } = new(
        "a scenario",
        "A story that a run plays: what is there, what people do, what goes wrong, and what must be true.",
        [
            new("version", new ValueShape.Count(1, 1), "The version of this language: 1."),
            new("name", new ValueShape.Text(Kebab), "The file's name without its ending, in lower-case words with hyphens.", Required: true),
            new("why", new ValueShape.Text(), "What the scenario shows, in a sentence or two; reports and lists have it."),
            new("tags", new ValueShape.List(new ValueShape.Text(), EmptyAllowed: true), "Words by which scenarios are found."),
            new("clock", new ValueShape.Nested(ClockKeys.Shape), "When the run begins, on the wall clock of a zone."),
            new("duration", new ValueShape.Duration(), "How long the run lasts in virtual time, such as 24h."),
            new("seed", new ValueShape.Count(0, ulong.MaxValue), "Everything random comes from this number; the same seed gives the same run."),
            new("org", new ValueShape.Nested(OrgKeys.Shape), "What both systems hold when the run begins."),
            new("limits", new ValueShape.Nested(LimitKeys.Shape), "The vendors' limits, in the words of the control API."),
            new("switches", new ValueShape.Nested(SwitchKeys.Shape), "What the vendors leave unclear, in the words of the control API; strict when left out."),
            new("network", new ValueShape.Nested(NetworkKeys.Shape), "How far away the systems are, how long they work on a call, and what gets lost."),
            new("engine", new ValueShape.Nested(EngineKeys.Shape), "Settings of the sync engine; what is left out keeps the engine's default."),
            new("load", new ValueShape.List(new ValueShape.Nested(LoadKeys.Shape)), "What people do all the time, at random moments."),
            new("timeline", new ValueShape.List(new ValueShape.Nested(TimelineKeys.Step)), "What happens at one moment, every so often, after another step, or when something is so."),
            new("faults", new ValueShape.List(new ValueShape.Nested(FaultKeys.Shape)), "Rules by which calls go wrong; the first that hits a call acts."),
            new("thresholds", new ValueShape.List(new ValueShape.Nested(ThresholdKeys.Shape)), "How long a change may take to arrive on the other side."),
            new("expect", new ValueShape.List(ExpectKeys.Value), "What must be true, read from both systems."),
            new("reached", new ValueShape.List(ReachedKeys.Goal), "What the run must really have met: a run that avoids what it is about is not green."),
            new("invariants", new ValueShape.Nested(InvariantKeys.Shape), "The rules that hold in every run."),
            new("use", new ValueShape.Either(new ValueShape.Text(), new ValueShape.List(new ValueShape.Text(), EmptyAllowed: true)), "Files that lie under this one, by paths relative to it; maps are merged, a later file wins over an earlier one, and this file over all."),
            new("vars", new ValueShape.Open(new ValueShape.Scalar()), "Values with a name: ${name} stands for them anywhere. --set name=value gives a run another one."),
            new("matrix", new ValueShape.Open(new ValueShape.List(new ValueShape.Scalar())), "A run for each combination of the values: a key is a variable's name or a dotted path of keys."),
            new("scale", new ValueShape.Text("^(?=.*[1-9])[0-9_]*\\.?[0-9_]+ *%$"), "Multiplies the counts of the org and the rates of the load, such as 5%."),
        ])
    {
        OneOf = [["use"], ["version", "duration", "load"], ["version", "duration", "timeline"]],
    };
}
