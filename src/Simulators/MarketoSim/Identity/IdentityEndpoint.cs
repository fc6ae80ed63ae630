using System.Globalization;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Identity;

/// <summary><c>GET</c> and <c>POST /identity/oauth/token</c>: no envelope, no limits, HTTP 401 when refused.</summary>
/// <remarks>Source: Marketo REST API, "Authentication"; error bodies as client code reads them; a form body on POST is unverified.</remarks>
internal static class IdentityEndpoint
{
    public static void Answer(MarketoCall call)
    {
        var parameters = call.Parameters;
        if (parameters["grant_type"] is not "client_credentials" and var grantType)
        {
            var unsupported = call.Instance.Options.Switches.IdentityGrantTypeError switch
            {
                Options.GrantTypeError.Unsupported => true,
                Options.GrantTypeError.InvalidRequest => false,
                _ => grantType is not null,
            };
            Refuse(call, 400, unsupported ? "unsupported_grant_type" : "invalid_request", grantType is null ? "Missing grant type" : "Unsupported grant type: " + grantType);
            return;
        }

        var clientId = parameters["client_id"] ?? "";
        var credential = call.Instance.Options.Credentials.FirstOrDefault(known => known.ClientId == clientId);
        if (credential is null)
        {
            Refuse(call, call.Instance.Options.Switches.IdentityErrorStatus, "unauthorized", "No client with requested id: " + clientId);
            return;
        }

        if (parameters["client_secret"] != credential.ClientSecret)
        {
            Refuse(call, call.Instance.Options.Switches.IdentityErrorStatus, "invalid_client", "Bad client credentials");
            return;
        }

        var token = call.Instance.Tokens.Issue(credential, call.Sim.Now);
        call.Sim.Client = credential.ClientId;
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("access_token"u8, token.Text);
        json.WriteString("token_type"u8, "bearer"u8);
        json.WriteNumber("expires_in"u8, (token.ExpiresAt - call.Sim.Now) / Micros.PerSecond);
        json.WriteString("scope"u8, credential.User);
        json.WriteEndObject();
        json.Flush();
    }

    private static void Refuse(MarketoCall call, int status, string error, string text)
    {
        call.Sim.Status = status;
        call.Sim.AddCode(status.ToString(CultureInfo.InvariantCulture));
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("error"u8, error);
        json.WriteString("error_description"u8, text);
        json.WriteEndObject();
        json.Flush();
    }
}
