using SfMarketo.Harness.Scenarios.Reading;
using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Composing;

/// <summary>A value of the command line: <c>--set KEY=VALUE</c>. Its place is a file of its own, <c>--set</c>, with a line for each.</summary>
internal sealed record Override(YamlNode.Text Key, YamlNode Value)
{
    public const string File = "--set";

    /// <summary>Reads them all; what is no KEY=VALUE is a problem.</summary>
    public static IReadOnlyList<Override> Read(IReadOnlyList<string> written, ProblemList problems)
    {
        List<Override> overrides = [];
        for (var index = 0; index < written.Count; index++)
        {
            var text = written[index];
            var sign = text.IndexOf('=', StringComparison.Ordinal);
            if (sign <= 0 || sign == text.Length - 1)
            {
                problems.Add(ProblemCode.BadOverride, new Place(index + 1, 1, Math.Max(1, text.Length), File), $"'{text}' sets nothing", "write KEY=VALUE, such as rate=30 or engine.exclusive=true");
                continue;
            }

            var key = new YamlNode.Text(text[..sign], true, new Place(index + 1, 1, sign, File));
            if (Parsed(text[(sign + 1)..], new Place(index + 1, sign + 2, text.Length - sign - 1, File), problems) is { } value)
            {
                overrides.Add(new Override(key, value));
            }
        }

        return overrides;
    }

    private static YamlNode? Parsed(string value, Place place, ProblemList problems)
    {
        if (value[0] is not ('[' or '{'))
        {
            return new YamlNode.Text(value, true, place);
        }

        var own = new ProblemList();
        var node = YamlTree.Parse(value, own);
        foreach (var problem in own.Sorted())
        {
            problems.Add(problem.Code, place, problem.Message, problem.Suggestion);
        }

        return node is null ? null : At(node, place);
    }

    private static YamlNode At(YamlNode node, Place place) => node switch
    {
        YamlNode.Map map => new YamlNode.Map([.. map.Entries.Select(entry => new YamlNode.Entry(entry.Key with { Place = place }, At(entry.Value, place)))], place),
        YamlNode.List list => new YamlNode.List([.. list.Items.Select(item => At(item, place))], place),
        _ => node with { Place = place },
    };
}
