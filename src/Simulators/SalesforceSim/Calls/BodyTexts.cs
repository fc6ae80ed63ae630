using System.Text.Json;
using System.Text.Unicode;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Calls;

/// <summary>Finds what is JSON by its grammar and no text: half a surrogate pair, bytes that are no UTF-8.</summary>
internal static class BodyTexts
{
    /// <summary>Refuses a JSON body with such a text, before anything of it is done.</summary>
    /// <returns>Whether the call was refused.</returns>
    public static bool Refuse(SimCall call)
    {
        var body = call.Body.Span;
        if (body.IsEmpty || call.Http.Request.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true || FindBroken(body) is not { } place)
        {
            return false;
        }

        call.Refuse(400, "JSON_PARSER_ERROR", $"Invalid text: half a surrogate pair, or no UTF-8, at {JsonPlace.Of(body, place)}");
        return true;
    }

    private static long? FindBroken(ReadOnlySpan<byte> body)
    {
        if (Utf8.IsValid(body) && body.IndexOf("\\ud"u8) < 0 && body.IndexOf("\\uD"u8) < 0)
        {
            return null;
        }

        var reader = new Utf8JsonReader(body);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                {
                    _ = reader.GetString();
                }
            }
        }
        catch (JsonException)
        {
            // The endpoint says it better.
            return null;
        }
        catch (InvalidOperationException)
        {
            return reader.TokenStartIndex;
        }

        return null;
    }
}
