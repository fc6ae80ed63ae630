using System.Xml;
using SfMarketo.SalesforceSim.Frame;

namespace SfMarketo.SalesforceSim.Soap;

/// <summary>Reads a request into elements: no document types, no entities but XML's own, no resolver, bounded depth.</summary>
internal static class SoapReader
{
    private const string Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    // A row of a row by external id is seven deep.
    private const int MostDepth = 32;

    /// <summary>The document's element.</summary>
    /// <exception cref="XmlException">It is no XML, has a document type, or is too deep; the message says where.</exception>
    public static SoapNode Read(ReadOnlyMemory<byte> body)
    {
        using var xml = SafeXml.Read(body);
        var open = new Stack<SoapNode>();
        SoapNode? root = null;
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    var node = new SoapNode(xml.NamespaceURI, xml.LocalName, TypeOf(xml), xml.GetAttribute("nil", Xsi) is "true" or "1");
                    Add(open, node);
                    root ??= node;
                    if (!xml.IsEmptyElement)
                    {
                        open.Push(node);
                    }

                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when open.Count > 0:
                    var text = open.Peek();
                    text.Text = text.Text.Length == 0 ? xml.Value : text.Text + xml.Value;
                    break;
            }
        }

        return root ?? throw new XmlException("The document has no element.");
    }

    private static void Add(Stack<SoapNode> open, SoapNode node)
    {
        if (open.Count >= MostDepth)
        {
            throw new XmlException("The document is too deep.");
        }

        if (open.TryPeek(out var parent))
        {
            parent.Children.Add(node);
        }
    }

    private static string? TypeOf(XmlReader xml) => xml.GetAttribute("type", Xsi) is { } name ? name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..] : null;
}
