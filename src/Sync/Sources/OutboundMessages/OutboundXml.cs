using System.Xml;

namespace SfMarketo.Sync.Sources.OutboundMessages;

/// <summary>Walks an XML document forward, once, and refuses what no outbound message has: document types, depth, many elements.</summary>
internal sealed class OutboundXml : IDisposable
{
    // Envelope, Body, notifications, Notification, sObject, a field, a part of a compound field: seven.
    private const int MostDepth = 12;

    // 100 records of an object with 500 fields.
    private const int MostElements = 60_000;

    private const int LongestId = 64;

    private readonly XmlReader reader;
    private int elements;

    public OutboundXml(Stream body) => reader = XmlReader.Create(body, new XmlReaderSettings
    {
        Async = true,
        CloseInput = false,
        DtdProcessing = DtdProcessing.Prohibit,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersFromEntities = 1024,
        XmlResolver = null,
    });

    /// <summary>Goes to the first child element.</summary>
    /// <returns>False when there is none; then the reader has left the element.</returns>
    public async Task<bool> EnterAsync()
    {
        var isEmpty = reader.IsEmptyElement;
        await AdvanceAsync();
        return !isEmpty && await OnElementAsync();
    }

    /// <summary>True on an element; false at the end of the one around it, which is then left.</summary>
    public async Task<bool> OnElementAsync()
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                return true;
            case XmlNodeType.EndElement:
                await AdvanceAsync();
                return false;
            default:
                throw NotAMessage("text stands where elements are expected");
        }
    }

    /// <summary>Goes to the document's element.</summary>
    public async Task StartAsync()
    {
        await AdvanceAsync();
        if (reader.NodeType == XmlNodeType.XmlDeclaration)
        {
            await AdvanceAsync();
        }
    }

    /// <summary>Reads the rest of the document, so that it is known to be well-formed.</summary>
    public async Task EndAsync()
    {
        while (!reader.EOF)
        {
            await AdvanceAsync();
        }
    }

    public bool Is(string name, string ns) => reader.NodeType == XmlNodeType.Element && reader.LocalName == name && reader.NamespaceURI == ns;

    public void Require(string name, string ns)
    {
        if (!Is(name, ns))
        {
            throw NotAMessage($"the element {name} is missing");
        }
    }

    /// <summary>Reads the id that is the element's text, and leaves the element.</summary>
    public async Task<SalesforceId> ReadIdAsync()
    {
        var text = "";
        if (!reader.IsEmptyElement)
        {
            await AdvanceAsync();
            while (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && text.Length <= LongestId)
            {
                text += await reader.GetValueAsync();
                await AdvanceAsync();
            }

            if (reader.NodeType != XmlNodeType.EndElement)
            {
                throw NotAMessage("an id is too long or has elements in it");
            }
        }

        await AdvanceAsync();
        return SalesforceId.TryParse(text.AsSpan().Trim(), out var id) ? id : throw NotAMessage("an id is missing or is none");
    }

    /// <summary>Leaves the element that the reader stands on, with all that is in it.</summary>
    public async Task SkipAsync()
    {
        var depth = reader.Depth;
        var isEmpty = reader.IsEmptyElement;
        await AdvanceAsync();
        while (!isEmpty && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            await AdvanceAsync();
        }

        if (!isEmpty)
        {
            await AdvanceAsync();
        }
    }

    /// <summary>The element's <c>xsi:type</c>, without its prefix, when the prefix stands for the namespace.</summary>
    public string? TypeIn(string ns)
    {
        var type = reader.GetAttribute("type", "http://www.w3.org/2001/XMLSchema-instance");
        var colon = type?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0 && reader.LookupNamespace(type![..colon]) == ns ? type[(colon + 1)..] : null;
    }

    public void Dispose() => reader.Dispose();

    public static OutboundRefusedException NotAMessage(string why) => new(OutboundRefusal.NotAnOutboundMessage, $"This is no outbound message: {why}.");

    private async Task AdvanceAsync()
    {
        await reader.ReadAsync();
        elements += reader.NodeType == XmlNodeType.Element ? 1 : 0;
        if (reader.Depth > MostDepth || elements > MostElements)
        {
            throw new OutboundRefusedException(OutboundRefusal.TooLarge, "The message is deeper or has more elements than an outbound message.");
        }
    }
}
