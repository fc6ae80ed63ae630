using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Bulk.Ingest;

/// <summary>Rows that chunks hold while they are written: the parents of theirs. Batches beside each other wait for one another, and after ten seconds give up (salesforce-data.md section 10.6).</summary>
internal sealed class ParentLocks
{
    /// <summary>The vendor's figure.</summary>
    private const long LongestWait = 10_000_000;

    private readonly Dictionary<string, (object? Holder, long Until)> held = new(StringComparer.Ordinal);

    /// <summary>Takes the locks of a row for its chunk.</summary>
    /// <param name="input">The row.</param>
    /// <param name="holder">The batch.</param>
    /// <param name="from">When the chunk began, microseconds.</param>
    /// <param name="micros">How long it takes.</param>
    /// <returns>The row's error when it would have to wait too long; null when the locks are its own.</returns>
    public RowError? Take(RowInput input, object holder, long from, long micros)
    {
        foreach (var (field, value) in input.Values)
        {
            if (value is not string id || !Locks(input.Type, field))
            {
                continue;
            }

            held.TryGetValue(id, out var present);
            var free = present.Holder == holder ? from : Math.Max(from, present.Until);
            if (free - from > LongestWait)
            {
                return new RowError(400, "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record or 1 records: " + id, []);
            }

            held[id] = (holder, Math.Max(present.Until, free + micros));
        }

        return null;
    }

    public void Clear() => held.Clear();

    private static bool Locks(SObjectType type, SField field) => (type.Name, field.Name) is
        ("Contact" or "Opportunity", "AccountId")
        or ("Task", "WhatId" or "WhoId")
        or ("CampaignMember", "CampaignId" or "LeadId" or "ContactId")
        or ("OpportunityContactRole", "OpportunityId");
}
