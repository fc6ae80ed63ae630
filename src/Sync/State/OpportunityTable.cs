using Microsoft.Data.Sqlite;

namespace SfMarketo.Sync.State;

/// <summary>What was last seen of each opportunity: its facts as one hash (0: not known), and whether it lacked a contact role.</summary>
internal sealed class OpportunityTable : StateTable
{
    private readonly Statement put;
    private readonly Statement doubt;
    private readonly Statement cover;
    private readonly Statement uncover;
    private readonly Statement uncovered;

    public OpportunityTable(SqliteConnection connection)
        : base(connection)
    {
        put = Prepare("INSERT INTO opportunity(sf_id, facts, uncovered, epoch) VALUES(?1, ?2, 0, ?3) ON CONFLICT(sf_id) DO UPDATE SET facts = ?2, epoch = ?3 WHERE facts <> ?2");
        doubt = Prepare("UPDATE opportunity SET facts = 0, epoch = ?3 WHERE sf_id = ?1 AND facts NOT IN (0, ?2)");
        cover = Prepare("UPDATE opportunity SET uncovered = 0 WHERE sf_id = ?1 AND uncovered = 1");
        uncover = Prepare("INSERT INTO opportunity(sf_id, facts, uncovered, epoch) VALUES(?1, 0, 1, ?2) ON CONFLICT(sf_id) DO UPDATE SET uncovered = 1, epoch = ?2 WHERE uncovered = 0");
        uncovered = Prepare("SELECT count(*) FROM opportunity WHERE uncovered = 1");
    }

    /// <returns>False when these facts are known already.</returns>
    public bool Learn(SalesforceId id, ulong facts) => put.Run(id.ToString(), unchecked((long)facts), Epoch) == 1;

    /// <summary>Other facts than the known ones were seen on the way: what is known counts no more, so that the next version is news whatever it says.</summary>
    public void Doubt(SalesforceId id, ulong seen) => doubt.Run(id.ToString(), unchecked((long)seen), Epoch);

    /// <summary>The opportunity has a role now, or is gone.</summary>
    public void Cover(SalesforceId id) => cover.Run(id.ToString());

    /// <summary>The opportunity has no contact role.</summary>
    /// <returns>False when that is known already.</returns>
    public bool Uncover(SalesforceId id) => uncover.Run(id.ToString(), Epoch) == 1;

    public long CountUncovered() => (long)uncovered.Scalar()!;
}
