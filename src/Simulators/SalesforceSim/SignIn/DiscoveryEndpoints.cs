using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary><c>/.well-known/openid-configuration</c> and <c>/id/keys</c> (Salesforce Help, "OpenID Connect discovery endpoint").</summary>
internal static class DiscoveryEndpoints
{
    private static readonly string[] Scopes = ["id", "api", "web", "full", "refresh_token", "openid", "profile", "email", "address", "phone", "offline_access"];

    private static readonly string[] Claims =
    [
        "active", "address", "email", "email_verified", "family_name", "given_name", "is_app_installed", "language", "locale", "name", "nickname", "organization_id", "phone_number",
        "phone_number_verified", "photos", "picture", "preferred_username", "profile", "sub", "updated_at", "urls", "user_id", "user_type", "zoneinfo",
    ];

    public static void MapDiscovery(this IEndpointRouteBuilder app)
    {
        app.MapOpen("GET", "/.well-known/openid-configuration", Configuration);
        app.MapOpen("GET", "/id/keys", Keys);
    }

    private static void Configuration(SalesforceOrg org, SimCall call)
    {
        var (json, origin) = (call.Json, call.Origin());
        json.WriteStartObject();
        json.WriteString("issuer"u8, origin);
        json.WriteString("authorization_endpoint"u8, origin + "/services/oauth2/authorize");
        json.WriteString("token_endpoint"u8, origin + "/services/oauth2/token");
        json.WriteString("revocation_endpoint"u8, origin + "/services/oauth2/revoke");
        json.WriteString("userinfo_endpoint"u8, origin + "/services/oauth2/userinfo");
        json.WriteString("jwks_uri"u8, origin + "/id/keys");
        json.WriteString("introspection_endpoint"u8, origin + "/services/oauth2/introspect");
        Write(json, "scopes_supported", Scopes);
        Write(json, "response_types_supported", ["code"]);
        Write(json, "subject_types_supported", ["public"]);
        Write(json, "id_token_signing_alg_values_supported", ["RS256"]);
        Write(json, "display_values_supported", ["page", "popup", "touch"]);
        Write(json, "token_endpoint_auth_methods_supported", ["client_secret_post", "client_secret_basic"]);
        Write(json, "claims_supported", Claims);
        Write(json, "code_challenge_methods_supported", ["S256"]);
        json.WriteEndObject();
    }

    private static void Keys(SalesforceOrg org, SimCall call)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteStartArray("keys"u8);
        json.WriteStartObject();
        json.WriteString("kty"u8, "RSA"u8);
        json.WriteString("n"u8, org.IdTokens.Key.Modulus);
        json.WriteString("e"u8, "AQAB"u8);
        json.WriteString("alg"u8, "RS256"u8);
        json.WriteString("use"u8, "sig"u8);
        json.WriteString("kid"u8, IdTokenKey.Id);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, ReadOnlySpan<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
