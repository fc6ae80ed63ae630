using Microsoft.Data.Sqlite;
using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Sync.State;

/// <summary>Wanted effects, one row of a kind for a subject: coalescing is in the key (engine.md R18).</summary>
internal sealed class OutboxTable : StateTable
{
    private const string Columns = "kind, subject, lane, due, created, fields, attempts, max_batch, verify";

    private readonly Statement find;
    private readonly Statement put;
    private readonly Statement remove;
    private readonly Statement ready;
    private readonly Statement waiting;
    private readonly Statement firstDue; // of the next lane that has a row: one index serves this and the order
    private readonly Statement count;
    private readonly Statement all;

    public OutboxTable(SqliteConnection connection)
        : base(connection)
    {
        find = Prepare($"SELECT {Columns} FROM outbox WHERE kind = ?1 AND subject = ?2");
        put = Prepare($"INSERT INTO outbox({Columns}, epoch) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT(kind, subject) DO UPDATE SET lane = ?3, due = ?4, created = ?5, fields = ?6, attempts = ?7, max_batch = ?8, verify = ?9, epoch = ?10");
        remove = Prepare("DELETE FROM outbox WHERE kind = ?1 AND subject = ?2");
        ready = Prepare($"SELECT {Columns} FROM outbox WHERE kind = ?1 AND verify = 0 ORDER BY lane, due LIMIT +?2");
        waiting = Prepare("SELECT count(*) FROM (SELECT 1 FROM outbox WHERE kind = ?1 AND verify = 0 LIMIT +?2)");
        firstDue = Prepare("SELECT lane, due FROM outbox WHERE kind = ?1 AND verify = 0 AND lane >= ?2 ORDER BY lane, due LIMIT 1");
        count = Prepare("SELECT count(*) FROM outbox");
        all = Prepare($"SELECT {Columns} FROM outbox WHERE kind = ?1");
    }

    public OutboxRow? Find(EffectKind kind, string subject)
    {
        using var reader = find.Read((long)kind, subject);
        return reader.Next() ? Map(reader) : null;
    }

    public void Put(OutboxRow row) =>
        put.Run((long)row.Kind, row.Subject, (long)row.Lane, row.Due, row.Created, Payload.ToBytes(row.Fields), (long)row.Attempts, (long)row.MaxBatch, row.Verify ? 1L : 0L, Epoch);

    public bool Remove(EffectKind kind, string subject) => remove.Run((long)kind, subject) == 1;

    /// <summary>Rows that may be sent, the urgent lanes first, in them those due first; rows that wait for a verifying read are left out.</summary>
    public List<OutboxRow> Ready(EffectKind kind, int most) => List(ready.Read((long)kind, (long)most));

    public List<OutboxRow> All(EffectKind kind) => List(all.Read((long)kind));

    /// <summary>How many rows may be sent, counted up to <paramref name="most"/>, and when the first of them is due. Costs the same whatever waits.</summary>
    public (long Count, long FirstDue) Summary(EffectKind kind, int most)
    {
        var count = (long)waiting.Scalar((long)kind, (long)most)!;
        var first = long.MaxValue;
        for (var lane = 0L; count > 0; lane++)
        {
            using var reader = firstDue.Read((long)kind, lane);
            if (!reader.Next())
            {
                break;
            }

            lane = reader.Long(0);
            first = Math.Min(first, reader.Long(1));
        }

        return (count, first);
    }

    public long Count() => (long)count.Scalar()!;

    private static List<OutboxRow> List(Statement.Rows reader)
    {
        using (reader)
        {
            var rows = new List<OutboxRow>();
            while (reader.Next())
            {
                rows.Add(Map(reader));
            }

            return rows;
        }
    }

    private static OutboxRow Map(Statement.Rows reader) => new(
        (EffectKind)reader.Int(0),
        reader.Text(1),
        (Lane)reader.Int(2),
        reader.Long(3),
        reader.Long(4),
        Payload.FromBytes(reader.Bytes(5)),
        reader.Int(6),
        reader.Int(7),
        reader.Long(8) != 0);
}
