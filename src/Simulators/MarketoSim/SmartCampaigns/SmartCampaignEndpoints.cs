using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.SmartCampaigns;

/// <summary>Source: Marketo REST API, "Smart Campaigns". To activate and deactivate asks for permissions of their own, which the roles screen has not had in this simulator; Read-Write Campaign stands for them.</summary>
internal static class SmartCampaignEndpoints
{
    public static void MapSmartCampaigns(this IEndpointRouteBuilder app)
    {
        app.MapRoute(new MarketoRoute("/rest/asset/v1/smartCampaigns.json") { Get = AssetOperations.Reads(SmartCampaignAssets.Answer), Post = AssetOperations.Writes(SmartCampaignWrites.Create) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/smartCampaign/byName.json") { Get = AssetOperations.Reads(SmartCampaignAssets.AnswerByName) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/smartCampaign/{id}.json") { Get = AssetOperations.Reads(SmartCampaignAssets.AnswerOne), Post = AssetOperations.Writes(SmartCampaignWrites.Update) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/smartCampaign/{id}/smartList.json") { Get = AssetOperations.Reads(SmartCampaignAssets.AnswerSmartList) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/smartCampaign/{id}/activate.json") { Post = AssetOperations.Writes(SmartCampaignWrites.Activate, MarketoPermissions.ReadWriteCampaign) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/smartCampaign/{id}/deactivate.json") { Post = AssetOperations.Writes(SmartCampaignWrites.Deactivate, MarketoPermissions.ReadWriteCampaign) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/smartCampaign/{id}/clone.json") { Post = AssetOperations.Writes(SmartCampaignWrites.Clone) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/smartCampaign/{id}/delete.json") { Post = AssetOperations.Writes(SmartCampaignWrites.Delete) });
    }
}
