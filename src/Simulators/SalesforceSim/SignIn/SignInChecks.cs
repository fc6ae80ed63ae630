using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>Checks that all flows share.</summary>
internal static class SignInChecks
{
    /// <summary>The app of a consumer key, in an org that takes it.</summary>
    public static (RegisteredApp? App, OAuthError? Error) FindApp(SalesforceOrg org, string consumerKey) =>
        org.SignIn.IsLocked ? (null, OAuthError.InactiveOrg)
        : org.SignIn.App(consumerKey) is not { } app ? (null, OAuthError.UnknownConsumer)
        : app.Settings.IsInstalled ? (app, null)
        : (null, OAuthError.NotInstalled);

    /// <summary>The app of a consumer key whose secret is right.</summary>
    public static (RegisteredApp? App, OAuthError? Error) FindApp(SalesforceOrg org, SignInForm form)
    {
        if (form.ClientId.Length == 0)
        {
            return (null, OAuthError.Missing("client_id"));
        }

        var (app, error) = FindApp(org, form.ClientId);
        return app?.TakesSecret(form.ClientSecret) == false ? (null, OAuthError.WrongSecret) : (app, error);
    }

    /// <summary>A user by name, ignoring case; null when there is none.</summary>
    public static SRow? FindUser(SalesforceOrg org, string username)
    {
        var users = org.Store["User"];
        return users.FindByUnique(users.Type.Field("Username"), username);
    }

    /// <summary>Whether the user may use the app.</summary>
    public static OAuthError? CheckAccess(SalesforceOrg org, RegisteredApp app, SRow user) =>
        app.Settings.PreAuthorizedUsernames.Contains(Username(user), StringComparer.OrdinalIgnoreCase) ? null
        : app.Settings.AdminApprovedOnly ? OAuthError.NotAdminApproved
        : org.SignIn.HasApproved(app, user) ? null
        : OAuthError.NotApproved;

    /// <summary>Whether the user may sign in at all; counts the sign-in when they may.</summary>
    public static OAuthError? Enter(SalesforceOrg org, SRow user, long now)
    {
        var present = org.Store[user.Type].Find(user.Id) ?? user;
        if (present[present.Type.Field("IsActive")] is false)
        {
            return org.Switches.InactiveUserIsGrantError ? OAuthError.InactiveUser : OAuthError.InactiveUserByCode;
        }

        var account = org.SignIn.Account(present);
        return account.LoginRestricted ? OAuthError.Restricted : account.TryEnter(now) ? null : OAuthError.TooManyLogins;
    }

    public static string Username(SRow user) => user.Text(user.Type.Field("Username").Number)!;
}
