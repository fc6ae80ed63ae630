using System.Text.Json;

namespace SfMarketo.Harness.Records;

/// <summary>Reads one entry from an object that is open; throws <see cref="FormatException"/> for what is missing.</summary>
internal delegate T LineParser<out T>(ref Utf8JsonReader json, TextPool texts);

/// <summary>Looks at a line before it is parsed: false leaves it out.</summary>
public delegate bool LineTest(ReadOnlySpan<byte> line);

/// <summary>Reads a file of records line by line (docs/records.md). Nothing of a line is kept when the next is read.</summary>
internal static class RecordReader
{
    /// <param name="path">The file.</param>
    /// <param name="parse">Makes an entry of a line.</param>
    /// <param name="wanted">Leaves lines out unparsed; null: all are wanted.</param>
    /// <exception cref="RecordFormatException">While it is enumerated: a line is damaged or cut off.</exception>
    public static IEnumerable<T> Read<T>(string path, LineParser<T> parse, LineTest? wanted)
    {
        using var lines = new RecordLines(path);
        var texts = new TextPool();
        while (lines.Next())
        {
            if (lines.HasNoEnd || wanted is null || wanted(lines.Line))
            {
                yield return Parse(lines, parse, texts);
            }
        }
    }

    private static T Parse<T>(RecordLines lines, LineParser<T> parse, TextPool texts)
    {
        try
        {
            var json = new Utf8JsonReader(lines.Line);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                throw new FormatException("it is no JSON object");
            }

            var entry = parse(ref json, texts);
            return json.Read() ? throw new FormatException("something follows the object") : entry;
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            var problem = lines.HasNoEnd
                ? "the last line is cut off: the run did not end in order. Run the scenario again."
                : $"the line is damaged: {Reason(error)}. Was the file edited? Run the scenario again.";
            throw new RecordFormatException(lines.Path, lines.Number, problem, error);
        }
    }

    private static string Reason(Exception error) => error switch
    {
        JsonException => "it is no JSON",
        FormatException => error.Message,
        _ => "a member has another type than docs/records.md says",
    };
}
