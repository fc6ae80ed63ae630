using System.Buffers;
using System.Text;
using System.Xml;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Frame;

namespace SfMarketo.SalesforceSim.BulkV1;

/// <summary>XML and JSON as Bulk API 1.0 speaks them.</summary>
internal static class AsyncForm
{
    public const string Namespace = "http://www.force.com/2009/06/asyncapi/dataload";
    public const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
    public const string XmlType = "application/xml";
    public const string JsonType = "application/json;charset=UTF-8";
    public const string CsvType = "text/csv";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    private static readonly XmlWriterSettings Settings = new() { Encoding = Utf8, CheckCharacters = false };

    /// <summary>The client sends JSON, or asks for it.</summary>
    public static bool WantsJson(SimCall call)
    {
        var request = call.Http.Request;
        return request.ContentType is { Length: > 0 } sent
            ? sent.Contains("json", StringComparison.OrdinalIgnoreCase)
            : request.Headers.Accept.ToString() is var accept && accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("xml", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Writes a document with one root element of the API's namespace.</summary>
    public static void WriteXml(SimCall call, string root, Action<XmlWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            xml.WriteStartDocument();
            xml.WriteStartElement(root, Namespace);
            content(xml);
            xml.WriteEndElement();
        }

        call.Raw.Write(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>A safe reader over what a client sent.</summary>
    public static XmlReader ReadXml(ReadOnlyMemory<byte> body) => SafeXml.Read(body);

    /// <summary>Where a document breaks, as the end of a text; empty when it is not known.</summary>
    public static string Place(XmlException broken) => broken.LineNumber == 0 ? "" : FormattableString.Invariant($" at line {broken.LineNumber}, column {broken.LinePosition}");

    /// <summary>A text without what XML cannot hold.</summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.AsSpan().ContainsAnyInRange('\uFFFE', '\uFFFF'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var place = 0; place < text.Length; place++)
        {
            if (place + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[place + 1], text[place]))
            {
                clean.Append(text[place]).Append(text[++place]);
            }
            else if (XmlConvert.IsXmlChar(text[place]))
            {
                clean.Append(text[place]);
            }
        }

        return clean.ToString();
    }
}
