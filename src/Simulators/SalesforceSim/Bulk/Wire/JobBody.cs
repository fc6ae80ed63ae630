using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Bulk.Wire;

/// <summary>The JSON of a job, as create and patch bring it: texts by name.</summary>
internal sealed class JobBody
{
    private readonly Dictionary<string, string?> members = new(StringComparer.Ordinal);

    /// <summary>A member; null when it was not sent, or null.</summary>
    public string? this[string name] => members.GetValueOrDefault(name);

    /// <summary>Reads the body; null when the call has been refused.</summary>
    /// <param name="call">The call.</param>
    /// <param name="body">JSON, or whatever came.</param>
    /// <param name="known">Names that it may have.</param>
    public static JobBody? Read(SimCall call, ReadOnlyMemory<byte> body, params ReadOnlySpan<string> known)
    {
        if (body.IsEmpty)
        {
            return Refuse(call, "The HTTP entity body is required, but this request has no entity body.");
        }

        var span = body.Span;
        var reader = new Utf8JsonReader(span);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return Refuse(call, $"Cannot deserialize instance of job from {(reader.TokenType == JsonTokenType.StartArray ? "START_ARRAY" : "scalar")} value {JsonPlace.Of(span, reader.TokenStartIndex)}");
            }

            var job = new JobBody();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var (name, at) = (reader.GetString()!, reader.TokenStartIndex);
                reader.Read();
                if (!known.Contains(name))
                {
                    return Refuse(call, $"Unrecognized field \"{name}\" at {JsonPlace.Of(span, at)}");
                }

                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    return Refuse(call, $"Cannot deserialize instance of string from {(reader.TokenType == JsonTokenType.StartArray ? "START_ARRAY" : "START_OBJECT")} value {JsonPlace.Of(span, reader.TokenStartIndex)}");
                }

                job.members[name] = reader.TokenType switch
                {
                    JsonTokenType.Null => null,
                    JsonTokenType.String => reader.GetString(),
                    _ => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
                };
            }

            reader.Read();
            return job;
        }
        catch (JsonException problem)
        {
            return Refuse(call, JsonPlace.Unexpected(span, problem));
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: JSON by its grammar, and no text.
            return Refuse(call, "Invalid text at " + JsonPlace.Of(span, reader.TokenStartIndex));
        }
    }

    /// <summary>Refuses a body that is no JSON by its type; true when it did.</summary>
    public static bool RefuseType(SimCall call, string wanted)
    {
        var media = (call.Http.Request.ContentType ?? "application/octet-stream").Split(';')[0].Trim();
        if (media.Equals(wanted, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        call.Refuse(415, "UNSUPPORTED_MEDIA_TYPE", $"MediaType of '{media}' is not supported by this resource");
        return true;
    }

    private static JobBody? Refuse(SimCall call, string message)
    {
        call.Refuse(400, "JSON_PARSER_ERROR", message);
        return null;
    }
}
