using Microsoft.Data.Sqlite;

namespace SfMarketo.Sync.State;

/// <summary>Who owns the state. Each owner has a greater epoch than the one before; a commit under an older epoch is refused (engine.md R30).</summary>
internal sealed class OwnerTable : StateTable
{
    private const string Instance = "default";

    private readonly Statement claim;
    private readonly Statement create;
    private readonly Statement guard;
    private readonly Statement keys;

    public OwnerTable(SqliteConnection connection)
        : base(connection)
    {
        create = Prepare("INSERT INTO owner(instance, holder, epoch, lease_until, key0, key1) VALUES(?1, '', 0, 0, ?2, ?3) ON CONFLICT DO NOTHING");
        claim = Prepare("UPDATE owner SET epoch = epoch + 1, holder = ?2 WHERE instance = ?1 RETURNING epoch");
        guard = Prepare("SELECT epoch FROM owner WHERE instance = ?1");
        keys = Prepare("SELECT key0, key1 FROM owner WHERE instance = ?1");
    }

    /// <summary>Takes the ownership over and returns its new epoch. The hash keys are drawn once, at the state file's birth.</summary>
    public long Claim(string holder, long key0, long key1)
    {
        create.Run(Instance, key0, key1);
        return (long)claim.Scalar(Instance, holder)!;
    }

    public (ulong Key0, ulong Key1) HashKeys()
    {
        using var reader = keys.Read(Instance);
        reader.Next();
        return ((ulong)reader.Long(0), (ulong)reader.Long(1));
    }

    /// <exception cref="StaleOwnerException">Another owner took over.</exception>
    public void RequireEpoch()
    {
        if ((long)guard.Scalar(Instance)! != Epoch)
        {
            throw new StaleOwnerException();
        }
    }
}

/// <summary>Another engine has taken over this state file: this one must stop.</summary>
public sealed class StaleOwnerException() : Exception("Another engine has taken over this state file; this one stops without writing.");
