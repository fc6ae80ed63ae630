using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>Who may sign in to an org and by which app: apps, accounts, approvals, codes and refresh tokens. Changed under the org's gate; forkable.</summary>
internal sealed class SignInState
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._";

    private readonly Draws draws;
    private readonly Dictionary<string, RegisteredApp> apps;
    private readonly Dictionary<string, UserAccount> accounts;
    private readonly HashSet<(string App, string User)> approvals;
    private readonly Dictionary<string, AuthorizationCode> codes;
    private readonly Dictionary<string, RefreshToken> refreshTokens;
    private readonly Dictionary<(string Issuer, string Id), double> assertionIds;

    public SignInState(SalesforceSimOptions options, OrgStore store, Draws draws)
    {
        this.draws = draws;
        (apps, accounts, approvals, codes, refreshTokens, assertionIds) = (new(StringComparer.Ordinal), new(StringComparer.Ordinal), [], new(StringComparer.Ordinal), new(StringComparer.Ordinal), []);
        foreach (var app in options.ConnectedApps)
        {
            apps.Add(app.ConsumerKey, new RegisteredApp(app));
        }

        var users = store["User"];
        foreach (var user in options.Users)
        {
            accounts[users.FindByUnique(users.Type.Field("Username"), user.Username)!.Id] = UserAccount.Of(user);
        }
    }

    private SignInState(SignInState other)
    {
        draws = other.draws.Copy();
        apps = new(other.apps, StringComparer.Ordinal);
        accounts = other.accounts.ToDictionary(pair => pair.Key, pair => pair.Value.Copy(), StringComparer.Ordinal);
        approvals = [.. other.approvals];
        codes = new(other.codes, StringComparer.Ordinal);
        refreshTokens = new(other.refreshTokens, StringComparer.Ordinal);
        assertionIds = new(other.assertionIds);
        IsLocked = other.IsLocked;
    }

    /// <summary>Nobody can sign in: the org is locked or closed.</summary>
    public bool IsLocked { get; set; }

    /// <summary>The app of a consumer key; null when there is none.</summary>
    public RegisteredApp? App(string consumerKey) => apps.GetValueOrDefault(consumerKey);

    /// <summary>Adds an app or takes the place of the one with its key.</summary>
    /// <exception cref="ArgumentException">Its key cannot be read.</exception>
    public void Register(ConnectedApp app) => apps[app.ConsumerKey] = new RegisteredApp(app);

    /// <summary>What is known of a user besides their row.</summary>
    public UserAccount Account(SRow user)
    {
        if (!accounts.TryGetValue(user.Id, out var account))
        {
            accounts.Add(user.Id, account = new UserAccount());
        }

        return account;
    }

    public bool HasApproved(RegisteredApp app, SRow user) => approvals.Contains((app.Settings.ConsumerKey, user.Id));

    public void Approve(RegisteredApp app, SRow user) => approvals.Add((app.Settings.ConsumerKey, user.Id));

    public string Issue(AuthorizationCode code)
    {
        var text = "aPrx" + draws.NextText(80, Alphabet) + "==";
        codes.Add(text, code);
        return text;
    }

    /// <summary>The code, which is gone then; null when there is none, or it was used.</summary>
    public AuthorizationCode? Redeem(string code) => codes.Remove(code, out var known) ? known : null;

    /// <summary>A new refresh token, of a family of its own or in the place of another one.</summary>
    public RefreshToken Issue(string app, SRow user, IReadOnlyList<string> scopes, RefreshToken? inPlaceOf = null)
    {
        var text = "5Aep861" + draws.NextText(80, Alphabet);
        if (inPlaceOf is not null)
        {
            refreshTokens[inPlaceOf.Token] = inPlaceOf with { IsSpent = true };
        }

        var token = new RefreshToken(text, app, user, scopes, inPlaceOf?.Family ?? text);
        refreshTokens.Add(text, token);
        return token;
    }

    public RefreshToken? FindRefreshToken(string text) => refreshTokens.GetValueOrDefault(text);

    /// <summary>Ends a refresh token, and those that came before and after it.</summary>
    public void Revoke(RefreshToken token)
    {
        foreach (var member in refreshTokens.Values.Where(member => member.Family == token.Family).ToList())
        {
            refreshTokens.Remove(member.Token);
        }
    }

    /// <summary>Notes the id of an assertion; false when its issuer has used it before and it would still be good.</summary>
    /// <param name="issuer">Consumer key.</param>
    /// <param name="id">Its <c>jti</c>.</param>
    /// <param name="expiresAt">Seconds since 1970.</param>
    /// <param name="now">Seconds since 1970.</param>
    public bool TryUseAssertion(string issuer, string id, double expiresAt, double now)
    {
        if (assertionIds.TryGetValue((issuer, id), out var until) && until >= now)
        {
            return false;
        }

        assertionIds[(issuer, id)] = expiresAt;
        return true;
    }

    /// <summary>A password that nobody knows yet.</summary>
    public string NextPassword(int length, string alphabet) => draws.NextText(length, alphabet);

    /// <summary>The same state; from now on neither sees the other's changes.</summary>
    public SignInState Fork() => new(this);
}
