using Microsoft.Data.Sqlite;

namespace SfMarketo.Sync.State;

/// <summary>Which two systems the state is about; one row, written at the first sign-in.</summary>
internal sealed class SystemsTable : StateTable
{
    private readonly Statement find;
    private readonly Statement put;

    public SystemsTable(SqliteConnection connection)
        : base(connection)
    {
        find = Prepare("SELECT organization, organization_created, marketo FROM systems");
        put = Prepare("INSERT INTO systems(id, organization, organization_created, marketo, epoch) VALUES(1, ?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING");
    }

    public SystemPair? Find()
    {
        using var reader = find.Read();
        return reader.Next() ? new SystemPair(reader.Text(0), reader.Text(1), reader.Text(2)) : null;
    }

    /// <summary>Binds the state. What it is bound to already stays.</summary>
    public void Bind(SystemPair pair) => put.Run(pair.OrganizationId, pair.OrganizationCreated, pair.Marketo, Epoch);
}
