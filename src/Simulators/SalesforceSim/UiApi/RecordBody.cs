using System.Text;
using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.UiApi;

/// <summary>The body of a save: <c>{"apiName":"Account","fields":{"Name":"Acme"}}</c>.</summary>
internal static class RecordBody
{
    /// <summary>Reads the name and leaves the fields as the call's body, so that they are read as other rows are. False when the call has been refused.</summary>
    public static bool TryRead(SimCall call, out string? name)
    {
        name = null;
        if (!RowBody.CheckContent(call))
        {
            return false;
        }

        try
        {
            using var body = JsonDocument.Parse(call.Body);
            if (body.RootElement.ValueKind == JsonValueKind.Object
                && body.RootElement.TryGetProperty("fields", out var fields)
                && fields.ValueKind == JsonValueKind.Object)
            {
                name = body.RootElement.TryGetProperty("apiName", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString() : null;
                call.Decode(Encoding.UTF8.GetBytes(fields.GetRawText()));
                return true;
            }

            call.Refuse(400, "JSON_PARSER_ERROR", "The body must be an object with the member fields, which is an object.");
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // Text that is no UTF-16 can be parsed and not be read.
            call.Refuse(400, "JSON_PARSER_ERROR", problem is JsonException json ? JsonPlace.Unexpected(call.Body.Span, json) : "A text of the body is not valid.");
        }

        return false;
    }
}
