using SfMarketo.Kernel.Calls;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>What the token endpoint refuses with: always HTTP 400 and one JSON object, never an array.</summary>
/// <param name="Error">The code.</param>
/// <param name="Description">The vendor's text (salesforce-rest.md section 1.3); clients compare some of them literally.</param>
internal sealed record OAuthError(string Error, string Description)
{
    public static OAuthError UnsupportedGrant { get; } = new("unsupported_grant_type", "grant type not supported");

    public static OAuthError MustPost { get; } = new("invalid_request", "must use HTTP POST");

    public static OAuthError MissingAssertion { get; } = new("invalid_request", "missing required parameter: assertion");

    public static OAuthError InvalidAssertion { get; } = new("invalid_grant", "invalid assertion");

    public static OAuthError UnknownConsumer { get; } = new("invalid_client_id", "client identifier invalid");

    public static OAuthError BadAudience { get; } = new("invalid_grant", "audience is invalid");

    public static OAuthError Expired { get; } = new("invalid_grant", "expired authorization code");

    public static OAuthError NotApproved { get; } = new("invalid_grant", "user hasn't approved this consumer");

    public static OAuthError NotAdminApproved { get; } = new("invalid_app_access", "user is not admin approved to access this app");

    public static OAuthError InactiveUser { get; } = new("invalid_grant", "inactive user");

    public static OAuthError TooManyLogins { get; } = new("rate_limit_exceeded", "login rate exceeded");

    public static OAuthError AuthenticationFailure { get; } = new("invalid_grant", "authentication failure");

    public static OAuthError InvalidToken { get; } = new("invalid_token", "invalid token");

    public void Write(SimCall call)
    {
        call.ResetOutput();
        call.Status = 400;
        call.AddCode(Error);
        call.Json.WriteStartObject();
        call.Json.WriteString("error"u8, Error);
        call.Json.WriteString("error_description"u8, Description);
        call.Json.WriteEndObject();
    }
}
