using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Org.Conversion;

/// <summary>Converts a lead in one transaction and one second (salesforce-data.md section 10.3).</summary>
internal sealed class LeadConverter(OrgSchema schema, ConversionFields fields, WorkflowRules workflow)
{
    /// <summary>Cause of the commits that move tasks.</summary>
    private const string MoveRule = "LeadConversion";

    private readonly SObjectType lead = schema["Lead"];
    private readonly SObjectType contact = schema["Contact"];
    private readonly SObjectType opportunity = schema["Opportunity"];

    /// <param name="transaction">Its transaction.</param>
    /// <param name="row">The lead.</param>
    /// <param name="options">The choices of the screen.</param>
    /// <param name="runLeadRules">The lead's own workflow rules run (<c>conversion.runsLeadRules</c>); those of the other rows run always.</param>
    /// <returns>The ids, or the error with the transaction to be rolled back.</returns>
    public (LeadConversionResult? Result, RowError? Error) Convert(Transaction transaction, SRow row, LeadConversion options, bool runLeadRules)
    {
        if (Refuse(transaction.Store, row, options) is { } refused)
        {
            return (null, refused);
        }

        var owner = options.OwnerId is { } id ? transaction.Store["User"].Find(id)!.Id : row.Text(lead.OwnerId!.Number)!;
        var account = Account(transaction, row, options, owner);
        var (person, error) = Contact(transaction, row, options, account, owner);
        if (person is null)
        {
            return (null, error);
        }

        var deal = options.DoNotCreateOpportunity ? null : Opportunity(transaction, row, options, account, person, owner);
        var converted = row.CopyValues();
        converted[lead.Field("IsConverted").Number] = Boxes.True;
        converted[lead.Field("IsUnreadByOwner").Number] = Boxes.False;
        converted[lead.Field("ConvertedDate").Number] = Day(transaction);
        converted[lead.Field("ConvertedAccountId").Number] = account.Id;
        converted[lead.Field("ConvertedContactId").Number] = person.Id;
        converted[lead.Field("ConvertedOpportunityId").Number] = deal?.Id;
        converted[lead.Field("Status").Number] = Status(transaction.Store, options.ConvertedStatus)!.Text(transaction.Store["LeadStatus"].Type.Field("MasterLabel").Number);
        var closed = transaction.Update(row, converted, "convert");
        if (runLeadRules)
        {
            workflow.After(transaction, row, closed);
        }

        MoveTasks(transaction, row, person, deal ?? account);
        MoveMembers(transaction, row, person);
        return (new LeadConversionResult(row.Id, account.Id, person.Id, deal?.Id), null);
    }

    private RowError? Refuse(OrgStore store, SRow row, LeadConversion options)
    {
        if (row.Type != lead)
        {
            return new RowError(400, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", []);
        }

        if (row.Deleted)
        {
            return RowErrors.Deleted;
        }

        if (row[lead.Field("IsConverted")] is true)
        {
            return RowErrors.ConvertedLead;
        }

        if (Status(store, options.ConvertedStatus)?[store["LeadStatus"].Type.Field("IsConverted")] is not true)
        {
            return new RowError(400, "INVALID_STATUS", $"invalid convertedStatus: {options.ConvertedStatus}", []);
        }

        var owner = options.OwnerId ?? row.Text(lead.OwnerId!.Number)!;
        if (store["User"].Find(owner) is null)
        {
            return new RowError(
                400, "INVALID_CROSS_REFERENCE_KEY", "Converted objects can only be owned by users. If the lead is not owned by a user, you must specify a user for the Owner field.", ["OwnerId"]);
        }

        if (options.AccountId is { } account && store["Account"].Find(account) is not { Deleted: false })
        {
            return RowErrors.MissingReference(account);
        }

        if (options.ContactId is not { } contactId)
        {
            return null;
        }

        // A contact needs its account.
        return options.AccountId is null
            ? new RowError(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [accountId]", ["accountId"])
            : store["Contact"].Find(contactId) is not { Deleted: false } ? RowErrors.MissingReference(contactId) : null;
    }

    private SRow Account(Transaction transaction, SRow row, LeadConversion options, string owner)
    {
        var type = schema["Account"];
        if (options.AccountId is null)
        {
            var values = New(type, owner);
            fields.FillAccount(row, values);
            return Saved(transaction, null, transaction.Insert(type, values));
        }

        var existing = transaction.Store[type].Find(options.AccountId)!;
        var filled = existing.CopyValues();
        return fields.FillAccount(row, filled) ? Saved(transaction, existing, transaction.Update(existing, filled)) : existing;
    }

    private (SRow? Row, RowError? Error) Contact(Transaction transaction, SRow row, LeadConversion options, SRow account, string owner)
    {
        var existing = options.ContactId is null ? null : transaction.Store[contact].Find(options.ContactId)!;
        var values = existing?.CopyValues() ?? New(contact, owner);
        var changed = fields.FillContact(row, values, existing is null, options.OverwriteLeadSource);
        if (existing is null)
        {
            values[contact.Field("AccountId").Number] = account.Id;
        }

        foreach (var field in contact.Fields)
        {
            if (field.Unique && values[field.Number] is string text && transaction.Store[contact].FindByUnique(field, text) is { } other && other.Number != existing?.Number)
            {
                return (null, RowErrors.Duplicate(field, other.Id));
            }
        }

        DerivedFields.Apply(transaction.Store, contact, existing, values, null, transaction.Stamp);
        var saved = existing is null ? transaction.Insert(contact, values) : changed ? transaction.Update(existing, values) : existing;
        return (saved == existing ? saved : Saved(transaction, existing, saved), null);
    }

    private SRow Opportunity(Transaction transaction, SRow row, LeadConversion options, SRow account, SRow person, string owner)
    {
        var values = New(opportunity, owner);
        values[opportunity.Field("Name").Number] = options.OpportunityName ?? Short(row.Text(lead.Field("Company").Number)!, opportunity.Field("Name").Length);
        values[opportunity.Field("AccountId").Number] = account.Id;
        values[opportunity.Field("StageName").Number] = opportunity.Field("StageName").Picklist[0].Value;
        values[opportunity.Field("CloseDate").Number] = EndOfQuarter(Day(transaction));
        values[opportunity.Field("LeadSource").Number] = row[lead.Field("LeadSource")];
        values[opportunity.Field("CampaignId").Number] = MembersOf(transaction.Store, row).LastOrDefault()?.Text(schema["CampaignMember"].Field("CampaignId").Number);
        values[opportunity.Field("ContactId").Number] = person.Id;
        DerivedFields.Apply(transaction.Store, opportunity, null, values, null, transaction.Stamp);
        var made = Saved(transaction, null, transaction.Insert(opportunity, values));
        RowEffects.AddPrimary(transaction, made.Id, person.Id);
        return made;
    }

    private SRow Saved(Transaction transaction, SRow? old, SRow row)
    {
        workflow.After(transaction, old, row);
        return row;
    }

    private static void MoveTasks(Transaction transaction, SRow row, SRow person, SRow what)
    {
        var tasks = transaction.Store["Task"];
        var (who, related) = (tasks.Type.Field("WhoId"), tasks.Type.Field("WhatId"));
        foreach (var task in tasks.FindByIndex(who, row.Id).Where(task => !task.Deleted).OrderBy(task => task.Number).ToList())
        {
            var values = task.CopyValues();
            values[who.Number] = person.Id;
            values[related.Number] = what.Id;
            DerivedFields.Apply(transaction.Store, task.Type, task, values, null, transaction.Stamp);
            transaction.Update(task, values, "update", MoveRule, Stamps.System);
        }
    }

    // A member keeps its lead and gets the contact too.
    private static void MoveMembers(Transaction transaction, SRow row, SRow person)
    {
        foreach (var member in MembersOf(transaction.Store, row))
        {
            var values = member.CopyValues();
            values[member.Type.Field("ContactId").Number] = person.Id;
            DerivedFields.Apply(transaction.Store, member.Type, member, values, null, transaction.Stamp);
            transaction.Update(member, values, "update", MoveRule, Stamps.System);
        }
    }

    private static List<SRow> MembersOf(OrgStore store, SRow row)
    {
        var members = store["CampaignMember"];
        return [.. members.FindByIndex(members.Type.Field("LeadId"), row.Id).Where(member => !member.Deleted).OrderBy(member => member.Number)];
    }

    private static SRow? Status(OrgStore store, string name)
    {
        var statuses = store["LeadStatus"];
        var label = statuses.Type.Field("MasterLabel");
        return statuses.Rows.FirstOrDefault(status => string.Equals(status.Text(label.Number), name, StringComparison.OrdinalIgnoreCase));
    }

    private static object?[] New(SObjectType type, string owner)
    {
        var values = new object?[type.Fields.Count];
        foreach (var field in type.Fields)
        {
            if (field.Type == SFieldType.Boolean)
            {
                values[field.Number] = Boxes.False;
            }
        }

        values[type.OwnerId!.Number] = owner;
        return values;
    }

    private static string Short(string text, int most) => text.Length <= most ? text : text[..most];

    private static DateOnly Day(Transaction transaction) => DateOnly.FromDateTime(Micros.ToInstant(transaction.Stamp).UtcDateTime);

    // The fiscal year of a fresh org is the calendar year.
    private static DateOnly EndOfQuarter(DateOnly day) => new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1).AddMonths(3).AddDays(-1);
}
