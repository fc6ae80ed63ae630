using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Bulk.Ingest;

/// <summary>Rows that chunks hold while they are written: the parents of theirs. Batches beside each other wait for one another, and after ten seconds give up (salesforce-data.md section 10.6).</summary>
internal sealed class ParentLocks
{
    private readonly Dictionary<string, (object? Holder, long Until)> held = new(StringComparer.Ordinal);

    /// <summary>Takes the locks of a row for its chunk.</summary>
    /// <param name="input">The row.</param>
    /// <param name="holder">The batch.</param>
    /// <param name="from">When the chunk began, microseconds.</param>
    /// <param name="micros">How long it takes.</param>
    /// <param name="patience">How long a write waits, microseconds.</param>
    /// <returns>The row's error when it would have to wait too long; null when the locks are its own.</returns>
    public RowError? Take(RowInput input, object holder, long from, long micros, long patience)
    {
        foreach (var (field, value) in input.Values)
        {
            if (value is not string id || !Locks(field))
            {
                continue;
            }

            held.TryGetValue(id, out var present);
            var free = present.Holder == holder ? from : Math.Max(from, present.Until);
            if (free - from > patience)
            {
                return RowErrors.Locked(id);
            }

            held[id] = (holder, Math.Max(present.Until, free + micros));
        }

        return null;
    }

    public void Clear() => held.Clear();

    // An activity's account is not in the row that was sent: what it is derived from stands for it.
    private static bool Locks(SField field) => field.LocksParent || field.Name is "WhatId" or "WhoId";
}
