using Microsoft.Data.Sqlite;

namespace SfMarketo.Sync.State;

/// <summary>How far a stream has been read.</summary>
/// <param name="Position">The vendor's position: a SystemModstamp or a paging token.</param>
/// <param name="TieId">Among rows of one stamp, the last Id read; empty for token streams.</param>
/// <param name="SafeMark">Microseconds; everything up to here has surely been seen. Reading starts again from here.</param>
internal readonly record struct Cursor(string Position, string TieId, long SafeMark);

/// <summary>One row a stream. Written in the same transaction as the inbox rows it stands behind, or rows could be skipped after a crash (engine.md R4).</summary>
internal sealed class CursorTable : StateTable
{
    private readonly Statement select;
    private readonly Statement upsert;

    public CursorTable(SqliteConnection connection)
        : base(connection)
    {
        select = Prepare("SELECT position, tie_id, safe_mark FROM cursor WHERE stream = ?1");
        upsert = Prepare("INSERT INTO cursor(stream, position, tie_id, safe_mark, epoch) VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT(stream) DO UPDATE SET position = ?2, tie_id = ?3, safe_mark = ?4, epoch = ?5");
    }

    public Cursor? Find(string stream)
    {
        using var reader = select.Read(stream);
        return reader.Next() ? new Cursor(reader.Text(0), reader.Text(1), reader.Long(2)) : null;
    }

    public void Set(string stream, Cursor cursor) => upsert.Run(stream, cursor.Position, cursor.TieId, cursor.SafeMark, Epoch);
}
