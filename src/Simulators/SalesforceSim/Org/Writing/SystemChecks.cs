using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org.Metadata;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>The checks that no administrator can switch off: required fields, what lookups point to, rules of single objects, unique fields.</summary>
internal sealed class SystemChecks(SalesforceSwitches switches, OrgMetadata metadata)
{
    private readonly ReferenceChecks references = new(switches);
    private readonly AddressChecks addresses = new(metadata);

    /// <summary>All checks of a row; changes nothing but fills state, country and their codes in from each other.</summary>
    public RowError? Check(Transaction transaction, RowInput input, object?[] values, SRow? self) =>
        CheckRequired(input.Type, values, input, self is null) ?? CheckRow(transaction, input, values, self) ?? ReferenceChecks.CheckUnique(transaction.Store, input, self);

    /// <summary>All checks but that of unique fields, which the vendor makes when it writes.</summary>
    public RowError? CheckBeforeRules(Transaction transaction, RowInput input, object?[] values, SRow? self) =>
        CheckRequired(input.Type, values, input, self is null) ?? CheckRow(transaction, input, values, self);

    /// <summary>The first row that the write needs and that another transaction holds for longer than it waits.</summary>
    public RowError? CheckLocks(Transaction transaction, SObjectType type, object?[] values, SRow? self) =>
        transaction.Store.Locks.Any && transaction.Store.Locks.Blocking(type, values, self, transaction.At, switches.LockPatience) is { } id ? RowErrors.Locked(id) : null;

    private RowError? CheckRow(Transaction transaction, RowInput input, object?[] values, SRow? self) =>
        references.CheckReferences(transaction.Store, input, values) ?? addresses.Check(input, values) ?? input.Type.Name switch
        {
            "Task" or "Event" when IsLeadWithWhat(transaction.Store, input.Type, values) => RowErrors.LeadTaskWithWhat,
            "Event" => CheckTimes(input, values),
            "CampaignMember" when self is null => CheckMember(transaction.Store, input.Type, values),
            _ => null,
        };

    private static bool IsLeadWithWhat(OrgStore store, SObjectType type, object?[] values) =>
        values[type.Field("WhatId").Number] is not null && values[type.Field("WhoId").Number] is string who && store.Find(who)?.Type.Name == "Lead";

    // One of the two persons, and each person once in a campaign.
    private static RowError? CheckMember(OrgStore store, SObjectType type, object?[] values)
    {
        var (lead, contact, campaign) = (type.Field("LeadId"), type.Field("ContactId"), type.Field("CampaignId"));
        var person = values[contact.Number] is null ? lead : contact;
        return values[person.Number] is not string id ? RowErrors.MemberWithoutPerson
            : store[type].FindByIndex(person, id).Any(member => !member.Deleted && Equals(member[campaign], values[campaign.Number])) ? RowErrors.AlreadyMember
            : null;
    }

    // A start, and a duration or an end; all-day events need a day only.
    private static RowError? CheckTimes(RowInput input, object?[] values)
    {
        var type = input.Type;
        var start = values[type.Field("ActivityDateTime").Number] ?? values[type.Field("StartDateTime").Number];
        var day = values[type.Field("IsAllDayEvent").Number] is true;
        var (duration, end) = (values[type.Field("DurationInMinutes").Number] as int?, values[type.Field("EndDateTime").Number] as long?);
        if (day ? start is null && values[type.Field("ActivityDate").Number] is null : start is null || duration is null && end is null)
        {
            return RowErrors.EventWithoutTime;
        }

        return !day && input.Has(type.Field("DurationInMinutes")) && input.Has(type.Field("EndDateTime")) && (end - (long)start!) / Micros.PerSecond / 60 != duration ? RowErrors.EventDuration : null;
    }

    private static RowError? CheckRequired(SObjectType type, object?[] values, RowInput input, bool creating)
    {
        List<string>? missing = null;
        foreach (var field in type.Required)
        {
            if (values[field.Number] is null && (creating ? field.RequiredOnCreate : input.Has(field)))
            {
                (missing ??= []).Add(field.Name);
            }
        }

        return missing is null ? null : RowErrors.Required(missing);
    }
}
