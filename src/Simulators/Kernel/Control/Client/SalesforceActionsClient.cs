using System.Text.Json;

namespace SfMarketo.Kernel.Control.Client;

/// <summary>What people do in Salesforce, by the control API: no request, no session.</summary>
public sealed class SalesforceActionsClient
{
    private readonly ControlHttp calls;

    internal SalesforceActionsClient(ControlHttp calls) => this.calls = calls;

    /// <returns>The id, 18 characters.</returns>
    public async Task<string> CreateAsync(string @object, IReadOnlyDictionary<string, object?> fields, CancellationToken cancellation = default) =>
        (await DoAsync("create", new { @object, fields }, cancellation)).GetProperty("id").GetString()!;

    public Task EditAsync(string id, IReadOnlyDictionary<string, object?> fields, CancellationToken cancellation = default) => DoAsync("edit", new { id, fields }, cancellation);

    /// <summary>Converts a Lead into a new account, contact and opportunity, or into those that are named.</summary>
    public async Task<SimConversion> ConvertAsync(string id, string? accountId = null, string? contactId = null, bool? opportunity = null, CancellationToken cancellation = default) =>
        (await DoAsync("convert", new { id, accountId, contactId, opportunity }, cancellation)).Deserialize<SimConversion>(ControlHttp.Json)!;

    /// <param name="object">Lead, Contact or Account.</param>
    /// <param name="master">The one that stays.</param>
    /// <param name="losers">One or two.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task MergeAsync(string @object, string master, IReadOnlyList<string> losers, CancellationToken cancellation = default) => DoAsync("merge", new { @object, master, losers }, cancellation);

    /// <summary>Into the recycle bin.</summary>
    public Task DeleteAsync(string id, CancellationToken cancellation = default) => DoAsync("delete", new { id }, cancellation);

    /// <summary>Out of the recycle bin.</summary>
    public Task UndeleteAsync(string id, CancellationToken cancellation = default) => DoAsync("undelete", new { id }, cancellation);

    public Task WinAsync(string opportunityId, CancellationToken cancellation = default) => DoAsync("win", new { id = opportunityId }, cancellation);

    public Task LoseAsync(string opportunityId, CancellationToken cancellation = default) => DoAsync("lose", new { id = opportunityId }, cancellation);

    public Task ReopenAsync(string opportunityId, string? stage = null, CancellationToken cancellation = default) => DoAsync("reopen", new { id = opportunityId, stage }, cancellation);

    /// <summary>Requests of somebody else.</summary>
    public Task SpendCallsAsync(int number, CancellationToken cancellation = default) => DoAsync("spendCalls", new { calls = number }, cancellation);

    public Task ExpireSessionsAsync(CancellationToken cancellation = default) => DoAsync("expireSessions", new { }, cancellation);

    /// <summary>Ends the sessions of one user.</summary>
    public Task ExpireSessionsOfAsync(string username, CancellationToken cancellation = default) => DoAsync("expireSessions", new { username }, cancellation);

    /// <summary>Adds a user or changes one; what is null stays as it is.</summary>
    /// <returns>The id, 18 characters.</returns>
    public async Task<string> SetUserAsync(string username, string? lastName = null, bool? active = null, string? password = null, string? securityToken = null, bool? apiEnabled = null, CancellationToken cancellation = default) =>
        (await DoAsync("setUser", new { username, lastName, active, password, securityToken, apiEnabled }, cancellation)).GetProperty("id").GetString()!;

    /// <summary>Adds a connected app or changes one; what is null stays as it is.</summary>
    public Task SetConnectedAppAsync(
        string consumerKey, string? consumerSecret = null, string? publicKey = null, IReadOnlyList<string>? users = null, IReadOnlyList<string>? scopes = null, CancellationToken cancellation = default) =>
        DoAsync("setConnectedApp", new { consumerKey, consumerSecret, publicKey, users, scopes }, cancellation);

    private Task<JsonElement> DoAsync(string action, object body, CancellationToken cancellation) => calls.SendAsync<JsonElement>(HttpMethod.Post, "actions/" + action, body, cancellation);
}
