using System.Globalization;
using SfMarketo.Harness.Scenarios.Language;
using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Reads how long flows may take.</summary>
internal sealed class ThresholdReader(ScenarioClock clock, TimeSpan? duration)
{
    private const string Example = "one metric with a limit, such as lag.mql: \"p(95) <= 65s\"";
    private const string Forms = "write p(N) or max, then <= or <, then a duration, in quotes, such as \"p(95) <= 65s\"";

    private static readonly string[] Options = [.. ThresholdKeys.Options.Select(key => key.Name)];

    public IReadOnlyList<Threshold> Thresholds(MapReader top)
    {
        List<Threshold> thresholds = [];
        foreach (var item in top.List("thresholds"))
        {
            if (item is not YamlNode.Map map)
            {
                top.Values.WrongType(item, "a threshold", Example);
            }
            else if (One(map, top.Values) is { } threshold)
            {
                thresholds.Add(threshold);
            }
        }

        return thresholds;
    }

    private Threshold? One(YamlNode.Map map, ValueReader values)
    {
        if (Metric(map, values.Problems) is not { } entry)
        {
            return null;
        }

        // The metric's own problem is reported; what is beside it is read all the same.
        var options = MapReader.Of(map, "a threshold", values, [entry.Key.Value, .. Options])!;
        var limit = Limit(entry, values);
        var span = Span(options);
        var orNone = options.Flag("orNone") ?? false;
        return limit is null ? null : new Threshold(entry.Key.Value, limit, span, orNone, entry.Key.Place.Line);
    }

    /// <summary>The one key that is no option.</summary>
    private static YamlNode.Entry? Metric(YamlNode.Map map, ProblemList problems)
    {
        var known = map.Entries.Where(entry => LagMetrics.Names.Contains(entry.Key.Value)).ToList();
        if (known.Count > 1)
        {
            problems.Add(ProblemCode.Conflict, known[1].Key.Place, $"'{known[0].Key.Value}' and '{known[1].Key.Value}' in one threshold", "make an entry of the list for each");
            return null;
        }

        if (known.Count == 1)
        {
            return known[0];
        }

        if (map.Entries.FirstOrDefault(entry => !Options.Contains(entry.Key.Value)) is not { } unknown)
        {
            problems.Add(ProblemCode.MissingKey, map.Place, "this threshold names no metric", $"write {Example}");
            return null;
        }

        // A flow's bare name is the likeliest slip.
        var written = unknown.Key.Value;
        var meant = written.Contains('.', StringComparison.Ordinal) ? written : "lag." + written;
        problems.Add(ProblemCode.UnknownMetric, unknown.Key.Place, $"'{written}' is no metric of a threshold", Closest.Suggest(meant, LagMetrics.Names, "metrics"));
        return unknown;
    }

    private static LagLimit? Limit(YamlNode.Entry entry, ValueReader values)
    {
        if (values.Text(entry.Value, entry.Key.Value) is not { } text)
        {
            return null;
        }

        var sign = text.IndexOfAny(['<', '>', '=', '!']);
        if (sign < 0)
        {
            return Wrong($"'{text}' is no limit", Forms);
        }

        var statistic = text[..sign].Trim();
        var rest = text[sign..];
        if (!rest.StartsWith('<'))
        {
            return Wrong($"'{text}' is no limit from above", "a flow can only be too slow: write <= or <");
        }

        var inclusive = rest.StartsWith("<=", StringComparison.Ordinal);
        var written = rest[(inclusive ? 2 : 1)..].Trim();
        if (Percent(statistic) is not { } percent)
        {
            return Wrong($"'{statistic}' is no statistic", "write max, or p(N) with N above 0 and up to 100, such as p(95)");
        }

        if (!DurationText.TryParse(written, out var most))
        {
            return Wrong($"'{written}' is no duration", "write a number with its unit: 250ms, 30s, 5m, 24h or 2d");
        }

        return new LagLimit(percent, inclusive, most);

        LagLimit? Wrong(string what, string suggestion)
        {
            values.Problems.Add(ProblemCode.BadComparison, entry.Value.Place, $"{entry.Key.Value}: {what}", suggestion);
            return null;
        }
    }

    private static double? Percent(string statistic)
    {
        if (statistic == "max")
        {
            return 100;
        }

        return statistic.StartsWith("p(", StringComparison.Ordinal) && statistic.EndsWith(')')
            && double.TryParse(statistic.AsSpan(2, statistic.Length - 3), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100
            ? percent
            : null;
    }

    private ThresholdSpan? Span(MapReader options)
    {
        var from = Moment(options, "from");
        var to = Moment(options, "to");
        if (from is { } first && to is { } last && first >= last)
        {
            options.Problems.Add(ProblemCode.BadTime, options.Node("to")!.Place, "to: it does not come after 'from'", "a span needs an end that is later than its start");
        }

        var daily = Daily(options);
        return from is null && to is null && daily is null ? null : new ThresholdSpan(from, to, daily);
    }

    private TimeSpan? Moment(MapReader options, string key)
    {
        var moment = ClockReader.Moment(options, key, clock);
        if (moment > duration)
        {
            options.Problems.Add(ProblemCode.OutsideTheRun, options.Node(key)!.Place, $"{key}: the run has ended by then", $"it lasts {DurationText.Write(duration.Value)}");
        }

        return moment;
    }

    private static DailyHours? Daily(MapReader options)
    {
        if (options.Node("between") is not { } node)
        {
            return null;
        }

        if (node is not YamlNode.List { Items: [var first, var last] })
        {
            options.Values.WrongType(node, "between", "two times of day, such as [\"09:00\", \"17:00\"]");
            return null;
        }

        var (start, end) = (ClockReader.TimeOfDay(options.Values, first, "between"), ClockReader.TimeOfDay(options.Values, last, "between"));
        if (start is null || end is null)
        {
            return null;
        }

        if (start == end)
        {
            options.Problems.Add(ProblemCode.BadTime, last.Place, "between: no time lies between the two", "write two different times of day, or leave 'between' out");
            return null;
        }

        return new DailyHours(start.Value, end.Value);
    }
}
