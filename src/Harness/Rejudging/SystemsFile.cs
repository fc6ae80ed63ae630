using System.Text.Encodings.Web;
using System.Text.Json;
using SfMarketo.Harness.Checks;

namespace SfMarketo.Harness.Rejudging;

/// <summary>Writes what both systems hold at one instant: start.jsonl and end.jsonl, one JSON object a line (docs/records.md).</summary>
public static class SystemsFile
{
    public const string Start = "start.jsonl";
    public const string End = "end.jsonl";

    /// <summary>The lists of records by their names in the file.</summary>
    internal static IReadOnlyList<(string Name, Func<SystemsState, IReadOnlyList<StateRecord>> Of)> Records { get; } =
    [
        ("people", state => state.People),
        ("companies", state => state.Companies),
        ("leads", state => state.Leads),
        ("contacts", state => state.Contacts),
        ("accounts", state => state.Accounts),
        ("opportunities", state => state.Opportunities),
        ("contactRoles", state => state.ContactRoles),
        ("tasks", state => state.Tasks),
        ("users", state => state.Users),
    ];

    /// <summary>The lists of groups by their names in the file.</summary>
    internal static IReadOnlyList<(string Name, Func<SystemsState, IReadOnlyList<StateGroup>> Of)> Groups { get; } =
    [
        ("lists", state => state.Lists),
        ("programs", state => state.Programs),
    ];

    public static void Write(string path, SystemsState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 64 * 1024);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteNumber("at"u8, state.At);
        if (state.Engine?.Unread is { } unread)
        {
            json.WriteString("engineUnread"u8, unread);
        }

        EndLine(json, stream);
        foreach (var (name, of) in Records)
        {
            foreach (var record in of(state))
            {
                json.WriteStartObject();
                json.WriteString("in"u8, name);
                json.WriteString("id"u8, record.Id);
                json.WriteBoolean("live"u8, record.Live);
                json.WriteStartObject("fields"u8);
                foreach (var field in record.Fields)
                {
                    Write(json, field, record[field]);
                }

                json.WriteEndObject();
                EndLine(json, stream);
            }
        }

        foreach (var (name, of) in Groups)
        {
            foreach (var group in of(state))
            {
                json.WriteStartObject();
                json.WriteString("in"u8, name);
                json.WriteString("id"u8, group.Id);
                json.WriteString("name"u8, group.Name);
                json.WriteStartObject("members"u8);
                foreach (var (person, status) in group.Members.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    json.WriteString(person, status);
                }

                json.WriteEndObject();
                EndLine(json, stream);
            }
        }
    }

    private static void EndLine(Utf8JsonWriter json, FileStream stream)
    {
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
        json.Reset();
    }

    private static void Write(Utf8JsonWriter json, string field, object? value)
    {
        switch (value)
        {
            case null: break;
            case string text: json.WriteString(field, text); break;
            case bool flag: json.WriteBoolean(field, flag); break;
            case int number: json.WriteNumber(field, number); break;
            case long number: json.WriteNumber(field, number); break;
            case decimal number: json.WriteNumber(field, number); break;
            case double number: json.WriteNumber(field, number); break;
            default: throw new ArgumentException($"{field} cannot hold a {value.GetType().Name} in a state file; use null, string, bool or a number.", nameof(value));
        }
    }
}
