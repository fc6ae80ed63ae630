using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Options;
using static SfMarketo.MarketoSim.MarketoSimEndpoints;

namespace SfMarketo.MarketoSim.Companies;

/// <summary>Source: Marketo REST API, "Companies". With native CRM sync they are read-only or gone (sw:crm.native).</summary>
internal static class CompanyEndpoints
{
    public static void MapCompanies(this IEndpointRouteBuilder app)
    {
        app.MapRoute(new MarketoRoute("/rest/v1/companies.json")
        {
            Get = Reads(Unless(NativeCrm.Disabled, CompaniesByFilter.Answer), MarketoPermissions.ReadCompany),
            Post = Writes(Unless(NativeCrm.ReadOnly, CompanySync.Answer), MarketoPermissions.ReadWriteCompany),
        });
        app.MapRoute(new MarketoRoute("/rest/v1/companies/delete.json")
        {
            Post = Writes(Unless(NativeCrm.ReadOnly, CompanyDelete.Answer), MarketoPermissions.ReadWriteCompany),
        });
        app.MapRoute(new MarketoRoute("/rest/v1/companies/describe.json")
        {
            Get = Reads(Unless(NativeCrm.Disabled, CompanyDescribe.Answer), MarketoPermissions.ReadCompany),
        });
    }

    private static Action<MarketoCall> Unless(NativeCrm from, Action<MarketoCall> answer) => call =>
    {
        if (call.Instance.Options.Switches.CrmNative >= from)
        {
            call.Fail(MarketoErrors.CrmEnabled);
            return;
        }

        answer(call);
    };
}
