using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Options;
using static SfMarketo.MarketoSim.MarketoSimEndpoints;

namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>Source: Marketo REST API, "Campaigns".</summary>
internal static class CampaignEndpoints
{
    public static void MapCampaigns(this IEndpointRouteBuilder app)
    {
        app.MapRoute(new MarketoRoute("/rest/v1/campaigns.json") { Get = Reads(CampaignsPage.Answer, MarketoPermissions.ReadCampaign) });
        app.MapRoute(new MarketoRoute("/rest/v1/campaigns/{id}.json") { Get = Reads(CampaignsPage.AnswerOne, MarketoPermissions.ReadCampaign) });
        app.MapRoute(new MarketoRoute("/rest/v1/campaigns/{id}/trigger.json") { Post = Writes(CampaignTrigger.Answer, MarketoPermissions.ExecuteCampaign) });
        app.MapRoute(new MarketoRoute("/rest/v1/campaigns/{id}/schedule.json") { Post = Writes(CampaignSchedule.Answer, MarketoPermissions.ExecuteCampaign) });
    }
}
