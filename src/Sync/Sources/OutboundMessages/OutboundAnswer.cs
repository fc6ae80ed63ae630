using System.Text;

namespace SfMarketo.Sync.Sources.OutboundMessages;

/// <summary>What the host of the receiver answers.</summary>
/// <param name="Status">The HTTP status: 200 with an acknowledgement, 500 with a SOAP fault (SOAP 1.1, section 6.2).</param>
/// <param name="ContentType">Of the body.</param>
/// <param name="Body">A SOAP envelope.</param>
public sealed record OutboundAnswer(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    private const string Head = """<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>""";
    private const string Tail = "</soapenv:Body></soapenv:Envelope>";

    /// <summary>The message is stored: Salesforce forgets it.</summary>
    internal static OutboundAnswer Acknowledged { get; } =
        Of(200, """<notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse>""");

    /// <summary>The message is not stored: Salesforce sends it again, up to 24 hours.</summary>
    /// <param name="reason">The sender's fault, or the time's.</param>
    /// <param name="text">A sentence of ours, without anything of the message.</param>
    internal static OutboundAnswer Refused(OutboundRefusal reason, string text)
    {
        var side = reason is OutboundRefusal.TooLate or OutboundRefusal.NotStored or OutboundRefusal.NotSignedIn ? "Server" : "Client";
        return Of(500, $"<soapenv:Fault><faultcode>soapenv:{side}</faultcode><faultstring>{text}</faultstring></soapenv:Fault>");
    }

    private static OutboundAnswer Of(int status, string content) => new(status, "text/xml; charset=utf-8", Encoding.UTF8.GetBytes(Head + content + Tail));
}
