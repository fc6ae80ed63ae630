using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;

namespace SfMarketo.SalesforceSim.Composite;

/// <summary><c>POST /composite/batch</c>: up to 25 independent calls in one, each of which costs a request (salesforce-rest.md section 6.3).</summary>
internal static class BatchEndpoints
{
    private const int Since = 34;
    private const int MostParts = 25;

    private static readonly string[] Methods = ["GET", "POST", "PATCH", "PUT", "DELETE"];

    public static void MapBatch(this IEndpointRouteBuilder app) => app.MapData("POST", "/composite/batch", Run, Since);

    private static void Run(SalesforceOrg org, SimCall call)
    {
        if (CompositeBody.Read(call, "batchRequests") is not { } body)
        {
            return;
        }

        using (body)
        {
            if (Parts(call, body.RootElement) is { } parts)
            {
                var halt = body.RootElement.TryGetProperty("haltOnError", out var flag) && flag.ValueKind == JsonValueKind.True;
                RunParts(org, call, parts, halt);
            }
        }
    }

    private static List<(string Method, string Url, string Body)>? Parts(SimCall call, JsonElement body)
    {
        var list = body.GetProperty("batchRequests");
        if (list.GetArrayLength() > MostParts)
        {
            call.Refuse(400, "LIMIT_EXCEEDED", $"The request can’t contain more than {MostParts} operations.");
            return null;
        }

        var parts = new List<(string Method, string Url, string Body)>();
        foreach (var item in list.EnumerateArray())
        {
            var method = CompositeBody.Text(item, "method");
            if (!Methods.Contains(method) || FullUrl(CompositeBody.Text(item, "url")) is not { } url || VersionOf(url) is not { } version || version > call.ApiVersion())
            {
                call.Refuse(400, "INVALID_BATCH_REQUEST", $"A batch request needs a method in capitals and a url with a version not above the request's: {CompositeBody.Text(item, "url")}");
                return null;
            }

            parts.Add((method!, url, CompositeBody.Raw(item, "richInput")));
        }

        return parts;
    }

    private static void RunParts(SalesforceOrg org, SimCall call, List<(string Method, string Url, string Body)> parts, bool halt)
    {
        var (failed, halted) = (false, false);
        var results = new List<SimCall?>(parts.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            if (halted)
            {
                results.Add(null);
                continue;
            }

            var (method, url, body) = parts[i];

            // The call itself has been counted once: that is the first part's, unless the envelope counts too.
            var admitted = i == 0 && !org.Switches.BatchEnvelopeCounts || org.TryTakeRequest(call, call.Now);
            var inner = admitted
                ? InnerCall.Run(org, call, method, url, Encoding.UTF8.GetBytes(body), [], holdsMore: true)
                : InnerCall.Refuse(call, 403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
            results.Add(inner);
            failed |= inner.Status >= 400;
            halted = halt && inner.Status >= 400;
        }

        org.AddLimitInfo(call);
        Write(call, results, failed);
    }

    private static void Write(SimCall call, List<SimCall?> results, bool failed)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteBoolean("hasErrors"u8, failed);
        json.WriteStartArray("results"u8);
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WriteNumber("statusCode"u8, result?.Status ?? 412);
            json.WritePropertyName("result"u8);
            if (result is not null)
            {
                result.WriteBody(json);
            }
            else
            {
                call.AddCode("BATCH_PROCESSING_HALTED");
                json.WriteStartArray();
                json.WriteStartObject();
                json.WriteString("errorCode"u8, "BATCH_PROCESSING_HALTED"u8);
                json.WriteString("message"u8, "Batch processing was halted by a previous error."u8);
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // v59.0/..., /v59.0/... and /services/data/v59.0/... are all sent by clients.
    private static string? FullUrl(string? url) => url is null ? null
        : url.StartsWith("/services/data/", StringComparison.Ordinal) ? url
        : url.TrimStart('/') is ['v', ..] bare ? "/services/data/" + bare
        : null;

    private static int? VersionOf(string url)
    {
        var text = url.AsSpan("/services/data/v".Length);
        var dot = text.IndexOf('.');
        return dot > 0 && int.TryParse(text[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
    }
}
