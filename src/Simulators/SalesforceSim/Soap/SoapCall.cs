using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Composite;
using SfMarketo.SalesforceSim.SignIn;

namespace SfMarketo.SalesforceSim.Soap;

/// <summary>A SOAP call at its endpoint: what was asked, and the output within <c>XResponse</c>.</summary>
internal sealed class SoapCall
{
    public SoapCall(SalesforceOrg org, SimCall call)
    {
        (Org, Call, Request) = (org, call, SoapRequest.Of(call));
        Xml = new XmlOutput(call.Raw);
    }

    public SalesforceOrg Org { get; }

    public SimCall Call { get; }

    public SoapRequest Request { get; }

    public SoapNode Arguments => Request.Operation;

    public XmlOutput Xml { get; }

    public bool IsEnterprise => SoapPath.IsEnterprise(Call);

    /// <summary>Null for login.</summary>
    public Session Session => (Session)Call.Session!;

    /// <summary>Opens the answer: header, body and response.</summary>
    public void Begin()
    {
        Call.ContentType = "text/xml;charset=UTF-8";
        var rows = IsEnterprise ? "urn:sobject.enterprise.soap.sforce.com" : "urn:sobject.partner.soap.sforce.com";
        Xml.Declaration();
        Xml.Start("soapenv:Envelope", $"xmlns:soapenv=\"{SoapFault.Envelope}\" xmlns=\"{SoapPath.Namespace(Call)}\" xmlns:xsi=\"{SoapFault.Xsi}\" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" xmlns:sf=\"{rows}\"");
        if (Call.Session is not null && Org.Switches.LimitInfoHeader)
        {
            Xml.Start("soapenv:Header");
            Xml.Start("LimitInfoHeader");
            Xml.Start("limitInfo");
            Xml.Element("current", Whole(Org.Requests.Used));
            Xml.Element("limit", Whole(Org.Requests.Limit));
            Xml.Element("type", "API REQUESTS");
            Xml.End("limitInfo");
            Xml.End("LimitInfoHeader");
            Xml.End("soapenv:Header");
        }

        Xml.Start("soapenv:Body");
        Xml.Start(Arguments.Name + "Response");
    }

    public void End()
    {
        Xml.End(Arguments.Name + "Response");
        Xml.End("soapenv:Body");
        Xml.End("soapenv:Envelope");
    }

    /// <summary>Asks the org's REST resource for the same, in this session and at this instant.</summary>
    /// <param name="method">GET or POST.</param>
    /// <param name="path">Behind the version: <c>/sobjects/Lead/describe</c>, with its query.</param>
    /// <param name="body">JSON; empty for none.</param>
    /// <param name="headers">Further headers.</param>
    /// <returns>Its JSON.</returns>
    /// <exception cref="SoapFaultException">It refused.</exception>
    public ReadOnlyMemory<byte> Ask(string method, string path, ReadOnlyMemory<byte> body = default, params IEnumerable<KeyValuePair<string, string>> headers)
    {
        var inner = InnerCall.Run(Org, Call, method, $"/services/data/v{SoapPath.Version(Call)}{path}", body, headers, holdsMore: true);
        return inner.Status < 300 ? inner.Output : throw Refusal(inner);
    }

    public static string Whole(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static SoapFaultException Refusal(SimCall inner)
    {
        using var answer = JsonDocument.Parse(inner.Output);
        var error = answer.RootElement.ValueKind == JsonValueKind.Array ? answer.RootElement[0] : answer.RootElement;
        return new SoapFaultException(error.GetProperty("errorCode").GetString()!, error.GetProperty("message").GetString()!);
    }
}
