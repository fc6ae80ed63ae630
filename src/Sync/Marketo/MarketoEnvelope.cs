using System.Text;
using System.Text.Json;

namespace SfMarketo.Sync.Marketo;

/// <summary>Reads one element of a <c>result</c> array; the reader stands on its first token and must be left on its last.</summary>
internal delegate T ReadResult<out T>(ref Utf8JsonReader reader, FieldNames names);

/// <summary>What a successful answer holds.</summary>
/// <param name="Rows">Empty when the vendor left <c>result</c> out, which is a legal page.</param>
/// <param name="NextPageToken">Null when the answer has none.</param>
/// <param name="MoreResult">Null when it is not there, as on some lead pages.</param>
internal sealed record MarketoAnswer<T>(List<T> Rows, string? NextPageToken, bool? MoreResult);

/// <summary>The shape that all Marketo answers have, read in one pass over the bytes. Members come in any order.</summary>
internal static class MarketoEnvelope
{
    /// <param name="body">The whole answer.</param>
    /// <param name="httpStatus">200 for nearly everything, errors too.</param>
    /// <param name="write">Whether an answer that cannot be read leaves a write in doubt.</param>
    /// <param name="readResult">Reads one element of <c>result</c>.</param>
    public static CallResult<MarketoAnswer<T>> Read<T>(ReadOnlySpan<byte> body, int httpStatus, bool write, ReadResult<T> readResult)
    {
        if (httpStatus is < 200 or > 299)
        {
            return MarketoErrors.Http(httpStatus, write);
        }

        var rows = new List<T>();
        var names = new FieldNames();
        bool? success = null;
        bool? more = null;
        string? nextPageToken = null;
        (string Code, string Message)? error = null;
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return Unreadable("The answer is not a JSON object.", httpStatus, write);
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("result"u8))
                {
                    ReadRows(ref reader, names, rows, readResult);
                }
                else if (reader.ValueTextEquals("success"u8))
                {
                    reader.Read();
                    success = reader.TokenType == JsonTokenType.True;
                }
                else if (reader.ValueTextEquals("errors"u8))
                {
                    reader.Read();
                    error = FirstError(ref reader) ?? error;
                }
                else if (reader.ValueTextEquals("nextPageToken"u8))
                {
                    reader.Read();
                    nextPageToken = reader.GetString();
                }
                else if (reader.ValueTextEquals("moreResult"u8))
                {
                    reader.Read();
                    more = reader.TokenType == JsonTokenType.True;
                }
                else
                {
                    reader.Read();
                    reader.Skip();
                }
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return Unreadable("The answer is cut short or not what the vendor documents.", httpStatus, write);
        }

        return success switch
        {
            true => new MarketoAnswer<T>(rows, nextPageToken, more),
            false when error is { } first => MarketoErrors.Request(first.Code, first.Message, httpStatus, write),
            false => MarketoErrors.Request("none", "The answer says that it failed and not why.", httpStatus, write),
            null => Unreadable("The answer does not say whether it succeeded.", httpStatus, write),
        };
    }

    /// <summary>The first <c>{code, message}</c> of an array the reader stands on; the code may be a number in old answers.</summary>
    public static (string Code, string Message)? FirstError(ref Utf8JsonReader reader)
    {
        (string Code, string Message)? first = null;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (first is not null || reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            var (code, message) = ("", "");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isCode = reader.ValueTextEquals("code"u8);
                var isMessage = reader.ValueTextEquals("message"u8);
                reader.Read();
                code = isCode ? Text(ref reader) : code;
                message = isMessage ? Text(ref reader) : message;
                reader.Skip();
            }

            first = (code, message);
        }

        return first;
    }

    /// <summary>A scalar as text, whatever JSON type it came in; objects and arrays give an empty text and must be skipped by the caller.</summary>
    public static string Text(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "",
    };

    public static CallFailure Unreadable(string message, int httpStatus, bool write) => MarketoErrors.Request(LocalCodes.Unreadable, message, httpStatus, write);

    private static void ReadRows<T>(ref Utf8JsonReader reader, FieldNames names, List<T> rows, ReadResult<T> readResult)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            rows.Add(readResult(ref reader, names));
        }
    }
}
