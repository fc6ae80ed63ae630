using System.Globalization;
using System.Text.Json;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Rows;

/// <summary>Reads a row from JSON into a <see cref="RowInput"/>, in one pass over the body.</summary>
internal sealed class RowReader(OrgStore store, SalesforceSwitches switches)
{
    // Rows of a collection have the same members in the same order: the field found last time at a place is tried first.
    private readonly List<SField?> guesses = [];

    /// <summary>Reads one object; the reader stands at its start and ends at its end.</summary>
    /// <param name="reader">Over <paramref name="body"/>.</param>
    /// <param name="body">For places in texts.</param>
    /// <param name="type">The row's object.</param>
    /// <param name="input">Started here.</param>
    /// <param name="mode">What the row is for.</param>
    /// <param name="key">The key field of an upsert by path.</param>
    /// <exception cref="JsonException">The body is no JSON.</exception>
    public void Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> body, SObjectType type, RowInput input, BodyMode mode, SField? key = null)
    {
        input.Start(type);
        for (var place = 0; ; place++)
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return;
            }

            if (reader.ValueTextEquals("attributes"u8))
            {
                reader.Read();
                reader.Skip();
                continue;
            }

            var field = FindField(ref reader, type, place);
            var name = field is null ? reader.GetString()! : field.Name;
            reader.Read();
            if (field is null)
            {
                ReadUnknown(ref reader, type, input, name);
            }
            else if (field.Number == SystemFields.Id)
            {
                ReadId(ref reader, input, mode);
            }
            else if (mode == BodyMode.UpsertByPath && field == key)
            {
                input.Fail(InputFault.UnknownColumn, RowErrors.KeyInBody(field));
                reader.Skip();
            }
            else if (!field.Createable && !(switches.AuditFields && field.IsAudit))
            {
                input.FailReadOnly(field);
                reader.Skip();
            }
            else
            {
                ReadValue(ref reader, body, input, field);
            }
        }
    }

    private SField? FindField(ref Utf8JsonReader reader, SObjectType type, int place)
    {
        if (place < guesses.Count && guesses[place] is { } guess && type.Fields.Count > guess.Number && type.Fields[guess.Number] == guess && reader.ValueTextEquals(guess.Json.EncodedUtf8Bytes))
        {
            return guess;
        }

        while (guesses.Count <= place)
        {
            guesses.Add(null);
        }

        Span<char> name = stackalloc char[Math.Min(reader.ValueSpan.Length, 256)];
        var field = reader.ValueSpan.Length <= name.Length ? type.Find(name[..reader.CopyString(name)]) : null;
        guesses[place] = field;
        return field;
    }

    private static void ReadId(ref Utf8JsonReader reader, RowInput input, BodyMode mode)
    {
        switch (mode)
        {
            case BodyMode.UpdateById:
                input.Id = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                break;
            case BodyMode.Create:
                input.Fail(InputFault.ReadOnly, RowErrors.IdOnInsert);
                break;
            default:
                input.Fail(InputFault.UnknownColumn, RowErrors.IdInBody);
                break;
        }

        reader.Skip();
    }

    private void ReadValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> body, RowInput input, SField field)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                input.Add(field, null);
                return;
            case JsonTokenType.String when field.IsText || field.IsId:
                ValueReader.AddText(input, field, reader.GetString()!, switches.PicklistsUnrestricted);
                return;
            case JsonTokenType.True or JsonTokenType.False when field.Type == SFieldType.Boolean:
                input.Add(field, Boxes.Of(reader.GetBoolean()));
                return;
            case JsonTokenType.Number when field.Type == SFieldType.Int || field.IsDouble:
                ValueReader.AddNumber(input, field, reader.GetDouble());
                return;
            case JsonTokenType.String when ReadScalar(reader.GetString()!, input, field):
                return;
        }

        input.Fail(InputFault.Shape, RowErrors.Parser(Mismatch(ref reader, body, field)));
        reader.Skip();
    }

    /// <summary>Texts that stand for other types.</summary>
    private bool ReadScalar(string text, RowInput input, SField field)
    {
        switch (field.Type)
        {
            case SFieldType.Date when ValueReader.TryDate(text, out var date):
                input.Add(field, date);
                return true;
            case SFieldType.DateTime when ValueReader.TryDateTime(text, out var micros):
                input.Add(field, micros);
                return true;
            case SFieldType.Boolean when switches.LenientScalars && bool.TryParse(text, out var flag):
                input.Add(field, Boxes.Of(flag));
                return true;
            case SFieldType.Date or SFieldType.DateTime when text.Length == 0:
                input.Add(field, null);
                return true;
        }

        if (switches.LenientScalars
            && (field.Type == SFieldType.Int || field.IsDouble)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number))
        {
            ValueReader.AddNumber(input, field, number);
            return true;
        }

        return false;
    }

    // {"Account":{"External_Id__c":"A-1"}}: a parent by its external id. Everything else that is no field is a bad column.
    private void ReadUnknown(ref Utf8JsonReader reader, SObjectType type, RowInput input, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject || type.FindRelationship(name) is not { Createable: true } lookup)
        {
            input.Fail(InputFault.UnknownColumn, RowErrors.NoColumn(type, name));
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString()!;
            reader.Read();
            if (key == "attributes")
            {
                reader.Skip();
                continue;
            }

            var parent = lookup.ReferenceTo.Select(target => store.Schema[target]).FirstOrDefault(target => target.Find(key) is { IdLookup: true, Indexed: true });
            if (parent is null || reader.TokenType != JsonTokenType.String)
            {
                input.Fail(InputFault.UnknownColumn, RowErrors.NoColumn(store.Schema[lookup.ReferenceTo[0]], key));
                reader.Skip();
                continue;
            }

            var value = reader.GetString()!;
            var field = parent.Field(key);
            if (store[parent].FindByUnique(field, value) is { } row)
            {
                input.Add(lookup, row.Id);
            }
            else
            {
                input.Fail(InputFault.Value, RowErrors.ForeignKeyNotFound(parent, field, value));
            }
        }
    }

    private static string Mismatch(ref Utf8JsonReader reader, ReadOnlySpan<byte> body, SField field)
    {
        var wanted = field.Type switch
        {
            SFieldType.Double or SFieldType.Currency or SFieldType.Percent => "double",
            SFieldType.Int => "int",
            SFieldType.Boolean => "boolean",
            SFieldType.Date => "date",
            SFieldType.DateTime => "datetime",
            SFieldType.Id or SFieldType.Reference => "reference",
            _ => "string",
        };
        var place = JsonPlace.Of(body, reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => $"Cannot deserialize instance of {wanted} from START_OBJECT value {place}",
            JsonTokenType.StartArray => $"Cannot deserialize instance of {wanted} from START_ARRAY value {place}",
            JsonTokenType.String => Value(wanted, "VALUE_STRING", reader.GetString()!, place),
            JsonTokenType.True => Value(wanted, "VALUE_TRUE", "true", place),
            JsonTokenType.False => Value(wanted, "VALUE_FALSE", "false", place),
            _ => Value(wanted, reader.TryGetInt64(out _) ? "VALUE_NUMBER_INT" : "VALUE_NUMBER_FLOAT", System.Text.Encoding.UTF8.GetString(reader.ValueSpan), place),
        };
    }

    private static string Value(string wanted, string token, string value, string place) =>
        $"Cannot deserialize instance of {wanted} from {token} value {value} or request may be missing a required field at {place}";
}
