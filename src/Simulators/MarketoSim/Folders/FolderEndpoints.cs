using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Folders;

/// <summary>Source: Marketo REST API, "Folders" and "Tokens".</summary>
internal static class FolderEndpoints
{
    public static void MapFolders(this IEndpointRouteBuilder app)
    {
        app.MapRoute(new MarketoRoute("/rest/asset/v1/folders.json") { Get = AssetOperations.Reads(FolderAssets.Answer), Post = AssetOperations.Writes(FolderWrites.Create) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/folder/byName.json") { Get = AssetOperations.Reads(FolderAssets.AnswerByName) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/folder/{id}.json") { Get = AssetOperations.Reads(FolderAssets.AnswerOne), Post = AssetOperations.Writes(FolderWrites.Update) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/folder/{id}/content.json") { Get = AssetOperations.Reads(FolderAssets.AnswerContent) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/folder/{id}/delete.json") { Post = AssetOperations.Writes(FolderWrites.Delete) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/folder/{id}/tokens.json") { Get = AssetOperations.Reads(TokenAssets.Answer), Post = AssetOperations.Writes(TokenAssets.Set) });
        app.MapRoute(new MarketoRoute("/rest/asset/v1/folder/{id}/tokens/delete.json") { Post = AssetOperations.Writes(TokenAssets.Delete) });
    }
}
