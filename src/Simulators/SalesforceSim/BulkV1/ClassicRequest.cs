using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Bulk;
using SfMarketo.SalesforceSim.Bulk.Ingest;
using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.BulkV1;

/// <summary>A <c>jobInfo</c> that a client sends, in XML or JSON: texts by name.</summary>
internal sealed class ClassicRequest
{
    private const string ChunkingHeader = "Sforce-Enable-PKChunking";
    private const int DefaultChunk = 100_000;
    private const int LargestChunk = 250_000;

    private readonly Dictionary<string, string> members = new(StringComparer.Ordinal);

    public string? this[string name] => members.GetValueOrDefault(name);

    /// <summary>Reads the body; null when the call has been refused.</summary>
    public static ClassicRequest? Read(SimCall call)
    {
        var request = new ClassicRequest();
        try
        {
            if (AsyncForm.WantsJson(call))
            {
                request.ReadJson(call.Body.Span);
            }
            else
            {
                request.ReadXml(call.Body);
            }

            return request;
        }
        catch (XmlException broken)
        {
            call.RefuseAsync("InvalidXML", "Failed to parse the request: no well-formed jobInfo" + AsyncForm.Place(broken));
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            call.RefuseAsync("InvalidRequest", "Failed to parse the request: no JSON object");
        }

        return null;
    }

    /// <summary>The job that is asked for; null when the call has been refused.</summary>
    public ClassicJob? Make(SalesforceOrg org, SimCall call)
    {
        if (this["object"] is not { Length: > 0 } name)
        {
            return Refuse(call, "InvalidJob", "Missing required field: object");
        }

        if (BulkOperations.Find(this["operation"]) is not { } operation)
        {
            return Refuse(call, "InvalidJob", $"Invalid operation: {this["operation"]}");
        }

        if (org.Store.Schema.Find(name) is not { } type || !(type.Writable || operation.IsQuery()))
        {
            return Refuse(call, "InvalidEntity", $"Entity '{name}' is not supported by the Bulk API.");
        }

        var content = ClassicContent.Xml;
        if (this["contentType"] is { } media && (!Enum.TryParse(media, ignoreCase: true, out content) || char.IsAsciiDigit(media[0])))
        {
            return Refuse(call, "InvalidJob", $"Unsupported content type: {media}");
        }

        if (!IngestRequest.TryFindKey(type, operation, this["externalIdFieldName"], out var key, out var problem))
        {
            return Refuse(call, "InvalidJob", problem!.Message["InvalidJob : ".Length..]);
        }

        if (this["assignmentRuleId"] is { } rule && !SalesforceId.TryParse(rule, out _))
        {
            return Refuse(call, "InvalidJob", $"Invalid assignmentRuleId: {rule}");
        }

        if (this["concurrencyMode"] is { } mode && mode is not ("Parallel" or "Serial" or "0" or "1"))
        {
            return Refuse(call, "InvalidJob", $"Invalid concurrencyMode: {mode}");
        }

        return new ClassicJob(org.Bulk.NextNumber, IngestRequest.OriginOf(call), call.WallNow, new IngestSpec(operation, type, key, this["assignmentRuleId"]), content)
        {
            // One client sends the numbers of the modes.
            IsSerial = this["concurrencyMode"] is "Serial" or "1",
            ChunkSize = operation.IsQuery() ? ChunkOf(call) : 0,
        };
    }

    private static int ChunkOf(SimCall call)
    {
        var size = 0;
        foreach (var part in call.Http.Request.Headers[ChunkingHeader].ToString().Split(';', ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Equals("true", StringComparison.OrdinalIgnoreCase))
            {
                size = DefaultChunk;
            }
            else if (part.StartsWith("chunkSize=", StringComparison.OrdinalIgnoreCase) && int.TryParse(part["chunkSize=".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var wanted))
            {
                size = Math.Clamp(wanted, 1, LargestChunk);
            }
        }

        return size;
    }

    private void ReadJson(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                throw new JsonException();
            }

            if (reader.TokenType != JsonTokenType.Null)
            {
                members[name] = reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);
            }
        }

        reader.Read();
    }

    private void ReadXml(ReadOnlyMemory<byte> body)
    {
        using var xml = AsyncForm.ReadXml(body);
        if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "jobInfo" || xml.NamespaceURI != AsyncForm.Namespace)
        {
            throw new XmlException("jobInfo is expected.", null, 1, 1);
        }

        if (xml.IsEmptyElement)
        {
            return;
        }

        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                var name = xml.LocalName;
                var text = xml.IsEmptyElement ? "" : ReadText(xml);
                members[name] = text;
            }
        }
    }

    private static string ReadText(XmlReader xml)
    {
        var text = new StringBuilder();
        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                throw new XmlException("A text is expected.", null, (xml as IXmlLineInfo)?.LineNumber ?? 0, (xml as IXmlLineInfo)?.LinePosition ?? 0);
            }

            text.Append(xml.Value);
        }

        return text.ToString().Trim();
    }

    private static ClassicJob? Refuse(SimCall call, string exception, string message)
    {
        call.RefuseAsync(exception, message);
        return null;
    }
}
