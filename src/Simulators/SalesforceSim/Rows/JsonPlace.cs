using System.Text.Json;

namespace SfMarketo.SalesforceSim.Rows;

/// <summary>Places and texts of the vendor's JSON library: lines and columns from 1.</summary>
internal static class JsonPlace
{
    public static string Of(ReadOnlySpan<byte> body, long index)
    {
        var before = body[..(int)Math.Min(index, body.Length)];
        var line = before.Count((byte)'\n') + 1;
        var column = before.Length - (before.LastIndexOf((byte)'\n') + 1) + 1;
        return $"[line:{line}, column:{column}]";
    }

    /// <summary>The text for a body that is no JSON.</summary>
    public static string Unexpected(ReadOnlySpan<byte> body, JsonException problem)
    {
        var index = IndexOf(body, problem);
        if (index >= body.Length)
        {
            return $"Unexpected end-of-input: expected close marker for Object at {Of(body, body.Length)}";
        }

        var character = (char)body[index];
        return $"Unexpected character ('{character}' (code {(int)character})): was expecting double-quote to start field name at {Of(body, index)}";
    }

    private static int IndexOf(ReadOnlySpan<byte> body, JsonException problem)
    {
        var start = 0;
        for (var line = 0L; line < (problem.LineNumber ?? 0); line++)
        {
            var end = body[start..].IndexOf((byte)'\n');
            if (end < 0)
            {
                return body.Length;
            }

            start += end + 1;
        }

        return (int)Math.Min(body.Length, start + (problem.BytePositionInLine ?? 0));
    }
}
