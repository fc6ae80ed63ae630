using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Org.Rules;

namespace SfMarketo.SalesforceSim.Soap;

/// <summary><c>/services/Soap/u/{version}</c> (partner) and <c>/c/{version}</c> (enterprise), with or without the org's id (salesforce-rest.md section 8).</summary>
internal static class SoapEndpoints
{
    public static void MapSoap(this IEndpointRouteBuilder app)
    {
        app.MapCall("POST", "/services/Soap/{kind}/{version}", Run);
        app.MapCall("POST", "/services/Soap/{kind}/{version}/{organization}", Run);
    }

    private static void Run(SimCall call)
    {
        var org = (SalesforceOrg)call.Simulator;
        using var sight = FieldSight.Of(org.Permissions.Of(call.Client));
        var soap = new SoapCall(org, call);
        SetTwins(soap);
        try
        {
            soap.Begin();
            SoapOperations.Run(soap);
            soap.End();
        }
        catch (SoapFaultException refusal)
        {
            Errors.ErrorAnswer.Refuse(call, refusal.Code == "NOT_SIMULATED" ? 501 : 500, refusal.Code, refusal.Message);
        }
    }

    // Headers that REST has too are read from there, by all that writes rows.
    private static void SetTwins(SoapCall soap)
    {
        var http = soap.Call.Http.Request.Headers;
        if (soap.Request.Header("DuplicateRuleHeader") is { } duplicates)
        {
            http["Sforce-Duplicate-Rule-Header"] = string.Join(
                ", ", ((string[])["allowSave", "includeRecordDetails", "runAsCurrentUser"]).Select(option => option + "=" + (duplicates.IsTrue(option) ? "true" : "false")));
        }

        if (soap.Request.Header("AssignmentRuleHeader")?.TextOf("assignmentRuleId") is { } rule)
        {
            http["Sforce-Auto-Assign"] = rule;
        }
    }
}
