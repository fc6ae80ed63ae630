using System.Text.Json;
using SfMarketo.Harness.Checks;

namespace SfMarketo.Harness.Records;

/// <summary>A line of tally.jsonl: what judges learned of the engine's lives since the line before, at that place of the run.</summary>
/// <param name="Restarts">Starts after the first, in all.</param>
/// <param name="Revocations">Revocations at Marketo and at Salesforce, in all.</param>
/// <param name="Deaths">New ones: when, and since when the next life may know nothing. Microseconds since 1970 UTC.</param>
/// <param name="Clocks">New jumps of the engine's clock: when, and how far ahead it is since.</param>
internal sealed record TallyLine(int Restarts, (int Marketo, int Salesforce) Revocations, IReadOnlyList<(long At, long Since)> Deaths, IReadOnlyList<(long At, long Error)> Clocks)
{
    public const string FileName = "tally.jsonl";

    public string Text => $"{{\"restarts\":{Restarts},\"revocations\":[{Revocations.Marketo},{Revocations.Salesforce}],\"deaths\":{Pairs(Deaths)},\"clocks\":{Pairs(Clocks)}}}";

    /// <exception cref="FormatException">It is no such line.</exception>
    public static TallyLine Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return new TallyLine(
                root.GetProperty("restarts").GetInt32(),
                (root.GetProperty("revocations")[0].GetInt32(), root.GetProperty("revocations")[1].GetInt32()),
                Pairs(root.GetProperty("deaths")),
                Pairs(root.GetProperty("clocks")));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new FormatException("it is no line of a tally: " + error.Message, error);
        }
    }

    public void AddTo(RunTally tally)
    {
        (tally.Restarts, tally.MarketoRevocations, tally.SalesforceRevocations) = (Restarts, Revocations.Marketo, Revocations.Salesforce);
        foreach (var (at, since) in Deaths)
        {
            tally.Died(at, since);
        }

        foreach (var (at, error) in Clocks)
        {
            tally.Jumped(at, error);
        }
    }

    private static string Pairs(IReadOnlyList<(long, long)> pairs) => $"[{string.Join(',', pairs.Select(pair => $"[{pair.Item1},{pair.Item2}]"))}]";

    private static List<(long, long)> Pairs(JsonElement pairs) => [.. pairs.EnumerateArray().Select(pair => (pair[0].GetInt64(), pair[1].GetInt64()))];
}
