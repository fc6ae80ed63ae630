using System.Text;
using System.Text.Json;

namespace SfMarketo.SalesforceSim.Soap;

/// <summary>Writes answers that are made as JSON as XML: members are elements, an array is its items one after the other.</summary>
internal static class JsonAsXml
{
    /// <summary>The members of an object, without an element around them.</summary>
    /// <param name="xml">The output.</param>
    /// <param name="json">One object.</param>
    /// <param name="nulls">Null is an element with <c>xsi:nil</c>; otherwise it is left out.</param>
    /// <param name="skip">A member that is left out.</param>
    public static void WriteMembers(XmlOutput xml, ReadOnlyMemory<byte> json, bool nulls, string? skip = null)
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        WriteMembers(xml, ref reader, nulls, skip);
    }

    /// <summary>The members of the object at which the reader stands; it ends at the object's end.</summary>
    public static void WriteMembers(XmlOutput xml, ref Utf8JsonReader reader, bool nulls, string? skip = null)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name == skip)
            {
                reader.Skip();
            }
            else
            {
                Write(xml, ref reader, name, nulls);
            }
        }
    }

    /// <summary>The value at which the reader stands as an element, or as several for an array.</summary>
    public static void Write(XmlOutput xml, ref Utf8JsonReader reader, string name, bool nulls)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    Write(xml, ref reader, name, nulls);
                }

                break;
            case JsonTokenType.StartObject:
                xml.Start(name);
                WriteMembers(xml, ref reader, nulls);
                xml.End(name);
                break;
            case JsonTokenType.Null:
                if (nulls)
                {
                    xml.Nil(name);
                }

                break;
            default:
                xml.Element(name, Text(ref reader));
                break;
        }
    }

    /// <summary>A scalar as XML Schema writes it: instants end in <c>Z</c>.</summary>
    public static string Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return reader.TokenType == JsonTokenType.True ? "true" : "false";
        }

        if (reader.TokenType == JsonTokenType.Number)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }

        var text = reader.GetString()!;
        return text.Length == 28 && text[10] == 'T' && text.EndsWith("+0000", StringComparison.Ordinal) ? text[..23] + "Z" : text;
    }
}
