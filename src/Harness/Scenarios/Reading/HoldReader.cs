using SfMarketo.Harness.Scenarios.Language;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Reads when an expectation must be true: hold, within, from, after, until.</summary>
/// <param name="clock">For moments written as wall time.</param>
/// <param name="duration">Of the run; null when it could not be read.</param>
/// <param name="steps">Ids and names of the timeline's steps.</param>
internal sealed class HoldReader(ScenarioClock clock, TimeSpan? duration, IReadOnlyList<string> steps)
{
    // In the order of the enum.
    private static readonly string[] Words = [.. HoldKeys.Holds.Select(word => word.Value)];

    public HoldSpan Read(MapReader map, string form)
    {
        var hold = Hold(map);
        if (form == "deadLetters")
        {
            OnlyAtEnd(map, hold);
            return HoldSpan.AtEnd;
        }

        if (map.Has("within"))
        {
            return Within(map, form == "every");
        }

        if (hold == Scenarios.Hold.End)
        {
            Refuse(map, "it narrows 'hold' or 'within': write hold: always, never or eventually, or remove it", "from", "after", "until");
            return HoldSpan.AtEnd;
        }

        if (map.Has("from"))
        {
            Refuse(map, "an expectation begins at a moment or after a step", "after");
        }

        var from = Moment(map, "from");
        var until = Moment(map, "until");
        if (from >= until)
        {
            map.Problems.Add(ProblemCode.BadTime, map.Node("until")!.Place, "until: it does not come after 'from'", "a span needs an end that is later than its start");
        }

        return new HoldSpan(hold) { From = from, After = After(map), Until = until };
    }

    private static Hold Hold(MapReader map)
    {
        if (map.Word("hold") is not { } word)
        {
            return Scenarios.Hold.End;
        }

        if (Array.IndexOf(Words, word.Value) is >= 0 and var place)
        {
            return (Hold)place;
        }

        map.Problems.Add(ProblemCode.BadText, word.Place, $"hold: '{word.Value}' is not known", Closest.Suggest(word.Value, Words, "values"));
        return Scenarios.Hold.End;
    }

    private HoldSpan Within(MapReader map, bool hasRows)
    {
        Refuse(map, "'within' says when it must be true", "hold", "until");
        if (map.Has("from"))
        {
            Refuse(map, "the time begins at a moment or after a step", "after");
        }

        var within = map.Duration("within");
        var from = Moment(map, "from");
        var after = After(map);
        if (!hasRows && !map.Has("from") && !map.Has("after"))
        {
            map.Problems.Add(ProblemCode.MissingKey, map.Place, "'from' is missing", "when does the time begin? write from: t+2h, or after: and a step's name");
        }

        if (duration is { } length && (from ?? TimeSpan.Zero) + within > length)
        {
            map.Problems.Add(ProblemCode.OutsideTheRun, map.Node("within")!.Place, "within: the run has ended by then", $"it lasts {DurationText.Write(length)}");
        }

        return new HoldSpan(Scenarios.Hold.Within) { From = from, After = after, Within = within ?? TimeSpan.FromTicks(1) };
    }

    private TimeSpan? Moment(MapReader map, string key)
    {
        var moment = ClockReader.Moment(map, key, clock);
        if (duration is { } length && (moment > length || (moment == length && key == "from")))
        {
            map.Problems.Add(ProblemCode.OutsideTheRun, map.Node(key)!.Place, $"{key}: the run has ended by then", $"it lasts {DurationText.Write(length)}");
        }

        return moment;
    }

    private string? After(MapReader map)
    {
        if (map.Word("after") is not { } step)
        {
            return null;
        }

        if (!steps.Contains(step.Value))
        {
            map.Problems.Add(ProblemCode.UnknownWho, step.Place, $"no step of the timeline is called '{step.Value}'", Closest.Suggest(step.Value, steps, "steps"));
        }

        return step.Value;
    }

    private static void OnlyAtEnd(MapReader map, Hold hold)
    {
        const string reason = "the engine counts dead letters when it has stopped: they are judged at the end only";
        if (hold != Scenarios.Hold.End)
        {
            Refuse(map, reason, "hold");
        }

        Refuse(map, reason, "within", "from", "after", "until");
    }

    private static void Refuse(MapReader map, string reason, params string[] keys)
    {
        foreach (var key in keys)
        {
            if (map.Node(key) is { } node)
            {
                map.Problems.Add(ProblemCode.Conflict, node.Place, $"'{key}' does not belong here", reason);
            }
        }
    }
}
