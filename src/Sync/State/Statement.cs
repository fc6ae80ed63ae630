using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SfMarketo.Sync.State;

/// <summary>One prepared statement with parameters <c>?1</c>, <c>?2</c>, ...; prepared once, bound anew at each use.</summary>
/// <remarks>
/// A bound limit is written <c>LIMIT +?1</c>: a bare one is a hint to the planner, which then prepares the statement anew at each use.
/// Straight on SQLite's own interface: the ADO.NET command looks every parameter up by name at every execution, which cost more than SQLite's work on it.
/// Values are null, long, string or a byte array. Not thread-safe; the state has one writer.
/// </remarks>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public Statement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    /// <summary>Runs the statement; the number of rows it changed.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        try
        {
            Step();
            return raw.sqlite3_changes(database);
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    /// <summary>Runs the statement; the first column of the first row (long, string or byte array), or null.</summary>
    public object? Scalar(params ReadOnlySpan<object?> values)
    {
        using var rows = Read(values);
        if (!rows.Next())
        {
            return null;
        }

        return raw.sqlite3_column_type(statement, 0) switch
        {
            raw.SQLITE_INTEGER => rows.Long(0),
            raw.SQLITE_TEXT => rows.Text(0),
            raw.SQLITE_BLOB => rows.Bytes(0),
            _ => null,
        };
    }

    /// <summary>Runs the statement; dispose the rows before the statement's next use.</summary>
    public Rows Read(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return new Rows(this);
    }

    public void Dispose() => statement.Dispose();

    private bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            Check(code);
        }

        return code == raw.SQLITE_ROW;
    }

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Check(values[i] switch
            {
                null => raw.sqlite3_bind_null(statement, i + 1),
                long number => raw.sqlite3_bind_int64(statement, i + 1, number),
                string text => raw.sqlite3_bind_text(statement, i + 1, text),
                byte[] bytes => raw.sqlite3_bind_blob(statement, i + 1, bytes),
                var other => throw new ArgumentException($"A statement cannot bind a {other.GetType().Name}.", nameof(values)),
            });
        }
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw new SqliteException($"SQLite error {code}: {raw.sqlite3_errmsg(database).utf8_to_string()}", code);
        }
    }

    /// <summary>The rows of one execution; columns count from 0.</summary>
    public readonly struct Rows(Statement owner) : IDisposable
    {
        public bool Next() => owner.Step();

        public long Long(int column) => raw.sqlite3_column_int64(owner.statement, column);

        public int Int(int column) => raw.sqlite3_column_int(owner.statement, column);

        public string Text(int column) => raw.sqlite3_column_text(owner.statement, column).utf8_to_string() ?? "";

        /// <summary>A copy.</summary>
        public byte[] Bytes(int column) => raw.sqlite3_column_blob(owner.statement, column).ToArray();

        public bool IsNull(int column) => raw.sqlite3_column_type(owner.statement, column) == raw.SQLITE_NULL;

        public void Dispose() => raw.sqlite3_reset(owner.statement);
    }
}
