using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Options;
using static SfMarketo.MarketoSim.MarketoSimEndpoints;

namespace SfMarketo.MarketoSim.CustomObjects.Metadata;

/// <summary>Source: Marketo REST API, "Custom object metadata": a tier of its own, without which all of it is 616.</summary>
internal static class TypeEndpoints
{
    private const string Schema = "/rest/v1/customobjects/schema";

    private static readonly (string Path, Action<MarketoCall> Answer)[] AllReads =
    [
        ("fieldDataTypes", TypesPage.DataTypes), ("linkableObjects", LinkableObjects.Answer), ("{name}/dependentAssets", TypesPage.DependentAssets), ("{name}/describe", TypesPage.Describe),
    ];

    private static readonly (string Path, Action<MarketoCall> Answer)[] AllWrites =
    [
        ("{name}/addField", TypeFields.Add), ("{name}/deleteField", TypeFields.Delete), ("{name}/{field}/updateField", TypeFields.Update),
        ("{name}/approve", TypeStates.Approve), ("{name}/discardDraft", TypeStates.Discard), ("{name}/delete", TypeStates.Delete),
    ];

    public static void MapCustomObjectTypes(this IEndpointRouteBuilder app)
    {
        app.MapRoute(new MarketoRoute(Schema + ".json")
        {
            Get = Reads(TypeCall.Subscribed(TypesPage.Answer), MarketoPermissions.ReadCustomObject),
            Post = Writes(TypeCall.Subscribed(TypeSync.Answer), MarketoPermissions.ReadWriteCustomObject),
        });
        foreach (var (path, answer) in AllReads)
        {
            app.MapRoute(new MarketoRoute($"{Schema}/{path}.json") { Get = Reads(TypeCall.Subscribed(answer), MarketoPermissions.ReadCustomObject) });
        }

        foreach (var (path, answer) in AllWrites)
        {
            app.MapRoute(new MarketoRoute($"{Schema}/{path}.json") { Post = Writes(TypeCall.Subscribed(answer), MarketoPermissions.ReadWriteCustomObject) });
        }
    }
}
