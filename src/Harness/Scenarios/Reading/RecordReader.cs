using SfMarketo.Harness.Scenarios.Language;
using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Reads the records that an org holds by name.</summary>
internal static class RecordReader
{
    /// <summary>What they can be.</summary>
    public static IReadOnlyList<ScenarioObject> Made { get; } = [ScenarioObject.Lead, ScenarioObject.Contact, ScenarioObject.Account, ScenarioObject.Person];

    public static IReadOnlyList<RecordShape> Records(MapReader org, ScenarioVocabulary vocabulary)
    {
        List<RecordShape> records = [];
        foreach (var item in org.List("records"))
        {
            if (MapReader.Of(item, OrgKeys.Record, org.Values) is not { } map
                || !(map.Require("object", "its kind, such as object: salesforce Lead") & map.Require("with", "its values")))
            {
                continue;
            }

            var of = EventReader.Object(map, "object", vocabulary);
            if (of is not null && !Made.Contains(of))
            {
                map.Problems.Add(ProblemCode.UnknownObject, map.Node("object")!.Place, $"an org's records cannot be of '{of.Words}'", $"objects: {string.Join(", ", Made.Select(one => one.Words))}");
                of = null;
            }

            var name = map.Word("as");
            if (name is { } taken && records.Exists(record => record.As == taken.Value))
            {
                map.Problems.Add(ProblemCode.NameTaken, taken.Place, $"'{taken.Value}' is taken by an earlier record", "give each record its own name");
            }

            var with = With(map, of, vocabulary, (used, place) =>
            {
                if (!records.Exists(record => record.As == used))
                {
                    map.Problems.Add(ProblemCode.UnknownWho, place, $"no record above is named '{used}'", Closest.Suggest(used, [.. records.Select(record => record.As).OfType<string>()], "names"));
                }
            });
            var linked = map.Flag("linked") ?? false;
            if (linked && of == ScenarioObject.Account)
            {
                map.Problems.Add(ProblemCode.Conflict, map.Node("linked")!.Place, "an account has no person to be linked to", "its Marketo company is made with it");
            }

            if (of is not null)
            {
                records.Add(new RecordShape(of, name?.Value, with, linked, map.Place.Line));
            }
        }

        return records.Count == 0 ? Array.Empty<RecordShape>() : records;
    }

    /// <summary>Field values in the order of the file; texts such as <c>$acme</c> are reported to <paramref name="use"/>.</summary>
    public static List<KeyValuePair<string, object?>> With(MapReader map, ScenarioObject? of, ScenarioVocabulary vocabulary, Action<string, Place> use)
    {
        List<KeyValuePair<string, object?>> with = [];
        foreach (var entry in map.Entries("with"))
        {
            EventReader.CheckField(map, entry.Key.Value, entry.Key.Place, of, vocabulary);
            if (entry.Value is YamlNode.Text text)
            {
                if (text.Value.StartsWith('$'))
                {
                    use(text.Value[1..], text.Place);
                }

                with.Add(new KeyValuePair<string, object?>(entry.Key.Value, LiteralText.Value(text)));
            }
            else
            {
                map.Values.WrongType(entry.Value, entry.Key.Value, "one value");
            }
        }

        return with;
    }
}
