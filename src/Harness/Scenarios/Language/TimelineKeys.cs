namespace SfMarketo.Harness.Scenarios.Language;

internal static class TimelineKeys
{
    /// <summary>What every step may have.</summary>
    private static readonly KeyShape[] Common =
    [
        new("at", new ValueShape.Moment(), "When: \"t+10m\" after the start, or a time of day in the zone such as \"15:20\"."),
        new("every", new ValueShape.Duration(), "Again and again, so far apart; 'from' and 'until' narrow it."),
        new("from", new ValueShape.Moment(), "The first time of 'every'; the start when left out."),
        new("until", new ValueShape.Moment(), "The end of 'every'; the end of the run when left out."),
        new("after", new ValueShape.Text(), "After the step of this id or name was done."),
        new("wait", new ValueShape.Duration(ZeroAllowed: true), "So long after it; at once when left out."),
        new("when", new ValueShape.Either(new ValueShape.Nested(WhenKeys.Reached), new ValueShape.Nested(WhenKeys.Rows), new ValueShape.Nested(WhenKeys.Passage)), "Once, when this is true for the first time."),
        new("do", new ValueShape.Word(EventWords.Timeline), "The event.", Required: true),
        new("id", new ValueShape.Text(), "Names the step, for 'after' and for reached: step.ID."),
        new("as", new ValueShape.Text(), "Names the record that the event makes, for later steps and expectations."),
        new("who", new ValueShape.Text(), "The record it happens to, by the name an earlier step gave it; one that fits when left out."),
        new("other", new ValueShape.Text(), "Of a merge: the record that goes into 'who'; one that fits when left out."),
        new("with", new ValueShape.Open(new ValueShape.Scalar()), "Field values, in the words of the record's object; $name is the id of the record of that name."),
        new("count", new ValueShape.Count(1), "How many times, or of what size."),
    ];

    /// <summary>What a step may have that is done to a system or the engine, if its event takes it.</summary>
    private static readonly KeyShape[] Actions =
    [
        new("state", new ValueShape.Word([.. Reading.ActionReader.States.Select(one => new KnownWord(one.Word, one.Doc))]), "Of a kill: what the engine finds of its state when it starts again; kept when left out."),
        new("age", new ValueShape.Duration(), "Of a kill with state: older: how old the copy is."),
        new("restart", new ValueShape.Duration(), "Of a kill or a stop: the time until a new life starts; 30s when left out."),
        new("by", new ValueShape.Text($"^-?{Forms.Time}$"), "Of a jump of the clock: how far, such as -5m or 1h."),
        new("marketo", System("marketo"), "New limits or switches of Marketo."),
        new("salesforce", System("salesforce"), "New limits or switches of Salesforce."),
    ];

    /// <summary>A step with all keys that any event takes.</summary>
    public static MapShape Step { get; } = new("a step", "Something that happens.", [.. Common, .. Actions])
    {
        OneOf = [["at"], ["every"], ["after"], ["when"]],
    };

    /// <summary>A step of one event.</summary>
    public static MapShape Of(BusinessEventWords? does) => Step with { Keys = [.. Step.Keys.Where(key => Common.Contains(key) || does?.Keys.Contains(key.Name) == true)] };

    private static ValueShape.Either System(string system) => new(new ValueShape.Nested(LimitKeys.Running.Below(system)), SwitchKeys.Shape.Keys.First(key => key.Name == system).Value);
}
