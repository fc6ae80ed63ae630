using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Rows;

/// <summary>The forms a request may have: content type, answer type, and the one row in a body.</summary>
internal static class RowBody
{
    /// <summary>Refuses what the client cannot have: content and answers that are not JSON. False when it did.</summary>
    public static bool CheckForms(SimCall call, bool hasBody)
    {
        var accept = call.Http.Request.Headers.Accept.ToString();
        if (accept.Length > 0 && !accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("*/*", StringComparison.Ordinal) && !accept.Contains("application/*", StringComparison.Ordinal))
        {
            if (accept.Contains("xml", StringComparison.OrdinalIgnoreCase))
            {
                call.RefuseNotSimulated("answers in XML");
            }
            else
            {
                call.Refuse(StatusCodes.Status406NotAcceptable, "NOT_ACCEPTABLE", "Accept header specified in HTTP request is not supported: " + accept);
            }

            return false;
        }

        return !hasBody || CheckContent(call);
    }

    /// <summary>Reads the body as one row; false when the call has been refused.</summary>
    public static bool TryRead(SalesforceOrg org, SimCall call, SObjectType type, RowInput input, BodyMode mode, SField? key = null)
    {
        if (!CheckForms(call, hasBody: true))
        {
            return false;
        }

        var body = call.Body.Span;
        try
        {
            var reader = new Utf8JsonReader(body);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                call.Refuse(400, "JSON_PARSER_ERROR", $"Cannot deserialize instance of {type.Name} from {(reader.TokenType == JsonTokenType.StartArray ? "START_ARRAY" : "scalar")} value {JsonPlace.Of(body, reader.TokenStartIndex)}");
                return false;
            }

            org.RowReader.Read(ref reader, body, type, input, mode, key);
            reader.Read();
            return true;
        }
        catch (JsonException problem)
        {
            call.Refuse(400, "JSON_PARSER_ERROR", JsonPlace.Unexpected(body, problem));
            return false;
        }
    }

    private static bool CheckContent(SimCall call)
    {
        var content = call.Http.Request.ContentType ?? "application/octet-stream";
        var media = content.Split(';')[0].Trim();
        if (call.Http.Request.Headers.ContentEncoding.Count > 0)
        {
            call.RefuseNotSimulated("compressed request bodies");
        }
        else if (media is "application/xml" or "multipart/form-data")
        {
            call.RefuseNotSimulated("request bodies in " + media);
        }
        else if (media != "application/json")
        {
            call.Refuse(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", $"MediaType of '{media}' is not supported by this resource");
        }
        else if (call.Body.IsEmpty)
        {
            call.Refuse(400, "JSON_PARSER_ERROR", "The HTTP entity body is required, but this request has no entity body.");
        }
        else
        {
            return true;
        }

        return false;
    }
}
