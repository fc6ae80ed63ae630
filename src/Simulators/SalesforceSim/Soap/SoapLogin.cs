using System.Globalization;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.SignIn;

namespace SfMarketo.SalesforceSim.Soap;

/// <summary><c>login</c> (salesforce-rest.md section 8.2): a session for user name and password, with the security token behind it.</summary>
internal static class SoapLogin
{
    private static readonly SoapFaultException Wrong = new("INVALID_LOGIN", "Invalid username, password, security token; or user locked out.");

    public static void Run(SoapCall soap)
    {
        var (org, call) = (soap.Org, soap.Call);
        var password = soap.Arguments.Child("password")?.Text ?? "";
        call.Client = soap.Arguments.TextOf("username") ?? "";
        if (org.SignIn.IsLocked)
        {
            throw new SoapFaultException("ORG_LOCKED", "Organization is locked");
        }

        if (SignInChecks.FindUser(org, call.Client) is not { } user || !org.SignIn.Account(user).TakesPassword(password, call.Now))
        {
            throw Wrong;
        }

        call.Client = SignInChecks.Username(user);
        var account = org.SignIn.Account(user);
        switch (SignInChecks.Enter(org, user, call.Now))
        {
            case null:
                break;
            case var error when error == OAuthError.Restricted:
                throw new SoapFaultException("LOGIN_DURING_RESTRICTED_TIME", "You cannot log in at this time");
            case var error when error == OAuthError.TooManyLogins:
                throw new SoapFaultException("LOGIN_RATE_EXCEEDED", "login rate exceeded");
            default:
                throw Wrong;
        }

        if (!account.ApiEnabled)
        {
            throw new SoapFaultException("API_CURRENTLY_DISABLED", "API is disabled for this User");
        }

        var session = org.Switches.SessionsReused && org.Sessions.FindLike(user, null, [], call.Now) is { } live ? live : org.Sessions.Open(user, call.Client, call.Now);
        Write(soap, user, session);
    }

    private static void Write(SoapCall soap, SRow user, Session session)
    {
        var (org, xml) = (soap.Org, soap.Xml);
        var address = $"{org.Options.InstanceUrl ?? soap.Call.Origin()}/services/Soap/";
        var place = $"/{SoapPath.Version(soap.Call)}/{org.OrganizationId[..15]}";
        xml.Start("result");
        xml.Element("metadataServerUrl", address + "m" + place);
        xml.Element("passwordExpired", false);
        xml.Element("sandbox", org.Store["Organization"][0]![org.Store["Organization"].Type.Field("IsSandbox")] is true);
        xml.Element("serverUrl", address + SoapPath.Kind(soap.Call) + place);
        xml.Element("sessionId", session.Token);
        xml.Element("userId", user.Id);
        xml.Start("userInfo");
        WriteUser(soap, user);
        xml.End("userInfo");
        xml.End("result");
    }

    /// <summary>The members of <c>GetUserInfoResult</c>, in the order of the WSDL.</summary>
    public static void WriteUser(SoapCall soap, SRow user)
    {
        var (org, xml) = (soap.Org, soap.Xml);
        var organization = org.Store["Organization"][0]!;
        xml.Element("accessibilityMode", false);
        xml.Element("chatterExternal", false);
        xml.Element("currencySymbol", "$");
        xml.Element("orgAttachmentFileSizeLimit", "5242880");
        xml.Element("orgDefaultCurrencyIsoCode", "USD");
        xml.Element("orgDefaultCurrencyLocale", "en_US");
        xml.Element("orgDisallowHtmlAttachments", false);
        xml.Element("orgHasPersonAccounts", false);
        xml.Element("organizationId", org.OrganizationId);
        xml.Element("organizationMultiCurrency", false);
        xml.Element("organizationName", organization.Text(organization.Type.NameField!.Number));
        xml.ElementOrNil("profileId", Text(user, "ProfileId"));
        xml.ElementOrNil("roleId", Text(user, "UserRoleId"));
        xml.Element("sessionSecondsValid", ((long)org.Sessions.Timeout.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        xml.Nil("userDefaultCurrencyIsoCode");
        xml.Element("userEmail", Text(user, "Email"));
        xml.Element("userFullName", Text(user, "Name"));
        xml.Element("userId", user.Id);
        xml.Element("userLanguage", Text(user, "LanguageLocaleKey"));
        xml.Element("userLocale", Text(user, "LocaleSidKey"));
        xml.Element("userName", Text(user, "Username"));
        xml.Element("userTimeZone", Text(user, "TimeZoneSidKey"));
        xml.Element("userType", Text(user, "UserType"));
        xml.Element("userUiSkin", "Theme3");
    }

    private static string? Text(SRow user, string field) => user.Type.Find(field) is { } known ? user.Text(known.Number) : null;
}
