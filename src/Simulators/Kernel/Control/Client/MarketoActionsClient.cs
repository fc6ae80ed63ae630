using System.Text.Json;

namespace SfMarketo.Kernel.Control.Client;

/// <summary>What people do in Marketo, by the control API: no call, no limit, no token. People are named by id.</summary>
public sealed class MarketoActionsClient
{
    private readonly ControlHttp calls;

    internal MarketoActionsClient(ControlHttp calls) => this.calls = calls;

    /// <summary>Creates a person, also when the e-mail is taken.</summary>
    /// <param name="fields">REST names and values.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The id.</returns>
    public async Task<int> CreatePersonAsync(IReadOnlyDictionary<string, object?> fields, CancellationToken cancellation = default) =>
        (await DoAsync("create", new { fields }, cancellation)).GetProperty("id").GetInt32();

    public Task EditPersonAsync(int person, IReadOnlyDictionary<string, object?> fields, CancellationToken cancellation = default) => DoAsync("edit", new { person, fields }, cancellation);

    /// <summary>Adds to the score, as a flow step does.</summary>
    public Task ChangeScoreAsync(int person, int change, CancellationToken cancellation = default) => DoAsync("score", new { person, change }, cancellation);

    public Task MergePeopleAsync(int winner, int loser, CancellationToken cancellation = default) => DoAsync("merge", new { winner, loser }, cancellation);

    public Task DeletePersonAsync(int person, CancellationToken cancellation = default) => DoAsync("delete", new { person }, cancellation);

    public Task AddInterestingMomentAsync(int person, string type, string description, CancellationToken cancellation = default) =>
        DoAsync("interestingMoment", new { person, type, description }, cancellation);

    /// <summary>E-mails, forms, lists, programs and campaigns are named by name.</summary>
    public Task SendEmailAsync(int person, string email, CancellationToken cancellation = default) => DoAsync("sendEmail", new { person, email }, cancellation);

    /// <summary>Sends to all members of a static list; deliveries, bounces, opens, clicks and unsubscribes follow by the simulator's clock.</summary>
    /// <param name="list">The list's name.</param>
    /// <param name="email">The e-mail's name.</param>
    /// <param name="shares">Shares from 0 to 1 by name: hardBounces, softBounces, opens, clicks, unsubscribes, botOpens, botClicks; those left out are the usual ones.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>To how many it was sent.</returns>
    public async Task<int> SendEmailToListAsync(string list, string email, IReadOnlyDictionary<string, double>? shares = null, CancellationToken cancellation = default)
    {
        var body = new Dictionary<string, object?> { ["list"] = list, ["email"] = email };
        foreach (var (name, share) in shares ?? new Dictionary<string, double>())
        {
            body[name] = share;
        }

        return (await DoAsync("sendEmailToList", body, cancellation)).GetProperty("sent").GetInt32();
    }

    /// <summary>An e-mail comes back; after a hard bounce the address is invalid.</summary>
    public Task BounceEmailAsync(int person, string email, bool soft = false, CancellationToken cancellation = default) => DoAsync("bounceEmail", new { person, email, soft }, cancellation);

    public Task OpenEmailAsync(int person, string email, bool bot = false, CancellationToken cancellation = default) => DoAsync("openEmail", new { person, email, bot }, cancellation);

    public Task ClickEmailAsync(int person, string email, string link, bool bot = false, CancellationToken cancellation = default) =>
        DoAsync("clickEmail", new { person, email, link, bot }, cancellation);

    public Task FillOutFormAsync(int person, string form, IReadOnlyDictionary<string, object?>? fields = null, CancellationToken cancellation = default) =>
        DoAsync("fillOutForm", new { person, form, fields }, cancellation);

    /// <summary>A visit with a Munchkin cookie; of an unknown browser an anonymous person is made.</summary>
    /// <returns>The person's id.</returns>
    public async Task<int> VisitPageAsync(string cookie, string page, CancellationToken cancellation = default) =>
        (await DoAsync("visitPage", new { cookie, page }, cancellation)).GetProperty("person").GetInt32();

    public Task UnsubscribeAsync(int person, string? email = null, string? reason = null, CancellationToken cancellation = default) =>
        DoAsync("unsubscribe", new { person, email, reason }, cancellation);

    public Task RunCampaignAsync(string campaign, IReadOnlyList<int> people, CancellationToken cancellation = default) => DoAsync("runCampaign", new { campaign, people }, cancellation);

    public Task AddToListAsync(string list, int person, CancellationToken cancellation = default) => DoAsync("addToList", new { list, person }, cancellation);

    public Task RemoveFromListAsync(string list, int person, CancellationToken cancellation = default) => DoAsync("removeFromList", new { list, person }, cancellation);

    public Task SetProgramStatusAsync(string program, int person, string status, CancellationToken cancellation = default) =>
        DoAsync("setProgramStatus", new { program, person, status }, cancellation);

    /// <summary>Defines a smart campaign; docs/control-api.md shows the members.</summary>
    public Task DefineCampaignAsync(object campaign, CancellationToken cancellation = default) => DoAsync("defineCampaign", campaign, cancellation);

    public Task DefineEmailAsync(string name, double opens = 0, double clicks = 0, CancellationToken cancellation = default) =>
        DoAsync("defineEmail", new { name, opens, clicks }, cancellation);

    public Task DefineFormAsync(string name, IReadOnlyList<string> fields, CancellationToken cancellation = default) => DoAsync("defineForm", new { name, fields }, cancellation);

    /// <summary>Calls of another user of the instance.</summary>
    public Task SpendCallsAsync(int number, CancellationToken cancellation = default) => DoAsync("spendCalls", new { calls = number }, cancellation);

    public Task ExpireTokensAsync(CancellationToken cancellation = default) => DoAsync("expireTokens", new { }, cancellation);

    /// <summary>A custom service with its API-only user.</summary>
    /// <param name="clientId">One of that id is replaced.</param>
    /// <param name="clientSecret">Its secret.</param>
    /// <param name="user">E-mail of the user.</param>
    /// <param name="permissions">By the names of the roles screen; none for all.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task AddServiceAsync(string clientId, string clientSecret, string user, IReadOnlyList<string>? permissions = null, CancellationToken cancellation = default) =>
        DoAsync("addService", new { clientId, clientSecret, user, permissions }, cancellation);

    public Task RemoveServiceAsync(string clientId, CancellationToken cancellation = default) => DoAsync("removeService", new { clientId }, cancellation);

    private Task<JsonElement> DoAsync(string action, object body, CancellationToken cancellation) => calls.SendAsync<JsonElement>(HttpMethod.Post, "actions/" + action, body, cancellation);
}
