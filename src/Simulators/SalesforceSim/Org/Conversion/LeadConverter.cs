using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Org.Conversion;

/// <summary>Converts a lead in one transaction and one second (salesforce-data.md section 10.3).</summary>
/// <param name="schema">The org's objects.</param>
/// <param name="fields">What goes where.</param>
/// <param name="writer">Saves the rows, with the rules of their objects.</param>
internal sealed class LeadConverter(OrgSchema schema, ConversionFields fields, Func<RowWriter> writer)
{
    /// <summary>Cause of the commits that move activities and members.</summary>
    private const string MoveRule = "LeadConversion";

    private readonly SObjectType lead = schema["Lead"];
    private readonly SObjectType contact = schema["Contact"];
    private readonly SObjectType opportunity = schema["Opportunity"];

    /// <param name="transaction">Its transaction.</param>
    /// <param name="row">The lead.</param>
    /// <param name="options">The choices of the screen.</param>
    /// <param name="runLeadRules">The lead's own validation and workflow rules run (<c>conversion.runsLeadRules</c>); those of the other rows run always.</param>
    /// <returns>The ids, or the error with the transaction to be rolled back.</returns>
    public (LeadConversionResult? Result, RowError? Error) Convert(Transaction transaction, SRow row, LeadConversion options, bool runLeadRules)
    {
        if (ConversionChecks.Refuse(transaction.Store, row, options) is { } refused)
        {
            return (null, refused);
        }

        var owner = options.OwnerId is { } id ? transaction.Store["User"].Find(id)!.Id : row.Text(lead.OwnerId!.Number)!;
        var (account, noAccount) = Account(transaction, row, options, owner);
        if (account is null)
        {
            return (null, noAccount);
        }

        var (person, noPerson) = Contact(transaction, row, options, account, owner);
        if (person is null)
        {
            return (null, noPerson);
        }

        SRow? deal = null;
        if (!options.DoNotCreateOpportunity)
        {
            var result = Opportunity(transaction, row, options, account, person, owner);
            if (result.Row is null)
            {
                return (null, result.Error);
            }

            deal = result.Row;
        }

        var closed = writer().Save(transaction, lead, Converted(transaction, row, options, account, person, deal), row, "convert", runLeadRules);
        if (closed.Row is null)
        {
            return (null, closed.Error);
        }

        MoveActivities(transaction, "Task", row, person, deal ?? account);
        MoveActivities(transaction, "Event", row, person, deal ?? account);
        MoveMembers(transaction, row, person);
        return (new LeadConversionResult(row.Id, account.Id, person.Id, deal?.Id), null);
    }

    private object?[] Converted(Transaction transaction, SRow row, LeadConversion options, SRow account, SRow person, SRow? deal)
    {
        var values = row.CopyValues();
        values[lead.Field("IsConverted").Number] = Boxes.True;
        values[lead.Field("IsUnreadByOwner").Number] = Boxes.False;
        values[lead.Field("ConvertedDate").Number] = Day(transaction);
        values[lead.Field("ConvertedAccountId").Number] = account.Id;
        values[lead.Field("ConvertedContactId").Number] = person.Id;
        values[lead.Field("ConvertedOpportunityId").Number] = deal?.Id;
        values[lead.Field("Status").Number] = ConversionChecks.Status(transaction.Store, options.ConvertedStatus)!.Text(transaction.Store["LeadStatus"].Type.Field("MasterLabel").Number);
        return values;
    }

    private WriteResult Account(Transaction transaction, SRow row, LeadConversion options, string owner)
    {
        var type = schema["Account"];
        if (options.AccountId is null)
        {
            var values = New(transaction, type, owner);
            fields.FillAccount(row, values);
            return Save(transaction, type, values, null);
        }

        var existing = transaction.Store[type].Find(options.AccountId)!;
        var filled = existing.CopyValues();
        return fields.FillAccount(row, filled) ? Save(transaction, type, filled, existing) : new WriteResult(existing);
    }

    private WriteResult Contact(Transaction transaction, SRow row, LeadConversion options, SRow account, string owner)
    {
        var existing = options.ContactId is null ? null : transaction.Store[contact].Find(options.ContactId)!;
        var values = existing?.CopyValues() ?? New(transaction, contact, owner);
        var changed = fields.FillContact(row, values, existing is null, options.OverwriteLeadSource);
        if (existing is null)
        {
            values[contact.Field("AccountId").Number] = account.Id;
        }

        DerivedFields.Apply(transaction.Store, contact, existing, values, null, transaction.Stamp);
        return existing is null || changed ? Save(transaction, contact, values, existing) : new WriteResult(existing);
    }

    private WriteResult Opportunity(Transaction transaction, SRow row, LeadConversion options, SRow account, SRow person, string owner)
    {
        if (options.OpportunityId is not null)
        {
            return Existing(transaction, row, transaction.Store[opportunity].Find(options.OpportunityId)!, person);
        }

        var values = New(transaction, opportunity, owner);
        values[opportunity.Field("Name").Number] = Short(options.OpportunityName ?? row.Text(lead.Field("Company").Number)!, opportunity.Field("Name").Length);
        values[opportunity.Field("AccountId").Number] = account.Id;
        values[opportunity.Field("StageName").Number] = opportunity.Field("StageName").Picklist[0].Value;
        values[opportunity.Field("CloseDate").Number] = FiscalYear.EndOfQuarter(transaction.Store, Day(transaction));
        values[opportunity.Field("LeadSource").Number] = row[lead.Field("LeadSource")];
        values[opportunity.Field("CampaignId").Number] = MembersOf(transaction.Store, row).LastOrDefault()?.Text(schema["CampaignMember"].Field("CampaignId").Number);
        values[opportunity.Field("ContactId").Number] = person.Id;
        fields.FillOpportunity(row, values);
        DerivedFields.Apply(transaction.Store, opportunity, null, values, null, transaction.Stamp);
        return Save(transaction, opportunity, values, null);
    }

    // The contact gets a role, the primary one when there is none.
    private WriteResult Existing(Transaction transaction, SRow row, SRow deal, SRow person)
    {
        var roles = transaction.Store["OpportunityContactRole"];
        var present = roles.FindByIndex(roles.Type.Field("OpportunityId"), deal.Id).Where(role => !role.Deleted).ToList();
        if (!present.Exists(role => role.Text(roles.Type.Field("ContactId").Number) == person.Id))
        {
            RowEffects.AddRole(transaction, deal.Id, person.Id, primary: !present.Exists(role => role[roles.Type.Field("IsPrimary")] is true));
        }

        var values = deal.CopyValues();
        return fields.FillOpportunity(row, values) ? Save(transaction, opportunity, values, deal) : new WriteResult(deal);
    }

    private WriteResult Save(Transaction transaction, SObjectType type, object?[] values, SRow? old) => writer().Save(transaction, type, values, old, "update", runRules: true);

    private object?[] New(Transaction transaction, SObjectType type, string owner)
    {
        var values = writer().New(transaction, type);
        values[type.OwnerId!.Number] = owner;
        return values;
    }

    private static void MoveActivities(Transaction transaction, string name, SRow row, SRow person, SRow what)
    {
        var table = transaction.Store[name];
        var (who, related) = (table.Type.Field("WhoId"), table.Type.Field("WhatId"));
        foreach (var number in table.FindByIndex(who, row.Id).Where(activity => !activity.Deleted).Select(activity => activity.Number).Order().ToList())
        {
            var activity = table[number]!;
            var values = activity.CopyValues();
            values[who.Number] = person.Id;
            values[related.Number] = what.Id;
            DerivedFields.Apply(transaction.Store, activity.Type, activity, values, null, transaction.Stamp);
            transaction.Update(activity, values, "update", MoveRule, Stamps.System);
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

    private static string Short(string text, int most) => text.Length <= most ? text : text[..most];

    private static DateOnly Day(Transaction transaction) => DateOnly.FromDateTime(Micros.ToInstant(transaction.Stamp).UtcDateTime);
}
