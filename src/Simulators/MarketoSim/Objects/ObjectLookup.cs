using System.Text;
using System.Text.Json;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Objects;

/// <summary>The body of a lookup by compound key: <c>POST ?_method=GET</c> with JSON. Its members count as if they were in the query, and go before it.</summary>
/// <remarks>Source: Marketo REST API, "Opportunity roles", "Custom objects".</remarks>
internal static class ObjectLookup
{
    public static bool IsJson(MarketoCall call) =>
        call.Sim.Http.Request.Method == "POST" && call.Sim.Http.Request.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true && call.Sim.Body.Length > 0;

    /// <summary>Reads the body: <c>filterType, fields, batchSize, nextPageToken</c> and the records to find. False when the call was refused.</summary>
    public static bool TryRead(MarketoCall call, ObjectKind kind, List<object?[]> input)
    {
        if (!call.TryOpenJson(out var reader))
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = reader.GetString()!;
            reader.Read();
            if (member == "input")
            {
                if (!TryReadInput(call, kind, ref reader, input))
                {
                    return false;
                }
            }
            else if (reader.TokenType == JsonTokenType.StartArray)
            {
                call.Parameters.Insert(0, new CallParameter(member, ReadList(ref reader)));
            }
            else if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
            {
                call.Parameters.Insert(0, new CallParameter(member, reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan)));
            }
            else
            {
                reader.Skip();
            }
        }

        reader.Read();
        return true;
    }

    private static string ReadList(ref Utf8JsonReader reader)
    {
        var names = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            names.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("A list of texts is needed."));
        }

        return string.Join(',', names);
    }

    private static bool TryReadInput(MarketoCall call, ObjectKind kind, ref Utf8JsonReader reader, List<object?[]> input)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return Refuse(call, MarketoErrors.InvalidJson);
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return Refuse(call, MarketoErrors.InvalidJson);
            }

            if (!TryReadRecord(call, kind, ref reader, out var values))
            {
                return false;
            }

            input.Add(values);
        }

        return true;
    }

    private static bool TryReadRecord(MarketoCall call, ObjectKind kind, ref Utf8JsonReader reader, out object?[] values)
    {
        values = new object?[kind.Fields.Length];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (kind.Find(name) is not { } field)
            {
                return Refuse(call, MarketoErrors.FieldNotFound(name));
            }

            values[field.Number] = call.Instance.Reader.Read(ref reader, field, out var misfit);
            if (misfit is { } problem)
            {
                return Refuse(call, problem);
            }
        }

        return true;
    }

    private static bool Refuse(MarketoCall call, MarketoError error)
    {
        call.Fail(error);
        return false;
    }
}
