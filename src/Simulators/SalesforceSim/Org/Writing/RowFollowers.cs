using SfMarketo.SalesforceSim.Org.Formulas;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>Rows that follow another one whoever changes it: roll-ups of its parents, formulas of its children, copies on campaign members, the history of opportunities.</summary>
internal static class RowFollowers
{
    private const string RollUpRule = "RollUpSummary";
    private const string FormulaRule = "FormulaField";
    private const string CopyRule = "CampaignMemberCopy";
    private const string HistoryRule = "OpportunityHistory";
    private const string StatusRule = "CampaignMemberStatus";

    // A lookup can lead in a circle; the vendor allows ten formulas on the way.
    private const int MostHops = 10;

    /// <param name="transaction">The row's own.</param>
    /// <param name="old">The version before; null for a new row.</param>
    /// <param name="row">The version that was just written.</param>
    /// <param name="hops">How many rows this one follows.</param>
    public static void Follow(Transaction transaction, SRow? old, SRow row, int hops)
    {
        var type = row.Type;
        if (type.RollUps.Count > 0)
        {
            RollUp(transaction, old, row, hops);
        }

        if (type.FormulaReaders.Count > 0 && old is not null && hops < MostHops)
        {
            RefreshFormulas(transaction, row, hops);
        }

        switch (type.Name)
        {
            case "Lead" or "Contact" when old is not null && !row.Deleted:
                RefreshMembers(transaction, old, row);
                break;
            case "Opportunity" when !row.Deleted && (old is null || !old.Deleted):
                AddHistory(transaction, old, row);
                break;
            case "Task" or "Event":
                OpenActivities.Refresh(transaction, old, row);
                break;
            case "Campaign" when old is null:
                AddStatus(transaction, row, "Sent", 3, responded: false);
                AddStatus(transaction, row, "Responded", 4, responded: true);
                break;
        }
    }

    /// <summary>A roll-up worked out anew from all live children.</summary>
    public static object? Total(OrgStore store, SObjectType child, RollUp rollUp, string parentId)
    {
        var live = store[child].FindByIndex(rollUp.Lookup, parentId).Where(row => !row.Deleted);
        if (rollUp.MovesByDifference)
        {
            return rollUp.Shape(live.OrderBy(row => row.Number).Sum(row => rollUp.Share(store, row)));
        }

        var values = live.Select(row => rollUp.Value(store, row)).Where(value => value is not null);
        return rollUp.Operation == RollUpOperation.Min ? values.Min() : values.Max();
    }

    private static void RollUp(Transaction transaction, SRow? old, SRow row, int hops)
    {
        foreach (var lookup in row.Type.RollUps.Select(each => each.Lookup).Distinct())
        {
            var (before, after) = (old?.Text(lookup.Number), row.Text(lookup.Number));
            if (before is not null && before != after)
            {
                RollUp(transaction, before, lookup, old, null, hops);
            }

            if (after is not null)
            {
                RollUp(transaction, after, lookup, before == after ? old : null, row, hops);
            }
        }
    }

    private static void RollUp(Transaction transaction, string parentId, SField lookup, SRow? old, SRow? row, int hops)
    {
        if (transaction.Store.Find(parentId) is not { Deleted: false } parent)
        {
            return;
        }

        object?[]? values = null;
        foreach (var rollUp in (old ?? row)!.Type.RollUps)
        {
            if (rollUp.Lookup == lookup && Value(transaction.Store, rollUp, parent, old, row) is var value && !Equals(value, parent[rollUp.Target.Number]))
            {
                values ??= parent.CopyValues();
                values[rollUp.Target.Number] = value;
            }
        }

        if (values is not null)
        {
            transaction.Update(parent, values, "update", RollUpRule, Stamps.System, hops + 1);
        }
    }

    private static object? Value(OrgStore store, RollUp rollUp, SRow parent, SRow? old, SRow? row)
    {
        if (rollUp.MovesByDifference)
        {
            var difference = rollUp.Share(store, row) - rollUp.Share(store, old);
            return difference == 0 ? parent[rollUp.Target.Number] : rollUp.Shape(Convert.ToDouble(parent[rollUp.Target.Number] ?? 0.0, System.Globalization.CultureInfo.InvariantCulture) + difference);
        }

        return Total(store, (old ?? row)!.Type, rollUp, parent.Id);
    }

    private static void RefreshFormulas(Transaction transaction, SRow parent, int hops)
    {
        foreach (var (type, lookup) in parent.Type.FormulaReaders)
        {
            foreach (var number in transaction.Store[type].FindByIndex(lookup, parent.Id).Select(child => child.Number).Order().ToList())
            {
                var child = transaction.Store[type][number]!;
                var values = child.CopyValues();
                if (FormulaValues.Apply(transaction.Store, type, values, child, transaction.Stamp, transaction.UserId))
                {
                    transaction.Update(child, values, "update", FormulaRule, Stamps.None, hops + 1);
                }
            }
        }
    }

    private static void RefreshMembers(Transaction transaction, SRow old, SRow person)
    {
        var members = transaction.Store["CampaignMember"];
        if (members.Count == 0 || !MemberCopies.Differ(old, person))
        {
            return;
        }

        var lookup = members.Type.Field(person.Type.Name + "Id");
        foreach (var number in members.FindByIndex(lookup, person.Id).Where(member => !member.Deleted).Select(member => member.Number).Order().ToList())
        {
            var member = members[number]!;
            var values = member.CopyValues();
            if (MemberCopies.Fill(transaction.Store, member.Type, values))
            {
                transaction.Update(member, values, "update", CopyRule, Stamps.None);
            }
        }
    }

    private static void AddHistory(Transaction transaction, SRow? old, SRow row)
    {
        var type = row.Type;
        var (stage, amount, close, probability) = (type.Field("StageName"), type.Field("Amount"), type.Field("CloseDate"), type.Field("Probability"));
        if (old is not null && Equals(old[stage], row[stage]) && Equals(old[amount], row[amount]) && Equals(old[close], row[close]) && Equals(old[probability], row[probability]))
        {
            return;
        }

        transaction.Insert(
            transaction.Store.Schema["OpportunityHistory"],
            HistoryRule,
            ("OpportunityId", row.Id),
            ("StageName", row[stage]),
            ("Amount", row[amount]),
            ("ExpectedRevenue", row[type.Field("ExpectedRevenue")]),
            ("CloseDate", row[close]),
            ("Probability", row[probability]),
            ("ForecastCategory", row[type.Field("ForecastCategory")]),
            ("PrevAmount", old?[amount]),
            ("PrevCloseDate", old?[close]));
    }

    private static void AddStatus(Transaction transaction, SRow campaign, string label, int order, bool responded) => transaction.Insert(
        transaction.Store.Schema["CampaignMemberStatus"],
        StatusRule,
        ("CampaignId", campaign.Id), ("Label", label), ("SortOrder", Boxes.Of(order)), ("IsDefault", Boxes.Of(!responded)), ("HasResponded", Boxes.Of(responded)));
}
