using SfMarketo.Harness.OrgData;
using SfMarketo.MarketoSim.Lists;
using SfMarketo.MarketoSim.Options;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.Tests.Virtual;

/// <summary>What a story's world is made of, where it is not the ordinary one.</summary>
internal sealed record StageShape
{
    public DateTimeOffset Start { get; init; } = new(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);

    public int CallsPerDay { get; init; } = 50_000;

    /// <summary>Where the seller sits, IANA name.</summary>
    public string SellerZone { get; init; } = "UTC";

    /// <summary>Queues that can own Leads.</summary>
    public IReadOnlyList<string> Queues { get; init; } = [];

    /// <summary>Whether Tasks can be upserted by <c>MarketoGuid__c</c>.</summary>
    public bool TaskGuidIsExternalId { get; init; } = true;

    /// <summary>Of a Marketo token, seconds.</summary>
    public int TokenLifetime { get; init; } = 3600;

    /// <summary>Of a Salesforce session, whether used or not.</summary>
    public TimeSpan SessionTimeout { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Marketo's static lists.</summary>
    public IReadOnlyList<MarketoList> Lists { get; init; } = StandardAssets.Lists;

    public MarketoSwitches MarketoSwitches { get; init; } = new();

    /// <summary>Salesforce's outbound messages, and what fires them.</summary>
    public IReadOnlyList<OutboundMessageDefinition> OutboundMessages { get; init; } = [];

    public IReadOnlyList<WorkflowRule> WorkflowRules { get; init; } = [];

    /// <summary>Custom fields that a conversion carries from Lead to Contact.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ConversionFieldMap { get; init; } =
        [new("Lead_Score__c", "Lead_Score__c"), new("MarketoPersonId__c", "MarketoPersonId__c")];
}
