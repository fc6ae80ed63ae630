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
    private readonly Statement hasPending;

    /// <summary>Changes up to here have been seen by the flows: they are taken in order.</summary>
    private long doneUpTo;
    private long next;

    public InboxTable(SqliteConnection connection)
        : base(connection)
    {
        insert = Prepare("INSERT INTO inbox(seq, stream, dedupe_key, payload, received, state, epoch) VALUES(?1, ?2, ?3, ?4, ?5, 0, ?6) ON CONFLICT(stream, dedupe_key) DO NOTHING");
        insertDone = Prepare("INSERT INTO inbox(seq, stream, dedupe_key, payload, received, state, epoch) VALUES(?1, ?2, ?3, NULL, ?4, 1, ?5) ON CONFLICT(stream, dedupe_key) DO NOTHING");
        pending = Prepare("SELECT seq, stream, payload FROM inbox WHERE seq > ?2 AND state = 0 ORDER BY seq LIMIT +?1");
        done = Prepare("UPDATE inbox SET state = 1, payload = NULL, epoch = ?2 WHERE seq = ?1");
        prune = Prepare("DELETE FROM inbox WHERE state <> 0 AND received < ?1");
        countPending = Prepare("SELECT count(*) FROM inbox WHERE seq > ?1 AND state = 0");
        hasPending = Prepare("SELECT 1 FROM inbox WHERE seq > ?1 AND state = 0 AND stream = ?2 LIMIT 1");
        next = (long)Prepare("SELECT coalesce(max(seq), 0) FROM inbox").Scalar()! + 1;
        doneUpTo = (long)Prepare("SELECT coalesce(min(seq), ?1) FROM inbox WHERE state = 0").Scalar(next)! - 1;
    }

    /// <returns>False when the change is here already.</returns>
    public bool Add(string stream, string dedupeKey, byte[] payload, long received) => Numbered(insert.Run(next, stream, dedupeKey, payload, received, Epoch));

    /// <summary>Takes the key of a change that needs no flow: what it asks for is stored in the same transaction.</summary>
    /// <returns>False when the change is here already.</returns>
    public bool AddDone(string stream, string dedupeKey, long received) => Numbered(insertDone.Run(next, stream, dedupeKey, received, Epoch));

    public List<InboxRow> Pending(int most)
    {
        var rows = new List<InboxRow>();
        using var reader = pending.Read((long)most, doneUpTo);
        while (reader.Next())
        {
            rows.Add(new InboxRow(reader.Long(0), reader.Text(1), reader.Bytes(2)));
        }

        return rows;
    }

    public long CountPending() => (long)countPending.Scalar(doneUpTo)!;

    /// <summary>True when the flows have not seen all changes of a stream yet.</summary>
    public bool HasPending(string stream) => hasPending.Scalar(doneUpTo, stream) is not null;

    /// <summary>The flows have seen the change. Its key stays, so that a later re-read finds it.</summary>
    public void Done(long seq)
    {
        done.Run(seq, Epoch);
        doneUpTo = seq;
    }

    /// <summary>Forgets the keys of changes received before <paramref name="before"/>: no overlap reads back that far.</summary>
    public int Prune(long before) => prune.Run(before);

    /// <summary>Numbers are given here and not by the file: they must not start again when the last key has been forgotten.</summary>
    private bool Numbered(int added)
    {
        next += added;
        return added == 1;
    }
}
