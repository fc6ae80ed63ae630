using SfMarketo.Harness.Scenarios.Reading;
using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios;

/// <summary>Reads scenario files strictly: nothing in a file is ever ignored, and every problem is found in one go.</summary>
public sealed class ScenarioReader(ScenarioVocabulary vocabulary)
{
    private static readonly string[] Keys =
    [
        "version", "name", "why", "tags", "clock", "duration", "seed", "org", "limits", "network", "engine", "load", "timeline", "thresholds", "expect", "reached", "invariants",
    ];

    /// <summary>Reads one file.</summary>
    /// <exception cref="IOException">The file cannot be read; also <see cref="UnauthorizedAccessException"/>.</exception>
    public ScenarioReading ReadFile(string path) => Read(path, File.ReadAllText(path));

    /// <summary>Reads the text of a file; <paramref name="file"/> is what messages call it, and its name must be the scenario's.</summary>
    public ScenarioReading Read(string file, string text)
    {
        var problems = new ProblemList();
        var root = YamlTree.Parse(text, problems);
        var scenario = root is null ? null : Scenario(file, root, new ValueReader(problems));
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return new ScenarioReading(file, lines, problems.Count == 0 ? scenario : null, problems.Sorted());
    }

    private Scenario? Scenario(string file, YamlNode root, ValueReader values)
    {
        if (MapReader.Of(root, "a scenario", values, Keys) is not { } top)
        {
            return null;
        }

        top.Require("version", "write version: 1");
        top.Require("name", "write name: and the file's name without its ending");
        top.Require("duration", "how long the run lasts, such as duration: 24h");
        if (!top.Has("load") && !top.Has("timeline"))
        {
            top.Problems.Add(ProblemCode.MissingKey, top.Place, "'load' or 'timeline' is missing", "without one of them nothing would happen");
        }

        if (top.Word("version") is { Value: not "1" } version)
        {
            top.Problems.Add(ProblemCode.BadNumber, version.Place, $"version: '{version.Value}' is not known", "this program reads version 1");
        }

        var clock = ClockReader.Clock(top);
        var duration = top.Duration("duration");
        var timeline = TimelineReader.Timeline(top, clock, duration, vocabulary);
        var invariants = top.Map("invariants", "skip", "relations");
        var expect = new ExpectReader(vocabulary, TimelineReader.Names(timeline));
        return new Scenario
        {
            Name = Name(top, file),
            File = file,
            Why = top.Text("why")?.Trim() ?? "",
            Tags = Words(top, "tags"),
            Clock = clock,
            Duration = duration ?? TimeSpan.Zero,
            Seed = top.Node("seed") is { } seed ? values.Seed(seed, "seed") ?? 1 : 1,
            Org = SectionReader.Org(top),
            Limits = SectionReader.Limits(top),
            Network = SectionReader.Network(top),
            Engine = SectionReader.Engine(top),
            Load = LoadReader.Load(top, duration),
            Timeline = timeline,
            Thresholds = new ThresholdReader(clock, duration).Thresholds(top),
            Expect = expect.Expect(top),
            Reached = expect.Reached(top),
            SkippedInvariants = Ids(invariants, "skip", vocabulary.Invariants, "invariant"),
            Relations = Ids(invariants, "relations", vocabulary.Relations, "relation"),
        };
    }

    private static string Name(MapReader top, string file)
    {
        if (top.Word("name") is not { } name)
        {
            return "";
        }

        var kebab = name.Value.Length <= 80 && name.Value.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
            && !name.Value.StartsWith('-') && !name.Value.EndsWith('-');
        var fileName = Path.GetFileNameWithoutExtension(file);
        if (!kebab)
        {
            top.Problems.Add(ProblemCode.BadName, name.Place, $"name: '{name.Value}' is not in kebab-case", "write lower-case words with hyphens, such as a-day-of-sync");
        }
        else if (name.Value != fileName)
        {
            top.Problems.Add(ProblemCode.BadName, name.Place, $"name: '{name.Value}' is not the file's name", $"write {fileName}, or rename the file to {name.Value}.yaml");
        }

        return name.Value;
    }

    private static List<string> Words(MapReader map, string key)
    {
        List<string> words = [];
        foreach (var item in map.List(key, emptyAllowed: true))
        {
            if (map.Values.Text(item, key) is { } word)
            {
                words.Add(word);
            }
        }

        return words;
    }

    private static List<string> Ids(MapReader? invariants, string key, IReadOnlyList<string> known, string what)
    {
        List<string> ids = [];
        foreach (var item in invariants?.List(key, emptyAllowed: true) ?? [])
        {
            if (invariants!.Values.Text(item, key) is not { } id)
            {
                continue;
            }

            if (!known.Contains(id))
            {
                invariants.Problems.Add(ProblemCode.UnknownInvariant, item.Place, $"'{id}' is no {what}", Closest.Suggest(id, known, what + "s"));
            }

            ids.Add(id);
        }

        return ids;
    }
}
