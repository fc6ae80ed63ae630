using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SfMarketo.Harness.Traces;

/// <summary>A trace as JSON, for scripts: instants in microseconds since 1970 UTC, as in the records.</summary>
public static class TraceJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(TraceResult result)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("asked", result.Query.Text);
            json.WriteNumber("start", result.Start);
            json.WriteStartArray("lives");
            foreach (var life in result.Lives)
            {
                Write(json, life);
            }

            json.WriteEndArray();
            Texts(json, "nearest", result.Nearest);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, Life life)
    {
        json.WriteStartObject();
        json.WriteStartArray("members");
        foreach (var member in life.Members)
        {
            json.WriteStartObject();
            Write(json, member.Key);
            json.WriteString("how", member.How);
            json.WriteBoolean("seeded", member.IsSeeded);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Texts(json, "emails", life.Emails);
        Texts(json, "notes", life.Notes);
        json.WriteStartArray("events");
        foreach (var one in life.Events)
        {
            Write(json, one);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TraceEvent one)
    {
        json.WriteStartObject();
        json.WriteNumber("at", one.At);
        json.WriteString("kind", one.Kind);
        json.WriteString("sim", one.Sim);
        json.WriteString("who", one.Who);
        json.WriteString("what", one.What);
        if (one.Record is { } record)
        {
            json.WriteString("object", record.Object);
            json.WriteString("id", record.Id);
            json.WriteNumber("version", one.Version);
        }

        if (one.Fields.Count > 0)
        {
            json.WriteStartObject("fields");
            foreach (var field in one.Fields)
            {
                Texts(json, field.Name, [field.Old, field.New]);
            }

            json.WriteEndObject();
        }

        if (one.Gap is { } gap)
        {
            json.WriteString("after", gap.Since);
            json.WriteNumber("tookMicros", gap.Took);
        }

        if (one.IsLeftBehind)
        {
            json.WriteBoolean("leftBehind", true);
        }

        Write(json, one.Call);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TraceCall? call)
    {
        if (call is null)
        {
            return;
        }

        json.WriteStartObject("call");
        json.WriteNumber("call", call.Number);
        json.WriteString("method", call.Method);
        json.WriteString("path", call.Path);
        json.WriteNumber("status", call.Status);
        Texts(json, "codes", call.Codes);
        json.WriteNumber("records", call.Records);
        json.WriteString("fault", call.Fault);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RecordKey key)
    {
        json.WriteString("sim", key.Sim);
        json.WriteString("object", key.Object);
        json.WriteString("id", key.Id);
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string?> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
