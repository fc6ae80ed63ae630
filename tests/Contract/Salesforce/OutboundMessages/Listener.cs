using System.Net;
using System.Text;
using System.Xml.Linq;

namespace SfMarketo.Tests.Contract.Salesforce.OutboundMessages;

/// <summary>A listener for outbound messages: keeps what it gets, answers what it is told.</summary>
public sealed class Listener : HttpMessageHandler
{
    public const string Ack = """
        <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse></soapenv:Body></soapenv:Envelope>
        """;

    public static readonly XNamespace Outbound = "http://soap.sforce.com/2005/09/outbound";
    public static readonly XNamespace Objects = "urn:sobject.enterprise.soap.sforce.com";

    public List<string> Bodies { get; } = [];

    public List<HttpRequestMessage> Requests { get; } = [];

    /// <summary>Answer to the n-th message, from 0.</summary>
    public Func<int, CancellationToken, Task<HttpResponseMessage>> Answer { get; set; } = (_, _) => Said(Ack);

    public HttpMessageInvoker Invoker => new(this, disposeHandler: false);

    public XDocument Last => XDocument.Parse(Bodies[^1]);

    /// <summary>Ids of the notifications in each message.</summary>
    public IEnumerable<string[]> NotificationIds => Bodies.Select(body => XDocument.Parse(body).Descendants(Outbound + "Notification").Select(each => each.Element(Outbound + "Id")!.Value).ToArray());

    /// <summary>The values of a field in the last message.</summary>
    public IEnumerable<string> Values(string field) => Last.Descendants(Objects + field).Select(element => element.Value);

    public static Task<HttpResponseMessage> Said(string body, int status = 200) => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "text/xml") });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        Bodies.Add(await request.Content!.ReadAsStringAsync(CancellationToken.None));
        return await Answer(Bodies.Count - 1, cancellationToken);
    }
}
