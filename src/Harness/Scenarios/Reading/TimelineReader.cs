using SfMarketo.Harness.Scenarios.Language;
using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Reads the timeline and the names it gives to records and steps.</summary>
internal sealed class TimelineReader(ScenarioVocabulary vocabulary, TriggerReader triggers, IReadOnlyList<RecordShape> records)
{
    // By name: when the record is made, null for a moment that nobody knows before.
    private readonly Dictionary<string, TimeSpan?> named = records.Where(record => record.As is not null).DistinctBy(record => record.As).ToDictionary(record => record.As!, _ => (TimeSpan?)TimeSpan.Zero);
    private readonly HashSet<string> ids = [];
    private readonly List<(string Name, Place Place, TimeSpan? At)> used = [];

    public IReadOnlyList<TimelineStep> Timeline(MapReader top)
    {
        List<TimelineStep> steps = [];
        foreach (var item in top.List("timeline"))
        {
            if (Keyed(item, top.Values) is { } map && Step(map) is { } step)
            {
                steps.Add(step);
            }
        }

        foreach (var (name, place, at) in used)
        {
            CheckWho(top.Problems, name, place, at);
        }

        foreach (var (name, place) in triggers.Awaited)
        {
            if (!steps.Exists(step => step.IsNamed(name)))
            {
                top.Problems.Add(ProblemCode.UnknownWho, place, $"no step has the id '{name}'", Closest.Suggest(name, Steps(steps), "steps"));
            }
        }

        return [.. steps.OrderBy(step => step.At)];
    }

    /// <summary>The names that the timeline gives to records, for expectations.</summary>
    public static IReadOnlyList<string> Names(IReadOnlyList<TimelineStep> timeline) => [.. timeline.Where(step => step.As is not null).Select(step => step.As!)];

    /// <summary>The names of steps, by <c>id</c> and <c>as</c>.</summary>
    public static IReadOnlyList<string> Steps(IReadOnlyList<TimelineStep> timeline) => [.. timeline.SelectMany(step => new[] { step.Id, step.As }).OfType<string>().Distinct()];

    /// <summary>A step may have the keys of all steps and those of its own event.</summary>
    private static MapReader? Keyed(YamlNode item, ValueReader values)
    {
        var does = (item as YamlNode.Map)?.Find("do") is YamlNode.Text text ? BusinessEventWords.Find(text.Value) : null;
        return MapReader.Of(item, TimelineKeys.Of(does), values);
    }

    private TimelineStep? Step(MapReader map)
    {
        var trigger = triggers.Read(map);
        map.Require("do", "the event, such as 'salesforce lead created'");
        var does = EventReader.Event(map, "do");
        TimeSpan? at = trigger is { Trigger: null } known ? known.At : null;
        CheckKeys(map, does);
        var with = RecordReader.With(map, does?.Target, vocabulary, (name, place) => used.Add((name, place, at)));
        Name(map, at);
        foreach (var key in new[] { "who", "other" })
        {
            if (map.Word(key) is { } who)
            {
                used.Add((who.Value, who.Place, at));
            }
        }

        var count = map.Count("count", 1, 1_000_000) ?? 1;
        if ((count > 1 || trigger?.Trigger is StepTrigger.Every or StepTrigger.After) && map.Node("as") is { } several)
        {
            if (count > 1)
            {
                map.Problems.Add(ProblemCode.Conflict, several.Place, $"'as' cannot name {count} records", "make the one with a name in a step of its own");
            }
            else if (trigger?.Trigger is StepTrigger.Every)
            {
                map.Problems.Add(ProblemCode.Conflict, several.Place, "'as' cannot name a record of each time", "make the one with a name in a step of its own, or use 'id' to name the step");
            }
        }

        if (does is null)
        {
            return null;
        }

        var action = ActionReader.Action(map, does.Event);
        return trigger is not { } when
            ? null
            : new TimelineStep
            {
                At = when.At,
                Trigger = when.Trigger,
                Do = does.Event,
                Id = map.Word("id")?.Value,
                As = map.Word("as")?.Value,
                Who = map.Word("who")?.Value,
                Other = map.Word("other")?.Value,
                With = with,
                Count = count,
                Action = action,
                Line = map.Place.Line,
            };
    }

    private void Name(MapReader map, TimeSpan? at)
    {
        if (map.Word("as") is { } name && !named.TryAdd(name.Value, at))
        {
            map.Problems.Add(ProblemCode.NameTaken, name.Place, $"'{name.Value}' is taken by an earlier step", "give each record its own name");
        }

        if (map.Word("id") is { } id && !ids.Add(id.Value))
        {
            map.Problems.Add(ProblemCode.NameTaken, id.Place, $"two steps have the id '{id.Value}'", "give each its own");
        }
    }

    private static void CheckKeys(MapReader map, BusinessEventWords? does)
    {
        if (does is null)
        {
            return;
        }

        Refuse("as", !does.Creates, "only an event that creates a record can name it");
        Refuse("who", does.Creates || does.Target is null, does.Creates ? "this event makes its own record: use 'as' to name it" : "this event has no record");
        Refuse("other", !does.Merges, "only a merge has another record");
        Refuse("with", !does.TakesFields, "this event has no fields");
        Refuse("count", does.Target is null && !does.Counts && !does.IsLoad, "it happens once");
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

    private void CheckWho(ProblemList problems, string name, Place place, TimeSpan? at)
    {
        if (!named.TryGetValue(name, out var made))
        {
            problems.Add(ProblemCode.UnknownWho, place, $"no step names a record '{name}'", Closest.Suggest(name, [.. named.Keys.Order(StringComparer.Ordinal)], "names"));
        }
        else if (at < made)
        {
            problems.Add(ProblemCode.UnknownWho, place, $"'{name}' is made only later, {DurationText.Write(made.Value)} after the start", "move this step behind the one with 'as'");
        }
    }
}
