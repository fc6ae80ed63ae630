using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>Deletes a row with what goes with it (salesforce-data.md section 10.5).</summary>
internal sealed class DeleteCascade(SalesforceSwitches switches)
{
    private const string Rule = "CascadeDelete";

    public RowError? Refuse(OrgStore store, SRow row)
    {
        if (row.Type.Name is not ("Account" or "Contact"))
        {
            return null;
        }

        var cases = store["Case"];
        if (cases.FindByIndex(cases.Type.Field(row.Type.Name + "Id"), row.Id).Any(each => !each.Deleted))
        {
            return RowErrors.Cases(row.Text(row.Type.NameField!.Number) ?? row.Id);
        }

        if (row.Type.Name != "Account" || !switches.AccountWithWonOpportunityStays)
        {
            return null;
        }

        var opportunities = store["Opportunity"];
        var isWon = opportunities.Type.Field("IsWon");
        return opportunities.FindByIndex(opportunities.Type.Field("AccountId"), row.Id).Any(opportunity => !opportunity.Deleted && opportunity[isWon] is true)
            ? RowErrors.WonOpportunities(row.Text(row.Type.NameField!.Number) ?? row.Id)
            : null;
    }

    public static SRow Delete(Transaction transaction, SRow row)
    {
        var deleted = transaction.Delete(row);
        DeleteChildren(transaction, deleted, deleted.Id);
        ClearOptional(transaction, deleted);
        return deleted;
    }

    private static void DeleteChildren(Transaction transaction, SRow parent, string root)
    {
        foreach (var (type, field, _) in parent.Type.Children)
        {
            if (!field.CascadeDelete)
            {
                continue;
            }

            // A copy: the walk must not see its own writes. By number, so that the order is that of creation.
            foreach (var child in transaction.Store[type].FindByIndex(field, parent.Id).Where(child => !child.Deleted).OrderBy(child => child.Number).ToList())
            {
                // Gone already by another way, such as a contact's role through its opportunity.
                if (transaction.Store[type][child.Number] is { Deleted: false } live)
                {
                    DeleteChildren(transaction, transaction.Delete(live, Rule, root), root);
                }
            }
        }
    }

    /// <summary>Rows that outlive what they point to, without it: opportunities their campaign, and children of a custom lookup.</summary>
    private static void ClearOptional(Transaction transaction, SRow deleted)
    {
        foreach (var (type, field, _) in deleted.Type.Children)
        {
            if (field.CascadeDelete || !field.Indexed || !field.Custom && (type.Name, field.Name) is not ("Opportunity", "CampaignId"))
            {
                continue;
            }

            foreach (var row in transaction.Store[type].FindByIndex(field, deleted.Id).Where(row => !row.Deleted).OrderBy(row => row.Number).ToList())
            {
                var values = row.CopyValues();
                values[field.Number] = null;
                transaction.Update(row, values, "update", Rule, Stamps.System);
            }
        }
    }
}
