using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Errors;

namespace SfMarketo.SalesforceSim.Composite;

/// <summary>The graphs of a composite graph request, with the limits of the vendor's page. The texts of the refusals are unverified.</summary>
internal static partial class GraphBody
{
    private const int MostGraphs = 75;
    private const int MostNodes = 500;
    private const int MostKinds = 15;
    private const int MostDepth = 15;
    private const int LongestId = 40;

    /// <summary>The graphs; null when the call has been refused.</summary>
    public static List<(string Id, List<CompositePart> Parts)>? Read(SalesforceOrg org, SimCall call, JsonElement list)
    {
        if (list.GetArrayLength() > MostGraphs)
        {
            return Refuse(call, "LIMIT_EXCEEDED", $"The request can’t contain more than {MostGraphs} graphs.");
        }

        var graphs = new List<(string Id, List<CompositePart> Parts)>();
        foreach (var graph in list.EnumerateArray())
        {
            if (CompositeBody.Text(graph, "graphId") is not { } id || !IsId(id))
            {
                return Refuse(call, "INVALID_INPUT", $"A graphId must start with a letter or a number, have fewer than {LongestId} characters and no period.");
            }

            if (graphs.Exists(other => other.Id == id))
            {
                return Refuse(call, "INVALID_INPUT", $"Duplicate graphId provided in the request: {id}");
            }

            if (!graph.TryGetProperty("compositeRequest", out var requests) || requests.ValueKind != JsonValueKind.Array || requests.GetArrayLength() == 0)
            {
                return Refuse(call, "INVALID_INPUT", $"The graph {id} has no compositeRequest.");
            }

            if (CompositeBody.Parts(call, requests) is not { } parts || !CompositeEndpoints.CheckParts(org, call, parts))
            {
                return null;
            }

            graphs.Add((id, parts));
        }

        return CheckNodes(call, graphs);
    }

    private static List<(string Id, List<CompositePart> Parts)>? CheckNodes(SimCall call, List<(string Id, List<CompositePart> Parts)> graphs)
    {
        var nodes = graphs.SelectMany(graph => graph.Parts).ToList();
        if (nodes.Count > MostNodes)
        {
            return Refuse(call, "LIMIT_EXCEEDED", $"The request can’t contain more than {MostNodes} nodes.");
        }

        if (nodes.Find(node => !IsNode(node)) is { } other)
        {
            return Refuse(call, "INVALID_INPUT", $"{other.Method} {other.Url} is not supported in a composite graph.");
        }

        if (nodes.Select(KindOf).Distinct(StringComparer.OrdinalIgnoreCase).Count() > MostKinds)
        {
            return Refuse(call, "LIMIT_EXCEEDED", $"The request can’t contain more than {MostKinds} different nodes.");
        }

        return graphs.Exists(graph => DepthOf(graph.Parts) > MostDepth) ? Refuse(call, "LIMIT_EXCEEDED", $"The depth of a graph can’t be more than {MostDepth}.") : graphs;
    }

    private static bool IsId(string id) => id.Length is > 0 and < LongestId && char.IsAsciiLetterOrDigit(id[0]) && !id.Contains('.', StringComparison.Ordinal);

    // Rows, by id and by external id, and their creation; nothing else.
    private static bool IsNode(CompositePart part) => SegmentsOf(part) switch
    {
        [_, "sobjects", _] => part.Method == "POST",
        [_, "sobjects", _, _] => part.Method is "GET" or "PATCH" or "DELETE",
        [_, "sobjects", _, _, _] => part.Method is "GET" or "PATCH" or "DELETE" or "POST",
        _ => false,
    };

    private static string KindOf(CompositePart part) => string.Create(CultureInfo.InvariantCulture, $"{part.Method} {string.Join('/', SegmentsOf(part).Take(3))}");

    private static string[] SegmentsOf(CompositePart part) => [.. part.Url.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(2)];

    private static int DepthOf(List<CompositePart> parts)
    {
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var above = Reference().Matches(part.Url + part.Body).Select(match => depths.GetValueOrDefault(match.Groups[1].Value)).DefaultIfEmpty(0).Max();
            depths[part.ReferenceId] = above + 1;
        }

        return depths.Values.DefaultIfEmpty(0).Max();
    }

    private static List<(string Id, List<CompositePart> Parts)>? Refuse(SimCall call, string code, string message)
    {
        call.Refuse(400, code, message);
        return null;
    }

    [GeneratedRegex(@"@\{(\w+)[.\[]", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
