namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Reads what a step that acts on a system or the engine needs to know.</summary>
internal static class ActionReader
{
    private static readonly TimeSpan Restart = TimeSpan.FromSeconds(30);

    /// <summary>What an engine can find of its state.</summary>
    public static IReadOnlyList<(string Word, KeptState State, string Doc)> States { get; } =
    [
        ("kept", KeptState.Kept, "All that was committed."), ("torn", KeptState.Torn, "The last writes may be torn."), ("older", KeptState.Older, "A copy taken 'age' before."),
    ];

    /// <summary>Null for events without such, and after a problem.</summary>
    public static SystemAction? Action(MapReader step, BusinessEvent does) => does switch
    {
        BusinessEvent.EngineKilled => Kill(step),
        BusinessEvent.EngineStopped => new SystemAction.Stop(step.Duration("restart") ?? Restart),
        BusinessEvent.EngineClockJumps => Jump(step),
        BusinessEvent.LimitsChanged when Some(step) => new SystemAction.Limits(LimitReader.Limits(step, running: true)),
        BusinessEvent.SwitchesChanged when Some(step) => new SystemAction.Switches(SwitchReader.Switches(step)),
        _ => null,
    };

    private static SystemAction.Kill Kill(MapReader step)
    {
        var state = KeptState.Kept;
        if (step.Word("state") is { } word)
        {
            var known = States.FirstOrDefault(one => one.Word == word.Value);
            if (known.Word is null)
            {
                string[] words = [.. States.Select(one => one.Word)];
                step.Problems.Add(ProblemCode.BadText, word.Place, $"state: '{word.Value}' is not known", Closest.Suggest(word.Value, words, "states"));
            }

            state = known.State;
        }

        if (state == KeptState.Older)
        {
            step.Require("age", "how old the copy is, such as age: 10m");
        }
        else if (step.Node("age") is { } age)
        {
            step.Problems.Add(ProblemCode.Conflict, age.Place, "'age' says nothing here", "it belongs to state: older");
        }

        return new SystemAction.Kill(state, step.Duration("age") ?? TimeSpan.Zero, step.Duration("restart") ?? Restart);
    }

    private static SystemAction.ClockJump? Jump(MapReader step)
    {
        step.Require("by", "how far, such as by: -5m or by: 1h");
        if (step.Word("by") is not { } word)
        {
            return null;
        }

        var back = word.Value.StartsWith('-');
        if (DurationText.TryParse(word.Value.TrimStart('-'), out var length) && length > TimeSpan.Zero)
        {
            return new SystemAction.ClockJump(back ? -length : length);
        }

        step.Problems.Add(ProblemCode.BadDuration, word.Place, $"by: '{word.Value}' is no jump", "write a duration with its sign: -5m, 1h");
        return null;
    }

    private static bool Some(MapReader step)
    {
        if (step.Has("marketo") || step.Has("salesforce"))
        {
            return true;
        }

        step.Problems.Add(ProblemCode.MissingKey, step.Place, "'marketo' or 'salesforce' is missing", "say what changes, such as marketo: {callsPerDay: 1000}");
        return false;
    }
}
