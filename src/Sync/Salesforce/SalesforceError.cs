using System.Text.Json;

namespace SfMarketo.Sync.Salesforce;

/// <summary>One error of an answer: <c>errorCode</c> in error bodies, <c>statusCode</c> in the results of collections.</summary>
internal sealed record SalesforceError(string Code, string Message, string? Field, IReadOnlyList<string>? RelatedIds)
{
    public CallFailure ToRecordFailure(int httpStatus) => SalesforceErrors.Record(Code, Message, httpStatus) with { Field = Field, RelatedIds = RelatedIds };

    public CallFailure ToRequestFailure(int httpStatus, bool write) => SalesforceErrors.Request(Code, Message, httpStatus, write) with { Field = Field, RelatedIds = RelatedIds };

    /// <summary>Reads the object the reader stands on.</summary>
    public static SalesforceError Read(ref Utf8JsonReader reader)
    {
        var (code, message) = ("none", "");
        string? field = null;
        List<string>? related = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isCode = reader.ValueTextEquals("errorCode"u8) || reader.ValueTextEquals("statusCode"u8);
            var isMessage = reader.ValueTextEquals("message"u8);
            var isFields = reader.ValueTextEquals("fields"u8);
            var isDuplicates = reader.ValueTextEquals("duplicateResult"u8) || reader.ValueTextEquals("duplicateResut"u8); // spelt so in the vendor's samples
            reader.Read();
            if (isCode && reader.TokenType == JsonTokenType.String)
            {
                code = reader.GetString()!;
            }
            else if (isMessage && reader.TokenType == JsonTokenType.String)
            {
                message = reader.GetString()!;
            }
            else if (isFields && reader.TokenType == JsonTokenType.StartArray)
            {
                field = FirstText(ref reader);
            }
            else if (isDuplicates && reader.TokenType == JsonTokenType.StartObject)
            {
                related = IdsWithin(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new(code, message, field, related ?? HolderIn(code, message));
    }

    private static string? FirstText(ref Utf8JsonReader reader)
    {
        string? first = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            first ??= reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            reader.Skip();
        }

        return first;
    }

    /// <summary>The ids of the matched rows: <c>matchResults[].matchRecords[].record.Id</c>, and nothing else in there is called Id.</summary>
    private static List<string> IdsWithin(ref Utf8JsonReader reader)
    {
        var ids = new List<string>();
        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("Id"u8))
            {
                reader.Read();
                if (reader.TokenType == JsonTokenType.String)
                {
                    ids.Add(reader.GetString()!);
                }
            }
        }

        return ids;
    }

    // duplicate value found: Ext__c duplicates value on record with id: 0015g00000AbCdE
    private static IReadOnlyList<string>? HolderIn(string code, string message)
    {
        const string Before = "record with id: ";
        var at = code == "DUPLICATE_VALUE" ? message.IndexOf(Before, StringComparison.Ordinal) : -1;
        return at >= 0 && SalesforceId.TryParse(message.AsSpan(at + Before.Length).Trim(), out var id) ? [id.ToString()] : null;
    }
}
