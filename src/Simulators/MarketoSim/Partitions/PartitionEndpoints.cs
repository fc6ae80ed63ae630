using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;
using static SfMarketo.MarketoSim.MarketoSimEndpoints;

namespace SfMarketo.MarketoSim.Partitions;

/// <summary>Source: Marketo REST API, "Leads", lead partitions.</summary>
internal static class PartitionEndpoints
{
    public static void MapPartitions(this IEndpointRouteBuilder app) =>
        app.MapRoute(new MarketoRoute("/rest/v1/leads/partitions.json") { Get = Reads(PartitionList.Answer), Post = Writes(PartitionUpdate.Answer) });
}
