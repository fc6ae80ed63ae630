using SfMarketo.Harness.Scenarios.Language;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Reads the load: who does what, how often.</summary>
internal static class LoadReader
{
    public static IReadOnlyList<LoadLine> Load(MapReader top, TimeSpan? duration)
    {
        List<LoadLine> lines = [];
        HashSet<string> names = [];
        foreach (var item in top.List("load"))
        {
            if (MapReader.Of(item, LoadKeys.Shape, top.Values) is not { } map)
            {
                continue;
            }

            var required = map.Require("name", "name it, for the report") & map.Require("does", "the event, such as 'salesforce lead edited'") & map.Require("shape", "how often, such as [inject: 20/min for 10m]");
            var name = map.Word("name");
            if (name is { } word && !names.Add(word.Value))
            {
                map.Problems.Add(ProblemCode.NameTaken, word.Place, $"two loads are named '{word.Value}'", "give each its own name");
            }

            var does = EventReader.Event(map, "does");
            if (does is { Target: null, IsLoad: false })
            {
                map.Problems.Add(ProblemCode.UnknownEvent, map.Node("does")!.Place, $"'{does.Words}' belongs on the timeline", $"use timeline: - {{at: ..., do: {does.Words}{(does.Counts ? ", count: 1000" : "")}}}");
            }

            var shape = Shape(map, duration);
            if (required && name is { } known && does is not null)
            {
                lines.Add(new LoadLine(known.Value, does.Event, shape, map.Place.Line));
            }
        }

        return lines;
    }

    private static List<LoadSegment> Shape(MapReader load, TimeSpan? duration)
    {
        List<LoadSegment> segments = [];
        var used = TimeSpan.Zero;
        foreach (var item in load.List("shape"))
        {
            if (MapReader.Of(item, LoadKeys.Part, load.Values) is not { } part)
            {
                continue;
            }

            foreach (var kind in LoadKeys.Part.Names)
            {
                if (part.Word(kind) is not { } written)
                {
                    continue;
                }

                var rest = (duration ?? TimeSpan.FromDays(1)) - used;
                if (ShapeText.Parse(kind, written.Value, rest) is not { } segment)
                {
                    part.Problems.Add(ProblemCode.BadShape, written.Place, $"{kind}: '{written.Value}' is no shape", $"write {ShapeText.Example(kind)}");
                    continue;
                }

                used += segment.For;
                segments.Add(segment);
                if (used > duration)
                {
                    part.Problems.Add(ProblemCode.OutsideTheRun, written.Place, $"the shape lasts {DurationText.Write(used)}, the run only {DurationText.Write(duration.Value)}", "shorten it, or lengthen 'duration'");
                    return segments;
                }
            }
        }

        return segments;
    }
}
