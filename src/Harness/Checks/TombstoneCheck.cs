using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A14: what somebody deleted stays deleted: the engine makes it no second time, links nothing to it, and does not go on writing to it.</summary>
/// <remarks>
/// A deleted id is a tombstone, a deleted e-mail is not: a person who comes back by a form is welcome. Each ended record may be met once by a write that was
/// under way. Source: engine.md R17 and A14, practice.md 1.8.
/// </remarks>
internal sealed class TombstoneCheck(CheckSettings settings) : Check("A14", "Nothing is created for, linked to or written to what was deleted")
{
    // Deleted people are asked for every five minutes, and a write may be waiting.
    private const long Unseen = 15 * 60 * Micros.PerSecond;

    private readonly LinkLog links = new();
    private readonly Dictionary<string, long> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> rows = new(StringComparer.Ordinal);

    /// <summary>Rows whose person was deleted, and when.</summary>
    private readonly Dictionary<string, long> bereaved = new(StringComparer.Ordinal);
    private long ended;
    private long met;

    protected override bool Applies => ended > 0;

    public override void Start(SystemsState state) => links.Start(state);

    public override void OnCommit(in CommitEntry entry)
    {
        if (entry.IsPerson())
        {
            OnPerson(entry);
        }
        else if (entry.IsSalesforcePerson())
        {
            OnRow(entry);
        }

        links.OnCommit(entry);
    }

    public override void OnCall(in CallEntry entry)
    {
        if (!entry.IsEngine(settings) || !entry.IsWrite() || entry.Fault is not null)
        {
            return;
        }

        Examined += ended > 0 ? 1 : 0;
        if (entry.Has(entry.Sim == RecordWords.Marketo ? "1004" : "ENTITY_IS_DELETED") && ++met > ended)
        {
            Violate($"{met} writes were refused because their record is gone, and {ended} records ended", entry.At, "", entry.Call);
        }
    }

    private void OnPerson(in CommitEntry entry)
    {
        if (entry.Op is "delete" or "merge")
        {
            End(people, entry);
            if (entry.Op == "delete" && links.RowOf(entry.Id) is { Length: > 0 } row)
            {
                bereaved[row] = entry.At;
            }
        }
        else if (entry.IsEngine(settings) && entry.TryNew(RecordWords.PersonLink, out var value) && value is string named && ended > 0)
        {
            Examined++;
            if (IsKnown(rows, named, entry.At))
            {
                Violate($"Was linked to {named}, which was deleted {(entry.At - rows[named]) / Micros.PerSecond} s before", entry.At, entry.Named(), entry.Call);
            }
            else if (entry.Op == "create" && IsKnown(bereaved, named, entry.At))
            {
                Violate($"Was made for {named}, whose person was deleted {(entry.At - bereaved[named]) / Micros.PerSecond} s before", entry.At, entry.Named(), entry.Call);
            }
        }
    }

    private void OnRow(in CommitEntry entry)
    {
        if (entry.Op is "delete" or "merge")
        {
            End(rows, entry);
        }
        else if (entry.Op == "undelete")
        {
            rows.Remove(entry.Id);
        }
        else if (entry.IsEngine(settings) && entry.TryNew(RecordWords.RowLink, out var value) && RecordWords.Text(value) is { Length: > 0 } named && ended > 0)
        {
            Examined++;
            if (IsKnown(people, named, entry.At))
            {
                Violate($"Was {(entry.Op == "create" ? "made for" : "linked to")} person {named}, which ended {(entry.At - people[named]) / Micros.PerSecond} s before", entry.At, entry.Named(), entry.Call);
            }
        }
    }

    private void End(Dictionary<string, long> dead, in CommitEntry entry)
    {
        ended++;
        dead[entry.Id] = entry.At;
    }

    private static bool IsKnown(Dictionary<string, long> dead, string id, long now) => dead.TryGetValue(id, out var at) && now - at > Unseen;
}
