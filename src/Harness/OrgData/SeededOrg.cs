namespace SfMarketo.Harness.OrgData;

/// <summary>What a seeder has put into the two systems.</summary>
public sealed class SeededOrg
{
    /// <summary>Ids and names of accounts.</summary>
    public IList<(string Id, string Name)> Accounts { get; } = [];

    /// <summary>Leads and Contacts in the order of their creation.</summary>
    public IList<SeededPerson> People { get; } = [];

    /// <summary>People whom only Marketo knows.</summary>
    public IList<int> MarketoOnly { get; } = [];

    /// <summary>Records that the org holds by name.</summary>
    public List<SfMarketo.Harness.Expectations.NamedRecord> Named { get; } = [];

    /// <summary>Records that a system did not take: line and reason.</summary>
    public List<string> Refused { get; } = [];
}
