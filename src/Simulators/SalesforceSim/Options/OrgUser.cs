namespace SfMarketo.SalesforceSim.Options;

/// <summary>A user of the org.</summary>
/// <param name="Username">Unique, in the form of an e-mail address.</param>
/// <param name="LastName">Family name.</param>
/// <param name="FirstName">Given name, or null.</param>
/// <param name="IsActive">An inactive user can neither sign in nor own rows.</param>
/// <param name="TimeZone">IANA name; decides what TODAY means in queries.</param>
public sealed record OrgUser(string Username, string LastName = "User", string? FirstName = null, bool IsActive = true, string TimeZone = "UTC")
{
    /// <summary>Null: any password that is not empty is right.</summary>
    public string? Password { get; init; }

    /// <summary>Stands behind the password when a client signs in with it; null: none is asked for.</summary>
    public string? SecurityToken { get; init; }

    /// <summary>The profile's "API Enabled".</summary>
    public bool ApiEnabled { get; init; } = true;

    /// <summary>The profile's login hours or addresses refuse every sign-in.</summary>
    public bool LoginRestricted { get; init; }
}
