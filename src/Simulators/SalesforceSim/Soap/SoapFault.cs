using Microsoft.AspNetCore.Http;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.SalesforceSim.Soap;

/// <summary>Faults in the vendor's form: HTTP 500, code and text, and a detail of the code's type (salesforce-rest.md section 8.2; partner WSDL).</summary>
internal static class SoapFault
{
    public const string Envelope = "http://schemas.xmlsoap.org/soap/envelope/";
    public const string Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    // Refusals of login stand without the prefix.
    private static readonly string[] LoginCodes = ["INVALID_LOGIN", "LOGIN_MUST_USE_SECURITY_TOKEN", "LOGIN_DURING_RESTRICTED_TIME", "LOGIN_DURING_RESTRICTED_DOMAIN", "ORG_LOCKED", "PASSWORD_LOCKOUT"];

    /// <summary>The call is one of SOAP, whose refusals are faults.</summary>
    public static bool Takes(SimCall call) => call.Http.Request.Path.StartsWithSegments("/services/Soap", StringComparison.Ordinal);

    /// <summary>Throws away what was written and answers with a fault.</summary>
    /// <param name="call">The call.</param>
    /// <param name="code">For example <c>INVALID_SESSION_ID</c>, or a code of SOAP's own such as <c>soapenv:Client</c>.</param>
    /// <param name="message">The vendor's text, without the code.</param>
    /// <param name="status">HTTP status.</param>
    public static void Write(SimCall call, string code, string message, int status = StatusCodes.Status500InternalServerError)
    {
        call.ResetOutput();
        call.Status = status;
        call.ContentType = "text/xml;charset=UTF-8";
        call.AddCode(code);
        var space = SoapPath.IsEnterprise(call) ? "urn:fault.enterprise.soap.sforce.com" : "urn:fault.partner.soap.sforce.com";
        var xml = new XmlOutput(call.Raw);
        xml.Declaration();
        xml.Start("soapenv:Envelope", $"xmlns:soapenv=\"{Envelope}\" xmlns:sf=\"{space}\" xmlns:xsi=\"{Xsi}\"");
        xml.Start("soapenv:Body");
        xml.Start("soapenv:Fault");
        if (code.Contains(':', StringComparison.Ordinal))
        {
            xml.Element("faultcode", code);
            xml.Element("faultstring", message);
        }
        else
        {
            WriteApiFault(xml, code, message);
        }

        xml.End("soapenv:Fault");
        xml.End("soapenv:Body");
        xml.End("soapenv:Envelope");
    }

    private static void WriteApiFault(XmlOutput xml, string code, string message)
    {
        var isLogin = LoginCodes.Contains(code);
        var type = "sf:" + TypeOf(code, isLogin);
        xml.Element("faultcode", isLogin ? code : "sf:" + code);
        xml.Element("faultstring", code + ": " + message);
        xml.Start("detail");
        xml.Start(type, $"xsi:type=\"{type}\"");
        xml.Element("sf:exceptionCode", code);
        xml.Element("sf:exceptionMessage", message);
        if (type is "sf:MalformedQueryFault" or "sf:InvalidFieldFault" or "sf:InvalidSObjectFault")
        {
            var (row, column) = Place(message);
            xml.Element("sf:row", row);
            xml.Element("sf:column", column);
        }

        xml.End(type);
        xml.End("detail");
    }

    private static string TypeOf(string code, bool isLogin) => isLogin ? "LoginFault" : code switch
    {
        "MALFORMED_QUERY" => "MalformedQueryFault",
        "MALFORMED_SEARCH" => "MalformedSearchFault",
        "INVALID_FIELD" => "InvalidFieldFault",
        "INVALID_TYPE" => "InvalidSObjectFault",
        "INVALID_QUERY_LOCATOR" => "InvalidQueryLocatorFault",
        "INVALID_NEW_PASSWORD" => "InvalidNewPasswordFault",
        "MALFORMED_ID" or "EXCEEDED_ID_LIMIT" => "InvalidIdFault",
        _ => "UnexpectedErrorFault",
    };

    // "ERROR at Row:1:Column:8" stands in the text; -1 where it does not.
    private static (string Row, string Column) Place(string message)
    {
        const string start = "ERROR at Row:";
        const string middle = ":Column:";
        var at = message.IndexOf(start, StringComparison.Ordinal);
        var between = at < 0 ? -1 : message.IndexOf(middle, at, StringComparison.Ordinal);
        return between < 0 ? ("-1", "-1") : (Digits(message, at + start.Length), Digits(message, between + middle.Length));
    }

    private static string Digits(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end > start ? text[start..end] : "-1";
    }
}
