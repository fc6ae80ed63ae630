using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary><c>/services/oauth2/singleaccess</c>: a link that opens the org's screens in the user's session (Salesforce Help, "Generate a frontdoor.jsp URL to bridge into UI sessions"). The CLI asks for it; there are no screens behind it.</summary>
internal static class SingleAccessEndpoint
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static void MapSingleAccess(this IEndpointRouteBuilder app)
    {
        app.MapOpen("GET", "/services/oauth2/singleaccess", Link);
        app.MapOpen("POST", "/services/oauth2/singleaccess", Link);
    }

    private static void Link(SalesforceOrg org, SimCall call)
    {
        if (!IdentityEndpoints.TrySession(org, call))
        {
            return;
        }

        var start = SignInForm.Read(call)?["redirect_uri"] ?? "";
        var link = $"{org.Options.InstanceUrl ?? call.Origin()}/secur/frontdoor.jsp?otp={org.SignIn.NextPassword(32, Alphabet)}" + (start.Length > 0 ? "&startURL=" + Uri.EscapeDataString(start) : "");
        call.Json.WriteStartObject();
        call.Json.WriteString("frontdoor_uri"u8, link);
        call.Json.WriteEndObject();
    }
}
