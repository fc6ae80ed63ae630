using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Options;
using static SfMarketo.MarketoSim.MarketoSimEndpoints;

namespace SfMarketo.MarketoSim.Objects;

/// <summary>The endpoints that each object of the lead database has.</summary>
/// <remarks>Source: Marketo REST API, "Lead database". With native CRM sync some are read-only or gone; Adobe's pages say both (sw:crm.native).</remarks>
internal static class ObjectEndpoints
{
    private const MarketoPermissions Schema = MarketoPermissions.ReadWriteSchemaStandardField | MarketoPermissions.ReadWriteSchemaCustomField;

    public static void MapObject(this IEndpointRouteBuilder app, ObjectRoute route)
    {
        app.MapRoute(new MarketoRoute(route.Path + ".json")
        {
            Get = Reads(route.Guard(NativeCrm.Disabled, (call, table) => ObjectsByFilter.Answer(call, table, route.TakesJson)), route.Read),
            Post = Writes(route.Guard(NativeCrm.ReadOnly, ObjectSync.Answer), route.Write),
        });
        app.MapRoute(new MarketoRoute(route.Path + "/delete.json") { Post = Writes(route.Guard(NativeCrm.ReadOnly, ObjectDelete.Answer), route.Write) });
        if (route.HasDescribe)
        {
            app.MapRoute(new MarketoRoute(route.Path + "/describe.json") { Get = Reads(route.Guard(NativeCrm.Disabled, ObjectDescribe.Answer), route.Read) });
        }

        if (route.HasSchema)
        {
            app.MapRoute(new MarketoRoute(route.Path + "/schema/fields.json") { Get = Reads(route.Guard(NativeCrm.Disabled, ObjectFieldsPage.Answer), Schema) });
            app.MapRoute(new MarketoRoute(route.Path + "/schema/fields/{field}.json") { Get = Reads(route.Guard(NativeCrm.Disabled, ObjectFieldsPage.AnswerOne), Schema) });
        }
    }

    /// <summary>Answers for the object's records, unless native sync or the object's absence forbids it.</summary>
    private static Action<MarketoCall> Guard(this ObjectRoute route, NativeCrm from, Action<MarketoCall, ObjectTable> answer) => call =>
    {
        if (route.Absence(call) is { } absent)
        {
            call.Fail(absent);
        }
        else if (route.CrmOwned && call.Instance.Options.Switches.CrmNative >= from)
        {
            call.Fail(MarketoErrors.CrmEnabled);
        }
        else if (route.Find(call) is not { } table)
        {
            call.Fail(MarketoErrors.ObjectNotFound);
        }
        else
        {
            answer(call, table);
        }
    };
}
