using SfMarketo.Harness.Scenarios.Language;
using SfMarketo.Harness.Scenarios.Yaml;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Reads the ways to both systems: latency and service time by form or name, losses, duplicates, partitions.</summary>
internal sealed class NetworkReader(TriggerReader moments)
{
    private const string Forms = "write {p50: 40ms, p99: 200ms}, {constant: 50ms}, {uniform: {from: 10ms, to: 90ms}}, {exponential: {mean: 60ms}} or a name: lan, near, far, mobile, slow";

    private static readonly string[] Names = [.. NetworkShape.Named.Select(one => one.Name)];
    private static readonly string[] Kinds = ["p50", "constant", "uniform", "exponential"];

    public NetworkShape Network(MapReader top)
    {
        var defaults = new NetworkShape();
        return top.Map("network", NetworkKeys.Shape) is { } network
            ? new NetworkShape { Marketo = Path(network, "marketo", defaults.Marketo), Salesforce = Path(network, "salesforce", defaults.Salesforce) }
            : defaults;
    }

    private NetworkShape.Path Path(MapReader network, string system, NetworkShape.Path defaults)
    {
        if (network.Map(system, NetworkKeys.Path) is not { } path)
        {
            return defaults;
        }

        var lost = path.Map("lost", NetworkKeys.Lost);
        return new NetworkShape.Path(Distribution(path, "latency") ?? defaults.Latency, Distribution(path, "service") ?? defaults.Service)
        {
            LostBefore = lost?.Share("before") ?? 0,
            LostAfter = lost?.Share("after") ?? 0,
            Duplicated = path.Share("duplicated") ?? 0,
            Partitions = Partitions(path),
        };
    }

    private List<(TimeSpan From, TimeSpan Until)> Partitions(MapReader path)
    {
        List<(TimeSpan From, TimeSpan Until)> spans = [];
        foreach (var item in path.List("partitions"))
        {
            if (MapReader.Of(item, NetworkKeys.Partition, path.Values) is not { } span
                || !(span.Require("from", "when it begins, such as t+1h") & span.Require("until", "when it ends, such as t+1h5m")))
            {
                continue;
            }

            var from = moments.Moment(span, "from");
            if (moments.End(span, "until", from) is { } until && from is { } start)
            {
                spans.Add((start, until));
            }
        }

        return spans;
    }

    private static LatencyDistribution? Distribution(MapReader path, string key)
    {
        if (path.Node(key) is YamlNode.Text)
        {
            return Known(path, key);
        }

        if (path.Map(key, NetworkKeys.Distribution) is not { } map)
        {
            return null;
        }

        var kinds = Kinds.Where(map.Has).ToList();
        if (kinds.Count > 1)
        {
            map.Problems.Add(ProblemCode.Conflict, map.Place, $"'{kinds[0]}' and '{kinds[1]}' do not go together", Forms);
            return null;
        }

        return kinds is ["constant"] ? Duration(map, "constant") is { } constant ? LatencyDistribution.Constant(constant) : null
            : kinds is ["uniform"] ? Uniform(map)
            : kinds is ["exponential"] ? map.Map("exponential", NetworkKeys.Exponential) is { } inner && inner.Require("mean", "the mean") && Duration(inner, "mean") is { } mean ? LatencyDistribution.Exponential(mean) : null
            : LogNormal(map);
    }

    private static LatencyDistribution? Known(MapReader path, string key)
    {
        if (path.Word(key) is not { } word)
        {
            return null;
        }

        foreach (var (name, latency) in NetworkShape.Named)
        {
            if (name == word.Value)
            {
                return latency;
            }
        }

        path.Problems.Add(ProblemCode.BadText, word.Place, $"{key}: '{word.Value}' is no named latency", Closest.Suggest(word.Value, Names, "names"));
        return null;
    }

    private static LatencyDistribution? Uniform(MapReader map)
    {
        if (map.Map("uniform", NetworkKeys.Uniform) is not { } inner || !(inner.Require("from", "the shortest") & inner.Require("to", "the longest")))
        {
            return null;
        }

        var (from, to) = (Duration(inner, "from"), Duration(inner, "to"));
        if (from > to)
        {
            inner.Problems.Add(ProblemCode.BadDuration, inner.Node("to")!.Place, "to is below from", "write the shorter one first");
            return null;
        }

        return from is { } low && to is { } high ? LatencyDistribution.Uniform(low, high) : null;
    }

    private static LatencyDistribution? LogNormal(MapReader map)
    {
        if (!(map.Require("p50", "the median") & map.Require("p99", "the 99th percentile")))
        {
            return null;
        }

        var (median, high) = (Duration(map, "p50"), Duration(map, "p99"));
        if (median is null || high is null)
        {
            return null;
        }

        if (high < median)
        {
            map.Problems.Add(ProblemCode.BadDuration, map.Node("p99")!.Place, "p99 is below p50", "99 of 100 calls take at most p99, half of them at most p50");
            return null;
        }

        return new LatencyDistribution(median.Value, high.Value);
    }

    private static TimeSpan? Duration(MapReader map, string key) => map.Node(key) is { } node ? map.Values.Duration(node, key, zeroAllowed: true) : null;
}
