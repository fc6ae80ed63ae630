using Microsoft.Data.Sqlite;

namespace SfMarketo.Sync.State;

/// <summary>The latest interesting moment of each person: what the MQL flow writes to Last_Interesting_Moment__c.</summary>
internal sealed class MomentTable : StateTable
{
    private readonly Statement put;
    private readonly Statement find;

    public MomentTable(SqliteConnection connection)
        : base(connection)
    {
        put = Prepare("INSERT INTO moment(mkto_id, text, at, epoch) VALUES(?1, ?2, ?3, ?4) ON CONFLICT(mkto_id) DO UPDATE SET text = ?2, at = ?3, epoch = ?4 WHERE at <= ?3");
        find = Prepare("SELECT text FROM moment WHERE mkto_id = ?1");
    }

    public void Put(int personId, string text, long at) => put.Run((long)personId, text, at, Epoch);

    public string? Find(int personId) => (string?)find.Scalar((long)personId);
}

/// <summary>Campaigns requested for people: a request acts each time it is made, so it is made once per person and cycle (practice.md section 2).</summary>
internal sealed class CampaignRequestTable : StateTable
{
    private readonly Statement insert;

    public CampaignRequestTable(SqliteConnection connection)
        : base(connection) =>
        insert = Prepare("INSERT INTO campaign_request(mkto_id, campaign, cycle, state, at, epoch) VALUES(?1, ?2, ?3, 0, ?4, ?5) ON CONFLICT DO NOTHING");

    /// <returns>False when this person's request for this cycle is known already.</returns>
    public bool TryAdd(int personId, string campaign, int cycle, long at) => insert.Run((long)personId, campaign, (long)cycle, at, Epoch) == 1;
}

/// <summary>What a person must look at: values that flip, records that cannot be matched.</summary>
internal sealed class IncidentTable : StateTable
{
    private readonly Statement insert;

    public IncidentTable(SqliteConnection connection)
        : base(connection) => insert = Prepare("INSERT INTO incident(at, what, subject, detail, epoch) VALUES(?1, ?2, ?3, ?4, ?5)");

    public void Add(long at, string what, string subject, string detail) => insert.Run(at, what, subject, detail, Epoch);
}
