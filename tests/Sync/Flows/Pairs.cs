using SfMarketo.Sync;
using SfMarketo.Sync.Flows;
using SfMarketo.Sync.Flows.FieldSync;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.State;

namespace SfMarketo.Tests.Sync.Flows;

/// <summary>Linked pairs whose two sides agree.</summary>
internal static class Pairs
{
    public static readonly SalesforceId LeadId = SalesforceId.Parse("00Q000000000001");
    public static readonly SalesforceId ContactId = SalesforceId.Parse("003000000000001");

    public static Canonical Canonical { get; } = new(1, 2);

    public static FieldSyncFlow Flow { get; } = new(FieldMap.Seed, Canonical);

    public static FieldBag Row() => new()
    {
        { "Id", LeadId.ToString() },
        { "Email", "ada@example.com" },
        { "FirstName", "Ada" },
        { "LastName", "Lovelace" },
        { "Company", "Engines" },
        { "Status", "Open - Not Contacted" },
        { "MobilePhone", "1" },
        { "Lead_Score__c", 10m },
        { "HasOptedOutOfEmail", false },
    };

    public static FieldBag Person() => new()
    {
        { "id", 7 },
        { "sfdcPersonId", LeadId.ToString() },
        { "email", "ada@example.com" },
        { "firstName", "Ada" },
        { "lastName", "Lovelace" },
        { "company", "Engines" },
        { "leadStatus", "Open - Not Contacted" },
        { "mobilePhone", "1" },
        { "leadScore", 10m },
        { "unsubscribed", false },
    };

    public static Link Link(string stage = "") => new() { MarketoId = 7, SalesforceId = LeadId, Stage = stage, Shadow = new Shadow(FieldMap.Seed.Fields.Count) };

    /// <summary>A pair that has met: both shadows know the agreed values.</summary>
    public static Pair Agreed()
    {
        var pair = new Pair(Link(), null, null);
        Flow.FirstMeeting(pair, Row(), Person());
        return pair;
    }

    public static FieldBag With(this FieldBag bag, string name, FieldValue value)
    {
        bag.Set(name, value);
        return bag;
    }
}
