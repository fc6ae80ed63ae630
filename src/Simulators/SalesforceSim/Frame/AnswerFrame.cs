using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.SalesforceSim.Frame;

/// <summary>Gives a finished answer the form that was asked for: XML, indented JSON, compressed (salesforce-rest.md sections 2.2 and 2.3).</summary>
internal static class AnswerFrame
{
    private const string CacheControl = "no-cache,must-revalidate,max-age=0,no-store,private";

    private static readonly JsonWriterOptions Indented = new() { Indented = true, SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Finish(SimCall call)
    {
        var request = call.Http.Request;
        var isData = request.Path.StartsWithSegments("/services/data", StringComparison.Ordinal);
        if (call.Dropped || !isData && !request.Path.StartsWithSegments("/services/async", StringComparison.Ordinal))
        {
            return;
        }

        var headers = call.Http.Response.Headers;
        if (isData && headers.CacheControl.Count == 0)
        {
            headers.CacheControl = CacheControl;
        }

        // What a resource has compressed itself is finished.
        if (call.Output.Length == 0 || call.ContentType is not { } type || headers.ContentEncoding.Count > 0)
        {
            return;
        }

        var isJson = isData && type.StartsWith("application/json", StringComparison.Ordinal);
        if (isJson && AcceptedForms.WantsXml(request))
        {
            call.ReplaceOutput(XmlAnswer.FromJson(call.Output, XmlAnswer.RootOf(request, call.Status)));
            call.ContentType = "application/xml;charset=UTF-8";
        }
        else if (isJson && request.Headers["X-PrettyPrint"].ToString() is "1" or "true")
        {
            call.ReplaceOutput(Indent(call.Output));
        }

        if (request.Headers.AcceptEncoding.Count > 0 && Coding(request.Headers.AcceptEncoding.ToString()) is { } coding && !type.StartsWith("text/html", StringComparison.Ordinal))
        {
            Compress(call, coding);
        }
    }

    private static byte[] Indent(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        using var output = new MemoryStream(json.Length * 2);
        using (var writer = new Utf8JsonWriter(output, Indented))
        {
            Copy(writer, document.RootElement);
        }

        return output.ToArray();
    }

    // Numbers keep their text: 23.0 is not 23.
    private static void Copy(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Copy(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Copy(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteRawValue(element.GetRawText(), skipInputValidation: true);
                break;
        }
    }

    private static string? Coding(string accepted)
    {
        string? found = null;
        foreach (var range in accepted.AsSpan().Split(','))
        {
            var part = accepted.AsSpan(range).Trim();
            if (part.EndsWith("q=0", StringComparison.Ordinal))
            {
                continue;
            }

            var semicolon = part.IndexOf(';');
            var name = (semicolon < 0 ? part : part[..semicolon]).Trim();
            if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase) || name is "*")
            {
                return "gzip";
            }

            found = name.Equals("deflate", StringComparison.OrdinalIgnoreCase) ? "deflate" : found;
        }

        return found;
    }

    private static void Compress(SimCall call, string coding)
    {
        using var output = new MemoryStream();
        using (Stream packer = coding == "gzip" ? new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true) : new ZLibStream(output, CompressionLevel.Fastest, leaveOpen: true))
        {
            packer.Write(call.Output.Span);
        }

        var headers = call.Http.Response.Headers;
        headers.ContentEncoding = coding;
        headers.Vary = "Accept-Encoding";
        if (headers.ETag.ToString() is { Length: > 1 } tag && tag.EndsWith('"'))
        {
            headers.ETag = new StringBuilder(tag, 0, tag.Length - 1, tag.Length + 8).Append("--").Append(coding).Append('"').ToString();
        }

        call.ReplaceOutput(output.GetBuffer().AsSpan(0, (int)output.Length));
    }
}
