using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org;

/// <summary>Rows whose latest versions queries do not see yet, because a fault makes their commits visible late. Use it under the org's gate.</summary>
/// <remarks>Versions of one row become visible in order: the second waits for the first, as a second transaction waits for the lock of the first.</remarks>
internal sealed class LateRows
{
    private readonly SortedDictionary<int, SortedDictionary<int, LateRow>> byType;

    public LateRows() => byType = [];

    private LateRows(LateRows other) =>
        byType = new(other.byType.ToDictionary(type => type.Key, type => new SortedDictionary<int, LateRow>(type.Value.ToDictionary(row => row.Key, row => row.Value.Copy()))));

    /// <summary>Notes a committed version of a row.</summary>
    /// <param name="old">The version before; null for a new row.</param>
    /// <param name="row">The version.</param>
    /// <param name="now">Microseconds since 1970 UTC.</param>
    /// <param name="visibleAt">When queries see it; null for at once, if the versions before it are seen by then.</param>
    public void Note(SRow? old, SRow row, long now, long? visibleAt)
    {
        if (visibleAt is null && byType.Count == 0)
        {
            return;
        }

        if (Find(row) is not { } late)
        {
            if (visibleAt is null)
            {
                return;
            }

            if (!byType.TryGetValue(row.Type.Number, out var rows))
            {
                byType.Add(row.Type.Number, rows = []);
            }

            rows.Add(row.Number, late = new LateRow(old));
        }

        late.Add(row, visibleAt ?? now);
    }

    /// <summary>Forgets what has become visible by now.</summary>
    public void Turn(long now)
    {
        foreach (var (type, rows) in byType.Count == 0 ? [] : byType.ToArray())
        {
            foreach (var (number, row) in rows.ToArray())
            {
                if (row.Turn(now))
                {
                    rows.Remove(number);
                }
            }

            if (rows.Count == 0)
            {
                byType.Remove(type);
            }
        }
    }

    public bool HasAny(SObjectType type) => byType.ContainsKey(type.Number);

    /// <summary>The version of a row that queries see; null when they see none.</summary>
    public SRow? See(SRow row) => byType.Count > 0 && Find(row) is { } late ? late.Visible : row;

    /// <summary>Rows that an access path found, late ones in the version that queries see. These come last, and any of the object may be among them.</summary>
    public IEnumerable<SRow> See(SObjectType type, IEnumerable<SRow> found)
    {
        if (!byType.TryGetValue(type.Number, out var rows))
        {
            return found;
        }

        return found.Where(row => !rows.ContainsKey(row.Number)).Concat(rows.Values.Select(late => late.Visible).OfType<SRow>());
    }

    /// <summary>The earliest SystemModstamp among the versions that are not seen yet; null when all are.</summary>
    public long? OldestStamp(SObjectType type) => byType.TryGetValue(type.Number, out var rows) ? rows.Values.Min(late => late.NextStamp) : null;

    public LateRows Fork() => new(this);

    private LateRow? Find(SRow row) => byType.TryGetValue(row.Type.Number, out var rows) ? rows.GetValueOrDefault(row.Number) : null;
}
