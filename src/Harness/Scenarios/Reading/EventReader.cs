using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Reads the words that must be known: events, objects, fields.</summary>
internal static class EventReader
{
    private static readonly string[] AllWords = [.. BusinessEventWords.All.Select(row => row.Words)];

    public static BusinessEventWords? Event(MapReader map, string key)
    {
        if (map.Word(key) is not { } written)
        {
            return null;
        }

        if (BusinessEventWords.Find(written.Value) is { } known)
        {
            return known;
        }

        map.Problems.Add(ProblemCode.UnknownEvent, written.Place, $"'{written.Value}' is no event", Closest.Suggest(written.Value, AllWords, "events"));
        return null;
    }

    public static ScenarioObject? Object(MapReader map, string key, ScenarioVocabulary vocabulary)
    {
        if (map.Word(key) is not { } written)
        {
            return null;
        }

        if (vocabulary.Find(written.Value) is { } known)
        {
            return known.Object;
        }

        map.Problems.Add(ProblemCode.UnknownObject, written.Place, $"'{written.Value}' is no object", Closest.Suggest(written.Value, vocabulary.ObjectWords, "objects"));
        return null;
    }

    public static void CheckField(MapReader map, string field, Place place, ScenarioObject? of, ScenarioVocabulary vocabulary)
    {
        // Without an object its own problem is reported; its fields cannot be judged.
        if (of is not null && !vocabulary.HasField(of, field))
        {
            var known = vocabulary.FieldsOf(of);
            var meant = Closest.To(field, known);
            map.Problems.Add(ProblemCode.UnknownField, place, $"{of.Words} has no field '{field}'", meant is null ? null : $"did you mean '{meant}'?");
        }
    }
}
