using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Composite;

/// <summary><c>POST /composite</c>: up to 25 calls in one, in order, with references (salesforce-rest.md section 6.2).</summary>
internal static class CompositeEndpoints
{
    private const int MostParts = 25;
    private const int MostHeavyParts = 5;

    // From this version on a referenceId must be well formed.
    private const int StrictReferencesSince = 54;

    private const string RolledBack = "The transaction was rolled back since another operation in the same transaction failed.";

    private static readonly SearchValues<char> ReferenceCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    public static void MapComposite(this IEndpointRouteBuilder app) => app.MapData("POST", "/composite", Run);

    private static void Run(SalesforceOrg org, SimCall call)
    {
        if (CompositeBody.Read(call, "compositeRequest") is not { } body)
        {
            return;
        }

        using (body)
        {
            if (CompositeBody.Parts(call, body.RootElement) is { } parts && Check(org, call, parts))
            {
                var allOrNone = body.RootElement.TryGetProperty("allOrNone", out var flag) && flag.ValueKind == JsonValueKind.True;
                Write(call, allOrNone ? RunAllOrNone(org, call, parts) : RunEach(org, call, parts));
            }
        }
    }

    private static bool Check(SalesforceOrg org, SimCall call, List<CompositePart> parts)
    {
        if (parts.Count > MostParts)
        {
            WriteOverLimit(call, org.Switches.CompositeOverLimitIsBadRequest ? 400 : 200, $"The request can’t contain more than {MostParts} operations.");
            return false;
        }

        if (parts.Count(part => part.IsHeavy) > MostHeavyParts)
        {
            WriteOverLimit(call, org.Switches.CompositeOverLimitIsBadRequest ? 400 : 200, $"The request can’t contain more than {MostHeavyParts} query or collection operations.");
            return false;
        }

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

    private static List<CompositeResult> RunEach(SalesforceOrg org, SimCall call, List<CompositePart> parts)
    {
        using var references = new CompositeReferences();
        return [.. parts.Select(part => RunPart(org, call, part, references))];
    }

    private static List<CompositeResult> RunAllOrNone(SalesforceOrg org, SimCall call, List<CompositePart> parts)
    {
        var transaction = org.Begin(call);
        using var references = new CompositeReferences();
        var results = new List<CompositeResult>(parts.Count);
        CompositeResult? culprit = null;
        var done = false;
        org.Enclosing = transaction;
        try
        {
            foreach (var part in parts)
            {
                var result = RunPart(org, call, part, references);
                results.Add(result);
                if (HasFailed(result) && (part.Method != "GET" || org.Switches.CompositeReadFailureRollsBack))
                {
                    culprit = result;
                    break;
                }
            }

            done = culprit is null;
        }
        finally
        {
            org.Enclosing = null;
            if (!done)
            {
                transaction.Rollback();
            }
        }

        if (culprit is null)
        {
            transaction.Commit();
            return results;
        }

        return [.. parts.Select(part => part == culprit.Part ? culprit : new CompositeResult(part, null, RolledBack))];
    }

    // A collection answers 200 whatever became of its records.
    private static bool HasFailed(CompositeResult result)
    {
        if (result.Failed || !result.Part.IsHeavy || result.Part.Method == "GET" || result.Call!.Output.Length == 0)
        {
            return result.Failed;
        }

        using var answer = JsonDocument.Parse(result.Call.Output);
        return answer.RootElement.ValueKind == JsonValueKind.Array
            && answer.RootElement.EnumerateArray().Any(row => row.ValueKind == JsonValueKind.Object && row.TryGetProperty("success", out var success) && success.ValueKind == JsonValueKind.False);
    }

    private static CompositeResult RunPart(SalesforceOrg org, SimCall call, CompositePart part, CompositeReferences references)
    {
        var url = references.Resolve(part.Url, Uri.EscapeDataString, out var missing);
        var body = missing is null ? references.Resolve(part.Body, value => JsonEncodedText.Encode(value).ToString(), out missing) : "";
        var result = missing is null
            ? new CompositeResult(part, InnerCall.Run(org, call, part.Method, url, Encoding.UTF8.GetBytes(body), part.Headers), null)
            : new CompositeResult(part, null, $"Invalid reference specified. No value for {missing} found in {missing.Split('.', '[')[0]}");
        references.Add(result);
        return result;
    }

    private static void Write(SimCall call, List<CompositeResult> results)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteStartArray("compositeResponse"u8);
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WritePropertyName("body"u8);
            if (result.Call is { } inner)
            {
                inner.WriteBody(json);
            }
            else
            {
                call.AddCode("PROCESSING_HALTED");
                WriteError(json, "PROCESSING_HALTED", result.Halted!);
            }

            json.WriteStartObject("httpHeaders"u8);
            if (result.Call?.Http.Response.Headers.Location.ToString() is { Length: > 0 } location)
            {
                json.WriteString("Location"u8, location);
            }

            json.WriteEndObject();
            json.WriteNumber("httpStatusCode"u8, result.Call?.Status ?? 400);
            json.WriteString("referenceId"u8, result.Part.ReferenceId);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOverLimit(SimCall call, int status, string message)
    {
        call.Status = status;
        call.AddCode("LIMIT_EXCEEDED");
        var json = call.Json;
        json.WriteStartObject();
        json.WriteStartArray("compositeResponse"u8);
        json.WriteStartObject();
        json.WritePropertyName("body"u8);
        WriteError(json, "LIMIT_EXCEEDED", message);
        json.WriteStartObject("httpHeaders"u8);
        json.WriteEndObject();
        json.WriteNumber("httpStatusCode"u8, 400);
        json.WriteNull("referenceId"u8);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteError(Utf8JsonWriter json, string code, string message)
    {
        json.WriteStartArray();
        json.WriteStartObject();
        json.WriteString("errorCode"u8, code);
        json.WriteString("message"u8, message);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
