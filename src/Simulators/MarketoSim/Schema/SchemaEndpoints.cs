using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Options;
using static SfMarketo.MarketoSim.MarketoSimEndpoints;

namespace SfMarketo.MarketoSim.Schema;

/// <summary>Source: Marketo REST API, "Leads", fields: query, create, update; the permissions are those that Adobe's definitions name.</summary>
internal static class SchemaEndpoints
{
    private const MarketoPermissions Both = MarketoPermissions.ReadWriteSchemaStandardField | MarketoPermissions.ReadWriteSchemaCustomField;

    public static void MapLeadSchema(this IEndpointRouteBuilder app)
    {
        app.MapRoute(new MarketoRoute("/rest/v1/leads/schema/fields.json")
        {
            Get = Reads(FieldPages.OfLeads.Answer, Both),
            Post = Writes(LeadFieldCreate.Answer, MarketoPermissions.ReadWriteSchemaCustomField),
        });
        app.MapRoute(new MarketoRoute("/rest/v1/leads/schema/fields/{name}.json") { Get = Reads(FieldPages.OfLeads.AnswerByName, Both), Post = Writes(LeadFieldUpdate.Answer, Both) });
    }
}
