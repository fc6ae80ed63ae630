using SfMarketo.SalesforceSim.Errors;

namespace SfMarketo.SalesforceSim.Org.Conversion;

/// <summary>Why a lead cannot be converted as asked (salesforce-data.md section 10.3, salesforce-rest.md section 8.3).</summary>
internal static class ConversionChecks
{
    public static RowError? Refuse(OrgStore store, SRow row, LeadConversion options)
    {
        if (row.Type.Name != "Lead")
        {
            return new RowError(400, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", []);
        }

        if (row.Deleted)
        {
            return RowErrors.Deleted;
        }

        if (row[row.Type.Field("IsConverted")] is true)
        {
            return RowErrors.ConvertedLead;
        }

        if (options.ConvertedStatus.Length == 0)
        {
            return RowErrors.Required(["convertedStatus"]);
        }

        if (Status(store, options.ConvertedStatus)?[store["LeadStatus"].Type.Field("IsConverted")] is not true)
        {
            return new RowError(400, "INVALID_STATUS", $"invalid convertedStatus: {options.ConvertedStatus}", []);
        }

        return RefuseOwner(store, row, options) ?? RefuseTargets(store, options);
    }

    /// <summary>The row of LeadStatus, ignoring case; null when there is none.</summary>
    public static SRow? Status(OrgStore store, string name)
    {
        var statuses = store["LeadStatus"];
        var label = statuses.Type.Field("MasterLabel");
        return statuses.Rows.FirstOrDefault(status => string.Equals(status.Text(label.Number), name, StringComparison.OrdinalIgnoreCase));
    }

    private static RowError? RefuseOwner(OrgStore store, SRow row, LeadConversion options)
    {
        var owner = options.OwnerId ?? row.Text(row.Type.OwnerId!.Number)!;
        var users = store["User"];
        return users.Find(owner) is not { } user
            ? new RowError(
                400, "INVALID_CROSS_REFERENCE_KEY", "Converted objects can only be owned by users. If the lead is not owned by a user, you must specify a user for the Owner field.", ["OwnerId"])
            : user[users.Type.Field("IsActive")] is false ? RowErrors.InactiveOwner(store.Schema["Account"], user.Id)
            : null;
    }

    private static RowError? RefuseTargets(OrgStore store, LeadConversion options)
    {
        if (Missing(store["Account"], options.AccountId) is { } noAccount)
        {
            return noAccount;
        }

        if (options.ContactId is { } contactId)
        {
            // A contact needs its account.
            if (options.AccountId is null)
            {
                return RowErrors.Required(["accountId"]);
            }

            var contacts = store["Contact"];
            if (Missing(contacts, contactId) is { } noContact)
            {
                return noContact;
            }

            if (contacts.Find(contactId)!.Text(contacts.Type.Field("AccountId").Number) != store["Account"].Find(options.AccountId)!.Id)
            {
                return new RowError(400, "INVALID_CROSS_REFERENCE_KEY", "The contact does not belong to the account.", ["contactId"]);
            }
        }

        return options is { OpportunityId: not null, DoNotCreateOpportunity: true }
            ? new RowError(400, "INVALID_ARGUMENT", "opportunityId cannot be specified with doNotCreateOpportunity.", ["opportunityId"])
            : Missing(store["Opportunity"], options.OpportunityId);
    }

    private static RowError? Missing(SObjectTable table, string? id) =>
        id is null ? null : table.Find(id) is not { } row ? RowErrors.MissingReference(id) : row.Deleted ? RowErrors.ReferenceDeleted : null;
}
