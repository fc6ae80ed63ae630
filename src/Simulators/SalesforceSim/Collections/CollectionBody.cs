using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Collections;

/// <summary>The body of a collection write: <c>{"allOrNone":..,"records":[..]}</c>.</summary>
internal sealed class CollectionBody
{
    /// <summary>Most records of one call.</summary>
    public const int MostRecords = 200;

    // Runs of one type form chunks.
    private const int MostChunks = 10;

    public bool AllOrNone { get; private set; }

    public List<CollectionItem> Items { get; } = [];

    /// <summary>Reads the body; null when the call has been refused.</summary>
    /// <param name="org">The org.</param>
    /// <param name="call">The call.</param>
    /// <param name="mode">What each row is for.</param>
    /// <param name="only">The one type of an upsert, or null when each record says its own.</param>
    public static CollectionBody? Read(SalesforceOrg org, SimCall call, BodyMode mode, SObjectType? only)
    {
        if (!RowBody.CheckContent(call))
        {
            return null;
        }

        var result = new CollectionBody();
        var body = call.Body.Span;
        try
        {
            var reader = new Utf8JsonReader(body);
            return result.Read(org, call, ref reader, body, mode, only) ? result : null;
        }
        catch (JsonException problem)
        {
            call.Refuse(400, "JSON_PARSER_ERROR", JsonPlace.Unexpected(body, problem));
            return null;
        }
    }

    /// <summary>Refuses the whole call for more than 200 records.</summary>
    public static void RefuseTooMany(SimCall call, int records)
    {
        call.Records = records;
        call.Refuse(400, "EXCEEDED_ID_LIMIT", $"record limit reached. cannot submit more than {MostRecords} records into this call");
    }

    /// <summary>Refuses ids or types that change more often than the vendor takes; true when it did.</summary>
    /// <param name="call">The call.</param>
    /// <param name="kinds">Of the records in their order, for example their key prefixes.</param>
    public static bool RefuseChunks(SimCall call, IEnumerable<string?> kinds)
    {
        var chunks = 0;
        string? last = null;
        foreach (var kind in kinds)
        {
            if (chunks == 0 || kind != last)
            {
                chunks++;
            }

            last = kind;
        }

        if (chunks > MostChunks)
        {
            RefuseChunks(call);
        }

        return chunks > MostChunks;
    }

    private static void RefuseChunks(SimCall call) =>
        call.Refuse(400, "LIMIT_EXCEEDED", $"Cannot have more than {MostChunks} chunks in a single operation. Please rearrange the data to reduce chunking.");

    private bool Read(SalesforceOrg org, SimCall call, ref Utf8JsonReader reader, ReadOnlySpan<byte> body, BodyMode mode, SObjectType? only)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            call.Refuse(400, "JSON_PARSER_ERROR", $"Cannot deserialize instance of collection from {reader.TokenType} value {JsonPlace.Of(body, reader.TokenStartIndex)}");
            return false;
        }

        var found = false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.ValueTextEquals("records"u8))
            {
                reader.Read();
                found = reader.TokenType == JsonTokenType.StartArray;
                if (found && !ReadRecords(org, call, ref reader, body, mode, only))
                {
                    return false;
                }
            }
            else
            {
                var isAllOrNone = reader.ValueTextEquals("allOrNone"u8);
                reader.Read();
                AllOrNone |= isAllOrNone && reader.TokenType == JsonTokenType.True;
                reader.Skip();
            }
        }

        // To its end, so that what follows the object is seen to be no JSON.
        reader.Read();
        if (!found)
        {
            call.Refuse(400, "JSON_PARSER_ERROR", "The request body must have the records to write.");
        }

        return found;
    }

    private bool ReadRecords(SalesforceOrg org, SimCall call, ref Utf8JsonReader reader, ReadOnlySpan<byte> body, BodyMode mode, SObjectType? only)
    {
        var chunks = 0;
        string? last = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Items.Count == MostRecords)
            {
                RefuseTooMany(call, MostRecords + 1);
                return false;
            }

            var name = reader.TokenType == JsonTokenType.StartObject ? TypeOf(reader) : null;
            if (name is null)
            {
                call.Refuse(400, "INVALID_TYPE", "Must send a concrete entity type.");
                return false;
            }

            if (!string.Equals(name, last, StringComparison.OrdinalIgnoreCase) && ++chunks > MostChunks)
            {
                RefuseChunks(call);
                return false;
            }

            last = name;
            if (!ReadRecord(org, call, ref reader, body, mode, only, name))
            {
                return false;
            }
        }

        return true;
    }

    private bool ReadRecord(SalesforceOrg org, SimCall call, ref Utf8JsonReader reader, ReadOnlySpan<byte> body, BodyMode mode, SObjectType? only, string name)
    {
        var item = new CollectionItem();
        Items.Add(item);
        var type = org.Store.Schema.Find(name);
        if (type is null || only is not null && only != type)
        {
            reader.Skip();
            item.Error = new RowError(400, "INVALID_TYPE", type is null ? $"sObject type '{name}' is not supported." : $"The records must be of type {only!.Name}.", []);
            return true;
        }

        org.RowReader.Read(ref reader, body, type, item.Input, mode);
        if (item.Input.Error is { Code: "JSON_PARSER_ERROR" } shape)
        {
            call.Refuse(shape);
            return false;
        }

        if (item.Input.HasUnknownColumn && !org.Switches.UnknownFieldFailsRowOnly)
        {
            call.Refuse(item.Input.Error!);
            return false;
        }

        return true;
    }

    /// <summary>The type in the record's attributes. A copy of the reader looks ahead, because attributes may stand anywhere.</summary>
    private static string? TypeOf(Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isAttributes = reader.ValueTextEquals("attributes"u8);
            reader.Read();
            if (isAttributes && reader.TokenType == JsonTokenType.StartObject)
            {
                return TypeIn(reader);
            }

            reader.Skip();
        }

        return null;
    }

    private static string? TypeIn(Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isType = reader.ValueTextEquals("type"u8);
            reader.Read();
            if (isType && reader.TokenType == JsonTokenType.String)
            {
                return reader.GetString();
            }

            reader.Skip();
        }

        return null;
    }
}
