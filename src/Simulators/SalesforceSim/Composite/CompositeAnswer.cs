using System.Text.Json;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.SalesforceSim.Composite;

/// <summary>The answers of composite requests and graphs: HTTP 200 with one entry a part.</summary>
internal static class CompositeAnswer
{
    /// <summary><c>{"compositeResponse":[..]}</c>.</summary>
    public static void Write(SimCall call, List<CompositeResult> results)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteStartArray("compositeResponse"u8);
        foreach (var result in results)
        {
            WriteResult(call, result);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A request over a limit keeps the composite shape.</summary>
    public static void WriteOverLimit(SimCall call, int status, string message)
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

    private static void WriteResult(SimCall call, CompositeResult result)
    {
        var json = call.Json;
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
        if (result.Call?.Http.Response.Headers is { } headers)
        {
            WriteHeader(json, "Location", headers.Location.ToString());
            WriteHeader(json, "ETag", headers.ETag.ToString());
            WriteHeader(json, "Last-Modified", headers.LastModified.ToString());
        }

        json.WriteEndObject();
        json.WriteNumber("httpStatusCode"u8, result.Call?.Status ?? 400);
        json.WriteString("referenceId"u8, result.Part.ReferenceId);
        json.WriteEndObject();
    }

    private static void WriteHeader(Utf8JsonWriter json, string name, string value)
    {
        if (value.Length > 0)
        {
            json.WriteString(name, value);
        }
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
