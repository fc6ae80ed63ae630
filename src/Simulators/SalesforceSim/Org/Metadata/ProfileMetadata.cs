namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>A profile: what its users may do.</summary>
public sealed record ProfileMetadata
{
    /// <summary>Where it stands in the file.</summary>
    public required string Place { get; init; }

    public required string Name { get; init; }

    /// <summary>"API Enabled"; without it each call is API_CURRENTLY_DISABLED.</summary>
    public bool ApiEnabled { get; init; } = true;

    /// <summary>"View and Edit Converted Leads".</summary>
    public bool EditConvertedLeads { get; init; }

    /// <summary>"Send Outbound Messages".</summary>
    public bool SendOutboundMessages { get; init; } = true;

    /// <summary>Object name to what may be done: <c>create</c>, <c>read</c>, <c>edit</c>, <c>delete</c>. Objects that are not named are open.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Objects { get; init; } = [];

    /// <summary><c>Lead.Phone</c> to <c>none</c>, <c>read</c> or <c>edit</c>. Fields that are not named are open.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];
}
