using Microsoft.Data.Sqlite;

namespace SfMarketo.Sync.State;

/// <summary>One prepared statement with parameters <c>?1</c>, <c>?2</c>, ...; prepared once, bound anew at each use.</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand command;

    public Statement(SqliteConnection connection, string sql)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        for (var number = 1; sql.Contains("?" + number, StringComparison.Ordinal); number++)
        {
            command.Parameters.Add(new SqliteParameter("?" + number, SqliteType.Text) { Value = DBNull.Value });
        }
    }

    /// <summary>Runs the statement; the number of rows it changed.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Runs the statement; the first column of the first row, or null.</summary>
    public object? Scalar(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>Runs the statement; dispose the reader before the statement's next use.</summary>
    public SqliteDataReader Read(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteReader();
    }

    public void Dispose() => command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.Parameters[i];
            parameter.ResetSqliteType();
            parameter.Value = values[i] ?? DBNull.Value;
        }
    }
}
