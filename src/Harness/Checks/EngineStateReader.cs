using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace SfMarketo.Harness.Checks;

/// <summary>Reads the state file of an engine that has stopped, read-only and by itself: it shares no code with the engine, only the names of tables and columns.</summary>
public static class EngineStateReader
{
    /// <summary>Tables that an owner writes under its epoch.</summary>
    private static readonly string[] Owned =
    [
        "alias", "campaign_request", "company", "company_member", "cursor", "dead_letter", "engagement", "engagement_day", "inbox", "incident", "intent", "link", "moment", "opportunity",
        "outbox", "quota_ledger", "removed_membership", "standing", "systems", "tombstone",
    ];

    /// <summary>Everything that judges ask of the file. One that cannot be read, or lacks a table or column of the contract, is a state that says why.</summary>
    /// <param name="path">The SQLite file. Nobody may be writing to it.</param>
    public static EngineState Read(string path)
    {
        if (!File.Exists(path))
        {
            return EngineState.NotRead("the engine left no state file");
        }

        try
        {
            using var file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            file.Open();
            return Read(file);
        }
        catch (SqliteException failure)
        {
            return EngineState.NotRead("the engine's state file could not be read: " + failure.Message);
        }
        catch (JsonException)
        {
            return EngineState.NotRead("the snapshot of quota_ledger is no JSON object with 'day' and 'calls'");
        }
    }

    private static EngineState Read(SqliteConnection file) => new()
    {
        OwnerEpochs = Rows(file, "SELECT epoch FROM owner ORDER BY instance", row => row.GetInt64(0)),
        NewestEpochs = [.. Owned.SelectMany(table => Rows(file, $"SELECT max(epoch) FROM {table} HAVING max(epoch) IS NOT NULL", row => (table, row.GetInt64(0))))],
        Inbox = Rows(
            file,
            "SELECT stream, state, payload IS NOT NULL, count(*) FROM inbox GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
            row => new EngineInboxRows(row.GetString(0), row.GetInt64(1), row.GetInt64(2) != 0, row.GetInt64(3))),
        MarketoKeys = Rows(file, "SELECT dedupe_key FROM inbox WHERE stream IN ('marketo.leadchanges', 'marketo.activities')", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal),
        OldestReceived = Rows(file, "SELECT min(received) FROM inbox HAVING min(received) IS NOT NULL", row => (long?)row.GetInt64(0)).FirstOrDefault(),
        Shadows = Rows(
            file,
            "SELECT mkto_id, sf_id, map_version, shadow FROM link WHERE state = 0 ORDER BY link_id",
            row => new EngineShadow(row.GetInt64(0).ToString(CultureInfo.InvariantCulture), row.GetString(1), row.GetInt64(2), row.GetFieldValue<byte[]>(3))),
        HashKey = Rows(file, "SELECT key0, key1 FROM owner ORDER BY instance", row => (row.GetInt64(0), row.GetInt64(1))).FirstOrDefault(),
        Intents = Effects(file, "intent"),
        Outbox = Effects(file, "outbox"),
        DeadLetters = Rows(
            file,
            "SELECT kind, subject, code, last_seen FROM dead_letter ORDER BY last_seen, kind, subject",
            row => new EngineDeadLetter(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt64(3))),
        Links = Rows(
            file,
            "SELECT link_id, mkto_id, sf_id, state FROM link ORDER BY link_id",
            row => new EngineLink(row.GetInt64(0), row.GetInt64(1).ToString(CultureInfo.InvariantCulture), row.GetString(2), row.GetInt64(3) == 0)),
        Aliases = Rows(file, "SELECT sf_id, link_id FROM alias ORDER BY sf_id", row => (row.GetString(0), row.GetInt64(1))),
        Cursors = Rows(file, "SELECT stream, safe_mark FROM cursor ORDER BY stream", row => new EngineCursor(row.GetString(0), row.GetInt64(1))),
        Ledger = Rows(file, "SELECT snapshot FROM quota_ledger ORDER BY instance", row => Ledger(row.GetFieldValue<byte[]>(0))).FirstOrDefault(),
    };

    private static List<EngineEffects> Effects(SqliteConnection file, string table) =>
        Rows(file, $"SELECT kind, subject, count(*) FROM {table} GROUP BY 1, 2 ORDER BY 1, 2", row => new EngineEffects(row.GetInt64(0), row.GetString(1), row.GetInt64(2)));

    private static EngineLedger Ledger(byte[] snapshot)
    {
        using var json = JsonDocument.Parse(snapshot);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("day", out var day) && json.RootElement.TryGetProperty("calls", out var calls)
            ? new EngineLedger(day.GetString() ?? "", calls.GetInt64())
            : throw new JsonException();
    }

    private static List<T> Rows<T>(SqliteConnection file, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = file.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
