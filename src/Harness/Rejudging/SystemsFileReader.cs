using System.Text.Json;
using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Records;

namespace SfMarketo.Harness.Rejudging;

/// <summary>Reads start.jsonl and end.jsonl.</summary>
internal static class SystemsFileReader
{
    /// <exception cref="RecordException">The file is missing, damaged, or was cut.</exception>
    public static SystemsState Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new RecordException($"{path} is missing: the run did not come to its end, or an earlier version made it. Run the scenario again with --out.");
        }

        var records = SystemsFile.Records.ToDictionary(list => list.Name, _ => new List<StateRecord>(), StringComparer.Ordinal);
        var groups = SystemsFile.Groups.ToDictionary(list => list.Name, _ => new List<StateGroup>(), StringComparer.Ordinal);
        (long At, EngineState? Engine)? head = null;
        var number = 0L;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            try
            {
                using var document = JsonDocument.Parse(line);
                var root = document.RootElement;
                if (head is null)
                {
                    head = (root.GetProperty("at").GetInt64(), root.TryGetProperty("engineUnread", out var unread) ? EngineState.NotRead(unread.GetString()!) : null);
                }
                else if (records.TryGetValue(root.GetProperty("in").GetString()!, out var list))
                {
                    list.Add(Record(root));
                }
                else
                {
                    groups[root.GetProperty("in").GetString()!].Add(Group(root));
                }
            }
            catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new RecordException($"{path}:{number}: the line is damaged: {error.Message} Run the scenario again with --out.");
            }
        }

        var (at, engine) = head ?? throw new RecordException($"{path} is empty. Run the scenario again with --out.");
        return new SystemsState(at, records["people"], records["leads"], records["contacts"])
        {
            Companies = records["companies"],
            Accounts = records["accounts"],
            Opportunities = records["opportunities"],
            ContactRoles = records["contactRoles"],
            Tasks = records["tasks"],
            Users = records["users"],
            Lists = groups["lists"],
            Programs = groups["programs"],
            Engine = engine,
        };
    }

    private static StateRecord Record(JsonElement root)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in root.GetProperty("fields").EnumerateObject())
        {
            values.Add(string.Intern(field.Name), Value(field.Value));
        }

        return new StateRecord(root.GetProperty("id").GetString()!, root.GetProperty("live").GetBoolean(), field => values.GetValueOrDefault(field)) { Fields = values.Keys };
    }

    private static StateGroup Group(JsonElement root) => new(
        root.GetProperty("id").GetString()!,
        root.GetProperty("name").GetString()!,
        root.GetProperty("members").EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString(), StringComparer.Ordinal));

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => WholeNumbers.Read(value),
        _ => throw new FormatException("a field is neither text, flag nor number."),
    };
}
