using System.Globalization;
using System.Text.Json;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Soap;

/// <summary>Writes query results and rows, which REST makes as JSON, in the forms of SOAP.</summary>
/// <remarks>
/// The partner WSDL has <c>sf:type</c> and <c>sf:Id</c> in front of each row, whether Id was asked for or not, and Id once more in its place; the enterprise WSDL has the object in
/// <c>xsi:type</c>. A list within a row is a QueryResult of its own.
/// </remarks>
internal sealed class SoapRowWriter(SoapCall soap)
{
    private readonly XmlOutput xml = soap.Xml;

    /// <summary>The members of a QueryResult: done, queryLocator, records, size.</summary>
    public void WriteResult(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        WriteResult(ref reader);
    }

    /// <summary>A row at which the reader stands, or an empty place.</summary>
    public void WriteRow(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            xml.Nil(name);
            return;
        }

        var (type, id) = Look(reader);
        xml.Start(name, soap.IsEnterprise ? $"xsi:type=\"sf:{type}\"" : "xsi:type=\"sf:sObject\"");
        if (!soap.IsEnterprise)
        {
            xml.Element("sf:type", type);
            xml.ElementOrNil("sf:Id", id);
        }

        WriteFields(ref reader, soap.Org.Store.Schema.Find(type));
        xml.End(name);
    }

    private void WriteResult(ref Utf8JsonReader reader)
    {
        var (size, next, done) = (0L, (string?)null, true);
        var ahead = reader;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var name = ahead.GetString();
            ahead.Read();
            switch (name)
            {
                case "totalSize":
                    size = ahead.GetInt64();
                    break;
                case "done":
                    done = ahead.GetBoolean();
                    break;
                case "nextRecordsUrl":
                    next = ahead.GetString();
                    break;
                default:
                    ahead.Skip();
                    break;
            }
        }

        xml.Element("done", done);
        xml.ElementOrNil("queryLocator", next?[(next.LastIndexOf('/') + 1)..]);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isRecords = reader.ValueTextEquals("records"u8);
            reader.Read();
            if (!isRecords)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                WriteRow(ref reader, "records");
            }
        }

        xml.Element("size", size.ToString(CultureInfo.InvariantCulture));
    }

    private void WriteFields(ref Utf8JsonReader reader, SObjectType? type)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name == "attributes")
            {
                reader.Skip();
            }
            else if (reader.TokenType == JsonTokenType.Null)
            {
                xml.Nil("sf:" + name);
            }
            else if (reader.TokenType == JsonTokenType.StartObject)
            {
                WriteObject(ref reader, "sf:" + name);
            }
            else
            {
                // What is no field of the object is an alias: its type is said.
                xml.Element("sf:" + name, JsonAsXml.Text(ref reader), type?.Find(name) is null ? TypeOf(reader) : null);
            }
        }
    }

    private void WriteObject(ref Utf8JsonReader reader, string name)
    {
        var ahead = reader;
        ahead.Read();
        if (ahead.TokenType == JsonTokenType.PropertyName && ahead.ValueTextEquals("attributes"u8))
        {
            WriteRow(ref reader, name);
        }
        else if (ahead.TokenType == JsonTokenType.PropertyName && ahead.ValueTextEquals("totalSize"u8))
        {
            xml.Start(name, "xsi:type=\"QueryResult\"");
            WriteResult(ref reader);
            xml.End(name);
        }
        else
        {
            // An address.
            xml.Start(name, "xsi:type=\"address\"");
            JsonAsXml.WriteMembers(xml, ref reader, nulls: true);
            xml.End(name);
        }
    }

    private static string TypeOf(in Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True or JsonTokenType.False => "xsi:type=\"xsd:boolean\"",
        JsonTokenType.Number => reader.TryGetInt32(out _) ? "xsi:type=\"xsd:int\"" : "xsi:type=\"xsd:double\"",
        _ => "xsi:type=\"xsd:string\"",
    };

    /// <summary>Type and Id of the row at which a copy of the reader stands.</summary>
    private static (string Type, string? Id) Look(Utf8JsonReader reader)
    {
        var (type, id) = ("sObject", (string?)null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (name == "Id")
            {
                id = reader.GetString();
            }
            else if (name == "attributes")
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var isType = reader.ValueTextEquals("type"u8);
                    reader.Read();
                    type = isType ? reader.GetString()! : type;
                }
            }
            else
            {
                reader.Skip();
            }
        }

        return (type, id);
    }
}
