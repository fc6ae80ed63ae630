namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>What the org's administrator has set up: objects, fields, rules, permissions. Read from JSON by <see cref="MetadataReader"/>.</summary>
/// <remarks>Each part has its place in the file (<c>validationRules[0]</c>) for messages.</remarks>
public sealed record OrgMetadata
{
    /// <summary>A fresh org.</summary>
    public static OrgMetadata None { get; } = new();

    public IReadOnlyList<ObjectMetadata> Objects { get; init; } = [];

    /// <summary>Fields of objects that are there already, by the object's name.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<FieldMetadata>>> Fields { get; init; } = [];

    public IReadOnlyList<ValidationRuleMetadata> ValidationRules { get; init; } = [];

    public IReadOnlyList<WorkflowRuleMetadata> WorkflowRules { get; init; } = [];

    public IReadOnlyList<AssignmentRuleMetadata> AssignmentRules { get; init; } = [];

    public IReadOnlyList<QueueMetadata> Queues { get; init; } = [];

    public IReadOnlyList<MatchingRuleMetadata> MatchingRules { get; init; } = [];

    public IReadOnlyList<DuplicateRuleMetadata> DuplicateRules { get; init; } = [];

    public IReadOnlyList<RecordTypeMetadata> RecordTypes { get; init; } = [];

    public IReadOnlyList<ProfileMetadata> Profiles { get; init; } = [];

    /// <summary>Username to the name of the profile.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Users { get; init; } = [];

    /// <summary>1 to 12. Default 1: the fiscal year is the calendar year.</summary>
    public int FiscalYearStartMonth { get; init; } = 1;

    /// <summary>Rows that the recycle bin holds; the oldest go first. The vendor's figure is 25 for each MB of storage: 250,000 at 10 GB, the least that an Enterprise org has.</summary>
    public int RecycleBinRows { get; init; } = 250_000;

    /// <summary>The org takes API calls. False: API_DISABLED_FOR_ORG.</summary>
    public bool ApiEnabled { get; init; } = true;

    /// <summary>Countries with their states, where the org has state and country picklists; empty where it has not.</summary>
    public IReadOnlyList<CountryMetadata> Countries { get; init; } = [];
}
