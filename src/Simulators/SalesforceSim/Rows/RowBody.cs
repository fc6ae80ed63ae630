using System.Text.Json;
using System.Xml;
using Microsoft.AspNetCore.Http;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Rows;

/// <summary>The forms a request body may have: content type, and the one row in it.</summary>
internal static class RowBody
{
    private const string Json = "application/json";

    /// <summary>Refuses a body that is missing or not JSON. False when it did.</summary>
    public static bool CheckContent(SimCall call)
    {
        if (MediaOf(call) is "application/xml" or "text/xml" or "multipart/form-data")
        {
            call.RefuseNotSimulated("bodies of this resource in " + MediaOf(call));
            return false;
        }

        return CheckMedia(call, isKnown: MediaOf(call) == Json);
    }

    /// <summary>Reads the body, JSON or XML, as one row; false when the call has been refused.</summary>
    public static bool TryRead(SalesforceOrg org, SimCall call, SObjectType type, RowInput input, BodyMode mode, SField? key = null)
    {
        switch (MediaOf(call))
        {
            case "application/xml" or "text/xml":
                if (!CheckMedia(call, isKnown: true) || !TryConvert(call, type))
                {
                    return false;
                }

                break;
            case "multipart/form-data":
                call.RefuseNotSimulated("blobs: request bodies in multipart/form-data");
                return false;
            case var media:
                if (!CheckMedia(call, isKnown: media == Json))
                {
                    return false;
                }

                break;
        }

        return TryReadJson(org, call, type, input, mode, key);
    }

    private static bool TryReadJson(SalesforceOrg org, SimCall call, SObjectType type, RowInput input, BodyMode mode, SField? key)
    {
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

    private static bool TryConvert(SimCall call, SObjectType type)
    {
        try
        {
            call.Decode(XmlRow.ToJson(call.Body, type));
            return true;
        }
        catch (XmlException problem)
        {
            call.Refuse(400, "XML_PARSER_ERROR", $"The XML of the request body cannot be read at [line:{problem.LineNumber}, column:{problem.LinePosition}]");
            return false;
        }
    }

    private static string MediaOf(SimCall call)
    {
        var content = call.Http.Request.ContentType ?? "application/octet-stream";
        var semicolon = content.IndexOf(';', StringComparison.Ordinal);
        return semicolon < 0 ? content : content[..semicolon].Trim();
    }

    private static bool CheckMedia(SimCall call, bool isKnown)
    {
        if (!isKnown)
        {
            call.Refuse(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", $"MediaType of '{MediaOf(call)}' is not supported by this resource");
            return false;
        }

        if (call.Body.IsEmpty)
        {
            call.Refuse(400, "JSON_PARSER_ERROR", "The HTTP entity body is required, but this request has no entity body.");
            return false;
        }

        return true;
    }
}
