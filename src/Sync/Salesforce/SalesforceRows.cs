using System.Text.Json;

namespace SfMarketo.Sync.Salesforce;

/// <summary>Readers of Salesforce answers, straight from the bytes.</summary>
internal static class SalesforceRows
{
    public static SoqlPage Page(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        Expect(ref reader, JsonTokenType.StartObject);
        var rows = new List<FieldBag>();
        var names = new FieldNames();
        var total = 0;
        bool? done = null;
        string? next = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("records"u8))
            {
                Expect(ref reader, JsonTokenType.StartArray);
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                {
                    rows.Add(FieldBagReader.Read(ref reader, names, flatten: true));
                }
            }
            else if (reader.ValueTextEquals("totalSize"u8))
            {
                reader.Read();
                total = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("done"u8))
            {
                reader.Read();
                done = reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("nextRecordsUrl"u8))
            {
                reader.Read();
                next = reader.GetString();
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return done is null ? throw new JsonException("A query result without done.") : new(rows, total, done.Value, next);
    }

    public static FieldBag Row(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        return FieldBagReader.Read(ref reader, new FieldNames(), flatten: true);
    }

    /// <summary>The results of a collection, in request order.</summary>
    /// <param name="body">An array of results.</param>
    /// <param name="status">The word for a record that was taken.</param>
    /// <param name="creates">True when a result that does not say <c>created</c> made its record.</param>
    public static List<RecordOutcome> Outcomes(ReadOnlySpan<byte> body, string status, bool creates)
    {
        var reader = new Utf8JsonReader(body);
        Expect(ref reader, JsonTokenType.StartArray);
        var outcomes = new List<RecordOutcome>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            outcomes.Add(Outcome(ref reader, outcomes.Count, status, creates));
        }

        return outcomes;
    }

    public static RecordOutcome Outcome(ReadOnlySpan<byte> body, string status, bool creates)
    {
        var reader = new Utf8JsonReader(body);
        Expect(ref reader, JsonTokenType.StartObject);
        return Outcome(ref reader, 0, status, creates);
    }

    /// <summary>The first error of an error body, which is an array, on newer surfaces one object; null when it is neither.</summary>
    public static SalesforceError? FirstError(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            if (!reader.Read())
            {
                return null;
            }

            if (reader.TokenType == JsonTokenType.StartObject)
            {
                return SalesforceError.Read(ref reader);
            }

            return reader.TokenType == JsonTokenType.StartArray ? FirstOf(ref reader) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static RecordOutcome Outcome(ref Utf8JsonReader reader, int index, string status, bool creates)
    {
        string? id = null;
        SalesforceError? error = null;
        bool? success = null;
        bool? created = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                id = reader.GetString();
            }
            else if (reader.ValueTextEquals("success"u8))
            {
                reader.Read();
                success = reader.TokenType == JsonTokenType.True;
            }
            else if (reader.ValueTextEquals("created"u8))
            {
                reader.Read();
                created = reader.TokenType == JsonTokenType.True;
            }
            else if (reader.ValueTextEquals("errors"u8))
            {
                reader.Read();
                error = FirstOf(ref reader);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        if (success != true)
        {
            return new(index, "skipped", id, error?.ToRecordFailure(200) ?? SalesforceErrors.Record("none", "Failed without an error.", 200), false);
        }

        var made = created ?? creates;
        return new(index, created switch { true => "created", false => "updated", null => status }, id, null, made);
    }

    private static SalesforceError? FirstOf(ref Utf8JsonReader reader)
    {
        SalesforceError? first = null;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (first is null && reader.TokenType == JsonTokenType.StartObject)
            {
                first = SalesforceError.Read(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return first;
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (!reader.Read() || reader.TokenType != token)
        {
            throw new JsonException($"Expected {token}, found {reader.TokenType}.");
        }
    }
}
