using Microsoft.Data.Sqlite;
using SfMarketo.Sync.Effects;

namespace SfMarketo.Sync.State;

/// <summary>An effect that was given up, with the vendor's code and text: it waits for a newer version, a repair or a person.</summary>
public sealed record DeadLetter(string Kind, string Subject, string Code, string Text, int Attempts, DateTimeOffset FirstSeen, DateTimeOffset LastSeen);

internal sealed class DeadLetterTable : StateTable
{
    private readonly Statement put;
    private readonly Statement remove;
    private readonly Statement all;
    private readonly Statement count;
    private readonly Statement find;

    public DeadLetterTable(SqliteConnection connection)
        : base(connection)
    {
        put = Prepare("INSERT INTO dead_letter(kind, subject, code, text, fields, attempts, first_seen, last_seen, epoch) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8) ON CONFLICT(kind, subject) DO UPDATE SET code = ?3, text = ?4, fields = ?5, attempts = attempts + ?6, last_seen = ?7, epoch = ?8");
        remove = Prepare("DELETE FROM dead_letter WHERE kind = ?1 AND subject = ?2");
        all = Prepare("SELECT kind, subject, code, text, attempts, first_seen, last_seen FROM dead_letter ORDER BY first_seen, kind, subject");
        count = Prepare("SELECT count(*) FROM dead_letter");
        find = Prepare("SELECT 1 FROM dead_letter WHERE kind = ?1 AND subject = ?2");
    }

    public void Put(OutboxRow row, string code, string text, long at) =>
        put.Run((long)row.Kind, row.Subject, code, text, Payload.ToBytes(row.Fields), (long)row.Attempts, at, Epoch);

    /// <summary>A newer version of the effect takes the letter's place (engine.md R22).</summary>
    public void Supersede(EffectKind kind, string subject) => remove.Run((long)kind, subject);

    public bool Has(EffectKind kind, string subject) => find.Scalar((long)kind, subject) is not null;

    public long Count() => (long)count.Scalar()!;

    public List<DeadLetter> All()
    {
        var letters = new List<DeadLetter>();
        using var reader = all.Read();
        while (reader.Next())
        {
            letters.Add(new DeadLetter(
                ((EffectKind)reader.Int(0)).ToString(), reader.Text(1), reader.Text(2), reader.Text(3), reader.Int(4), Micros.ToInstant(reader.Long(5)), Micros.ToInstant(reader.Long(6))));
        }

        return letters;
    }
}
