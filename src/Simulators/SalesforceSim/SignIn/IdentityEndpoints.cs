using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>The identity URL and <c>userinfo</c> (salesforce-rest.md section 1.5), with what a user of the simulator has.</summary>
internal static class IdentityEndpoints
{
    public static void MapIdentity(this IEndpointRouteBuilder app)
    {
        app.MapOpen("GET", "/id/{org}/{user}", Identity);
        app.MapOpen("GET", "/services/oauth2/userinfo", UserInfo);
        app.MapOpen("POST", "/services/oauth2/userinfo", UserInfo);
    }

    /// <summary>The id URL at the request's own origin, so that a client can follow it (<c>auth.idUrlHost = request</c>).</summary>
    public static string IdUrl(SalesforceOrg org, SimCall call, string userId) => $"{call.Origin()}/id/{org.OrganizationId}/{userId}";

    private static void Identity(SalesforceOrg org, SimCall call)
    {
        if (!TrySession(org, call))
        {
            return;
        }

        if (!SalesforceId.TryParse(call.Route("org"), out var id) || id.ToString() != org.OrganizationId)
        {
            Refuse(call, StatusCodes.Status403Forbidden, "Wrong_Org");
            return;
        }

        if (org.Store["User"].Find(call.Route("user")) is not { } user)
        {
            Refuse(call, StatusCodes.Status404NotFound, "Bad_Id");
            return;
        }

        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("id"u8, IdUrl(org, call, user.Id));
        json.WriteBoolean("asserted_user"u8, true);
        json.WriteString("user_id"u8, user.Id);
        json.WriteString("organization_id"u8, org.OrganizationId);
        Write(json, user, "username", "Username");
        Write(json, user, "nick_name", "CommunityNickname");
        Write(json, user, "display_name", "Name");
        Write(json, user, "email", "Email");
        json.WriteBoolean("email_verified"u8, true);
        Write(json, user, "first_name", "FirstName");
        Write(json, user, "last_name", "LastName");
        Write(json, user, "timezone", "TimeZoneSidKey");
        WriteUrls(org, call, json);
        json.WriteBoolean("active"u8, user[user.Type.Field("IsActive")] is true);
        json.WriteString("user_type"u8, "STANDARD"u8);
        Write(json, user, "language", "LanguageLocaleKey");
        Write(json, user, "locale", "LocaleSidKey");
        json.WriteEndObject();
    }

    private static void UserInfo(SalesforceOrg org, SimCall call)
    {
        if (!TrySession(org, call))
        {
            return;
        }

        var user = ((Session)call.Session!).User;
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("sub"u8, IdUrl(org, call, user.Id));
        json.WriteString("user_id"u8, user.Id);
        json.WriteString("organization_id"u8, org.OrganizationId);
        Write(json, user, "preferred_username", "Username");
        Write(json, user, "nickname", "CommunityNickname");
        Write(json, user, "name", "Name");
        Write(json, user, "email", "Email");
        json.WriteBoolean("email_verified"u8, true);
        Write(json, user, "given_name", "FirstName");
        Write(json, user, "family_name", "LastName");
        Write(json, user, "zoneinfo", "TimeZoneSidKey");
        WriteUrls(org, call, json);
        json.WriteBoolean("active"u8, user[user.Type.Field("IsActive")] is true);
        json.WriteString("user_type"u8, "STANDARD"u8);
        Write(json, user, "language", "LanguageLocaleKey");
        Write(json, user, "locale", "LocaleSidKey");
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SRow user, string name, string field) => json.WriteString(name, user.Text(user.Type.Field(field).Number));

    // {version} is a literal template that clients fill in.
    private static void WriteUrls(SalesforceOrg org, SimCall call, Utf8JsonWriter json)
    {
        var rest = (org.Options.InstanceUrl ?? call.Origin()) + "/services/data/v{version}/";
        json.WriteStartObject("urls"u8);
        json.WriteString("rest"u8, rest);
        json.WriteString("sobjects"u8, rest + "sobjects/");
        json.WriteString("query"u8, rest + "query/");
        json.WriteEndObject();
    }

    private static bool TrySession(SalesforceOrg org, SimCall call)
    {
        var header = call.Http.Request.Headers.Authorization.ToString();
        var token = header.Length > 0 ? header[(header.IndexOf(' ') + 1)..] : call.Http.Request.Query["oauth_token"].ToString();
        if (token.Length == 0)
        {
            return Refuse(call, StatusCodes.Status403Forbidden, "Missing_OAuth_Token");
        }

        if (!org.Sessions.TryUse(token, call.Now, out var session))
        {
            return Refuse(call, StatusCodes.Status403Forbidden, "Bad_OAuth_Token");
        }

        call.Client = session.Username;
        call.Session = session;
        return true;
    }

    private static bool Refuse(SimCall call, int status, string text)
    {
        call.Status = status;
        call.AddCode(text);
        call.ContentType = "text/html;charset=UTF-8";
        Encoding.ASCII.GetBytes(text, call.Raw);
        return false;
    }
}
