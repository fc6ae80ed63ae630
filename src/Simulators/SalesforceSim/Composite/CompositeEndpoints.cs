using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;

namespace SfMarketo.SalesforceSim.Composite;

/// <summary><c>POST /composite</c>: up to 25 calls in one, in order, with references (salesforce-rest.md section 6.2).</summary>
internal static class CompositeEndpoints
{
    private const int Since = 38;
    private const int MostParts = 25;
    private const int MostHeavyParts = 5;

    // From this version on a referenceId must be well formed.
    private const int StrictReferencesSince = 54;

    private static readonly SearchValues<char> ReferenceCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    public static void MapComposite(this IEndpointRouteBuilder app)
    {
        app.MapData("GET", "/composite", ListResources);
        app.MapData("POST", "/composite", Run, Since);
    }

    private static void ListResources(SalesforceOrg org, SimCall call)
    {
        var json = call.Json;
        json.WriteStartObject();
        foreach (var resource in (ReadOnlySpan<string>)["tree", "batch", "sobjects", "graph"])
        {
            json.WriteString(resource, $"{call.DataPath()}/composite/{resource}");
        }

        json.WriteEndObject();
    }

    private static void Run(SalesforceOrg org, SimCall call)
    {
        if (CompositeBody.Read(call, "compositeRequest") is not { } body)
        {
            return;
        }

        using (body)
        {
            if (CompositeBody.Parts(call, body.RootElement.GetProperty("compositeRequest")) is { } parts && CheckCounts(org, call, parts) && CheckParts(org, call, parts))
            {
                var allOrNone = body.RootElement.TryGetProperty("allOrNone", out var flag) && flag.ValueKind == JsonValueKind.True;
                CompositeAnswer.Write(call, allOrNone ? CompositeRunner.RunAllOrNone(org, call, parts) : CompositeRunner.RunEach(org, call, parts));
            }
        }
    }

    private static bool CheckCounts(SalesforceOrg org, SimCall call, List<CompositePart> parts)
    {
        var message = parts.Count > MostParts ? $"The request can’t contain more than {MostParts} operations."
            : parts.Count(part => part.IsHeavy) > MostHeavyParts ? $"The request can’t contain more than {MostHeavyParts} query or collection operations."
            : null;
        if (message is not null)
        {
            CompositeAnswer.WriteOverLimit(call, org.Switches.CompositeOverLimitIsBadRequest ? 400 : 200, message);
        }

        return message is null;
    }

    /// <summary>Refuses bad and doubled reference ids and URLs that are none of the data API; false when it did.</summary>
    public static bool CheckParts(SalesforceOrg org, SimCall call, List<CompositePart> parts)
    {
        var strict = org.Switches.CompositeBadReferenceIdRefused && call.ApiVersion() >= StrictReferencesSince;
        if (strict && parts.Find(part => part.ReferenceId.Length == 0 || part.ReferenceId[0] == '_' || part.ReferenceId.AsSpan().ContainsAnyExcept(ReferenceCharacters)) is { } bad)
        {
            call.Refuse(400, "INVALID_INPUT", $"Provided referenceId ('{bad.ReferenceId}') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').");
            return false;
        }

        if (parts.GroupBy(part => part.ReferenceId, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } doubled)
        {
            call.Refuse(400, "INVALID_INPUT", $"Duplicate ReferenceId provided in the request: {doubled.Key}");
            return false;
        }

        if (parts.Find(part => !part.HasGoodUrl) is { } elsewhere)
        {
            call.Refuse(400, "INVALID_INPUT", $"The url of a subrequest must start with /services/data/v: {elsewhere.Url}");
            return false;
        }

        return true;
    }
}
