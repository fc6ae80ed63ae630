using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org;

/// <summary>Rows that a transaction which has not ended holds locked, with the instant at which it lets go. Use it under the org's gate.</summary>
/// <remarks>
/// A write locks its row and the rows of its <see cref="SField.LocksParent"/> lookups (salesforce-data.md section 10.6). The simulator's own writes end at once; locks last where a job, a person or a late commit holds them.
/// </remarks>
internal sealed class RowLocks
{
    private readonly SortedDictionary<string, long> until;

    public RowLocks() => until = new(StringComparer.Ordinal);

    private RowLocks(RowLocks other) => until = new(other.until, StringComparer.Ordinal);

    /// <summary>Somebody holds a row.</summary>
    public bool Any => until.Count > 0;

    /// <summary>Holds one row.</summary>
    /// <param name="id">18 characters.</param>
    /// <param name="end">Microseconds since 1970 UTC.</param>
    public void Hold(string id, long end) => until[id] = Math.Max(end, until.GetValueOrDefault(id));

    /// <summary>Holds a row and its parents, as a write of it does.</summary>
    public void Hold(SRow row, long end)
    {
        Hold(row.Id, end);
        foreach (var field in row.Type.LockFields)
        {
            if (row.Text(field.Number) is { } parent)
            {
                Hold(parent, end);
            }
        }
    }

    /// <summary>Lets go of one row before its time.</summary>
    public void Release(string id) => until.Remove(id);

    /// <summary>The row, of those that a write needs, that is held for longer than the write waits; null when none is.</summary>
    /// <param name="type">The object.</param>
    /// <param name="values">The row's new values.</param>
    /// <param name="old">The row before; its parents are needed too. Null for a new one.</param>
    /// <param name="now">Microseconds since 1970 UTC.</param>
    /// <param name="patience">How long the write waits, microseconds.</param>
    public string? Blocking(SObjectType type, object?[] values, SRow? old, long now, long patience)
    {
        if (old is not null && IsHeld(old.Id, now, patience))
        {
            return old.Id;
        }

        foreach (var field in type.LockFields)
        {
            if (values[field.Number] is string parent && IsHeld(parent, now, patience))
            {
                return parent;
            }

            if (old?.Text(field.Number) is { } before && IsHeld(before, now, patience))
            {
                return before;
            }
        }

        return null;
    }

    public RowLocks Fork() => new(this);

    private bool IsHeld(string id, long now, long patience)
    {
        if (!until.TryGetValue(id, out var end))
        {
            return false;
        }

        if (end <= now)
        {
            until.Remove(id);
            return false;
        }

        return end - now > patience;
    }
}
