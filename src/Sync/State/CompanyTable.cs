using Microsoft.Data.Sqlite;

namespace SfMarketo.Sync.State;

/// <summary>An account that is a company in Marketo, or is to become one.</summary>
/// <param name="Account">Its Id.</param>
/// <param name="Stamp">SystemModstamp of the newest version that was processed, microseconds; 0 before the first.</param>
/// <param name="Wanted">Hash of the values that were last wanted; 0 before the first.</param>
/// <param name="Sent">Hash of the values that Marketo is known to hold; 0: the company is not known to exist.</param>
internal sealed record CompanyRow(SalesforceId Account, long Stamp, ulong Wanted, ulong Sent);

/// <summary>Companies, and the people of linked Contacts who belong to them.</summary>
internal sealed class CompanyTable : StateTable
{
    private readonly Statement find;
    private readonly Statement put;
    private readonly Statement remove;
    private readonly Statement putMember;
    private readonly Statement member;
    private readonly Statement unlinked;
    private readonly Statement removeMember;
    private readonly Statement anyMember;
    private readonly Statement waiting;
    private readonly Statement setLinked;
    private readonly Statement unsent;

    public CompanyTable(SqliteConnection connection)
        : base(connection)
    {
        find = Prepare("SELECT account, stamp, wanted, sent FROM company WHERE account = ?1");
        put = Prepare("INSERT INTO company(account, stamp, wanted, sent, epoch) VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT(account) DO UPDATE SET stamp = ?2, wanted = ?3, sent = ?4, epoch = ?5");
        remove = Prepare("DELETE FROM company WHERE account = ?1");
        putMember = Prepare("INSERT INTO company_member(mkto_id, account, linked, epoch) VALUES(?1, ?2, ?3, ?4) ON CONFLICT(mkto_id) DO UPDATE SET account = ?2, linked = ?3, epoch = ?4");
        member = Prepare("SELECT account FROM company_member WHERE mkto_id = ?1");
        unlinked = Prepare("SELECT account FROM company_member WHERE mkto_id = ?1 AND linked = 0");
        removeMember = Prepare("DELETE FROM company_member WHERE mkto_id = ?1");
        anyMember = Prepare("SELECT 1 FROM company_member WHERE account = ?1 LIMIT 1");
        waiting = Prepare("SELECT mkto_id FROM company_member WHERE account = ?1 AND linked = 0 ORDER BY mkto_id");
        unsent = Prepare("SELECT account, stamp, wanted, sent FROM company WHERE wanted <> sent OR sent = 0 ORDER BY account");
        setLinked = Prepare("UPDATE company_member SET linked = ?2, epoch = ?3 WHERE mkto_id = ?1");
    }

    public CompanyRow? Find(SalesforceId account)
    {
        using var reader = find.Read(account.ToString());
        return reader.Next() ? new CompanyRow(account, reader.Long(1), unchecked((ulong)reader.Long(2)), unchecked((ulong)reader.Long(3))) : null;
    }

    public void Put(CompanyRow row) => put.Run(row.Account.ToString(), row.Stamp, unchecked((long)row.Wanted), unchecked((long)row.Sent), Epoch);

    public void Remove(SalesforceId account) => remove.Run(account.ToString());

    /// <summary>The account of a person's Contact, or null.</summary>
    public SalesforceId? AccountOf(int personId) => member.Scalar((long)personId) is string account ? SalesforceId.Parse(account) : null;

    /// <summary>The same, if the person's link waits until the company exists.</summary>
    public SalesforceId? Unlinked(int personId) => unlinked.Scalar((long)personId) is string account ? SalesforceId.Parse(account) : null;

    public void PutMember(int personId, SalesforceId account, bool linked) => putMember.Run((long)personId, account.ToString(), linked ? 1L : 0L, Epoch);

    /// <summary>The person is gone.</summary>
    public void RemoveMember(int personId) => removeMember.Run((long)personId);

    public void SetLinked(int personId, bool linked) => setLinked.Run((long)personId, linked ? 1L : 0L, Epoch);

    /// <summary>Companies that do not hold what was last wanted.</summary>
    public List<CompanyRow> Unsent()
    {
        var rows = new List<CompanyRow>();
        using var reader = unsent.Read();
        while (reader.Next())
        {
            rows.Add(new CompanyRow(SalesforceId.Parse(reader.Text(0)), reader.Long(1), unchecked((ulong)reader.Long(2)), unchecked((ulong)reader.Long(3))));
        }

        return rows;
    }

    public bool HasMembers(SalesforceId account) => anyMember.Scalar(account.ToString()) is not null;

    /// <summary>People whose link to the company waits until it exists.</summary>
    public List<int> Waiting(SalesforceId account)
    {
        var people = new List<int>();
        using var reader = waiting.Read(account.ToString());
        while (reader.Next())
        {
            people.Add(reader.Int(0));
        }

        return people;
    }
}
