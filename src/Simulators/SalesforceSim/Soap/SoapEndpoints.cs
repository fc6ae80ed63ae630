using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;

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
        var soap = new SoapCall((SalesforceOrg)call.Simulator, call);
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
}
