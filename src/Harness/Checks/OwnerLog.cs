using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>Who owned each Lead and Contact, and since when.</summary>
internal sealed class OwnerLog
{
    private readonly Dictionary<string, List<(string Owner, long Since)>> owners = new(StringComparer.Ordinal);

    public void Start(SystemsState state)
    {
        foreach (var row in state.Leads.Concat(state.Contacts))
        {
            Add(row.Id, row.Text("OwnerId"), long.MinValue);
        }
    }

    public void OnCommit(in CommitEntry entry)
    {
        if (entry.IsSalesforcePerson() && entry.TryNew("OwnerId", out var owner))
        {
            Add(entry.Id, owner as string, entry.At);
        }
    }

    /// <summary>Those who owned the row at some time of the span, in order; none when nothing is known of it.</summary>
    public IEnumerable<string> Of(string row, long from, long until)
    {
        if (!owners.TryGetValue(row, out var all))
        {
            yield break;
        }

        for (var place = 0; place < all.Count; place++)
        {
            if (all[place].Since <= until && (place + 1 == all.Count || all[place + 1].Since >= from))
            {
                yield return all[place].Owner;
            }
        }
    }

    private void Add(string row, string? owner, long since)
    {
        if (owner is not null)
        {
            (owners.TryGetValue(row, out var all) ? all : owners[row] = []).Add((owner, since));
        }
    }
}
