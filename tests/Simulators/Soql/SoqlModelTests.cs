using System.Globalization;
using CsCheck;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Tests.Simulators.Soql;

/// <summary>The engine against a naive evaluation of the same conditions over the same rows.</summary>
public sealed class SoqlModelTests
{
    private static readonly string?[] Texts = [null, "a", "A", "ab", "B", "b_c", "100%"];
    private static readonly double?[] Numbers = [null, -1, 0, 2.5, 7];
    private static readonly string[] Operators = ["=", "!=", "<", "<=", ">", ">="];

    private static readonly Gen<ModelRow> SomeRow = Gen.Select(
        OneOf(Texts), OneOf(Numbers), Gen.Bool, Gen.Int[0, 5],
        (email, score, converted, second) => new ModelRow(email, score, converted, second));

    private static readonly Gen<ModelCondition> TextCondition = Gen.Select(
        OneOf(Texts), OneOf(Operators), (text, op) => text is null && op is not ("=" or "!=")
            ? new ModelCondition("Email != null", row => row.Email is not null)
            : new ModelCondition($"Email {op} {(text is null ? "null" : $"'{text}'")}", row => Compare(op, row.Email, text, string.Compare(row.Email, text, StringComparison.OrdinalIgnoreCase))));

    private static readonly Gen<ModelCondition> InCondition = Gen.Select(OneOf(Texts).Array[1, 3], Gen.Bool, (texts, not) => new ModelCondition(
        $"Email {(not ? "NOT IN" : "IN")} ({string.Join(',', texts.Select(text => text is null ? "null" : $"'{text}'"))})",
        row => texts.Contains(row.Email, StringComparer.OrdinalIgnoreCase) != not));

    private static readonly Gen<ModelCondition> NumberCondition = Gen.Select(
        OneOf(Numbers), OneOf(Operators), (number, op) => number is null && op is not ("=" or "!=")
            ? new ModelCondition("Lead_Score__c = null", row => row.Score is null)
            : new ModelCondition(
                $"Lead_Score__c {op} {number?.ToString(CultureInfo.InvariantCulture) ?? "null"}", row => Compare(op, row.Score, number, Nullable.Compare(row.Score, number))));

    private static readonly Gen<ModelCondition> StampCondition = Gen.Select(Gen.Int[0, 5], OneOf(Operators), (second, op) => new ModelCondition(
        $"SystemModstamp {op} {Stamp(second)}", row => Compare(op, row.Second, second, row.Second.CompareTo(second))));

    private static readonly Gen<ModelCondition> FlagCondition = Gen.Bool.Select(flag => new ModelCondition($"IsConverted = {flag}", row => row.Converted == flag));

    private static readonly Gen<ModelCondition> SomeCondition = Gen.Recursive<ModelCondition>((depth, inner) =>
    {
        var leaf = Gen.OneOf(TextCondition, InCondition, NumberCondition, StampCondition, FlagCondition);
        return depth > 2
            ? leaf
            : Gen.Frequency(
                (3, leaf),
                (2, inner.Array[2, 3].Select(parts => new ModelCondition(Join(" AND ", parts), row => Array.TrueForAll(parts, part => part.Test(row))))),
                (2, inner.Array[2, 3].Select(parts => new ModelCondition(Join(" OR ", parts), row => Array.Exists(parts, part => part.Test(row))))),
                (1, inner.Select(part => new ModelCondition($"(NOT ({part.Text}))", row => !part.Test(row)))));
    });

    [Fact]
    public void The_engine_agrees_with_a_naive_model() => Gen.Select(SomeRow.Array[0, 12], SomeCondition, Gen.Int[1, 12]).Sample((rows, condition, limit) =>
    {
        var world = new SoqlWorld();
        var ids = rows.Select(row => world.Add(
            "Lead",
            ("LastName", "x"),
            ("Email", row.Email),
            ("Lead_Score__c", row.Score),
            ("IsConverted", row.Converted),
            ("SystemModstamp", SoqlWorld.TheNow))).ToArray();

        // Written a second time in the order of their stamps, as an org does: the change log has stale entries then.
        foreach (var i in Enumerable.Range(0, rows.Length).OrderBy(i => rows[i].Second))
        {
            world.Change(ids[i], ("SystemModstamp", SoqlWorld.TheNow.AddSeconds(rows[i].Second)));
        }

        var expected = Enumerable.Range(0, rows.Length).Where(i => condition.Test(rows[i])).ToArray();
        var statement = $"SELECT Id FROM Lead WHERE {condition.Text}";

        world.Run(statement).Select(row => row.Id).Should().Equal(expected.Select(i => ids[i]));
        world.Run($"{statement} ORDER BY SystemModstamp, Id LIMIT {limit}").Select(row => row.Id)
            .Should().Equal(expected.OrderBy(i => rows[i].Second).ThenBy(i => i).Take(limit).Select(i => ids[i]));
        world.Run($"{statement} ORDER BY Email DESC NULLS LAST, Lead_Score__c").Select(row => row.Id)
            .Should().Equal(expected
                .OrderBy(i => rows[i].Email is null).ThenByDescending(i => rows[i].Email, StringComparer.OrdinalIgnoreCase)
                .ThenBy(i => rows[i].Score).ThenBy(i => i).Select(i => ids[i]));
    }, iter: 300);

    [Fact]
    public void Like_agrees_with_a_naive_matcher() => Gen.Select(OneOf('a', 'b', '%', '_').Array[1, 6], OneOf('a', 'A', 'b').Array[1, 6]).Sample((pattern, text) =>
    {
        var world = new SoqlWorld();
        world.Add("Lead", ("LastName", new string(text)));

        world.Run($"SELECT Id FROM Lead WHERE LastName LIKE '{new string(pattern)}'").Count.Should().Be(Matches(pattern, text) ? 1 : 0);
    }, iter: 300);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        if (pattern.IsEmpty)
        {
            return text.IsEmpty;
        }

        return pattern[0] == '%'
            ? Matches(pattern[1..], text) || (!text.IsEmpty && Matches(pattern, text[1..]))
            : !text.IsEmpty && (pattern[0] == '_' || pattern[0] == char.ToLowerInvariant(text[0])) && Matches(pattern[1..], text[1..]);
    }

    private static bool Compare<T>(string op, T value, T wanted, int order) => op switch
    {
        "=" => order == 0,
        "!=" => order != 0,
        _ when value is null || wanted is null => false,
        "<" => order < 0,
        "<=" => order <= 0,
        ">" => order > 0,
        _ => order >= 0,
    };

    private static string Join(string word, ModelCondition[] parts) => "(" + string.Join(word, parts.Select(part => part.Text)) + ")";

    private static string Stamp(int second) => Micros.ToInstant(Micros.From(SoqlWorld.TheNow.AddSeconds(second))).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private sealed record ModelRow(string? Email, double? Score, bool Converted, int Second);

    private sealed record ModelCondition(string Text, Predicate<ModelRow> Test)
    {
        public override string ToString() => Text;
    }
}
