using System.Text;
using System.Text.Json;

namespace SfMarketo.Sync.Pacing;

/// <summary>Looks for the response-level error code in a Marketo answer, which comes with HTTP 200 and no header that tells.</summary>
internal static class ErrorCodePeek
{
    // An answer that failed as a whole has no rows: it is never long.
    private const int Longest = 4096;

    /// <summary>The first code of the <c>errors</c> array; null for a success, and for what is not an envelope.</summary>
    public static string? Find(ReadOnlySpan<byte> body)
    {
        if (body.Length > Longest || body.IndexOf("\"errors\""u8) < 0)
        {
            return null;
        }

        var reader = new Utf8JsonReader(body);
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var isErrors = reader.ValueTextEquals("errors"u8);
                    reader.Read();
                    if (isErrors)
                    {
                        return FirstCode(ref reader);
                    }

                    reader.Skip();
                }
            }
        }
        catch (JsonException)
        {
            return null; // cut short or not JSON: the client says so
        }

        return null;
    }

    private static string? FirstCode(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("code"u8))
            {
                reader.Read();
                return reader.TokenType == JsonTokenType.String ? reader.GetString() : Encoding.UTF8.GetString(reader.ValueSpan);
            }
        }

        return null;
    }
}
