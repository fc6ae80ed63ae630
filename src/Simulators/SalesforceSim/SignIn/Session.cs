using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>What an access token stands for; in <see cref="Kernel.Calls.SimCall.Session"/> of each admitted call.</summary>
internal sealed class Session(string token, SRow user, string username, long usedAt)
{
    private bool? allowsApi;

    public string Token { get; } = token;

    /// <summary>The User row at sign-in.</summary>
    public SRow User { get; } = user;

    public string Username { get; } = username;

    /// <summary>IANA name, for date literals.</summary>
    public string TimeZone => User.Text(User.Type.Field("TimeZoneSidKey").Number) ?? "UTC";

    /// <summary>Consumer key of the app; null for SOAP login and for what the org opens itself.</summary>
    public string? App { get; init; }

    /// <summary>What it may do; empty for all.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The refresh token that it hangs on, or null.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>Microseconds since 1970 UTC.</summary>
    public long OpenedAt { get; } = usedAt;

    /// <summary>Last use that counts, microseconds since 1970 UTC.</summary>
    public long UsedAt { get; set; } = usedAt;

    /// <summary>The user's account, once looked up.</summary>
    public UserAccount? Account { get; set; }

    public bool AllowsApi => allowsApi ??= Scopes.Count == 0 || Scopes.Contains("api") || Scopes.Contains("full");
}
