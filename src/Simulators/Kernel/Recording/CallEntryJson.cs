using System.Text.Json;

namespace SfMarketo.Kernel.Recording;

/// <summary>A line of the journal as JSON, members in the order of docs/records.md.</summary>
internal static class CallEntryJson
{
    /// <summary>Writes the members of an object that is open.</summary>
    public static void Write(Utf8JsonWriter json, in CallEntry entry)
    {
        json.WriteNumber("seq"u8, entry.Seq);
        json.WriteString("sim"u8, entry.Sim);
        json.WriteNumber("call"u8, entry.Call);
        json.WriteNumber("at"u8, entry.At);
        json.WriteNumber("doneAt"u8, entry.DoneAt);
        json.WriteString("client"u8, entry.Client);
        json.WriteString("method"u8, entry.Method);
        json.WriteString("path"u8, entry.Path);
        json.WriteString("query"u8, entry.Query);
        json.WriteNumber("status"u8, entry.Status);
        json.WriteStartArray("codes"u8);
        foreach (var code in entry.Codes)
        {
            json.WriteStringValue(code);
        }

        json.WriteEndArray();
        json.WriteNumber("records"u8, entry.Records);
        json.WriteNumber("bytesIn"u8, entry.BytesIn);
        json.WriteNumber("bytesOut"u8, entry.BytesOut);
        json.WriteString("fault"u8, entry.Fault);
        if (entry.Guidance is not null)
        {
            json.WriteString("guidance"u8, entry.Guidance);
        }

        if (entry.Operation is not null)
        {
            json.WriteString("operation"u8, entry.Operation);
        }
    }
}
