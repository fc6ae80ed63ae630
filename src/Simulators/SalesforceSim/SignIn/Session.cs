using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>What an access token stands for; in <see cref="Kernel.Calls.SimCall.Session"/> of each admitted call.</summary>
internal sealed class Session(string token, SRow user, string username, long usedAt)
{
    public string Token { get; } = token;

    /// <summary>The User row at sign-in.</summary>
    public SRow User { get; } = user;

    public string Username { get; } = username;

    /// <summary>IANA name, for date literals.</summary>
    public string TimeZone => User.Text(User.Type.Field("TimeZoneSidKey").Number) ?? "UTC";

    /// <summary>Consumer key of the app; null for what the org opens itself.</summary>
    public string? App { get; set; }

    /// <summary>Last use that counts, microseconds since 1970 UTC.</summary>
    public long UsedAt { get; set; } = usedAt;
}
