using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>Creates, updates and deletes rows in the vendor's save order: checks, derived fields, write, assignment, workflow, effects on other rows.</summary>
/// <remarks>An error leaves the transaction as it was before the row.</remarks>
internal sealed class RowWriter(SalesforceSwitches switches, AssignmentRules assignment, WorkflowRules workflow)
{
    private readonly ReferenceChecks references = new(switches);
    private readonly RowEffects effects = new(switches);
    private readonly DeleteCascade cascade = new(switches);

    public WriteResult Create(Transaction transaction, RowInput input, bool assign)
    {
        var type = input.Type;
        if (!type.Writable)
        {
            return new WriteResult(RowErrors.NotWritable(type));
        }

        if (input.Error is { } fault)
        {
            return new WriteResult(fault);
        }

        var values = Defaults(transaction, type);
        Fill(input, values);
        if (CheckRequired(type, values, input, creating: true) is { } missing)
        {
            return new WriteResult(missing);
        }

        if (Check(transaction, input, values, null) is { } problem)
        {
            return new WriteResult(problem);
        }

        DerivedFields.Apply(transaction.Store, type, null, values, input, transaction.Stamp);
        var row = transaction.Insert(type, values);
        if (assign && type.Name == "Lead")
        {
            row = assignment.Run(transaction, row, created: true);
        }

        workflow.After(transaction, null, row);
        effects.After(transaction, null, row);
        return new WriteResult(row);
    }

    public WriteResult Update(Transaction transaction, SRow row, RowInput input, bool assign)
    {
        var type = input.Type;
        if (!type.Writable)
        {
            return new WriteResult(RowErrors.NotWritable(type));
        }

        if (input.Error is { } fault)
        {
            return new WriteResult(fault);
        }

        if (row.Deleted)
        {
            return new WriteResult(RowErrors.Deleted);
        }

        if (type.Name == "Lead" && switches.ConvertedLeadsReadOnly && row[type.Field("IsConverted")] is true)
        {
            return new WriteResult(RowErrors.ConvertedLead);
        }

        if (CreateOnly(input) is { } fixedFields)
        {
            return new WriteResult(fixedFields);
        }

        var values = row.CopyValues();
        Fill(input, values);
        if (CheckRequired(type, values, input, creating: false) is { } missing)
        {
            return new WriteResult(missing);
        }

        if (Check(transaction, input, values, row) is { } problem)
        {
            return new WriteResult(problem);
        }

        DerivedFields.Apply(transaction.Store, type, row, values, input, transaction.Stamp);
        if (!switches.UnchangedUpdateTouches && Same(row, values))
        {
            return new WriteResult(row);
        }

        var next = transaction.Update(row, values);
        if (assign && type.Name == "Lead")
        {
            next = assignment.Run(transaction, next, created: false);
        }

        workflow.After(transaction, row, next);
        effects.After(transaction, row, next);
        return new WriteResult(next);
    }

    public WriteResult Delete(Transaction transaction, SRow row)
    {
        if (!row.Type.Writable)
        {
            return new WriteResult(RowErrors.NotWritable(row.Type));
        }

        if (row.Deleted)
        {
            return new WriteResult(RowErrors.Deleted);
        }

        return cascade.Refuse(transaction.Store, row) is { } refused ? new WriteResult(refused) : new WriteResult(DeleteCascade.Delete(transaction, row));
    }

    private RowError? Check(Transaction transaction, RowInput input, object?[] values, SRow? self)
    {
        if (references.CheckReferences(transaction.Store, input) is { } reference)
        {
            return reference;
        }

        if (input.Type.Name == "Task"
            && values[input.Type.Field("WhatId").Number] is not null
            && values[input.Type.Field("WhoId").Number] is string who
            && transaction.Store.Find(who)?.Type.Name == "Lead")
        {
            return RowErrors.LeadTaskWithWhat;
        }

        return (input.Type.Name == "CampaignMember" && self is null ? CheckMember(transaction.Store, input.Type, values) : null) ?? ReferenceChecks.CheckUnique(transaction.Store, input, self);
    }

    // One of the two persons, and each person once in a campaign.
    private static RowError? CheckMember(OrgStore store, SObjectType type, object?[] values)
    {
        var (lead, contact, campaign) = (type.Field("LeadId"), type.Field("ContactId"), type.Field("CampaignId"));
        var person = values[contact.Number] is null ? lead : contact;
        return values[person.Number] is not string id ? RowErrors.MemberWithoutPerson
            : store[type].FindByIndex(person, id).Any(member => !member.Deleted && Equals(member[campaign], values[campaign.Number])) ? RowErrors.AlreadyMember
            : null;
    }

    private static object?[] Defaults(Transaction transaction, SObjectType type)
    {
        var values = new object?[type.Fields.Count];
        foreach (var field in type.Fields)
        {
            if (field.Type == SFieldType.Boolean)
            {
                values[field.Number] = Boxes.Of(field.Name == "IsUnreadByOwner");
            }
            else if (field.DefaultedOnCreate && field.Picklist.Count > 0)
            {
                values[field.Number] = field.Picklist.FirstOrDefault(value => value.IsDefault)?.Value;
            }
        }

        if (type.OwnerId is { } owner)
        {
            values[owner.Number] = transaction.UserId;
        }

        return values;
    }

    private static void Fill(RowInput input, object?[] values)
    {
        foreach (var (field, value) in input.Values)
        {
            // A checkbox has no null, and a null owner or status on create means the default.
            if (value is null && field.Type == SFieldType.Boolean)
            {
                values[field.Number] = Boxes.False;
            }
            else if (value is not null || !field.DefaultedOnCreate || values[SystemFields.Id] is not null)
            {
                values[field.Number] = value;
            }
        }
    }

    private static RowError? CheckRequired(SObjectType type, object?[] values, RowInput input, bool creating)
    {
        List<string>? missing = null;
        foreach (var field in type.Fields)
        {
            if (!field.Nillable && field.Createable && field.Type != SFieldType.Boolean && values[field.Number] is null && (creating ? field.RequiredOnCreate : input.Has(field)))
            {
                (missing ??= []).Add(field.Name);
            }
        }

        return missing is null ? null : RowErrors.Required(missing);
    }

    private static RowError? CreateOnly(RowInput input)
    {
        List<string>? named = null;
        foreach (var (field, _) in input.Values)
        {
            if (!field.Updateable)
            {
                (named ??= []).Add(field.Name);
            }
        }

        return named is null ? null : RowErrors.ReadOnly(named);
    }

    private static bool Same(SRow row, object?[] values)
    {
        for (var number = 0; number < values.Length; number++)
        {
            if (!Equals(row[number], values[number]))
            {
                return false;
            }
        }

        return true;
    }
}
