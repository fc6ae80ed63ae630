using System.Text;
using System.Text.Json;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace SfMarketo.SalesforceSim.Frame;

/// <summary>An answer in XML, made from the same answer in JSON: members are elements, arrays repeat their element, a row's attributes are attributes, null is <c>xsi:nil</c>.</summary>
/// <remarks>Source: REST API Developer Guide, "Execute a SOQL Query", "Create a Record", "Status Codes and Error Responses" (QueryResult, Result, Errors). The names of other roots are unverified.</remarks>
internal static class XmlAnswer
{
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CheckCharacters = false };

    /// <summary>Names of the root and of the items of a list at the top.</summary>
    public static (string Root, string Item) RootOf(HttpRequest request, int status)
    {
        if (status >= 400)
        {
            return ("Errors", "Error");
        }

        var parts = (request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            ["services", "data"] => ("Versions", "Version"),
            ["services", "data", _] => ("urls", "url"),
            [_, _, _, "sobjects"] => ("DescribeGlobal", "sobjects"),
            [_, _, _, "sobjects", _, "describe"] => ("DescribeSObject", "item"),
            [_, _, _, "sobjects", _, "updated"] => ("GetUpdatedResult", "item"),
            [_, _, _, "sobjects", _, "deleted"] => ("GetDeletedResult", "item"),
            [_, _, _, "sobjects", _] when request.Method != "POST" => ("SObjectBasicInfo", "item"),
            [_, _, _, "sobjects", ..] => ("Result", "item"),
            [_, _, _, "query" or "queryAll", ..] => ("QueryResult", "records"),
            [_, _, _, "search" or "parameterizedSearch", ..] => ("SearchResult", "searchRecords"),
            [_, _, _, "composite", "sobjects", ..] => ("Results", "Result"),
            [_, _, _, "composite", "tree", ..] => ("SObjectTreeResponse", "results"),
            [_, _, _, "composite", "batch", ..] => ("batchResults", "batchResult"),
            [_, _, _, "recent", ..] => ("Recents", "Recent"),
            [_, _, _, "limits"] => ("LimitsSnapshot", "item"),
            _ => ("Response", "item"),
        };
    }

    public static byte[] FromJson(ReadOnlyMemory<byte> json, (string Root, string Item) names)
    {
        using var document = JsonDocument.Parse(json);
        using var output = new MemoryStream(json.Length * 2);
        using (var xml = XmlWriter.Create(output, Settings))
        {
            var root = document.RootElement;
            xml.WriteStartElement(RowName(root) ?? names.Root);
            xml.WriteAttributeString("xmlns", "xsi", null, Instance);
            if (root.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in root.EnumerateArray())
                {
                    Write(xml, names.Item, item);
                }
            }
            else
            {
                WriteContent(xml, root);
            }

            xml.WriteEndElement();
        }

        return output.ToArray();
    }

    private static void Write(XmlWriter xml, string name, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Write(xml, name, item);
            }

            return;
        }

        xml.WriteStartElement(XmlConvert.EncodeLocalName(name)!);
        if (element.ValueKind == JsonValueKind.Null)
        {
            xml.WriteAttributeString("xsi", "nil", Instance, "true");
        }
        else
        {
            WriteContent(xml, element);
        }

        xml.WriteEndElement();
    }

    private static void WriteContent(XmlWriter xml, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            xml.WriteString(element.ValueKind == JsonValueKind.String ? Legal(element.GetString()!) : element.GetRawText());
            return;
        }

        if (element.TryGetProperty("attributes", out var attributes) && attributes.ValueKind == JsonValueKind.Object)
        {
            foreach (var attribute in attributes.EnumerateObject())
            {
                xml.WriteAttributeString(XmlConvert.EncodeLocalName(attribute.Name)!, Legal(attribute.Value.ToString()));
            }
        }

        foreach (var member in element.EnumerateObject())
        {
            if (member.Name != "attributes" || member.Value.ValueKind != JsonValueKind.Object)
            {
                Write(xml, member.Name, member.Value);
            }
        }
    }

    private static string? RowName(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("attributes", out var attributes) && attributes.ValueKind == JsonValueKind.Object
        && attributes.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            ? XmlConvert.EncodeLocalName(type.GetString()!)
            : null;

    // Most control characters cannot stand in XML 1.0 in any form.
    private static string Legal(string text) => text.AsSpan().IndexOfAnyInRange('\0', '\x1f') < 0 ? text : string.Concat(text.Where(XmlConvert.IsXmlChar));
}
