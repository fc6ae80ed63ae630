using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;
using static SfMarketo.MarketoSim.MarketoSimEndpoints;

namespace SfMarketo.MarketoSim.Forms;

/// <summary>Source: Marketo REST API, "Leads", submit form.</summary>
internal static class FormEndpoints
{
    public static void MapForms(this IEndpointRouteBuilder app) =>
        app.MapRoute(new MarketoRoute("/rest/v1/leads/submitForm.json") { Post = Writes(FormSubmit.Answer) });
}
