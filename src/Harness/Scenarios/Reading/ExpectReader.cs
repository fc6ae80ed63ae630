using System.Globalization;
using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Reads what must be true at the end.</summary>
internal sealed class ExpectReader(ScenarioVocabulary vocabulary, IReadOnlyList<string> names)
{
    private const string Forms = "write one of: {every: ..., has: ...}, {count: ..., is: ...}, {who: ..., of: ..., with: ...}, {deadLetters: 0}";

    private static readonly string[] FormKeys = ["every", "count", "who", "deadLetters"];

    public IReadOnlyList<Expectation> Expect(MapReader top)
    {
        List<Expectation> expectations = [];
        foreach (var item in top.List("expect"))
        {
            if (item is not YamlNode.Map map)
            {
                top.Values.WrongType(item, "an expectation", "a map with keys such as every");
            }
            else if (One(map, top) is { } expectation)
            {
                expectations.Add(expectation);
            }
        }

        return expectations;
    }

    private Expectation? One(YamlNode.Map map, MapReader top)
    {
        var forms = FormKeys.Where(form => map.Find(form) is not null).ToList();
        if (forms.Count != 1)
        {
            top.Problems.Add(ProblemCode.Conflict, map.Place, forms.Count == 0 ? "this expectation says nothing" : $"'{forms[0]}' and '{forms[1]}' do not go together", Forms);
            return null;
        }

        return forms[0] switch
        {
            "every" => Every(MapReader.Of(map, "every", top.Values, "every", "where", "has")!),
            "count" => Count(MapReader.Of(map, "count", top.Values, "count", "where", "is")!),
            "who" => Named(MapReader.Of(map, "who", top.Values, "who", "of", "with")!),
            _ => DeadLetters(MapReader.Of(map, "deadLetters", top.Values, "deadLetters")!),
        };
    }

    private Expectation.Every? Every(MapReader map)
    {
        var each = EventReader.Object(map, "every", vocabulary);
        var where = Tests(map, "where", each, null, bound: false);
        if (!map.Require("has", "what each must have, such as has: {exactly: 1, of: marketo person, with: {...}}")
            || map.Map("has", "exactly", "of", "with") is not { } has)
        {
            return null;
        }

        var of = EventReader.Object(has, "of", vocabulary);
        if (!has.Has("of"))
        {
            has.Require("with", "the values that each must have");
            if (has.Node("exactly") is { } node)
            {
                has.Problems.Add(ProblemCode.Conflict, node.Place, "'exactly' needs 'of'", "name the object to count, such as of: marketo person");
            }
        }

        var exactly = has.Count("exactly") ?? 1;
        var with = Tests(has, "with", has.Has("of") ? of : each, each, bound: true);
        return each is null ? null : new Expectation.Every(each, where, of, exactly, with, map.Place.Line);
    }

    internal Expectation.Count? Count(MapReader map)
    {
        var of = EventReader.Object(map, "count", vocabulary);
        var where = Tests(map, "where", of, null, bound: false);
        map.Require("is", "the number, such as is: \">= 10\"");
        return map.Comparison("is") is { } goal && of is not null ? new Expectation.Count(of, where, goal, map.Place.Line) : null;
    }

    private Expectation.Named? Named(MapReader map)
    {
        var who = map.Word("who");
        if (who is { } written && !names.Contains(written.Value))
        {
            map.Problems.Add(ProblemCode.UnknownWho, written.Place, $"no step names a record '{written.Value}'", Closest.Suggest(written.Value, names, "names"));
        }

        map.Require("of", "the object to look at, such as of: marketo person");
        map.Require("with", "the values it must have");
        var of = EventReader.Object(map, "of", vocabulary);
        var with = Tests(map, "with", of, null, bound: false);
        return who is { } name && of is not null ? new Expectation.Named(name.Value, of, with, map.Place.Line) : null;
    }

    private static Expectation.DeadLetters? DeadLetters(MapReader map) =>
        map.Comparison("deadLetters") is { } goal ? new Expectation.DeadLetters(goal, map.Place.Line) : null;

    private List<FieldTest> Tests(MapReader map, string key, ScenarioObject? of, ScenarioObject? row, bool bound)
    {
        List<FieldTest> tests = [];
        foreach (var entry in map.Entries(key))
        {
            EventReader.CheckField(map, entry.Key.Value, entry.Key.Place, of, vocabulary);
            if (Test(map, entry, row, bound) is { } test)
            {
                tests.Add(new FieldTest(entry.Key.Value, test));
            }
        }

        return tests;
    }

    private ValueTest? Test(MapReader map, YamlNode.Entry entry, ScenarioObject? row, bool bound)
    {
        if (entry.Value is YamlNode.Text text)
        {
            if (!text.Plain || !text.Value.StartsWith('$'))
            {
                return new ValueTest.Is(text.IsNull ? null : text.Value);
            }

            if (!bound)
            {
                map.Problems.Add(ProblemCode.Conflict, text.Place, $"'{text.Value}' has no row to take the value from", "it works in has: {with: ...} of an 'every'; quote it if it is text");
                return null;
            }

            EventReader.CheckField(map, text.Value[1..], text.Place, row, vocabulary);
            return new ValueTest.Same(text.Value[1..]);
        }

        if (MapReader.Of(entry.Value, entry.Key.Value, map.Values, "not", "min", "max") is not { } condition)
        {
            return null;
        }

        if (entry.Value is YamlNode.Map { Entries: [{ Key.Value: "not", Value: YamlNode.Text not }] })
        {
            return new ValueTest.Not(not.IsNull ? null : not.Value);
        }

        if (condition.Has("not") || !(condition.Has("min") || condition.Has("max")))
        {
            map.Problems.Add(ProblemCode.Conflict, entry.Value.Place, $"{entry.Key.Value}: this condition is unclear", "write a value, {not: value}, {min: 1}, {max: 9} or {min: 1, max: 9}");
            return null;
        }

        return new ValueTest.Between(Number(condition, "min"), Number(condition, "max"));
    }

    private static decimal? Number(MapReader condition, string key)
    {
        if (condition.Word(key) is not { } word)
        {
            return null;
        }

        if (decimal.TryParse(word.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        condition.Problems.Add(ProblemCode.BadNumber, word.Place, $"{key}: '{word.Value}' is no number", null);
        return null;
    }
}
