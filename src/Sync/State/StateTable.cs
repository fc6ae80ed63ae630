using Microsoft.Data.Sqlite;

namespace SfMarketo.Sync.State;

/// <summary>A part of the state: its statements, all on the writer's one connection.</summary>
internal abstract class StateTable(SqliteConnection connection) : IDisposable
{
    private readonly List<Statement> statements = [];

    /// <summary>The epoch of this owner; goes into each row it writes.</summary>
    public long Epoch { get; set; }

    public void Dispose()
    {
        foreach (var statement in statements)
        {
            statement.Dispose();
        }
    }

    protected Statement Prepare(string sql)
    {
        var statement = new Statement(connection, sql);
        statements.Add(statement);
        return statement;
    }
}
