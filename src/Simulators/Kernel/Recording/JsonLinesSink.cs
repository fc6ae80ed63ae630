using System.Text.Json;

namespace SfMarketo.Kernel.Recording;

/// <summary>Writes <c>SIM.journal.jsonl</c>, <c>SIM.commits.jsonl</c>, <c>SIM.delivered.jsonl</c> and, once there is one to write, <c>SIM.messages.jsonl</c>: one JSON object a line, members in the order of docs/records.md.</summary>
public sealed class JsonLinesSink : IRecordSink, IDisposable
{
    private readonly JsonLinesFile journal;
    private readonly JsonLinesFile commits;
    private readonly JsonLinesFile delivered;
    private readonly string messagesPath;
    private JsonLinesFile? messages;

    public JsonLinesSink(string directory, string sim)
    {
        journal = new JsonLinesFile(Path.Combine(directory, sim + ".journal.jsonl"));
        commits = new JsonLinesFile(Path.Combine(directory, sim + ".commits.jsonl"));
        delivered = new JsonLinesFile(Path.Combine(directory, sim + ".delivered.jsonl"));
        messagesPath = Path.Combine(directory, sim + ".messages.jsonl");

        // Made with the first message; one of an earlier run must not stay.
        File.Delete(messagesPath);
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
        if (entry.Log != 0)
        {
            json.WriteNumber("log"u8, entry.Log);
        }

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

    public void OnMessage(in MessageEntry entry)
    {
        messages ??= new JsonLinesFile(messagesPath);
        var json = messages.StartLine();
        json.WriteNumber("seq"u8, entry.Seq);
        json.WriteNumber("at"u8, entry.At);
        json.WriteString("definition"u8, entry.Definition);
        json.WriteNumber("message"u8, entry.Message);
        json.WriteStartArray("notifications"u8);
        foreach (var notification in entry.Notifications)
        {
            json.WriteStringValue(notification.Id);
        }

        json.WriteEndArray();
        json.WriteStartArray("items"u8);
        foreach (var notification in entry.Notifications)
        {
            json.WriteStartArray();
            json.WriteStringValue(notification.Object);
            json.WriteStringValue(notification.RowId);
            json.WriteNumberValue(notification.Version);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteNumber("attempt"u8, entry.Attempt);
        json.WriteString("answer"u8, entry.Answer);
        json.WriteNumber("status"u8, entry.Status);
        json.WriteNumber("tookMicros"u8, entry.TookMicros);
        messages.EndLine();
    }

    public void Dispose()
    {
        journal.Dispose();
        commits.Dispose();
        delivered.Dispose();
        messages?.Dispose();
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
