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
}
