namespace SfMarketo.Harness.OrgData;

/// <summary>How an org is seeded beyond its counts.</summary>
public sealed record SeedOptions
{
    /// <summary>Ids of users who own the accounts, Leads and Contacts; none: the administrator does.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>Each account is a Marketo company too, and its linked Contacts belong to it.</summary>
    public bool Companies { get; init; }

    /// <summary>Number in the first e-mail; higher than all before when people are added to an org.</summary>
    public int FirstNumber { get; init; } = 1;
}
