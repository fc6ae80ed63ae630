using System.Text.Json;
using SfMarketo.Harness.Checks;

namespace SfMarketo.Harness.Records;

/// <summary>A line of tally.jsonl: what judges learned of the engine's lives since the line before, at that place of the run.</summary>
/// <param name="Restarts">Starts after the first, in all.</param>
/// <param name="Revocations">Tokens and sessions revoked, in all.</param>
/// <param name="Deaths">New ones: when, and since when the next life may know nothing. Microseconds since 1970 UTC.</param>
internal sealed record TallyLine(int Restarts, int Revocations, IReadOnlyList<(long At, long Since)> Deaths)
{
    public const string FileName = "tally.jsonl";

    public string Text => $"{{\"restarts\":{Restarts},\"revocations\":{Revocations},\"deaths\":[{string.Join(',', Deaths.Select(death => $"[{death.At},{death.Since}]"))}]}}";

    /// <exception cref="FormatException">It is no such line.</exception>
    public static TallyLine Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return new TallyLine(
                root.GetProperty("restarts").GetInt32(),
                root.GetProperty("revocations").GetInt32(),
                [.. root.GetProperty("deaths").EnumerateArray().Select(death => (death[0].GetInt64(), death[1].GetInt64()))]);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("it is no line of a tally: " + error.Message, error);
        }
    }

    public void AddTo(RunTally tally)
    {
        (tally.Restarts, tally.Revocations) = (Restarts, Revocations);
        foreach (var (at, since) in Deaths)
        {
            tally.Died(at, since);
        }
    }
}
