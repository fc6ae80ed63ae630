using Microsoft.Data.Sqlite;
using SfMarketo.Sync.Flows.Engagement;

namespace SfMarketo.Sync.State;

/// <summary>Activities that wait for their person's record or its owner, what each person's days hold, and what became of all activities.</summary>
internal sealed class EngagementTable : StateTable
{
    private const string Place = "";
    private const string DigestMark = "digest|";

    private readonly Statement goLive;
    private readonly Statement setGoLive;
    private readonly Statement park;
    private readonly Statement parkedOf;
    private readonly Statement hasParked;
    private readonly Statement dropParked;
    private readonly Statement expired;
    private readonly Statement mark;
    private readonly Statement marks;
    private readonly Statement digestsDue;
    private readonly Statement digestSent;
    private readonly Statement prune;
    private readonly Statement count;
    private readonly Statement counts;

    public EngagementTable(SqliteConnection connection)
        : base(connection)
    {
        goLive = Prepare("SELECT at FROM engagement_start");
        setGoLive = Prepare("INSERT INTO engagement_start(id, at, epoch) VALUES(1, ?1, ?2) ON CONFLICT DO NOTHING");
        park = Prepare("INSERT INTO engagement(guid, mkto_id, at, fields, keep_until, epoch) VALUES(?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING");
        parkedOf = Prepare("SELECT guid, fields FROM engagement WHERE mkto_id = ?1 ORDER BY at, guid");
        hasParked = Prepare("SELECT 1 FROM engagement WHERE mkto_id = ?1 LIMIT 1");
        dropParked = Prepare("DELETE FROM engagement WHERE mkto_id = ?1");
        expired = Prepare("DELETE FROM engagement WHERE keep_until <= ?1");
        mark = Prepare("INSERT INTO engagement_day(mkto_id, day, what, count, due, epoch) VALUES(?1, ?2, ?3, 1, ?4, ?5) ON CONFLICT(mkto_id, day, what) DO UPDATE SET count = count + 1, due = ?4, epoch = ?5");
        marks = Prepare("SELECT what, count FROM engagement_day WHERE mkto_id = ?1 AND day = ?2 ORDER BY what");
        digestsDue = Prepare("SELECT DISTINCT mkto_id, day FROM engagement_day WHERE due <= ?1 ORDER BY day, mkto_id LIMIT 500");
        digestSent = Prepare("UPDATE engagement_day SET due = NULL, epoch = ?3 WHERE mkto_id = ?1 AND day = ?2 AND due IS NOT NULL");
        prune = Prepare("DELETE FROM engagement_day WHERE day < ?1 AND due IS NULL");
        count = Prepare("INSERT INTO engagement_count(outcome, count, epoch) VALUES(?1, ?2, ?3) ON CONFLICT(outcome) DO UPDATE SET count = count + ?2, epoch = ?3");
        counts = Prepare("SELECT outcome, count FROM engagement_count ORDER BY outcome");
    }

    /// <summary>When the file was first used; set by the first start that finds none.</summary>
    public long GoLive(long now)
    {
        setGoLive.Run(now, Epoch);
        return (long)goLive.Scalar()!;
    }

    /// <summary>Keeps an activity until its person's record and owner are known.</summary>
    public void Park(EngagementActivity activity, long keepUntil) =>
        park.Run(activity.Guid, (long)activity.PersonId, activity.At, Payload.ToBytes(activity.ToFields()), keepUntil, Epoch);

    public bool HasParked(int personId) => hasParked.Scalar((long)personId) is not null;

    /// <summary>Takes a person's waiting activities, the oldest first.</summary>
    public List<EngagementActivity> TakeParked(int personId)
    {
        var activities = new List<EngagementActivity>();
        using (var reader = parkedOf.Read((long)personId))
        {
            while (reader.Next())
            {
                activities.Add(EngagementActivity.From(Payload.FromBytes(reader.Bytes(1))));
            }
        }

        dropParked.Run((long)personId);
        return activities;
    }

    /// <summary>Forgets activities that waited in vain; their number.</summary>
    public int DropExpired(long now) => expired.Run(now);

    /// <summary>What a person's day holds for an activity on an asset.</summary>
    public PersonDay Day(int personId, string day, string assetKey)
    {
        var found = new PersonDay();
        using var reader = marks.Read((long)personId, day);
        while (reader.Next())
        {
            var what = reader.Text(0);
            found = what == Place ? found with { Taken = reader.Int(1) }
                : what.StartsWith(DigestMark, StringComparison.Ordinal) ? found with { HasDigest = true }
                : what == assetKey ? found with { HasAsset = true }
                : found;
        }

        return found;
    }

    /// <summary>A Task takes its place in the day.</summary>
    public void TakePlace(int personId, string day, string? assetKey)
    {
        mark.Run((long)personId, day, Place, null, Epoch);
        if (assetKey is not null)
        {
            mark.Run((long)personId, day, assetKey, null, Epoch);
        }
    }

    /// <summary>Counts an activity in the day's digest, which is to be made at <paramref name="due"/>.</summary>
    public void AddToDigest(int personId, string day, string type, long due) => mark.Run((long)personId, day, DigestMark + type, due, Epoch);

    /// <summary>Digests that are to be made or made anew.</summary>
    public List<(int PersonId, string Day)> DigestsDue(long now)
    {
        var due = new List<(int, string)>();
        using var reader = digestsDue.Read(now);
        while (reader.Next())
        {
            due.Add((reader.Int(0), reader.Text(1)));
        }

        return due;
    }

    /// <summary>The digest's counts by type; it is not due any more.</summary>
    public List<(string Type, long Count)> TakeDigest(int personId, string day)
    {
        var found = new List<(string, long)>();
        using (var reader = marks.Read((long)personId, day))
        {
            while (reader.Next())
            {
                if (reader.Text(0).StartsWith(DigestMark, StringComparison.Ordinal))
                {
                    found.Add((reader.Text(0)[DigestMark.Length..], reader.Long(1)));
                }
            }
        }

        digestSent.Run((long)personId, day, Epoch);
        return found;
    }

    /// <summary>Forgets days before <paramref name="day"/> whose digests are made.</summary>
    public void Prune(string day) => prune.Run(day);

    public void Count(EngagementOutcome outcome, int by = 1) => count.Run(outcome.ToString(), (long)by, Epoch);

    /// <summary>What became of all activities so far.</summary>
    public List<(string Outcome, long Count)> Counts()
    {
        var found = new List<(string, long)>();
        using var reader = counts.Read();
        while (reader.Next())
        {
            found.Add((reader.Text(0), reader.Long(1)));
        }

        return found;
    }
}
