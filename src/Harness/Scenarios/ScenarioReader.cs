using SfMarketo.Harness.Scenarios.Composing;
using SfMarketo.Harness.Scenarios.Language;
using SfMarketo.Harness.Scenarios.Reading;
using SfMarketo.Harness.Scenarios.Showing;
using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios;

/// <summary>Reads scenario files strictly: nothing in a file is ever ignored, and every problem is found in one go.</summary>
/// <param name="vocabulary">The words it knows.</param>
/// <param name="readText">Reads files by their paths; null: from the disk.</param>
public sealed class ScenarioReader(ScenarioVocabulary vocabulary, Func<string, string>? readText = null)
{
    private readonly Func<string, string> readText = readText ?? File.ReadAllText;

    /// <summary>Reads one file and all that it uses.</summary>
    /// <exception cref="IOException">The file cannot be read; also <see cref="UnauthorizedAccessException"/>.</exception>
    public ScenarioReading ReadFile(string path, params IReadOnlyList<string> set) => Read(path, readText(path), set);

    /// <summary>Reads the text of a file; <paramref name="file"/> is what messages call it, and its name must be the scenario's.</summary>
    /// <param name="file">Files that the text uses are looked for beside it.</param>
    /// <param name="text">YAML.</param>
    /// <param name="set">Values over it, each KEY=VALUE: a variable's name or a dotted path of keys.</param>
    public ScenarioReading Read(string file, string text, params IReadOnlyList<string> set)
    {
        var tree = new ScenarioTree(file, text, set, ScenarioKeys.Shape.Names, readText);
        var runs = new RunProblems(tree.Problems);
        List<Scenario> scenarios = [];
        foreach (var combination in tree.Combinations)
        {
            var problems = new ProblemList();
            var root = tree.Run(combination, problems, out var unknown);
            if (root is not null && Scenario(file, root, new ValueReader(problems)) is { } scenario)
            {
                scenarios.Add(Scaling.Of(scenario with { Name = combination.Name(scenario.Name) }));
            }

            runs.Add(combination, problems, unknown);
        }

        var found = runs.Sorted();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return new ScenarioReading(file, lines, found.Count == 0 ? scenarios : [], found) { Sources = tree.Sources };
    }

    /// <summary>A scenario without problems as it is understood: YAML with the source of each line, then its runs, load and budget in comments.</summary>
    /// <param name="reading">Of the same file.</param>
    /// <param name="set">As it was read with.</param>
    public string Show(ScenarioReading reading, params IReadOnlyList<string> set)
    {
        var tree = new ScenarioTree(reading.File, string.Join('\n', reading.Lines), set, ScenarioKeys.Shape.Names, readText);
        var root = tree.Run(tree.Combinations[0], new ProblemList(), out _) as YamlNode.Map
            ?? throw new ArgumentException("the scenario has problems", nameof(reading));
        return YamlText.Write(root, reading.File) + ScenarioStory.Write(reading.Runs);
    }

    private Scenario? Scenario(string file, YamlNode root, ValueReader values)
    {
        if (MapReader.Of(root, ScenarioKeys.Shape, values) is not { } top)
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
        var invariants = top.Map("invariants", InvariantKeys.Shape);
        var triggers = new TriggerReader(clock, duration, vocabulary);
        var org = SectionReader.Org(top, vocabulary);
        var timeline = new TimelineReader(vocabulary, triggers, org.Records).Timeline(top);
        var faults = new FaultReader(triggers).Faults(top);
        var load = LoadReader.Load(top, duration);
        var expect = new ExpectReader(
            vocabulary,
            [.. org.Records.Select(record => record.As).OfType<string>(), .. TimelineReader.Names(timeline)],
            new HoldReader(clock, duration, TimelineReader.Steps(timeline)),
            new ExistenceRule(org, timeline, load, complete: top.Problems.Count == 0));
        var reached = new ReachedReader(vocabulary, [.. faults.Select(fault => fault.Id)], TimelineReader.Steps(timeline));
        foreach (var (metric, place) in triggers.Metrics)
        {
            reached.Check(top.Problems, metric, place);
        }

        return new Scenario
        {
            Name = Name(top, file),
            File = file,
            Why = top.Text("why")?.Trim() ?? "",
            Tags = Words(top, "tags"),
            Clock = clock,
            Scale = Scaling.Read(top),
            ListFiles = top.ListFiles(),
            Duration = duration ?? TimeSpan.Zero,
            Seed = top.Node("seed") is { } seed ? values.Seed(seed, "seed") ?? 1 : 1,
            Org = org,
            Limits = SectionReader.Limits(top),
            Switches = SectionReader.Switches(top),
            Network = new NetworkReader(triggers).Network(top),
            Engine = SectionReader.Engine(top),
            Load = load,
            Timeline = timeline,
            Faults = faults,
            Thresholds = new ThresholdReader(clock, duration).Thresholds(top),
            Expect = expect.Expect(top),
            Reached = reached.Reached(top),
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
