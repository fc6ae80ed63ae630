using System.Globalization;
using System.Text.Json;
using SfMarketo.Kernel.Faults;

namespace SfMarketo.Kernel.Control.Client;

/// <summary>The control API of a running simulator, one method a call. It needs nothing but its URL, so tests, tools and pages share it.</summary>
/// <remarks>
/// All methods throw <see cref="SimControlException"/> when the simulator refuses, and <see cref="HttpRequestException"/> when nobody answers.
/// The calls are described in docs/control-api.md.
/// </remarks>
public sealed class SimControlClient
{
    private readonly ControlHttp calls;

    /// <param name="http">Sends the calls; the caller disposes of it.</param>
    /// <param name="url">Where the simulator's API is, with the name of an instance if it is not the first: <c>http://127.0.0.1:5102/987-XYZ-654</c>.</param>
    public SimControlClient(HttpClient http, string url)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(url);
        calls = new ControlHttp(http, url);
        Marketo = new MarketoActionsClient(calls);
        Salesforce = new SalesforceActionsClient(calls);
    }

    /// <summary>Without a trailing slash.</summary>
    public string Url => calls.Url;

    /// <summary>What people do in Marketo.</summary>
    public MarketoActionsClient Marketo { get; }

    /// <summary>What people do in Salesforce.</summary>
    public SalesforceActionsClient Salesforce { get; }

    /// <summary>All calls with what they take.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ListAsync(CancellationToken cancellation = default) =>
        (await calls.SendAsync<SimCallList>(HttpMethod.Get, "", null, cancellation)).Calls;

    public Task<SimState> GetStateAsync(CancellationToken cancellation = default) => calls.SendAsync<SimState>(HttpMethod.Get, "state", null, cancellation);

    /// <summary>All records anew.</summary>
    /// <param name="data"><c>demo</c>, <c>empty</c>, or null for what the host was started with.</param>
    /// <param name="seed">Null: as before.</param>
    /// <param name="clock">Where the clock stands then; null: where it stands now.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task ResetAsync(string? data = null, ulong? seed = null, DateTimeOffset? clock = null, CancellationToken cancellation = default) =>
        calls.SendAsync<JsonElement>(HttpMethod.Post, "reset", new { data, seed, clock = Text(clock) }, cancellation);

    /// <summary>Adds linked people and accounts to both systems.</summary>
    public Task AddDataAsync(int people, int companies, string locale = "en", CancellationToken cancellation = default) =>
        calls.SendAsync<JsonElement>(HttpMethod.Post, "data", new { people, companies, locale }, cancellation);

    /// <summary>Keeps the records under an id, made up when it is null.</summary>
    /// <returns>The id.</returns>
    public async Task<string> SnapshotAsync(string? id = null, CancellationToken cancellation = default) =>
        (await calls.SendAsync<SimName>(HttpMethod.Post, "snapshot", new { id }, cancellation)).Id;

    /// <summary>The records of a snapshot again.</summary>
    public Task RestoreAsync(string id, CancellationToken cancellation = default) => calls.SendAsync<JsonElement>(HttpMethod.Post, "restore", new { id }, cancellation);

    public async Task<IReadOnlyList<SimInstance>> GetInstancesAsync(CancellationToken cancellation = default) =>
        (await calls.SendAsync<SimInstanceList>(HttpMethod.Get, "instances", null, cancellation)).Instances;

    /// <summary>Makes another instance and returns a client of it.</summary>
    /// <param name="id">Its id; null for one that is made up.</param>
    /// <param name="from">A snapshot or an instance; null for this one as it is.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<SimControlClient> MakeInstanceAsync(string? id = null, string? from = null, CancellationToken cancellation = default) =>
        new(calls.Client, (await calls.SendAsync<SimInstance>(HttpMethod.Post, "instances", new { id, from }, cancellation)).Url);

    public Task RemoveInstanceAsync(string id, CancellationToken cancellation = default) =>
        calls.SendAsync<JsonElement>(HttpMethod.Delete, "instances/" + Uri.EscapeDataString(id), null, cancellation);

    public Task<SimLimits> GetLimitsAsync(CancellationToken cancellation = default) => calls.SendAsync<SimLimits>(HttpMethod.Get, "limits", null, cancellation);

    /// <summary>Changes the limits that are not null.</summary>
    public Task<SimLimits> SetLimitsAsync(SimLimits limits, CancellationToken cancellation = default) => calls.SendAsync<SimLimits>(HttpMethod.Put, "limits", limits, cancellation);

    public Task<SimUsage> GetUsageAsync(CancellationToken cancellation = default) => calls.SendAsync<SimUsage>(HttpMethod.Get, "usage", null, cancellation);

    /// <summary>Switches by name.</summary>
    public async Task<IReadOnlyDictionary<string, SimSwitch>> GetSwitchesAsync(CancellationToken cancellation = default) =>
        await calls.SendAsync<Dictionary<string, SimSwitch>>(HttpMethod.Get, "switches", null, cancellation);

    public Task SetSwitchAsync(string name, string value, CancellationToken cancellation = default) =>
        SetSwitchesAsync(new Dictionary<string, string> { [name] = value }, cancellation);

    /// <summary>Sets several switches, all or none.</summary>
    public Task SetSwitchesAsync(IReadOnlyDictionary<string, string> values, CancellationToken cancellation = default) =>
        calls.SendAsync<JsonElement>(HttpMethod.Put, "switches", values, cancellation);

    public async Task<SimClock> GetClockAsync(CancellationToken cancellation = default) => (await calls.SendAsync<SimClockAnswer>(HttpMethod.Get, "clock", null, cancellation)).Clock;

    /// <summary>Moves the clock on.</summary>
    public async Task<SimClock> AdvanceClockAsync(TimeSpan by, CancellationToken cancellation = default) =>
        (await calls.SendAsync<SimClockAnswer>(HttpMethod.Post, "clock", new { advance = DurationWords.Write(by) }, cancellation)).Clock;

    /// <summary>Moves the clock on to an instant.</summary>
    public async Task<SimClock> SetClockAsync(DateTimeOffset to, CancellationToken cancellation = default) =>
        (await calls.SendAsync<SimClockAnswer>(HttpMethod.Post, "clock", new { set = Text(to) }, cancellation)).Clock;

    public async Task<IReadOnlyList<SimFault>> GetFaultsAsync(CancellationToken cancellation = default) =>
        (await calls.SendAsync<SimFaultList>(HttpMethod.Get, "faults", null, cancellation)).Faults;

    public Task<SimFault> GetFaultAsync(string id, CancellationToken cancellation = default) =>
        calls.SendAsync<SimFault>(HttpMethod.Get, "faults/" + Uri.EscapeDataString(id), null, cancellation);

    /// <summary>Adds a rule.</summary>
    /// <param name="fault">Only the effect is needed; forms are in docs/sim.md.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<SimFault> AddFaultAsync(SimFault fault, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return calls.SendAsync<SimFault>(HttpMethod.Post, "faults", fault with { Seen = null, Hits = null }, cancellation);
    }

    public Task RemoveFaultAsync(string id, CancellationToken cancellation = default) =>
        calls.SendAsync<JsonElement>(HttpMethod.Delete, "faults/" + Uri.EscapeDataString(id), null, cancellation);

    public Task ClearFaultsAsync(CancellationToken cancellation = default) => calls.SendAsync<JsonElement>(HttpMethod.Delete, "faults", null, cancellation);

    /// <summary>Lines of the journal, oldest first.</summary>
    /// <param name="after">Number of the last line that is known.</param>
    /// <param name="path">Path, <c>*</c> for any text; null for all.</param>
    /// <param name="code">A code that the lines have; null for all.</param>
    /// <param name="take">At most so many, up to 1,000.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<SimJournal> GetJournalAsync(long after = 0, string? path = null, string? code = null, int take = 100, CancellationToken cancellation = default)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"journal?after={after}&take={take}")
            + (path is null ? "" : "&path=" + Uri.EscapeDataString(path)) + (code is null ? "" : "&code=" + Uri.EscapeDataString(code));
        return calls.SendAsync<SimJournal>(HttpMethod.Get, query, null, cancellation);
    }

    /// <summary>Any action by its name, for those without a method.</summary>
    public Task<JsonElement> ActAsync(string action, object body, CancellationToken cancellation = default) => calls.SendAsync<JsonElement>(HttpMethod.Post, "actions/" + action, body, cancellation);

    private static string? Text(DateTimeOffset? instant) => instant?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
