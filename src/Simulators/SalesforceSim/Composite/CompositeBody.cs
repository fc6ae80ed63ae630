using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Composite;

/// <summary>The bodies of composite calls.</summary>
internal static class CompositeBody
{
    private static readonly string[] Methods = ["GET", "POST", "PATCH", "PUT", "DELETE", "HEAD"];
    private static readonly string[] ForbiddenHeaders = ["Accept", "Authorization", "Content-Type"];

    /// <summary>The body when it is an object with this list; null when the call has been refused.</summary>
    public static JsonDocument? Read(SimCall call, string list)
    {
        if (!RowBody.CheckContent(call))
        {
            return null;
        }

        JsonDocument body;
        try
        {
            body = JsonDocument.Parse(call.Body);
        }
        catch (JsonException problem)
        {
            call.Refuse(400, "JSON_PARSER_ERROR", JsonPlace.Unexpected(call.Body.Span, problem));
            return null;
        }

        if (body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty(list, out var parts) && parts.ValueKind == JsonValueKind.Array && parts.GetArrayLength() > 0)
        {
            return body;
        }

        body.Dispose();
        call.Refuse(400, "INVALID_INPUT", $"The request has no {list}.");
        return null;
    }

    /// <summary>The parts of a <c>compositeRequest</c>; null when the call has been refused.</summary>
    public static List<CompositePart>? Parts(SimCall call, JsonElement list)
    {
        var parts = new List<CompositePart>();
        foreach (var item in list.EnumerateArray())
        {
            var (method, url) = (Text(item, "method"), Text(item, "url"));
            if (!Methods.Contains(method) || url is null)
            {
                call.Refuse(400, "INVALID_INPUT", $"A subrequest needs a method in capitals and a url: {(item.ToString() is { Length: > 200 } text ? text[..200] : item.ToString())}");
                return null;
            }

            var headers = Headers(item);
            if (headers.Find(header => ForbiddenHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase)).Key is { } forbidden)
            {
                call.Refuse(400, "INVALID_INPUT", $"The header {forbidden} cannot be set on a subrequest.");
                return null;
            }

            parts.Add(new CompositePart(method!, url, Text(item, "referenceId") ?? "", Raw(item, "body"), headers));
        }

        return parts;
    }

    public static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static string Raw(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetRawText() : "";

    private static List<KeyValuePair<string, string>> Headers(JsonElement item) =>
        item.TryGetProperty("httpHeaders", out var headers) && headers.ValueKind == JsonValueKind.Object ? [.. headers.EnumerateObject().Select(header => KeyValuePair.Create(header.Name, header.Value.ToString()))] : [];
}
