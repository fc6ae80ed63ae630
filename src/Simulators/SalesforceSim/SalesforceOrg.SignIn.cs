using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.SignIn;

namespace SfMarketo.SalesforceSim;

/// <content>Apps and users while the org runs, as an administrator sets them up.</content>
public sealed partial class SalesforceOrg
{
    /// <summary>Adds a connected app, or takes the place of the one with its consumer key; open sessions stay.</summary>
    /// <exception cref="ArgumentException">Its key cannot be read.</exception>
    public void SetConnectedApp(ConnectedApp app)
    {
        ArgumentNullException.ThrowIfNull(app);
        lock (Gate)
        {
            SignIn.Register(app);
        }
    }

    /// <summary>The connected app of a consumer key; null when there is none.</summary>
    public ConnectedApp? ConnectedApp(string consumerKey)
    {
        lock (Gate)
        {
            return SignIn.App(consumerKey)?.Settings;
        }
    }

    /// <summary>Adds a user, or changes the one with this user name. Who becomes inactive loses their sessions.</summary>
    /// <returns>The id, 18 characters.</returns>
    public string SetUser(OrgUser user, string cause)
    {
        ArgumentNullException.ThrowIfNull(user);
        lock (Gate)
        {
            var existing = SignInChecks.FindUser(this, user.Username);
            var values = existing?.CopyValues() ?? new object?[Store["User"].Type.Fields.Count];
            new OrgSeed(Store, Options, NowMicros).FillUser(Store["User"].Type, user, values);
            var transaction = BeginHuman("User", cause);
            var row = existing is null ? transaction.Insert(Store["User"].Type, values) : transaction.Update(existing, values);
            transaction.Commit();
            SignIn.Account(row).Take(user);
            if (!user.IsActive)
            {
                Sessions.Revoke(session => session.User.Id == row.Id);
            }

            return row.Id;
        }
    }

    /// <summary>A user as <see cref="SetUser"/> takes it; null when there is none.</summary>
    public OrgUser? User(string username)
    {
        lock (Gate)
        {
            if (SignInChecks.FindUser(this, username) is not { } row)
            {
                return null;
            }

            string? Text(string field) => row.Text(row.Type.Field(field).Number);
            var account = SignIn.Account(row);
            return new OrgUser(Text("Username")!, Text("LastName")!, Text("FirstName"), row[row.Type.Field("IsActive")] is true, Text("TimeZoneSidKey") ?? "UTC")
            {
                Password = account.Password,
                SecurityToken = account.SecurityToken,
                ApiEnabled = account.ApiEnabled,
                LoginRestricted = account.LoginRestricted,
            };
        }
    }

    /// <summary>Nobody can sign in while the org is locked; sessions go on.</summary>
    public void SetLocked(bool locked)
    {
        lock (Gate)
        {
            SignIn.IsLocked = locked;
        }
    }
}
