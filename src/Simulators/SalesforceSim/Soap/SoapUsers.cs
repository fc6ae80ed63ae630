using System.Globalization;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.Soap;

/// <summary>The session, its user and passwords (SOAP API Developer Guide, "Utility calls").</summary>
internal static class SoapUsers
{
    // Salesforce Help, "Password policies": eight characters at least.
    private const int ShortestPassword = 8;
    private const int NewPasswordLength = 10;
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    public static void Logout(SoapCall soap) => soap.Org.Sessions.Revoke(soap.Session.Token);

    public static void InvalidateSessions(SoapCall soap)
    {
        foreach (var id in soap.Arguments.TextsOf("sessionIds"))
        {
            soap.Xml.Start("result");
            if (soap.Org.Sessions.Revoke(id))
            {
                soap.Xml.Element("success", true);
            }
            else
            {
                SoapResults.WriteError(soap, new Errors.RowError(400, "INVALID_SESSION_ID", "Invalid session id", []));
                soap.Xml.Element("success", false);
            }

            soap.Xml.End("result");
        }
    }

    public static void Info(SoapCall soap)
    {
        soap.Xml.Start("result");
        SoapLogin.WriteUser(soap, soap.Org.Store["User"].Find(soap.Session.User.Id)!);
        soap.Xml.End("result");
    }

    public static void Timestamp(SoapCall soap)
    {
        soap.Xml.Start("result");
        soap.Xml.Element("timestamp", Micros.ToInstant(soap.Call.WallNow).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        soap.Xml.End("result");
    }

    public static void SetPassword(SoapCall soap)
    {
        var user = FindUser(soap);
        var password = soap.Arguments.Child("password")?.Text ?? "";
        if (password.Length < ShortestPassword || !password.Any(char.IsAsciiDigit) || !password.Any(char.IsAsciiLetter))
        {
            throw new SoapFaultException("INVALID_NEW_PASSWORD", "Your password must be at least 8 characters long and have a mix of letters and numbers.");
        }

        soap.Org.SignIn.Account(user).Password = password;
        soap.Xml.Raw("<result/>");
    }

    public static void ResetPassword(SoapCall soap)
    {
        var user = FindUser(soap);
        var password = soap.Org.SignIn.NextPassword(NewPasswordLength, Alphabet);
        soap.Org.SignIn.Account(user).Password = password;
        soap.Xml.Start("result");
        soap.Xml.Element("password", password);
        soap.Xml.End("result");
    }

    private static SRow FindUser(SoapCall soap)
    {
        var id = soap.Arguments.TextOf("userId") ?? "";
        if (!SalesforceId.TryParse(id, out var parsed))
        {
            throw new SoapFaultException("MALFORMED_ID", "malformed id " + id);
        }

        return soap.Org.Store["User"].Find(parsed) ?? throw new SoapFaultException("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
    }
}
