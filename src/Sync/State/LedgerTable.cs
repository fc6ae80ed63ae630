using Microsoft.Data.Sqlite;

namespace SfMarketo.Sync.State;

/// <summary>The daily ledger's snapshot, so that a restart knows what the day has cost and whether the quota is spent.</summary>
internal sealed class LedgerTable : StateTable
{
    private const string Instance = "default";

    private readonly Statement put;
    private readonly Statement find;

    public LedgerTable(SqliteConnection connection)
        : base(connection)
    {
        put = Prepare("INSERT INTO quota_ledger(instance, snapshot, epoch) VALUES(?1, ?2, ?3) ON CONFLICT(instance) DO UPDATE SET snapshot = ?2, epoch = ?3");
        find = Prepare("SELECT snapshot FROM quota_ledger WHERE instance = ?1");
    }

    public void Put(FieldBag snapshot) => put.Run(Instance, Payload.ToBytes(snapshot), Epoch);

    public FieldBag? Find() => find.Scalar(Instance) is byte[] bytes ? Payload.FromBytes(bytes) : null;
}
