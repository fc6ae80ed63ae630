using Microsoft.Data.Sqlite;
using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Sync.State;

/// <summary>An effect that is about to be tried, or was tried and whose outcome is not stored yet.</summary>
internal sealed record Intent(long OpId, OutboxRow Row, long SentAt);

/// <summary>Committed before each request that changes something: after a crash, what may have happened is known (engine.md R9).</summary>
internal sealed class IntentTable : StateTable
{
    private readonly Statement insert;
    private readonly Statement delete;
    private readonly Statement all;
    private readonly Statement open;
    private readonly Statement openId;
    private readonly Statement setFields;
    private readonly Statement any;
    private readonly Statement count;
    private long next;

    public IntentTable(SqliteConnection connection)
        : base(connection)
    {
        insert = Prepare("INSERT INTO intent(kind, subject, lane, created, fields, attempts, max_batch, sent_at, op_id, epoch) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
        delete = Prepare("DELETE FROM intent WHERE subject = ?1 AND kind = ?2 AND op_id = ?3 RETURNING fields");
        openId = Prepare("SELECT op_id FROM intent WHERE subject = ?1 AND kind = ?2");
        setFields = Prepare("UPDATE intent SET fields = ?4 WHERE subject = ?1 AND kind = ?2 AND op_id = ?3");
        all = Prepare("SELECT op_id, kind, subject, lane, created, fields, attempts, max_batch, sent_at FROM intent ORDER BY op_id");
        open = Prepare("SELECT fields FROM intent WHERE subject = ?1 AND kind = ?2");
        any = Prepare("SELECT 1 FROM intent WHERE kind = ?1 LIMIT 1");
        count = Prepare("SELECT count(*) FROM intent");
        next = (long)Prepare("SELECT coalesce(max(op_id), 0) FROM intent").Scalar()! + 1;
    }

    public Intent Add(OutboxRow row, long sentAt)
    {
        var opId = next++;
        insert.Run((long)row.Kind, row.Subject, (long)row.Lane, row.Created, Payload.ToBytes(row.Fields), (long)row.Attempts, (long)row.MaxBatch, sentAt, opId, Epoch);
        return new Intent(opId, row, sentAt);
    }

    /// <returns>What the effect still wants: its fields without those that were withdrawn while it was under way.</returns>
    public FieldBag Close(Intent intent) => Payload.FromBytes((byte[])delete.Scalar(intent.Row.Subject, (long)intent.Row.Kind, intent.OpId)!);

    /// <summary>A newer version won over some fields of an effect that is under way: should it have to be done again, then without them.</summary>
    public void Withdraw(EffectKind kind, string subject, List<string> names)
    {
        if (FieldsOf(kind, subject) is { } fields && openId.Scalar(subject, (long)kind) is long opId)
        {
            names.ForEach(name => fields.Remove(name));
            setFields.Run(subject, (long)kind, opId, Payload.ToBytes(fields));
        }
    }

    /// <summary>The fields of the open intent of a kind for a subject, or null.</summary>
    public FieldBag? FieldsOf(EffectKind kind, string subject) => open.Scalar(subject, (long)kind) is byte[] fields ? Payload.FromBytes(fields) : null;

    public bool IsOpen(EffectKind kind, string subject) => open.Scalar(subject, (long)kind) is not null;

    /// <summary>Whether an effect of this kind is under way.</summary>
    public bool AnyOf(EffectKind kind) => any.Scalar((long)kind) is not null;

    public long Count() => (long)count.Scalar()!;

    public List<Intent> All()
    {
        var intents = new List<Intent>();
        using var reader = all.Read();
        while (reader.Next())
        {
            var row = new OutboxRow(
                (EffectKind)reader.Int(1), reader.Text(2), (Lane)reader.Int(3), 0, reader.Long(4), Payload.FromBytes(reader.Bytes(5)), reader.Int(6), reader.Int(7));
            intents.Add(new Intent(reader.Long(0), row, reader.Long(8)));
        }

        return intents;
    }
}
