using System.Xml;
using SfMarketo.SalesforceSim.Frame;

namespace SfMarketo.SalesforceSim.OutboundMessages;

/// <summary>What became of one attempt.</summary>
/// <param name="Kind">As in the message log: <c>ack</c>, <c>nack</c>, <c>fault</c>, <c>status</c>, <c>refused</c>, <c>timeout</c>.</param>
/// <param name="Status">HTTP status, or 0.</param>
internal sealed record OutboundAnswer(string Kind, int Status)
{
    public const string Outbound = "http://soap.sforce.com/2005/09/outbound";
    public const string Soap = "http://schemas.xmlsoap.org/soap/envelope/";

    private const int Ok = 200;

    public static OutboundAnswer Refused { get; } = new("refused", 0);

    public static OutboundAnswer Timeout { get; } = new("timeout", 0);

    public bool Delivered => Kind == "ack";

    /// <summary>Judges an answer: names count with their namespaces, prefixes do not.</summary>
    public static OutboundAnswer Read(int status, byte[] body)
    {
        var said = Said(body);
        return new OutboundAnswer(status == Ok || said == "fault" ? said : "status", status);
    }

    private static string Said(byte[] body)
    {
        try
        {
            using var xml = SafeXml.Read(body);
            if (xml.MoveToContent() != XmlNodeType.Element || !Is(xml, "Envelope", Soap) || !Enter(xml, "Body", Soap))
            {
                return "nack";
            }

            xml.Read();
            xml.MoveToContent();
            if (Is(xml, "Fault", Soap))
            {
                return "fault";
            }

            return Is(xml, "notificationsResponse", Outbound) && Enter(xml, "Ack", Outbound) && xml.ReadElementContentAsString().Trim() is "true" or "1" ? "ack" : "nack";
        }
        catch (XmlException)
        {
            // A bare 200, a page of HTML, half an answer.
            return "nack";
        }
    }

    private static bool Is(XmlReader xml, string name, string space) => xml.NodeType == XmlNodeType.Element && xml.LocalName == name && xml.NamespaceURI == space;

    // The first element of that name inside the present one.
    private static bool Enter(XmlReader xml, string name, string space)
    {
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.Depth == depth + 1 && Is(xml, name, space))
            {
                return true;
            }
        }

        return false;
    }
}
