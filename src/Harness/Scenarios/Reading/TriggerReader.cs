using SfMarketo.Harness.Scenarios.Language;
using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Reads when a step happens: at a moment, every so often, after another step, or when something is so.</summary>
internal sealed class TriggerReader(ScenarioClock clock, TimeSpan? duration, ScenarioVocabulary vocabulary)
{
    private const string Forms = "write one of: at: t+10m, every: 30m, after: STEP, when: {reached: marketo.606, is: \">= 1\"}";

    private static readonly string[] Ways = ["at", "every", "after", "when"];

    /// <summary>The steps that others come after, with their places; whether there are such steps is known when all have been read.</summary>
    public List<(string Name, Place Place)> Awaited { get; } = [];

    /// <summary>The figures that steps wait for, with their places.</summary>
    public List<(string Name, Place Place)> Metrics { get; } = [];

    /// <summary>When the step happens; null after a problem.</summary>
    public (TimeSpan At, StepTrigger? Trigger)? Read(MapReader step)
    {
        var ways = Ways.Where(step.Has).ToList();
        if (ways.Count != 1)
        {
            step.Problems.Add(ways.Count == 0 ? ProblemCode.MissingKey : ProblemCode.Conflict, step.Place,
                ways.Count == 0 ? "'at' is missing" : $"'{ways[0]}' and '{ways[1]}' do not go together", ways.Count == 0 ? "when, such as \"t+10m\" or \"15:20\"; or every, after, when" : Forms);
            return null;
        }

        Refuse(step, "from", ways[0] == "every", "it belongs to 'every'");
        Refuse(step, "until", ways[0] == "every", "it belongs to 'every'");
        Refuse(step, "wait", ways[0] == "after", "it belongs to 'after'");
        return ways[0] switch
        {
            "at" => Moment(step, "at") is { } at ? (at, null) : null,
            "every" => Every(step) is { } every ? (every.From, every) : null,
            "after" => After(step) is { } after ? (TimeSpan.Zero, after) : null,
            _ => When(step) is { } when ? (TimeSpan.Zero, when) : null,
        };
    }

    /// <summary>A moment of the run; one after its end is a problem.</summary>
    public TimeSpan? Moment(MapReader map, string key)
    {
        var at = ClockReader.Moment(map, key, clock);
        if (at < duration || at is null || duration is null)
        {
            return at;
        }

        map.Problems.Add(ProblemCode.OutsideTheRun, map.Node(key)!.Place,
            $"{key}: {DurationText.Write(at.Value)} after the start is after the end of the run", $"the run lasts {DurationText.Write(duration.Value)}");
        return null;
    }

    /// <summary>The end of a span: the end of the run too, and not beyond.</summary>
    public TimeSpan? End(MapReader map, string key, TimeSpan? from)
    {
        var until = ClockReader.Moment(map, key, clock);
        if (until > duration)
        {
            map.Problems.Add(ProblemCode.OutsideTheRun, map.Node(key)!.Place,
                $"{key}: {DurationText.Write(until.Value)} after the start is after the end of the run", $"the run lasts {DurationText.Write(duration.Value)}");
            return null;
        }

        if (until <= (from ?? TimeSpan.Zero))
        {
            map.Problems.Add(ProblemCode.BadTime, map.Node(key)!.Place, $"{key}: it ends before it begins", "'until' must be after 'from'");
            return null;
        }

        return until;
    }

    private static void Refuse(MapReader step, string key, bool allowed, string reason)
    {
        if (!allowed && step.Node(key) is { } node)
        {
            step.Problems.Add(ProblemCode.Conflict, node.Place, $"'{key}' says nothing here", reason);
        }
    }

    private StepTrigger.Every? Every(MapReader step)
    {
        var period = step.Duration("every");
        var from = step.Has("from") ? Moment(step, "from") : TimeSpan.Zero;
        var until = step.Has("until") ? End(step, "until", from) : duration ?? TimeSpan.Zero;
        return period is { } length && from is { } start && until is { } end ? new StepTrigger.Every(length, start, end) : null;
    }

    private StepTrigger.After? After(MapReader step)
    {
        if (step.Word("after") is not { } name)
        {
            return null;
        }

        Awaited.Add((name.Value, name.Place));
        var wait = step.Node("wait") is { } node ? step.Values.Duration(node, "wait", zeroAllowed: true) : TimeSpan.Zero;
        return wait is { } length ? new StepTrigger.After(name.Value, length) : null;
    }

    private StepTrigger? When(MapReader step)
    {
        if (step.Node("when") is not YamlNode.Map node)
        {
            if (step.Node("when") is { } other)
            {
                step.Values.WrongType(other, "when", "a map such as {reached: marketo.606, is: \">= 1\"}");
            }

            return null;
        }

        if (node.Find("count") is not null)
        {
            var rows = MapReader.Of(node, WhenKeys.Rows, step.Values)!;
            return new ExpectReader(vocabulary, [], new HoldReader(clock, duration, []), new ExistenceRule(new OrgShape(), [], [], complete: false)).Count(rows) is { } count ? new StepTrigger.Rows(count) : null;
        }

        if (node.Find("passage") is not null)
        {
            return Passage(MapReader.Of(node, WhenKeys.Passage, step.Values)!);
        }

        var when = MapReader.Of(node, WhenKeys.Reached, step.Values)!;
        if (!when.Require("reached", "write {reached: marketo.606, is: \">= 1\"}, {count: salesforce Task, is: \">= 3\"} or {passage: send.before, nth: 17}"))
        {
            return null;
        }

        when.Require("is", "the number, such as is: \">= 1\"");
        if (when.Word("reached") is not { } metric || !ReachedReader.CheckLive(when.Problems, metric.Value, metric.Place, vocabulary))
        {
            return null;
        }

        Metrics.Add((metric.Value, metric.Place));
        return when.Comparison("is") is { } goal ? new StepTrigger.Reached(metric.Value, goal) : null;
    }

    private static StepTrigger.Passage? Passage(MapReader when)
    {
        if (when.Word("passage") is not { } seam)
        {
            return null;
        }

        if (!Running.Passages.Names.Contains(seam.Value))
        {
            when.Problems.Add(ProblemCode.BadText, seam.Place, $"passage: '{seam.Value}' is no seam of the engine", Closest.Suggest(seam.Value, Running.Passages.Names, "seams"));
            return null;
        }

        return new StepTrigger.Passage(seam.Value, when.Count("nth", 1, 100_000_000) ?? 1);
    }
}
