using System.Security.Cryptography;
using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Hosting;

namespace SfMarketo.Tests.Simulators.Fuzz;

/// <summary>An org whose limits are out of the way, under random requests.</summary>
internal sealed class FuzzedSalesforce : FuzzRound
{
    private const string User = "sync@example.invalid";
    private const string App = "sfmarketo-sync";

    private static readonly RSA Key = RSA.Create(2048);
    private static readonly IReadOnlyList<FuzzRequest> Good = FuzzRequest.Corpus("salesforce-requests.jsonl");
    private static readonly IReadOnlyList<(string Method, string Path)> Paths = [.. Good.Select(request => (request.Method, request.Target.Split('?')[0])).Distinct()];

    public static string PublicKey => Key.ExportSubjectPublicKeyInfoPem();

    private readonly SalesforceOrg org;
    private readonly FuzzClock clock;

    private FuzzedSalesforce(int seed, SalesforceOrg org, FuzzClock clock, HttpClient http)
        : base(seed, http, Good, Paths) => (this.org, this.clock) = (org, clock);

    protected override Simulator Simulator => org;

    public static async Task<FuzzRound> RunAsync(int seed, int requests)
    {
        var clock = new FuzzClock(new DateTimeOffset(2026, 3, 11, 15, 30, 0, 250, TimeSpan.Zero));
        var org = new SalesforceOrg(Options(), clock, new Draws((ulong)seed));
        await using var host = await HostedSimulator.StartAsync(org, routes => routes.MapSalesforceSim());
        var round = new FuzzedSalesforce(seed, org, clock, host.Http);
        await round.RunAsync(requests);
        return round;
    }

    protected override string? Check(FuzzRequest request, int status, string? contentType, byte[] body) => SalesforceRules.Check(request, status, contentType, body);

    protected override bool IsRefusedSession(string answer) => answer.Contains("INVALID_SESSION_ID", StringComparison.Ordinal) || answer.Contains("InvalidSessionId", StringComparison.Ordinal);

    protected override bool IsSuccess(int status, string answer) => status < 300;

    protected override async Task<string> SignInAsync(HttpClient client)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "password"), new("client_id", App), new("client_secret", "x"), new("username", User), new("password", "x")]);
        using var response = await client.PostAsync("/services/oauth2/token", form);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.RootElement.TryGetProperty("access_token", out var token) ? token.GetString()! : throw new InvalidOperationException(answer.RootElement.GetRawText());
    }

    protected override void Advance(TimeSpan duration) => clock.Advance(duration);

    protected override void Turn()
    {
        var names = SalesforceOrg.SwitchNames.Where(name => name is not ("answer.override" or "auth.passwordGrant")).ToList();
        var name = names[Random.Next(names.Count)];
        var settings = SalesforceOrg.SwitchValues(name);
        var setting = settings[Random.Next(settings.Count)];
        try
        {
            org.SetSwitch(name, setting);
        }
        catch (ArgumentException)
        {
            // A setting that stands for a number or a text.
        }
    }

    private static SalesforceSimOptions Options() => new()
    {
        RequestsPerDay = 10_000_000,
        AllowPasswordGrant = true,
        ConnectedApps = [new ConnectedApp(App, PublicKey, [User])],
        Users = [new OrgUser(User, "User", "Sync"), new OrgUser("ann@example.invalid", "Able", "Ann"), new OrgUser("gone@example.invalid", "Gone", IsActive: false)],
        Queues = ["Inbound"],
    };
}
