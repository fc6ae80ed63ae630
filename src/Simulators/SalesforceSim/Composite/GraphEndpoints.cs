using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;

namespace SfMarketo.SalesforceSim.Composite;

/// <summary><c>POST /composite/graph</c>: up to 75 graphs, each a transaction of its own (salesforce-rest.md section 6.5; REST API Developer Guide, "Composite Graph", "Composite Graph Limits").</summary>
internal static class GraphEndpoints
{
    private const int Since = 50;
    private const int MostFailures = 14;

    public static void MapGraph(this IEndpointRouteBuilder app) => app.MapData("POST", "/composite/graph", Run, Since);

    private static void Run(SalesforceOrg org, SimCall call)
    {
        if (CompositeBody.Read(call, "graphs") is not { } body)
        {
            return;
        }

        using (body)
        {
            if (GraphBody.Read(org, call, body.RootElement.GetProperty("graphs")) is { } graphs)
            {
                Write(call, RunGraphs(org, call, graphs));
            }
        }
    }

    private static List<(string Id, List<CompositeResult> Results, bool Successful)> RunGraphs(SalesforceOrg org, SimCall call, List<(string Id, List<CompositePart> Parts)> graphs)
    {
        var done = new List<(string, List<CompositeResult>, bool)>(graphs.Count);
        var failures = 0;
        foreach (var (id, parts) in graphs)
        {
            // After too many failures the rest is not run.
            var results = failures > MostFailures ? parts.ConvertAll(CompositeRunner.Halted) : CompositeRunner.RunAllOrNone(org, call, parts);
            var successful = results.TrueForAll(result => !result.Failed);
            failures += successful ? 0 : 1;
            done.Add((id, results, successful));
        }

        return done;
    }

    private static void Write(SimCall call, List<(string Id, List<CompositeResult> Results, bool Successful)> graphs)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteStartArray("graphs"u8);
        foreach (var (id, results, successful) in graphs)
        {
            json.WriteStartObject();
            json.WriteString("graphId"u8, id);
            json.WritePropertyName("graphResponse"u8);
            CompositeAnswer.Write(call, results);
            json.WriteBoolean("isSuccessful"u8, successful);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
