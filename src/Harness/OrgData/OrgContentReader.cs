using SfMarketo.Harness.Scenarios;
using SfMarketo.Harness.Scenarios.Reading;
using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.OrgData;

/// <summary>Reads a data file, YAML or JSON, as strictly as a scenario: counts under <c>org</c> as there, fixed records under <c>salesforce</c> and <c>marketo</c>.</summary>
public static class OrgContentReader
{
    /// <param name="file">Its name in messages.</param>
    /// <param name="text">YAML, of which JSON is a part.</param>
    /// <param name="complaints">What is wrong, written for a person; null when nothing is.</param>
    /// <returns>Null when something is wrong.</returns>
    public static OrgContent? Read(string file, string text, out string? complaints)
    {
        var problems = new ProblemList();
        var content = YamlTree.Parse(text, problems) is { } root ? Content(file, root, new ValueReader(problems)) : null;
        if (problems.Count == 0)
        {
            complaints = null;
            return content;
        }

        complaints = ProblemText.Write([new ScenarioReading(file, text.ReplaceLineEndings("\n").Split('\n'), null, problems.Sorted())]);
        return null;
    }

    private static OrgContent? Content(string file, YamlNode root, ValueReader values)
    {
        if (MapReader.Of(root, "a data file", values, "org", "past", "salesforce", "marketo") is not { } top)
        {
            return null;
        }

        // Only what the file says: without 'org' there are its records alone.
        var shape = top.Has("org") ? SectionReader.Org(top, StandardVocabulary.Instance) : OrgContent.Empty.Shape;
        if (shape.Assignment is not null)
        {
            top.Problems.Add(ProblemCode.Conflict, top.Place, "a data file has no assignment rule", "remove 'assignment' from 'org'");
        }

        if (shape.Records.Count > 0)
        {
            top.Problems.Add(ProblemCode.Conflict, top.Place, "a data file has its records under 'salesforce' and 'marketo'", "move 'records' of 'org' there");
        }

        List<FixedRecord> records = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        Add(file, top, "salesforce", records, names);
        Add(file, top, "marketo", records, names);
        return OrgContent.Demo with { Shape = shape, HasPast = top.Flag("past") ?? false, Records = records };
    }

    private static void Add(string file, MapReader top, string system, List<FixedRecord> records, HashSet<string> names)
    {
        string[] keys = system == "salesforce" ? ["object", "as", "with"] : ["as", "with"];
        foreach (var node in top.List(system))
        {
            if (MapReader.Of(node, $"a record of {system}", top.Values, keys) is not { } record)
            {
                continue;
            }

            var complete = record.Require("with", "give it fields: with: { ... }");
            if (system == "salesforce")
            {
                complete &= record.Require("object", "write object: Lead, Contact, Account, ...");
            }

            var name = record.Word("as");
            if (name is { } given && !names.Add(given.Value))
            {
                record.Problems.Add(ProblemCode.NameTaken, given.Place, $"the name '{given.Value}' is taken", "give each record a name of its own");
            }

            if (complete)
            {
                records.Add(new FixedRecord(system == "salesforce" ? record.Text("object") : null, name?.Value, Fields(record), file, node.Place.Line));
            }
        }
    }

    private static List<KeyValuePair<string, object?>> Fields(MapReader record)
    {
        List<KeyValuePair<string, object?>> fields = [];
        foreach (var entry in record.Entries("with"))
        {
            if (entry.Value is YamlNode.Text text)
            {
                fields.Add(new(entry.Key.Value, LiteralText.Value(text)));
            }
            else
            {
                record.Values.WrongType(entry.Value, entry.Key.Value, "a single value");
            }
        }

        return fields;
    }
}
