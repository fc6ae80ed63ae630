using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Options;
using SfMarketo.MarketoSim.Schema;
using static SfMarketo.MarketoSim.MarketoSimEndpoints;

namespace SfMarketo.MarketoSim.Programs;

/// <summary>Source: Marketo REST API, "Program members", which ask for the lead permissions, and, of the asset API, "Programs" and "Channels".</summary>
internal static class ProgramEndpoints
{
    private const MarketoPermissions Schema = MarketoPermissions.ReadWriteSchemaStandardField | MarketoPermissions.ReadWriteSchemaCustomField;

    public static void MapPrograms(this IEndpointRouteBuilder app)
    {
        app.MapRoute(new MarketoRoute("/rest/v1/programs/members/describe.json") { Get = Reads(MemberDescribe.Answer) });
        app.MapRoute(new MarketoRoute("/rest/v1/program/members/describe.json") { Get = Reads(MemberDescribe.AnswerOlder) });
        app.MapRoute(new MarketoRoute("/rest/v1/programs/members/schema/fields.json") { Get = Reads(FieldPages.OfMembers.Answer, Schema), Post = Writes(MemberFieldWrites.Create, MarketoPermissions.ReadWriteSchemaCustomField) });
        app.MapRoute(new MarketoRoute("/rest/v1/programs/members/schema/fields/{name}.json") { Get = Reads(FieldPages.OfMembers.AnswerByName, Schema), Post = Writes(MemberFieldWrites.Update, Schema) });
        app.MapRoute(new MarketoRoute("/rest/v1/programs/{id}/members.json") { Get = Reads(MembersByFilter.Answer), Post = Writes(MemberData.Answer) });
        app.MapRoute(new MarketoRoute("/rest/v1/programs/{id}/members/status.json") { Post = Writes(MemberStatus.Answer) });
        app.MapRoute(new MarketoRoute("/rest/v1/programs/{id}/members/delete.json") { Post = Writes(MemberDelete.Answer) });
        app.MapRoute(new MarketoRoute("/rest/v1/leads/programs/members.json")
        {
            Post = new MarketoOperation(MarketoPermissions.ReadWriteLead, SeedMembers.Answer) { IsSeedForm = true },
        });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/programs.json") { Get = AssetOperations.Reads(ProgramAssets.Answer), Post = AssetOperations.Writes(ProgramWrites.Create) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/program/byName.json") { Get = AssetOperations.Reads(ProgramAssets.AnswerByName) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/program/byTag.json") { Get = AssetOperations.Reads(ProgramAssets.AnswerByTag) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/program/{id}.json") { Get = AssetOperations.Reads(ProgramAssets.AnswerOne), Post = AssetOperations.Writes(ProgramWrites.Update) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/program/{id}/approve.json") { Post = AssetOperations.Writes(ProgramWrites.Approve, MarketoPermissions.ReadWriteAssets | MarketoPermissions.ApproveAssets) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/program/{id}/unapprove.json") { Post = AssetOperations.Writes(ProgramWrites.Unapprove, MarketoPermissions.ReadWriteAssets | MarketoPermissions.ApproveAssets) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/program/{id}/clone.json") { Post = AssetOperations.Writes(ProgramWrites.Clone) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/program/{id}/delete.json") { Post = AssetOperations.Writes(ProgramWrites.Delete) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/program/{programId}/smartList.json") { Get = AssetOperations.Reads(ProgramAssets.AnswerSmartList) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/channels.json") { Get = AssetOperations.Reads(ChannelAssets.Answer) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/channel/byName.json") { Get = AssetOperations.Reads(ChannelAssets.AnswerByName) });
    }
}
