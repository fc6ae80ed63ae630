using SfMarketo.Harness.Records;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Traces;

/// <summary>Finds the records that are one human, by what commits say: ids that name each other, conversions, merges. Passes over the commits until nothing is added.</summary>
internal sealed class LifeFinder(RecordFolder records)
{
    private const int MostPasses = 12;

    /// <summary>The lives of whoever was asked for, the earliest found first; none when the records do not know it.</summary>
    public IReadOnlyList<LifeDraft> Find(TraceQuery query)
    {
        if (query.Record is { } record)
        {
            return Grow(record, "asked for") is { } life ? [Complete(life)] : [];
        }

        var lives = new List<LifeDraft>();
        foreach (var key in WithEmail(query.Text))
        {
            if (!lives.Exists(life => life.Has(key)) && Grow(key, "has or had the e-mail") is { } life)
            {
                lives.Add(life);
            }
        }

        return Paired(lives);
    }

    /// <summary>An address alone makes two seeded records one life when neither has a half of its own.</summary>
    private List<LifeDraft> Paired(List<LifeDraft> lives)
    {
        var whole = new List<LifeDraft>();
        foreach (var life in lives)
        {
            if (!whole.Exists(other => life.Members.TrueForAll(member => other.Has(member.Key))))
            {
                whole.Add(Complete(life));
            }
        }

        return whole;
    }

    /// <summary>All records that commits tie to one; null when no record knows it.</summary>
    private LifeDraft? Grow(RecordKey first, string how)
    {
        var life = new LifeDraft();
        life.Add(first, how);
        var known = false;
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var before = life.Members.Count;
            foreach (var sim in RecordFolder.Sims)
            {
                foreach (var commit in records.Commits(sim, LineSearch.For(life.Members.Select(member => member.Key.Id), [])))
                {
                    known |= Learn(life, commit);
                }
            }

            if (life.Members.Count == before)
            {
                break;
            }
        }

        return known || WasRead(first) ? life : null;
    }

    private static bool Learn(LifeDraft life, CommitEntry commit)
    {
        var self = CommitTies.Self(commit);
        var told = life.Has(self);
        foreach (var (other, how) in CommitTies.Ties(commit))
        {
            if (told)
            {
                life.Add(other, how);
            }
            else if (life.Has(other))
            {
                life.Add(self, how);
                told = true;
            }
        }

        if (told)
        {
            Remember(life, self, commit);
        }

        foreach (var human in CommitTies.About(commit))
        {
            if (life.Has(human))
            {
                told = true;
                life.Related.UnionWith(commit.Sim == RecordFolder.Salesforce ? [commit.Id, .. CommitTies.Values(commit, "OpportunityId")] : []);
            }
        }

        return told;
    }

    private static void Remember(LifeDraft life, RecordKey self, CommitEntry commit)
    {
        if (commit.Op == "create" && life.Members.Exists(member => member.Key == self))
        {
            life.Created(self);
        }

        if (!self.IsHuman)
        {
            return;
        }

        life.Emails.UnionWith(CommitTies.Emails(commit));
        life.Accounts.UnionWith(CommitTies.Accounts(commit));
        foreach (var change in commit.Fields)
        {
            if (change.Name is "MobilePhone" or "mobilePhone" && change is { Old: string old, New: string @new })
            {
                life.Phones.Add((old, @new));
            }
        }
    }

    private bool WasRead(RecordKey key) =>
        records.Delivered(key.Sim, LineSearch.For([key.Id], [])).Any(read => read.Items.Any(item => item.Id == key.Id && (key.Sim == RecordFolder.Salesforce || item.Object == key.Object)));

    private List<RecordKey> WithEmail(string email)
    {
        var found = new List<RecordKey>();
        foreach (var sim in RecordFolder.Sims)
        {
            foreach (var commit in records.Commits(sim, LineSearch.For([], [email])))
            {
                if (CommitTies.Emails(commit).Contains(email, StringComparer.OrdinalIgnoreCase) && !found.Contains(CommitTies.Self(commit)))
                {
                    found.Add(CommitTies.Self(commit));
                }
            }
        }

        return found;
    }

    /// <summary>Looks for the other half of a life whose link was there before the run: by address, or by the same change of the mobile phone on both sides.</summary>
    private LifeDraft Complete(LifeDraft life)
    {
        var missing = RecordFolder.Sims.Where(sim => !life.HasSide(sim)).ToList();
        if (missing.Count != 1 || (life.Emails.Count == 0 && life.Phones.Count == 0) || !life.Members[0].Key.IsHuman)
        {
            return life;
        }

        var (sim, side) = (missing[0], life.Members[0].Key.Sim);
        var halves = new List<LifeDraft>();
        foreach (var (key, how) in Likely(life, sim))
        {
            if (halves.Exists(half => half.Has(key)) || Grow(key, how) is not { } half)
            {
                continue;
            }

            if (!half.HasSide(side))
            {
                halves.Add(half);
            }
            else if (how.StartsWith("same e-mail", StringComparison.Ordinal))
            {
                life.Notes.Add($"{key} has the same e-mail and belongs to {half.Members.Find(member => member.Key.Sim == side)!.Key}.");
            }
        }

        if (halves.Count == 1)
        {
            life.Join(halves[0]);
        }
        else if (halves.Count > 1)
        {
            life.Notes.Add($"Several {sim} records may be its other half, and no record says which: {string.Join(", ", halves.Select(half => half.Members[0].Key.ToString()))}.");
        }

        return life;
    }

    private List<(RecordKey Key, string How)> Likely(LifeDraft life, string sim)
    {
        var found = new List<(RecordKey, string)>();
        foreach (var commit in records.Commits(sim, LineSearch.For(life.Phones.Select(phone => phone.New), life.Emails)))
        {
            if (!CommitTies.IsHuman(commit))
            {
                continue;
            }

            var how = CommitTies.Emails(commit).Any(life.Emails.Contains) ? "same e-mail; linked before the run, no record says so"
                : commit.Fields.Any(change => change is { Name: "MobilePhone" or "mobilePhone", Old: string old, New: string @new } && life.Phones.Contains((old, @new))) ? "same change of the mobile phone; linked before the run, no record says so"
                : null;
            if (how is not null && !found.Exists(one => one.Item1 == CommitTies.Self(commit)))
            {
                found.Add((CommitTies.Self(commit), how));
            }
        }

        return found;
    }
}
