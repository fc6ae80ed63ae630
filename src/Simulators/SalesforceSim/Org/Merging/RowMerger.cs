using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Org.Merging;

/// <summary>Merges up to two rows into a master in one transaction: losers go to the bin with a pointer to it, their children move (salesforce-data.md section 10.4).</summary>
internal static class RowMerger
{
    private const string Rule = "Merge";
    private const int MostLosers = 2;

    /// <param name="transaction">Its transaction, to be rolled back on an error.</param>
    /// <param name="writer">Saves the master, so that rules see a save.</param>
    /// <param name="master">The row that stays.</param>
    /// <param name="losers">The rows that go.</param>
    /// <param name="input">Values for the master; possibly none.</param>
    public static WriteResult Merge(Transaction transaction, RowWriter writer, SRow master, IReadOnlyList<SRow> losers, RowInput input)
    {
        if (Refuse(master, losers) is { } refused)
        {
            return new WriteResult(refused);
        }

        // First, so that the master can take over a unique value.
        foreach (var loser in losers)
        {
            transaction.Merge(loser, master.Id);
        }

        foreach (var loser in losers)
        {
            MoveChildren(transaction, loser, master);
        }

        return writer.Update(transaction, WithActivityDate(transaction, master, losers), input, assign: false);
    }

    private static RowError? Refuse(SRow master, IReadOnlyList<SRow> losers)
    {
        if (master.Type.Name is not ("Lead" or "Contact" or "Account" or "Case"))
        {
            return new RowError(400, "INVALID_TYPE", $"entity type does not support merge: {master.Type.Label}", []);
        }

        if (losers.Count is 0 or > MostLosers)
        {
            return new RowError(400, "INVALID_ARGUMENT", "A merge has one or two records to merge into the master.", []);
        }

        if (losers.Any(loser => loser.Type != master.Type || loser.Number == master.Number) || losers.Select(loser => loser.Number).Distinct().Count() < losers.Count)
        {
            return new RowError(400, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", []);
        }

        if (master.Deleted || losers.Any(loser => loser.Deleted))
        {
            return RowErrors.ReferenceDeleted;
        }

        return master.Type.FindAny("IsConverted") is { } converted && losers.Append(master).Any(row => row[converted] is true) ? RowErrors.ConvertedLead : null;
    }

    private static void MoveChildren(Transaction transaction, SRow loser, SRow master)
    {
        foreach (var (type, field, _) in loser.Type.Children)
        {
            // What points to a converted or merged row goes on pointing there: chains are followed by the reader.
            if (!field.Indexed || field.Name is "MasterRecordId" || field.Name.StartsWith("Converted", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var number in transaction.Store[type].FindByIndex(field, loser.Id).Where(child => !child.Deleted).Select(child => child.Number).Order().ToList())
            {
                Move(transaction, transaction.Store[type][number]!, field, master);
            }
        }
    }

    private static void Move(Transaction transaction, SRow child, SField field, SRow master)
    {
        if (IsDouble(transaction.Store, child, field, master.Id))
        {
            transaction.Delete(child, Rule);
            return;
        }

        var values = child.CopyValues();
        // A row is not its own parent.
        values[field.Number] = child.Type == master.Type && child.Number == master.Number ? null : master.Id;
        DerivedFields.Apply(transaction.Store, child.Type, child, values, null, transaction.Stamp);
        transaction.Update(child, values, "update", Rule, Stamps.System);
    }

    /// <summary>The master is in this campaign, or has a role in this opportunity, already.</summary>
    private static bool IsDouble(OrgStore store, SRow child, SField field, string masterId)
    {
        var other = child.Type.Name switch { "CampaignMember" => "CampaignId", "OpportunityContactRole" => "OpportunityId", _ => null };
        if (other is null || field.Name == other)
        {
            return false;
        }

        var group = child.Type.Field(other);
        return store[child.Type].FindByIndex(field, masterId).Any(row => !row.Deleted && Equals(row[group], child[group]));
    }

    private static SRow WithActivityDate(Transaction transaction, SRow master, IReadOnlyList<SRow> losers)
    {
        var present = transaction.Store[master.Type][master.Number]!;
        if (master.Type.FindAny("LastActivityDate") is not { } field)
        {
            return present;
        }

        var last = losers.Select(loser => loser[field] as DateOnly?).Append(present[field] as DateOnly?).Max();
        if (last is null || Equals(present[field], last))
        {
            return present;
        }

        var values = present.CopyValues();
        values[field.Number] = last;
        return transaction.Update(present, values, "update", Rule, Stamps.System);
    }
}
