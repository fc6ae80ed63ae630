using System.Text;
using System.Xml.Linq;

namespace SfMarketo.Tests.Contract.Salesforce.Soap;

/// <summary>SOAP calls of the partner and the enterprise WSDL, and their answers taken apart.</summary>
internal static class SoapHost
{
    public const string Partner = "urn:partner.soap.sforce.com";
    public const string Enterprise = "urn:enterprise.soap.sforce.com";

    public static string Path(string kind, string version = "59.0") => $"/services/Soap/{kind}/{version}";

    /// <summary>An operation of the partner WSDL with the sync user's session.</summary>
    /// <param name="host">The org.</param>
    /// <param name="operation">Its name.</param>
    /// <param name="arguments">XML within the operation's element.</param>
    /// <param name="headers">XML beside the session header.</param>
    public static async Task<SoapAnswer> Soap(this OrgHost host, string operation, string arguments = "", string headers = "") =>
        await host.SoapWith(await SessionAsync(host), operation, arguments, headers);

    public static async Task<SoapAnswer> SoapC(this OrgHost host, string operation, string arguments = "", string headers = "") =>
        await host.SoapWith(await SessionAsync(host), operation, arguments, headers, Path("c"), Enterprise);

    public static Task<SoapAnswer> SoapWith(this OrgHost host, string session, string operation, string arguments = "", string headers = "", string? path = null, string space = Partner) => host.SoapRaw(
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:p="{space}"><e:Header>
        <p:SessionHeader><p:sessionId>{session}</p:sessionId></p:SessionHeader>{headers}</e:Header><e:Body><p:{operation}>{arguments}</p:{operation}></e:Body></e:Envelope>
        """,
        path);

    public static async Task<SoapAnswer> SoapRaw(this OrgHost host, string envelope, string? path = null, string? action = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path ?? Path("u")) { Content = new StringContent(envelope, Encoding.UTF8, "text/xml") };
        if (action is not null)
        {
            request.Headers.TryAddWithoutValidation("SOAPAction", '"' + action + '"');
        }

        return new SoapAnswer(await host.Send(request));
    }

    public static Task<SoapAnswer> LogIn(this OrgHost host, string username, string password, string version = "59.0") => host.SoapRaw(
        $"""
        <se:Envelope xmlns:se="http://schemas.xmlsoap.org/soap/envelope/"><se:Header/><se:Body><login xmlns="{Partner}"><username>{username}</username><password>{password}</password></login></se:Body></se:Envelope>
        """,
        Path("u", version));

    public static async Task<string> SessionAsync(OrgHost host) => (await host.SignIn(OrgHost.Sign(host.Claims())))["access_token"].GetString()!;
}

/// <summary>The answer of a SOAP call.</summary>
internal sealed record SoapAnswer(OrgAnswer Http)
{
    public XDocument Xml { get; } = Http.Body.StartsWith('<') ? XDocument.Parse(Http.Body) : new XDocument();

    public int Status => Http.Status;

    /// <summary>The elements <c>result</c>.</summary>
    public IReadOnlyList<XElement> Results => [.. Xml.Descendants().Where(element => element.Name.LocalName == "result")];

    public XElement Result => Results.Single();

    /// <summary>The text of the first element of this name.</summary>
    public string? this[string name] => Xml.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

    /// <summary>Texts of the elements of this name in each result.</summary>
    public IReadOnlyList<string> Each(string name) => [.. Results.Select(result => string.Join(',', result.Elements().Where(element => element.Name.LocalName == name).Select(element => element.Value)))];

    public void ShouldFault(string code, string message, string type)
    {
        Status.Should().Be(500, Http.Body);
        this["faultcode"].Should().Be(code);
        var plain = code[(code.IndexOf(':', StringComparison.Ordinal) + 1)..];
        this["faultstring"].Should().Be($"{plain}: {message}");
        this["exceptionCode"].Should().Be(plain);
        this["exceptionMessage"].Should().Be(message);
        Http.Body.Should().Contain($"<sf:{type} xsi:type=\"sf:{type}\">");
    }
}
