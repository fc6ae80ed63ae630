using SfMarketo.Kernel.Storage;

namespace SfMarketo.SalesforceSim.Org;

/// <summary>The rows of one object in order of (SystemModstamp, Id), deleted ones too: an append log, because stamps only grow while the vendor's clock is right.</summary>
/// <remarks>A row's older entries are stale and skipped; the log is compacted when half of it is (shared/reference/speed.md section 2).</remarks>
internal sealed class ChangeLog
{
    private readonly ForkableList<(long Stamp, int Row)> entries;
    private readonly ForkableList<int> positions;
    private int stale;

    public ChangeLog() => (entries, positions) = (new(), new());

    private ChangeLog(ChangeLog other) => (entries, positions, stale) = (other.entries.Fork(), other.positions.Fork(), other.stale);

    public void Append(long stamp, int row)
    {
        if (row < positions.Count && positions[row] >= 0)
        {
            if (entries[positions[row]].Stamp == stamp)
            {
                return;
            }

            stale++;
        }

        while (positions.Count <= row)
        {
            positions.Add(-1);
        }

        var place = entries.Count == 0 || entries[^1].Stamp <= stamp ? entries.Count : FirstAtOrAfter(stamp + 1);
        entries.Insert(place, (stamp, row));
        for (var later = entries.Count - 1; later > place; later--)
        {
            // The clock went back: what was written by its later time moves up, and stale entries stay stale.
            if (positions[entries[later].Row] == later - 1)
            {
                positions[entries[later].Row] = later;
            }
        }

        positions[row] = place;

        if (stale > 64 && stale > entries.Count / 2)
        {
            Compact();
        }
    }

    /// <summary>Numbers of the rows whose stamp is at or after <paramref name="stamp"/>, by (stamp, number). Lazily, a second at a time; do not write meanwhile.</summary>
    public IEnumerable<int> Since(long stamp)
    {
        var group = new List<int>();
        for (var i = FirstAtOrAfter(stamp); i < entries.Count;)
        {
            // Ids sort like row numbers, but the entries of one second are in order of writing.
            var second = entries[i].Stamp;
            group.Clear();
            for (; i < entries.Count && entries[i].Stamp == second; i++)
            {
                if (positions[entries[i].Row] == i)
                {
                    group.Add(entries[i].Row);
                }
            }

            group.Sort();
            foreach (var row in group)
            {
                yield return row;
            }
        }
    }

    public ChangeLog Fork() => new(this);

    private int FirstAtOrAfter(long stamp)
    {
        var (low, high) = (0, entries.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (entries[middle].Stamp < stamp)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void Compact()
    {
        var kept = 0;
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            if (positions[entry.Row] == i)
            {
                positions[entry.Row] = kept;
                entries[kept++] = entry;
            }
        }

        entries.Cut(kept);
        stale = 0;
    }
}
