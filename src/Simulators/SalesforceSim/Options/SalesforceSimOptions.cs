using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim.Org.Metadata;
using SfMarketo.SalesforceSim.Query;

namespace SfMarketo.SalesforceSim.Options;

/// <summary>The simulated org: its limits, apps, users, rules and schema.</summary>
public sealed class SalesforceSimOptions
{
    /// <summary>API requests in any 24 h, over all users and apps. Default 100,000, an Enterprise org.</summary>
    public int RequestsPerDay { get; init; } = 100_000;

    /// <summary>Requests that count as made in the minute of the start: somebody else's use.</summary>
    public int RequestsSpent { get; init; }

    /// <summary>Calls of 20 s and longer that may run at once. Default 25, a production org.</summary>
    public int ConcurrentLongRunning { get; init; } = 25;

    /// <summary>Limits of the Bulk APIs.</summary>
    public BulkLimits Bulk { get; init; } = new();

    /// <summary>Apps that may sign in.</summary>
    public IReadOnlyList<ConnectedApp> ConnectedApps { get; init; } = [];

    /// <summary>Users by username. There is always an administrator besides, who does what people do.</summary>
    public IReadOnlyList<OrgUser> Users { get; init; } = [];

    /// <summary>Queues by name; they can own Leads and Tasks.</summary>
    public IReadOnlyList<string> Queues { get; init; } = [];

    /// <summary>A session ends after so long without a call. Default 2 h, the vendor's default; the vendor allows 15 min to 24 h.</summary>
    public TimeSpan SessionTimeout { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How long the org works on a call. Default none; virtual time asks for p50 150 ms, p99 1.2 s.</summary>
    public LatencyDistribution ServiceTime { get; init; } = LatencyDistribution.None;

    /// <summary>What <c>instance_url</c> says, without trailing slash. Null: the origin of the token request.</summary>
    public string? InstanceUrl { get; init; }

    /// <summary>The active assignment rule of Leads. Default none, so that a plain client's create keeps its owner.</summary>
    public AssignmentRule? AssignmentRule { get; init; }

    /// <summary>Lead field to Contact field on conversion, as an administrator maps custom fields. Default the seed's score and link.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ConversionFieldMap { get; init; } =
        [new("Lead_Score__c", "Lead_Score__c"), new("MarketoPersonId__c", "MarketoPersonId__c")];

    /// <summary>Outbound messages by definition. They are sent while <see cref="OutboundMessages.OutboundDelivery.RunAsync"/> runs.</summary>
    public IReadOnlyList<OutboundMessageDefinition> OutboundMessages { get; init; } = [];

    /// <summary>Rules that decide which outbound messages a save fires. Default none.</summary>
    public IReadOnlyList<WorkflowRule> WorkflowRules { get; init; } = [];

    /// <summary>How long a message waits before it is sent first; notifications that come meanwhile join it, up to 100. The vendor publishes no figure. Default p50 1 s, p99 5 s.</summary>
    public LatencyDistribution OutboundDelay { get; init; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));

    /// <summary>Share of messages, 0 to 1, that are sent once more after a good ACK. Default none.</summary>
    public double OutboundRepeats { get; init; }

    /// <summary>Task.MarketoGuid__c is a unique external id. Default true; false leaves it a plain text field, as in an org whose administrator did not tick the box.</summary>
    public bool TaskGuidIsExternalId { get; init; } = true;

    /// <summary>The switch <c>auth.passwordGrant</c> is on at the start: the username-password grant signs active users in. Default off, as in new orgs; profile <c>developer</c> has it on.</summary>
    public bool AllowPasswordGrant { get; init; }

    /// <summary>What custom Apex REST classes answer. Default none: 404.</summary>
    public IReadOnlyList<ApexRestAnswer> ApexRest { get; init; } = [];

    /// <summary>Custom invocable actions: flows and Apex methods with a fixed outcome. Default none.</summary>
    public IReadOnlyList<CustomAction> CustomActions { get; init; } = [];

    /// <summary>Further fields by object, one a line: <c>Region__c string(40) uq xid "Region"</c> (types and flags as in the schema's own tables).</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ExtraFields { get; init; } = [];

    /// <summary>Custom objects and fields, rules, queues, profiles, as read from a file. Default none.</summary>
    public OrgMetadata Metadata { get; init; } = OrgMetadata.None;

    /// <summary>What the vendor leaves unclear.</summary>
    public SalesforceSwitches Switches { get; init; } = new();

    /// <summary>What the vendor leaves unclear about queries.</summary>
    public QueryOptions Query { get; init; } = new();
}
