namespace SfMarketo.MarketoSim.Options;

/// <summary>A custom service of an API-only user. Tokens belong to the service, not to the user.</summary>
/// <param name="ClientId">The service's client id.</param>
/// <param name="ClientSecret">Its secret.</param>
/// <param name="User">The owning API-only user: <c>scope</c> of the identity answer, <c>userId</c> of the usage pages.</param>
public sealed record MarketoCredential(string ClientId, string ClientSecret, string User)
{
    /// <summary>What the user's role allows. Default: everything.</summary>
    public MarketoPermissions Permissions { get; init; } = MarketoPermissions.All;

    /// <summary>Names of the lead partitions whose people the user sees, by its workspaces; none listed means all.</summary>
    public IReadOnlyList<string> Partitions { get; init; } = [];
}
