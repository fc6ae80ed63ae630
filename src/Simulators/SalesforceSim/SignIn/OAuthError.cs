using System.Text;
using Microsoft.AspNetCore.Http;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>What the token endpoint refuses with: always HTTP 400 and one JSON object, never an array.</summary>
/// <param name="Error">The code.</param>
/// <param name="Description">The vendor's text (salesforce-rest.md section 1.3); clients compare some of them literally. <c>auth.errorTexts</c> sets others.</param>
internal sealed record OAuthError(string Error, string Description)
{
    public static OAuthError UnsupportedGrant { get; } = new("unsupported_grant_type", "grant type not supported");

    public static OAuthError MustPost { get; } = new("invalid_request", "must use HTTP POST");

    public static OAuthError InvalidAssertion { get; } = new("invalid_grant", "invalid assertion");

    public static OAuthError UnknownConsumer { get; } = new("invalid_client_id", "client identifier invalid");

    public static OAuthError WrongSecret { get; } = new("invalid_client", "invalid client credentials");

    public static OAuthError NotInstalled { get; } = new("invalid_grant", "External client app is not installed in this org");

    public static OAuthError BadAudience { get; } = new("invalid_grant", "audience is invalid");

    public static OAuthError Expired { get; } = new("invalid_grant", "expired authorization code");

    public static OAuthError InvalidCode { get; } = new("invalid_grant", "invalid authorization code");

    public static OAuthError InvalidVerifier { get; } = new("invalid_grant", "invalid code verifier");

    public static OAuthError ExpiredToken { get; } = new("invalid_grant", "expired access/refresh token");

    public static OAuthError NotApproved { get; } = new("invalid_grant", "user hasn't approved this consumer");

    public static OAuthError NotAdminApproved { get; } = new("invalid_app_access", "user is not admin approved to access this app");

    public static OAuthError InactiveUser { get; } = new("invalid_grant", "inactive user");

    public static OAuthError InactiveUserByCode { get; } = new("inactive_user", "user is inactive");

    public static OAuthError InactiveOrg { get; } = new("inactive_org", "organization is inactive");

    public static OAuthError Restricted { get; } = new("invalid_grant", "ip restricted or invalid login hours");

    public static OAuthError TooManyLogins { get; } = new("rate_limit_exceeded", "login rate exceeded");

    public static OAuthError AuthenticationFailure { get; } = new("invalid_grant", "authentication failure");

    public static OAuthError WrongDomain { get; } = new("invalid_grant", "request not supported on this domain");

    public static OAuthError NoRunAsUser { get; } = new("invalid_grant", "no client credentials user enabled");

    public static OAuthError WrongRedirect { get; } = new("redirect_uri_mismatch", "redirect_uri must match configuration");

    public static OAuthError UnsupportedResponse { get; } = new("unsupported_response_type", "response type not supported");

    public static OAuthError InvalidScope { get; } = new("invalid_scope", "the requested scope is not allowed");

    public static OAuthError NoChallenge { get; } = new("invalid_request", "missing required code challenge");

    public static OAuthError InvalidToken { get; } = new("invalid_token", "invalid token");

    public static OAuthError UnsupportedToken { get; } = new("unsupported_token_type", "this token type is not supported");

    public static OAuthError Missing(string parameter) => new("invalid_request", "missing required parameter: " + parameter);

    public void Write(SimCall call)
    {
        var (error, description) = As(call);
        call.Json.WriteStartObject();
        call.Json.WriteString("error"u8, error);
        call.Json.WriteString("error_description"u8, description);
        call.Json.WriteEndObject();
    }

    /// <summary>In the form of a query string, for the pages of the authorization server and for <c>revoke</c> (jsforce parses it so).</summary>
    public void WriteForm(SimCall call)
    {
        var (error, description) = As(call);
        call.ContentType = "application/x-www-form-urlencoded";
        Encoding.ASCII.GetBytes(AsQuery(error, description), call.Raw);
    }

    /// <summary><c>error=..&amp;error_description=..</c>.</summary>
    public string AsQuery(SalesforceOrg org) => AsQuery(Error, org.Switches.SignInTexts.Of(Description));

    private (string Error, string Description) As(SimCall call)
    {
        call.ResetOutput();
        var switches = ((SalesforceOrg)call.Simulator).Switches;
        var (error, description) = (Error, switches.SignInTexts.Of(Description));
        call.Status = StatusCodes.Status400BadRequest;
        if (switches.AnswerOverride.Find(call.Http, Error) is { Code.Length: > 0 } other)
        {
            (error, description) = (other.Code, other.Text.Length > 0 ? other.Text : description);
            call.Status = other.Level == Kernel.Overrides.OverrideLevel.Http ? other.Status : call.Status;
        }

        call.AddCode(error);
        return (error, description);
    }

    private static string AsQuery(string error, string description) => $"error={Uri.EscapeDataString(error)}&error_description={Uri.EscapeDataString(description)}";
}
