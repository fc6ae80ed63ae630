using Microsoft.Data.Sqlite;

namespace SfMarketo.Sync.State;

/// <summary>A change that a source reported and no flow has seen yet.</summary>
internal readonly record struct InboxRow(long Seq, string Stream, byte[] Payload);

/// <summary>Changes in the order in which they were read, each once: the key is the vendor's, so a row delivered again is not a new change.</summary>
internal sealed class InboxTable : StateTable
{
    private readonly Statement insert;
    private readonly Statement insertDone;
    private readonly Statement pending;
    private readonly Statement done;
    private readonly Statement prune;
    private readonly Statement countPending;

    public InboxTable(SqliteConnection connection)
        : base(connection)
    {
        insert = Prepare("INSERT INTO inbox(stream, dedupe_key, payload, received, state, epoch) VALUES(?1, ?2, ?3, ?4, 0, ?5) ON CONFLICT DO NOTHING");
        insertDone = Prepare("INSERT INTO inbox(stream, dedupe_key, payload, received, state, epoch) VALUES(?1, ?2, NULL, ?3, 1, ?4) ON CONFLICT DO NOTHING");
        pending = Prepare("SELECT seq, stream, payload FROM inbox WHERE state = 0 ORDER BY seq LIMIT ?1");
        done = Prepare("UPDATE inbox SET state = 1, payload = NULL, epoch = ?2 WHERE seq = ?1");
        prune = Prepare("DELETE FROM inbox WHERE state <> 0 AND received < ?1");
        countPending = Prepare("SELECT count(*) FROM inbox WHERE state = 0");
    }

    /// <returns>False when the change is here already.</returns>
    public bool Add(string stream, string dedupeKey, byte[] payload, long received) => insert.Run(stream, dedupeKey, payload, received, Epoch) == 1;

    /// <summary>Takes the key of a change that needs no flow: what it asks for is stored in the same transaction.</summary>
    /// <returns>False when the change is here already.</returns>
    public bool AddDone(string stream, string dedupeKey, long received) => insertDone.Run(stream, dedupeKey, received, Epoch) == 1;

    public List<InboxRow> Pending(int most)
    {
        var rows = new List<InboxRow>();
        using var reader = pending.Read((long)most);
        while (reader.Next())
        {
            rows.Add(new InboxRow(reader.Long(0), reader.Text(1), reader.Bytes(2)));
        }

        return rows;
    }

    public long CountPending() => (long)countPending.Scalar()!;

    /// <summary>The flows have seen the change. Its key stays, so that a later re-read finds it.</summary>
    public void Done(long seq) => done.Run(seq, Epoch);

    /// <summary>Forgets the keys of changes received before <paramref name="before"/>: no overlap reads back that far.</summary>
    public int Prune(long before) => prune.Run(before);
}
