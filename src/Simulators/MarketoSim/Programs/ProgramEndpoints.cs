using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;
using static SfMarketo.MarketoSim.MarketoSimEndpoints;

namespace SfMarketo.MarketoSim.Programs;

/// <summary>Source: Marketo REST API, "Program members". They ask for the lead permissions.</summary>
internal static class ProgramEndpoints
{
    public static void MapPrograms(this IEndpointRouteBuilder app)
    {
        app.MapRoute(new MarketoRoute("/rest/v1/programs/members/describe.json") { Get = Reads(MemberDescribe.Answer) });
        app.MapRoute(new MarketoRoute("/rest/v1/programs/{id}/members.json") { Get = Reads(MembersByFilter.Answer) });
        app.MapRoute(new MarketoRoute("/rest/v1/programs/{id}/members/status.json") { Post = Writes(MemberStatus.Answer) });
        app.MapRoute(new MarketoRoute("/rest/v1/programs/{id}/members/delete.json") { Post = Writes(MemberDelete.Answer) });
    }
}
