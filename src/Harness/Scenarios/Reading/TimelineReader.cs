using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Reads the timeline and the names it gives to records.</summary>
internal static class TimelineReader
{
    public static IReadOnlyList<TimelineStep> Timeline(MapReader top, ScenarioClock clock, TimeSpan? duration, ScenarioVocabulary vocabulary)
    {
        List<TimelineStep> steps = [];
        Dictionary<string, TimeSpan> named = [];
        List<(string Name, Place Place, TimeSpan At)> used = [];
        foreach (var item in top.List("timeline"))
        {
            if (MapReader.Of(item, "a step", top.Values, "at", "do", "as", "who", "with", "count") is not { } map)
            {
                continue;
            }

            var required = map.Require("at", "when, such as \"t+10m\" or \"15:20\"") & map.Require("do", "the event, such as 'salesforce lead created'");
            var at = ClockReader.Moment(map, "at", clock);
            if (at >= duration)
            {
                map.Problems.Add(ProblemCode.OutsideTheRun, map.Node("at")!.Place,
                    $"at: {DurationText.Write(at.Value)} after the start is after the end of the run", $"the run lasts {DurationText.Write(duration.Value)}");
            }

            var does = EventReader.Event(map, "do");
            CheckKeys(map, does);
            var with = With(map, does, vocabulary, (name, place) => used.Add((name, place, at ?? TimeSpan.MaxValue)));
            if (map.Word("as") is { } name && !named.TryAdd(name.Value, at ?? TimeSpan.Zero))
            {
                map.Problems.Add(ProblemCode.NameTaken, name.Place, $"'{name.Value}' is taken by an earlier step", "give each record its own name");
            }

            if (map.Word("who") is { } who)
            {
                used.Add((who.Value, who.Place, at ?? TimeSpan.MaxValue));
            }

            var count = map.Count("count", 1, 1_000_000) ?? 1;
            if (count > 1 && map.Node("as") is { } several)
            {
                map.Problems.Add(ProblemCode.Conflict, several.Place, $"'as' cannot name {count} records", "make the one with a name in a step of its own");
            }

            if (required && at is { } moment && does is not null)
            {
                steps.Add(new TimelineStep { At = moment, Do = does.Event, As = map.Word("as")?.Value, Who = map.Word("who")?.Value, With = with, Count = count, Line = map.Place.Line });
            }
        }

        foreach (var (name, place, at) in used)
        {
            CheckWho(top.Problems, name, place, at, named);
        }

        return [.. steps.OrderBy(step => step.At)];
    }

    /// <summary>The names that the timeline gives, for expectations.</summary>
    public static IReadOnlyList<string> Names(IReadOnlyList<TimelineStep> timeline) => [.. timeline.Where(step => step.As is not null).Select(step => step.As!)];

    private static void CheckKeys(MapReader map, BusinessEventWords? does)
    {
        if (does is null)
        {
            return;
        }

        Refuse("as", !does.Creates, "only an event that creates a record can name it");
        Refuse("who", does.Creates || does.Target is null, does.Creates ? "this event makes its own record: use 'as' to name it" : "this event has no record");
        Refuse("with", !does.TakesFields, "this event has no fields");
        if (does.Counts)
        {
            map.Require("count", "how many, such as count: 1000");
        }

        void Refuse(string key, bool refused, string reason)
        {
            if (refused && map.Node(key) is { } node)
            {
                map.Problems.Add(ProblemCode.Conflict, node.Place, $"'{does.Words}' takes no '{key}'", reason);
            }
        }
    }

    private static List<KeyValuePair<string, object?>> With(MapReader map, BusinessEventWords? does, ScenarioVocabulary vocabulary, Action<string, Place> use)
    {
        List<KeyValuePair<string, object?>> with = [];
        foreach (var entry in map.Entries("with"))
        {
            EventReader.CheckField(map, entry.Key.Value, entry.Key.Place, does?.Target, vocabulary);
            if (entry.Value is YamlNode.Text text)
            {
                if (text.Value.StartsWith('$'))
                {
                    use(text.Value[1..], text.Place);
                }

                with.Add(new KeyValuePair<string, object?>(entry.Key.Value, LiteralText.Value(text)));
            }
            else
            {
                map.Values.WrongType(entry.Value, entry.Key.Value, "one value");
            }
        }

        return with;
    }

    private static void CheckWho(ProblemList problems, string name, Place place, TimeSpan at, Dictionary<string, TimeSpan> named)
    {
        if (!named.TryGetValue(name, out var made))
        {
            problems.Add(ProblemCode.UnknownWho, place, $"no step names a record '{name}'", Closest.Suggest(name, [.. named.Keys.Order(StringComparer.Ordinal)], "names"));
        }
        else if (at < made)
        {
            problems.Add(ProblemCode.UnknownWho, place, $"'{name}' is made only later, {DurationText.Write(made)} after the start", "move this step behind the one with 'as'");
        }
    }
}
