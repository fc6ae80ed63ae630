using SfMarketo.Harness.Scenarios.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SfMarketo.Harness.Scenarios.Yaml;

/// <summary>Reads one YAML document into a tree of nodes with places; what YAML itself forbids becomes a problem with its place.</summary>
internal sealed class YamlTree
{
    /// <summary>Aliases can blow a small file up to gigabytes; no scenario comes near this many values.</summary>
    private const int NodeLimit = 50_000;

    private readonly Parser parser;
    private readonly ProblemList problems;
    private readonly string? file;
    private readonly Dictionary<string, YamlNode> anchors = [];
    private int nodes;

    private YamlTree(string text, ProblemList problems, string? file)
    {
        parser = new Parser(new StringReader(text));
        this.problems = problems;
        this.file = file;
    }

    /// <summary>The document's root, or null when there is none or it is no YAML (then a problem says so).</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="problems">Told what is wrong.</param>
    /// <param name="file">The name of a used file; null for the scenario's own.</param>
    public static YamlNode? Parse(string text, ProblemList problems, string? file = null)
    {
        try
        {
            return new YamlTree(text, problems, file).Document();
        }
        catch (YamlException error)
        {
            YamlSyntax.Report(error, text, problems, file);
            return null;
        }
    }

    private YamlNode? Document()
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
        {
            problems.Add(ProblemCode.EmptyFile, Place.Start with { File = file }, "the file is empty", file is null ? "a scenario needs at least: version, name, duration, load or timeline" : "a used file needs at least one key, such as org");
            return null;
        }

        parser.Consume<DocumentStart>();
        var root = Node();
        parser.Consume<DocumentEnd>();
        if (!parser.Accept<StreamEnd>(out _) && parser.Current is { } second)
        {
            problems.Add(ProblemCode.Syntax, PlaceOf(second), "a second document starts here", "one scenario a file");
        }

        return root;
    }

    private YamlNode Node()
    {
        if (++nodes > NodeLimit)
        {
            throw new YamlException(parser.Current!.Start, parser.Current.End, $"more than {NodeLimit} values");
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return anchors.TryGetValue(alias.Value.Value, out var known)
                ? Charged(known)
                : throw new YamlException(alias.Start, alias.End, $"'*{alias.Value.Value}' refers to no anchor above it");
        }

        var start = parser.Current as NodeEvent ?? throw new YamlException(parser.Current!.Start, parser.Current.End, "a value is missing here");
        if (!start.Tag.IsEmpty)
        {
            problems.Add(ProblemCode.Syntax, PlaceOf(start), $"the tag {start.Tag.Value} has no meaning here", "remove it");
        }

        YamlNode node = start switch
        {
            Scalar => ReadText(),
            SequenceStart => ReadList(),
            _ => ReadMap(),
        };
        if (!start.Anchor.IsEmpty)
        {
            anchors[start.Anchor.Value] = node;
        }

        return node;
    }

    private YamlNode.Text ReadText()
    {
        var scalar = parser.Consume<Scalar>();
        return new YamlNode.Text(scalar.Value, scalar.Style is ScalarStyle.Plain or ScalarStyle.Any, PlaceOf(scalar));
    }

    private YamlNode.List ReadList()
    {
        var start = parser.Consume<SequenceStart>();
        List<YamlNode> items = [];
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node());
        }

        return new YamlNode.List(items, PlaceOf(start));
    }

    private YamlNode.Map ReadMap()
    {
        var start = parser.Consume<MappingStart>();
        List<YamlNode.Entry> entries = [];
        Dictionary<string, int> firstLines = [];
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node();
            var value = Node();
            if (key is not YamlNode.Text name)
            {
                problems.Add(ProblemCode.WrongType, key.Place, $"{key.Kind} cannot be a key", "quote the value if it holds braces, brackets or commas");
            }
            else if (name.IsNull)
            {
                problems.Add(ProblemCode.NoValue, name.Place, "a key is missing before the ':'", null);
            }
            else if (!firstLines.TryAdd(name.Value, name.Place.Line))
            {
                problems.Add(ProblemCode.DuplicateKey, name.Place, $"the key '{name.Value}' stands here twice", $"it is first in line {firstLines[name.Value]}: keep one");
            }
            else
            {
                entries.Add(new YamlNode.Entry(name, value));
            }
        }

        return new YamlNode.Map(entries, PlaceOf(start));
    }

    /// <summary>An alias costs what it stands for, or nine short lines make a billion values.</summary>
    private YamlNode Charged(YamlNode known)
    {
        nodes += Size(known);
        return known;
    }

    private static int Size(YamlNode node) => node switch
    {
        YamlNode.List list => 1 + list.Items.Sum(Size),
        YamlNode.Map map => 1 + map.Entries.Sum(entry => 1 + Size(entry.Value)),
        _ => 1,
    };

    private Place PlaceOf(ParsingEvent at)
    {
        var length = at is Scalar && at.End.Line == at.Start.Line ? at.End.Column - at.Start.Column : 1;
        return new Place((int)at.Start.Line, (int)at.Start.Column, (int)Math.Max(1, length), file);
    }
}
