using SfMarketo.Kernel.Quotas;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>What the org knows of a user that is no row: password, token, how they may sign in, and how often they did.</summary>
internal sealed class UserAccount
{
    /// <summary>Logins an hour and user (Salesforce Help, "Login rate limit").</summary>
    private const int LoginsPerHour = 3_600;

    // Salesforce Help, "Set password policies": maximum invalid login attempts 10, lockout effective period 15 minutes.
    private const int MostFailures = 10;
    private static readonly long LockedFor = (long)TimeSpan.FromMinutes(15).TotalMicroseconds;

    private CallWindow? logins;
    private int failures;
    private long lockedUntil = long.MinValue;

    /// <summary>Null: any that is not empty.</summary>
    public string? Password { get; set; }

    /// <summary>Null: none is asked for.</summary>
    public string? SecurityToken { get; set; }

    public bool ApiEnabled { get; set; } = true;

    /// <summary>Login hours or addresses refuse every sign-in.</summary>
    public bool LoginRestricted { get; set; }

    public static UserAccount Of(OrgUser user)
    {
        var account = new UserAccount();
        account.Take(user);
        return account;
    }

    /// <summary>Sets what an administrator sets.</summary>
    public void Take(OrgUser user) =>
        (Password, SecurityToken, ApiEnabled, LoginRestricted) = (user.Password, user.SecurityToken, user.ApiEnabled, user.LoginRestricted);

    /// <summary>Too many wrong passwords of late.</summary>
    public bool IsLocked(long now) => now < lockedUntil;

    /// <summary>Judges password and security token, which clients send as one text; wrong ones are counted.</summary>
    public bool TakesPassword(string sent, long now)
    {
        if (IsLocked(now))
        {
            return false;
        }

        if (sent.Length > 0 && (Password is null || sent == Password + SecurityToken))
        {
            failures = 0;
            return true;
        }

        if (++failures >= MostFailures)
        {
            (failures, lockedUntil) = (0, now + LockedFor);
        }

        return false;
    }

    /// <summary>Counts a sign-in; false when there were too many in the last hour.</summary>
    public bool TryEnter(long now) => (logins ??= new CallWindow(LoginsPerHour, TimeSpan.FromHours(1))).TryEnter(now);

    public UserAccount Copy()
    {
        var copy = (UserAccount)MemberwiseClone();
        copy.logins = logins?.Copy();
        return copy;
    }
}
