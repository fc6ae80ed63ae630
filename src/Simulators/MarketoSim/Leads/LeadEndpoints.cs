using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Options;
using static SfMarketo.MarketoSim.MarketoSimEndpoints;

namespace SfMarketo.MarketoSim.Leads;

/// <summary>Source: Marketo REST API, "Leads".</summary>
internal static class LeadEndpoints
{
    public static void MapLeads(this IEndpointRouteBuilder app)
    {
        app.MapRoute(new MarketoRoute("/rest/v1/leads.json")
        {
            Get = Reads(LeadsByFilter.Answer),
            Post = Writes(LeadSync.Answer),
            Patch = new MarketoOperation(MarketoPermissions.ReadWriteLead, LeadSync.AnswerPatch) { IsSeedForm = true },
            Delete = Writes(LeadDelete.Answer) with { IsOlderForm = true },
        });
        app.MapRoute(new MarketoRoute("/rest/v1/lead/{id}.json")
        {
            Get = Reads(LeadById.Answer),
            Patch = new MarketoOperation(MarketoPermissions.ReadWriteLead, LeadSync.AnswerPatchById) { IsSeedForm = true },
        });
        app.MapRoute(new MarketoRoute("/rest/v1/leads/delete.json") { Post = Writes(LeadDelete.Answer) });
        app.MapRoute(new MarketoRoute("/rest/v1/leads/{id}/merge.json") { Post = Writes(LeadMerge.Answer) });
        app.MapRoute(new MarketoRoute("/rest/v1/leads/{id}/listMembership.json") { Get = Reads(LeadMemberships.AnswerLists, MarketoPermissions.ReadAssets) });
        app.MapRoute(new MarketoRoute("/rest/v1/leads/{id}/programMembership.json") { Get = Reads(LeadMemberships.AnswerPrograms, MarketoPermissions.ReadAssets) });
        app.MapRoute(new MarketoRoute("/rest/v1/leads/{id}/smartCampaignMembership.json") { Get = Reads(LeadMemberships.AnswerCampaigns, MarketoPermissions.ReadAssets) });
        app.MapRoute(new MarketoRoute("/rest/v1/leads/{id}/associate.json") { Post = Writes(LeadAssociate.Answer) });
        app.MapRoute(new MarketoRoute("/rest/v1/leads/push.json") { Post = Writes(LeadPush.Answer) });
        app.MapRoute(new MarketoRoute("/rest/v1/leads/programs/{id}.json") { Get = Reads(LeadsByProgram.Answer) });
        app.MapRoute(new MarketoRoute("/rest/v1/leads/programs/{id}/status.json") { Post = Writes(LeadProgramStatus.Answer) });
        app.MapRoute(new MarketoRoute("/rest/v1/leads/describe.json") { Get = Reads(LeadDescribe.Answer) });
        app.MapRoute(new MarketoRoute("/rest/v1/leads/describe2.json") { Get = Reads(LeadDescribe.AnswerSecond) });
    }
}
