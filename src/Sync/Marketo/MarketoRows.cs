using System.Globalization;
using System.Text.Json;

namespace SfMarketo.Sync.Marketo;

/// <summary>Readers for the elements of <c>result</c> arrays, straight from the bytes.</summary>
internal static class MarketoRows
{
    private static readonly IReadOnlyList<FieldChange> NoFields = [];

    public static FieldBag Bag(ref Utf8JsonReader reader, FieldNames names) => FieldBagReader.Read(ref reader, names, flatten: false);

    /// <summary>One outcome; its index is the vendor's <c>seq</c>, or -1 where the order of the results is all there is.</summary>
    public static RecordOutcome Outcome(ref Utf8JsonReader reader, FieldNames names)
    {
        var (index, status) = (-1, "");
        string? id = null;
        CallFailure? failure = null;
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("status"u8))
            {
                reader.Read();
                status = Status(ref reader);
            }
            else if (reader.ValueTextEquals("id"u8) || reader.ValueTextEquals("leadId"u8) || reader.ValueTextEquals("marketoGUID"u8))
            {
                reader.Read();
                id ??= reader.TokenType == JsonTokenType.Null ? null : MarketoEnvelope.Text(ref reader);
            }
            else if (reader.ValueTextEquals("seq"u8))
            {
                reader.Read();
                index = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("reasons"u8) || reader.ValueTextEquals("errors"u8)) // custom activities say errors
            {
                reader.Read();
                failure = MarketoEnvelope.FirstError(ref reader) is { } reason ? MarketoErrors.Record(reason.Code, reason.Message) : failure;
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        // A record skipped without a reason must not pass for done.
        failure ??= status == "skipped" ? MarketoErrors.Record("none", "Skipped without a reason.") : null;
        return new(index, status, id, failure, status == "created");
    }

    public static LeadChange Change(ref Utf8JsonReader reader, FieldNames names)
    {
        var row = new ActivityRow();
        var fields = NoFields;
        string? reason = null;
        string? source = null;
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("fields"u8))
            {
                reader.Read();
                fields = Fields(ref reader, names);
            }
            else if (reader.ValueTextEquals("attributes"u8))
            {
                reader.Read();
                while (NextElement(ref reader))
                {
                    var (name, value) = NameAndValue(ref reader);
                    reason = name == "Reason" ? value.ToString() : reason;
                    source = name is "Source" or "Source Type" ? value.ToString() : source;
                }
            }
            else
            {
                row.ReadMember(ref reader);
            }
        }

        return new(row.Key, row.LeadId, row.Date, row.TypeId, fields, reason, source);
    }

    public static Activity Activity(ref Utf8JsonReader reader, FieldNames names)
    {
        var row = new ActivityRow();
        var attributes = new FieldBag();
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("attributes"u8))
            {
                reader.Read();
                while (NextElement(ref reader))
                {
                    var (name, value) = NameAndValue(ref reader);
                    attributes.Set(name, value);
                }
            }
            else
            {
                row.ReadMember(ref reader);
            }
        }

        return new(row.Key, row.LeadId, row.Date, row.TypeId, row.CampaignId, row.PrimaryId, row.PrimaryValue, attributes);
    }

    public static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (reader.TokenType != token)
        {
            throw new JsonException($"Expected {token}, found {reader.TokenType}.");
        }
    }

    // Moves on to the next object of an array; false after the last, and at once where the value is no array (null has been seen).
    private static bool NextElement(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.StartArray or JsonTokenType.EndObject && reader.Read() && reader.TokenType == JsonTokenType.StartObject;

    private static string Status(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("updated"u8) ? "updated"
        : reader.ValueTextEquals("created"u8) ? "created"
        : reader.ValueTextEquals("skipped"u8) ? "skipped"
        : reader.GetString()!;

    private static List<FieldChange> Fields(ref Utf8JsonReader reader, FieldNames names)
    {
        var fields = new List<FieldChange>(1);
        while (NextElement(ref reader))
        {
            string? name = null;
            string? oldValue = null;
            string? newValue = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (isName, isOld, isNew) = (reader.ValueTextEquals("name"u8), reader.ValueTextEquals("oldValue"u8), reader.ValueTextEquals("newValue"u8));
                reader.Read();
                if (isName)
                {
                    name = names.Take(ref reader, ""); // the same few field names on every row
                }
                else if (isOld | isNew)
                {
                    var value = FieldValue.Read(ref reader);
                    var text = value.IsNull ? null : value.ToString();
                    (oldValue, newValue) = isOld ? (text, newValue) : (oldValue, text);
                }
                else
                {
                    reader.Skip();
                }
            }

            fields.Add(new(name ?? throw new JsonException("A changed field without a name."), oldValue, newValue));
        }

        return fields;
    }

    private static (string Name, FieldValue Value) NameAndValue(ref Utf8JsonReader reader)
    {
        var (name, value) = ("", FieldValue.Null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isName, isValue) = (reader.ValueTextEquals("name"u8), reader.ValueTextEquals("value"u8));
            reader.Read();
            if (isName)
            {
                name = reader.GetString()!;
            }
            else if (isValue)
            {
                value = FieldValue.Read(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return (name, value);
    }

    /// <summary>The members all activity rows share.</summary>
    private struct ActivityRow
    {
        private string? _guid;
        private string? _id;

        public MarketoLeadId LeadId { get; private set; }

        public DateTimeOffset Date { get; private set; }

        public int TypeId { get; private set; }

        public int? CampaignId { get; private set; }

        public long? PrimaryId { get; private set; }

        public string? PrimaryValue { get; private set; }

        /// <summary>The GUID; on rows without one the id, and without both what makes the row what it is.</summary>
        public readonly string Key => _guid ?? _id ?? string.Create(CultureInfo.InvariantCulture, $"{LeadId.Value}-{TypeId}-{Date.ToUnixTimeSeconds()}-{PrimaryId}");

        public void ReadMember(ref Utf8JsonReader reader)
        {
            if (reader.ValueTextEquals("marketoGUID"u8))
            {
                reader.Read();
                _guid = reader.TokenType == JsonTokenType.Null ? null : MarketoEnvelope.Text(ref reader);
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                _id = reader.TokenType == JsonTokenType.Null ? null : MarketoEnvelope.Text(ref reader);
            }
            else if (reader.ValueTextEquals("leadId"u8))
            {
                reader.Read();
                LeadId = new(reader.GetInt32());
            }
            else if (reader.ValueTextEquals("activityDate"u8))
            {
                reader.Read();
                Date = Instant(ref reader);
            }
            else if (reader.ValueTextEquals("activityTypeId"u8))
            {
                reader.Read();
                TypeId = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("campaignId"u8))
            {
                reader.Read();
                CampaignId = reader.TokenType == JsonTokenType.Number ? reader.GetInt32() : null;
            }
            else if (reader.ValueTextEquals("primaryAttributeValueId"u8))
            {
                reader.Read();
                PrimaryId = reader.TokenType == JsonTokenType.Number ? reader.GetInt64() : null;
            }
            else if (reader.ValueTextEquals("primaryAttributeValue"u8))
            {
                reader.Read();
                PrimaryValue = reader.TokenType == JsonTokenType.Null ? null : MarketoEnvelope.Text(ref reader);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        private static DateTimeOffset Instant(ref Utf8JsonReader reader)
        {
            Span<char> text = stackalloc char[40];
            return reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= text.Length
                ? WireTime.Parse(text[..reader.CopyString(text)])
                : throw new JsonException("An activity without a readable date.");
        }
    }
}
