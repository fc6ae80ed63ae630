using Microsoft.Data.Sqlite;
using SfMarketo.Sync.Mapping;

namespace SfMarketo.Sync.State;

/// <summary>The crosswalk: a function in both directions, by unique keys. Aliases point to their master's link.</summary>
internal sealed class LinkTable : StateTable
{
    private const string Columns = "link_id, mkto_id, sf_id, stage, state, sf_stamp, map_version, shadow";

    private readonly FieldMap map;
    private readonly Statement byPerson;
    private readonly Statement bySalesforce;
    private readonly Statement byAlias;
    private readonly Statement insert;
    private readonly Statement update;
    private readonly Statement move;
    private readonly Statement insertAlias;
    private readonly Statement removeAlias;
    private readonly Statement insertTombstone;
    private readonly Statement findTombstone;
    private readonly Statement count;
    private readonly Statement contacts;

    public LinkTable(SqliteConnection connection, FieldMap map)
        : base(connection)
    {
        this.map = map;
        byPerson = Prepare($"SELECT {Columns} FROM link WHERE mkto_id = ?1");
        bySalesforce = Prepare($"SELECT {Columns} FROM link WHERE sf_id = ?1");
        byAlias = Prepare($"SELECT {Columns}, role FROM alias JOIN link USING(link_id) WHERE alias.sf_id = ?1".Replace("sf_id, stage", "link.sf_id, stage", StringComparison.Ordinal));
        insert = Prepare("INSERT INTO link(mkto_id, sf_id, stage, state, sf_stamp, map_version, shadow, epoch) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING RETURNING link_id");
        // Naming an indexed column rewrites its index even when the value stays, so the ids are written only when they change.
        update = Prepare("UPDATE link SET stage = ?4, state = ?5, sf_stamp = ?6, map_version = ?7, shadow = ?8, epoch = ?9 WHERE link_id = ?1 AND mkto_id = ?2 AND sf_id = ?3");
        move = Prepare("UPDATE link SET mkto_id = ?2, sf_id = ?3 WHERE link_id = ?1");
        insertAlias = Prepare("INSERT INTO alias(sf_id, link_id, role, epoch) VALUES(?1, ?2, ?3, ?4) ON CONFLICT(sf_id) DO UPDATE SET link_id = ?2, role = ?3, epoch = ?4");
        removeAlias = Prepare("DELETE FROM alias WHERE sf_id = ?1");
        insertTombstone = Prepare("INSERT INTO tombstone(subject, at, epoch) VALUES(?1, ?2, ?3) ON CONFLICT DO NOTHING");
        findTombstone = Prepare("SELECT 1 FROM tombstone WHERE subject = ?1");
        contacts = Prepare("SELECT sf_id FROM link WHERE state = 0 AND sf_id >= '003' AND sf_id < '004' ORDER BY sf_id");
        count = Prepare("SELECT count(*) FROM link WHERE state = 0");
    }

    public Link? ByPerson(int marketoId)
    {
        using var reader = byPerson.Read((long)marketoId);
        return reader.Next() ? Map(reader) : null;
    }

    /// <summary>The link whose master is this record; aliases are not followed.</summary>
    public Link? BySalesforce(SalesforceId id)
    {
        using var reader = bySalesforce.Read(id.ToString());
        return reader.Next() ? Map(reader) : null;
    }

    public (Link Link, AliasRole Role)? ByAlias(SalesforceId id)
    {
        using var reader = byAlias.Read(id.ToString());
        return reader.Next() ? (Map(reader), (AliasRole)reader.Int(8)) : null;
    }

    /// <returns>The stored link, or null when one of the two ids is linked already.</returns>
    public Link? Add(Link link) =>
        insert.Scalar((long)link.MarketoId, link.SalesforceId.ToString(), link.Stage, (long)link.State, link.SalesforceStamp, (long)map.Version, link.Shadow.ToBytes(), Epoch) is long id
            ? link with { Id = id }
            : null;

    public void Update(Link link)
    {
        if (!TryUpdate(link))
        {
            move.Run(link.Id, (long)link.MarketoId, link.SalesforceId.ToString());
            TryUpdate(link);
        }
    }

    public void AddAlias(SalesforceId id, long linkId, AliasRole role) => insertAlias.Run(id.ToString(), linkId, (long)role, Epoch);

    /// <summary>The record is its link's master now.</summary>
    public void RemoveAlias(SalesforceId id) => removeAlias.Run(id.ToString());

    public void AddTombstone(string subject, long at) => insertTombstone.Run(subject, at, Epoch);

    public bool IsTombstone(string subject) => findTombstone.Scalar(subject) is not null;

    /// <summary>The Contacts of all live pairs.</summary>
    public List<SalesforceId> Contacts()
    {
        var ids = new List<SalesforceId>();
        using var reader = contacts.Read();
        while (reader.Next())
        {
            ids.Add(SalesforceId.Parse(reader.Text(0)));
        }

        return ids;
    }

    public long Count() => (long)count.Scalar()!;

    private bool TryUpdate(Link link) =>
        update.Run(link.Id, (long)link.MarketoId, link.SalesforceId.ToString(), link.Stage, (long)link.State, link.SalesforceStamp, (long)map.Version, link.Shadow.ToBytes(), Epoch) == 1;

    private Link Map(Statement.Rows reader) => new()
    {
        Id = reader.Long(0),
        MarketoId = reader.Int(1),
        SalesforceId = SalesforceId.Parse(reader.Text(2)),
        Stage = reader.Text(3),
        State = (LinkState)reader.Int(4),
        SalesforceStamp = reader.Long(5),
        Shadow = reader.Int(6) == map.Version ? Shadow.FromBytes(reader.Bytes(7)) : new Shadow(map.Fields.Count),
    };
}
