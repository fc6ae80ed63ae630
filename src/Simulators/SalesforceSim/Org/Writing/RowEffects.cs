using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>What a saved row does to other rows: activity dates of a Task's person and account, the one primary contact role.</summary>
internal sealed class RowEffects(SalesforceSwitches switches)
{
    private const string ActivityRule = "LastActivityDate";
    private const string PrimaryRule = "PrimaryContactRole";

    public void After(Transaction transaction, SRow? old, SRow row)
    {
        switch (row.Type.Name)
        {
            case "Task" or "Event":
                MoveActivityDates(transaction, row);
                break;
            case "OpportunityContactRole" when row[row.Type.Field("IsPrimary")] is true:
                ClearOtherPrimaries(transaction, row);
                break;
            case "Opportunity" when old is null && row[row.Type.Field("ContactId")] is string contact:
                AddRole(transaction, row.Id, contact, primary: true);
                break;
        }
    }

    /// <summary>Gives the contact a role in the opportunity.</summary>
    public static void AddRole(Transaction transaction, string opportunityId, string contactId, bool primary) => transaction.Insert(
        transaction.Store.Schema["OpportunityContactRole"], null, ("OpportunityId", opportunityId), ("ContactId", contactId), ("IsPrimary", Boxes.Of(primary)));

    private void MoveActivityDates(Transaction transaction, SRow task)
    {
        var type = task.Type;
        var day = task[type.Field("ActivityDate")] as DateOnly? ?? DateOnly.FromDateTime(Micros.ToInstant(transaction.Stamp).UtcDateTime);
        MoveActivityDate(transaction, task.Text(type.Field("WhoId").Number), day);
        MoveActivityDate(transaction, task.Text(type.Field("AccountId").Number), day);
    }

    private void MoveActivityDate(Transaction transaction, string? id, DateOnly day)
    {
        if (id is null || transaction.Store.Find(id) is not { Deleted: false } parent || parent.Type.FindAny("LastActivityDate") is not { } field)
        {
            return;
        }

        if (parent[field] is DateOnly present && present >= day && !switches.ActivityMovesParentStamp)
        {
            return;
        }

        var values = parent.CopyValues();
        if (parent[field] is not DateOnly last || last < day)
        {
            values[field.Number] = day;
        }

        transaction.Update(parent, values, "update", ActivityRule, switches.ActivityMovesParentStamp ? Stamps.System : Stamps.None);
    }

    private static void ClearOtherPrimaries(Transaction transaction, SRow role)
    {
        var type = role.Type;
        var opportunity = type.Field("OpportunityId");
        var primary = type.Field("IsPrimary");
        foreach (var other in transaction.Store[type].FindByIndex(opportunity, role.Text(opportunity.Number)!).ToList())
        {
            if (other.Number != role.Number && !other.Deleted && other[primary] is true)
            {
                var values = other.CopyValues();
                values[primary.Number] = Boxes.False;
                transaction.Update(other, values, "update", PrimaryRule, Stamps.System);
            }
        }
    }
}
