using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Emails;

/// <summary>Source: Marketo REST API, "Emails". Templates, modules and variables are not simulated.</summary>
internal static class EmailEndpoints
{
    public static void MapEmails(this IEndpointRouteBuilder app)
    {
        app.MapRoute(new MarketoRoute("/rest/asset/v1/emails.json") { Get = AssetOperations.Reads(EmailAssets.Answer) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/email/byName.json") { Get = AssetOperations.Reads(EmailAssets.AnswerByName) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/email/{id}.json") { Get = AssetOperations.Reads(EmailAssets.AnswerOne) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/email/{id}/content.json") { Get = AssetOperations.Reads(EmailContent.Answer) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/email/{id}/content/{htmlId}.json") { Post = AssetOperations.Writes(EmailContent.Update) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/email/{id}/approveDraft.json") { Post = AssetOperations.Writes(EmailApproval.Approve, MarketoPermissions.ApproveAssets) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/email/{id}/unapprove.json") { Post = AssetOperations.Writes(EmailApproval.Unapprove, MarketoPermissions.ApproveAssets) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/email/{id}/discardDraft.json") { Post = AssetOperations.Writes(EmailApproval.Discard) });
    }
}
