using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Xml;
using SfMarketo.SalesforceSim.Frame;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Rows;

/// <summary>A row's body in XML as the same body in JSON: <c>&lt;Lead&gt;&lt;LastName&gt;Ray&lt;/LastName&gt;&lt;/Lead&gt;</c>. No DTD, no entities of its own.</summary>
internal static class XmlRow
{
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
    private const int MostDepth = 3;

    /// <exception cref="XmlException">The body is no XML, has a DTD, or is nested deeper than a parent's key.</exception>
    public static ReadOnlyMemory<byte> ToJson(ReadOnlyMemory<byte> body, SObjectType type)
    {
        using var xml = SafeXml.Read(body, ignoreWhitespace: true);
        var output = new ArrayBufferWriter<byte>(body.Length);
        using var json = new Utf8JsonWriter(output);
        xml.MoveToContent();
        json.WriteStartObject();
        WriteMembers(xml, json, type);
        json.WriteEndObject();
        while (xml.Read())
        {
            // To the end, so that what follows the root is seen to be no XML.
        }

        json.Flush();
        return output.WrittenMemory;
    }

    // The reader stands at the start of an element with members; at its end afterwards.
    private static void WriteMembers(XmlReader xml, Utf8JsonWriter json, SObjectType? type)
    {
        if (xml.Depth >= MostDepth)
        {
            throw new XmlException("nested too deeply");
        }

        if (xml.IsEmptyElement)
        {
            return;
        }

        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                WriteMember(xml, json, type?.Find(xml.LocalName));
            }
        }
    }

    private static void WriteMember(XmlReader xml, Utf8JsonWriter json, SField? field)
    {
        json.WritePropertyName(xml.LocalName);
        if (xml.IsEmptyElement || xml.GetAttribute("nil", Instance) is "true" or "1")
        {
            json.WriteNullValue();
            xml.Skip(toEnd: true);
            return;
        }

        xml.Read();
        var text = "";
        while (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
        {
            text += xml.Value;
            xml.Read();
        }

        if (xml.NodeType != XmlNodeType.Element)
        {
            WriteText(json, field, text);
            return;
        }

        json.WriteStartObject();
        for (; xml.NodeType != XmlNodeType.EndElement && !xml.EOF; xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                if (xml.Depth >= MostDepth)
                {
                    throw new XmlException("nested too deeply");
                }

                WriteMember(xml, json, null);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, SField? field, string text)
    {
        var trimmed = text.Trim();
        switch (field?.Type)
        {
            case SFieldType.Boolean when trimmed is "true" or "1":
                json.WriteBooleanValue(true);
                break;
            case SFieldType.Boolean when trimmed is "false" or "0":
                json.WriteBooleanValue(false);
                break;
            case SFieldType.Int or SFieldType.Double or SFieldType.Currency or SFieldType.Percent
                when double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(text);
                break;
        }
    }

    // At the end tag of an element, or at an element that has none.
    private static void Skip(this XmlReader xml, bool toEnd)
    {
        if (xml.IsEmptyElement || !toEnd)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            // What an xsi:nil element holds means nothing.
        }
    }
}
