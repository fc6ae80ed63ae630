using Microsoft.Data.Sqlite;
using SfMarketo.Sync.Flows.OpportunityStages;

namespace SfMarketo.Sync.State;

/// <summary>The standing of each linked Contact's person, and what of it Marketo shows: the wanted state beside the applied one.</summary>
internal sealed class StandingTable : StateTable
{
    private const string Columns = "mkto_id, standing, stage, due, suppression, tracks, sure";

    private readonly Statement find;
    private readonly Statement put;
    private readonly Statement remove;
    private readonly Statement due;
    private readonly Statement all;
    private readonly Statement note;
    private readonly Statement noted;
    private readonly Statement forget;

    public StandingTable(SqliteConnection connection)
        : base(connection)
    {
        find = Prepare($"SELECT {Columns} FROM standing WHERE mkto_id = ?1");
        put = Prepare($"INSERT INTO standing({Columns}, epoch) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT(mkto_id) DO UPDATE SET standing = ?2, stage = ?3, due = ?4, suppression = ?5, tracks = ?6, sure = ?7, epoch = ?8");
        remove = Prepare("DELETE FROM standing WHERE mkto_id = ?1");
        due = Prepare($"SELECT {Columns} FROM standing WHERE due <= ?1 ORDER BY due, mkto_id LIMIT ?2");
        all = Prepare($"SELECT {Columns} FROM standing WHERE standing <> 0 OR suppression <> 0 OR tracks <> '' ORDER BY mkto_id");
        note = Prepare("INSERT INTO removed_membership(mkto_id, program, status, epoch) VALUES(?1, ?2, ?3, ?4) ON CONFLICT(mkto_id, program) DO UPDATE SET status = ?3, epoch = ?4");
        noted = Prepare("SELECT program, status FROM removed_membership WHERE mkto_id = ?1 ORDER BY program");
        forget = Prepare("DELETE FROM removed_membership WHERE mkto_id = ?1");
    }

    public PersonStanding? Find(int personId)
    {
        using var reader = find.Read((long)personId);
        return reader.Next() ? Map(reader) : null;
    }

    public void Put(PersonStanding row) =>
        put.Run((long)row.PersonId, (long)row.Standing, row.StageName, row.Due, (long)row.Applied.Suppression, string.Join('\n', row.Applied.Tracks), row.Applied.Sure ? 1L : 0L, Epoch);

    /// <summary>The person is gone.</summary>
    public void Remove(int personId)
    {
        remove.Run((long)personId);
        forget.Run((long)personId);
    }

    /// <summary>Those whose delay has ended, the oldest first.</summary>
    public List<PersonStanding> Due(long now, int most) => List(due.Read(now, (long)most));

    /// <summary>Those who stand or stood somewhere.</summary>
    public List<PersonStanding> All() => List(all.Read());

    /// <summary>A membership that is about to be deleted, with the status it is to come back with.</summary>
    public void Note(int personId, Membership membership) => note.Run((long)personId, membership.Program, membership.Status, Epoch);

    public List<Membership> Noted(int personId)
    {
        var memberships = new List<Membership>();
        using var reader = noted.Read((long)personId);
        while (reader.Next())
        {
            memberships.Add(new Membership(reader.Text(0), reader.Text(1)));
        }

        return memberships;
    }

    public void Forget(int personId) => forget.Run((long)personId);

    private static List<PersonStanding> List(Statement.Rows reader)
    {
        using (reader)
        {
            var rows = new List<PersonStanding>();
            while (reader.Next())
            {
                rows.Add(Map(reader));
            }

            return rows;
        }
    }

    private static PersonStanding Map(Statement.Rows reader) => new(
        reader.Int(0),
        (Standing)reader.Int(1),
        reader.Text(2),
        reader.IsNull(3) ? null : reader.Long(3),
        new AppliedTracks((Suppression)reader.Int(4), reader.Text(5).Split('\n', StringSplitOptions.RemoveEmptyEntries), reader.Int(6) != 0));
}
