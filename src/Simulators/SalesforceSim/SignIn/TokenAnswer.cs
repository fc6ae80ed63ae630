using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>Opens the session of a grant and answers with it.</summary>
internal static class TokenAnswer
{
    public static void Write(SalesforceOrg org, SimCall call, Grant grant)
    {
        var refused = grant.Error ?? SignInChecks.Enter(org, grant.User, call.Now);
        if (refused is not null)
        {
            refused.Write(call);
            return;
        }

        var session = Open(org, grant, call.Now);
        call.Client = session.Username;
        call.Http.Response.Headers.CacheControl = "no-cache, no-store";
        var id = IdentityEndpoints.IdUrl(org, call, grant.User.Id);
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("access_token"u8, session.Token);
        if (grant.ShowsRefreshToken)
        {
            json.WriteString("refresh_token"u8, grant.RefreshToken!.Token);
        }

        if (grant.IsSigned)
        {
            WriteSignature(call, grant.App, id);
        }

        if (grant.Scopes.Count > 0)
        {
            json.WriteString("scope"u8, string.Join(' ', grant.Scopes));
        }

        if (grant.Scopes.Contains("openid"))
        {
            json.WriteString("id_token"u8, org.IdTokens.Sign(org, call, grant, session.Token));
        }

        json.WriteString("instance_url"u8, org.Options.InstanceUrl ?? call.Origin());
        json.WriteString("id"u8, id);
        json.WriteString("token_type"u8, "Bearer"u8);
        json.WriteEndObject();
    }

    private static Session Open(SalesforceOrg org, Grant grant, long now)
    {
        var app = grant.App.Settings.ConsumerKey;
        var user = org.Store[grant.User.Type].Find(grant.User.Id)!;
        return (org.Switches.SessionsReused ? org.Sessions.FindLike(user, app, grant.Scopes, now) : null)
            ?? org.Sessions.Open(user, SignInChecks.Username(user), now, app, grant.Scopes, grant.RefreshToken?.Family);
    }

    // HMAC with the consumer secret over identity URL and time (Salesforce Help, "OAuth 2.0 web server flow").
    private static void WriteSignature(SimCall call, RegisteredApp app, string id)
    {
        var issuedAt = (call.WallNow / 1000).ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(app.Settings.ConsumerSecret ?? ""), Encoding.UTF8.GetBytes(id + issuedAt));
        call.Json.WriteString("signature"u8, Convert.ToBase64String(signature));
        call.Json.WriteString("issued_at"u8, issuedAt);
    }
}
