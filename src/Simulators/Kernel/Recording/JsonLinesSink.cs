using System.Text.Json;

namespace SfMarketo.Kernel.Recording;

/// <summary>Writes <c>SIM.journal.jsonl</c>, <c>SIM.commits.jsonl</c> and <c>SIM.delivered.jsonl</c>, one JSON object a line, members in the order of docs/records.md.</summary>
public sealed class JsonLinesSink : IRecordSink, IDisposable
{
    private readonly JsonLinesFile journal;
    private readonly JsonLinesFile commits;
    private readonly JsonLinesFile delivered;

    public JsonLinesSink(string directory, string sim)
    {
        journal = new JsonLinesFile(Path.Combine(directory, sim + ".journal.jsonl"));
        commits = new JsonLinesFile(Path.Combine(directory, sim + ".commits.jsonl"));
        delivered = new JsonLinesFile(Path.Combine(directory, sim + ".delivered.jsonl"));
    }

    public void OnCall(in CallEntry entry)
    {
        var json = journal.StartLine();
        CallEntryJson.Write(json, entry);
        journal.EndLine();
    }

    public void OnCommit(in CommitEntry entry)
    {
        var json = commits.StartLine();
        json.WriteNumber("seq"u8, entry.Seq);
        json.WriteNumber("call"u8, entry.Call);
        json.WriteNumber("at"u8, entry.At);
        json.WriteString("object"u8, entry.Object);
        json.WriteString("id"u8, entry.Id);
        json.WriteString("op"u8, entry.Op);
        json.WriteString("actor"u8, entry.Actor switch { Actor.Client => "client", Actor.Human => "human", _ => "rule" });
        json.WriteString("cause"u8, entry.Cause);
        json.WriteStartObject("fields"u8);
        foreach (var field in entry.Fields)
        {
            json.WriteStartArray(field.Name);
            WriteValue(json, field.Old);
            WriteValue(json, field.New);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        commits.EndLine();
    }

    public void OnDelivered(in DeliveredEntry entry)
    {
        var json = delivered.StartLine();
        json.WriteNumber("call"u8, entry.Call);
        json.WriteNumber("at"u8, entry.At);
        json.WriteStartArray("items"u8);
        foreach (var item in entry.Items)
        {
            json.WriteStartArray();
            json.WriteStringValue(item.Object);
            json.WriteStringValue(item.Id);
            json.WriteNumberValue(item.Version);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        delivered.EndLine();
    }

    public void Dispose()
    {
        journal.Dispose();
        commits.Dispose();
        delivered.Dispose();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            default: throw new ArgumentException($"A commit cannot hold a {value.GetType().Name}; use null, string, bool, int, long, double or decimal.", nameof(value));
        }
    }
}
