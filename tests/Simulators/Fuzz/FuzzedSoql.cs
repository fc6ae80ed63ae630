using System.Text.Json;
using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Hosting;

namespace SfMarketo.Tests.Simulators.Fuzz;

/// <summary>A small org under random statements: by the grammar, and with their characters changed.</summary>
internal sealed class FuzzedSoql
{
    private const string User = "sync@example.invalid";
    private static readonly string[] Versions = ["v59.0", "v59.0", "v59.0", "v50.0", "v57.0", "v31.0"];

    private readonly Random random;
    private readonly SalesforceOrg org;
    private readonly FuzzClock clock;
    private readonly HttpClient http;
    private readonly SoqlGrammar grammar;
    private readonly Mutation odd;

    private FuzzedSoql(int seed, SalesforceOrg org, FuzzClock clock, HttpClient http)
    {
        (random, this.org, this.clock, this.http) = (new Random(seed), org, clock, http);
        grammar = new SoqlGrammar(random, org.Store.Schema);
        odd = new Mutation(random, []);
    }

    /// <summary>What went wrong, one statement of each kind; empty when all is well.</summary>
    public SortedDictionary<string, string> Failures { get; } = new(StringComparer.Ordinal);

    /// <summary>Statements that are by the grammar.</summary>
    public int Made { get; private set; }

    /// <summary>Those of them that ran.</summary>
    public int Ran { get; private set; }

    public static async Task<FuzzedSoql> RunAsync(int seed, int statements)
    {
        var clock = new FuzzClock(new DateTimeOffset(2026, 3, 11, 15, 30, 0, 250, TimeSpan.Zero));
        var org = new SalesforceOrg(Options(), clock, new Draws((ulong)seed));
        Fill(org);
        await using var host = await HostedSimulator.StartAsync(org, routes => routes.MapSalesforceSim());
        var fuzz = new FuzzedSoql(seed, org, clock, host.Http);
        await fuzz.SignInAsync();
        for (var number = 0; number < statements; number++)
        {
            if (number % 100 == 0)
            {
                fuzz.Turn();
            }

            clock.Advance(TimeSpan.FromSeconds(fuzz.random.Next(60)));
            await fuzz.SendAsync();
        }

        return fuzz;
    }

    private static void Fill(SalesforceOrg org)
    {
        var accounts = Enumerable.Range(0, 20).Select(number => org.CreateRow("Account", [new("Name", "A" + number), new("Industry", number % 2 == 0 ? "Banking" : null), new("BillingLatitude", number), new("BillingLongitude", number)], "seed")).ToList();
        for (var number = 0; number < 250; number++)
        {
            var account = accounts[number % 7];
            var contact = org.CreateRow("Contact", [new("LastName", "C" + number), new("AccountId", number % 3 == 0 ? null : account), new("Email", number % 2 == 0 ? "ann@example.invalid" : null)], "seed");
            var lead = org.CreateRow("Lead", [new("LastName", "L" + number), new("Company", "Acme"), new("Lead_Score__c", number % 10)], "seed");
            org.CreateRow("Task", [new("Subject", "Call"), new("WhoId", number % 2 == 0 ? lead : contact)], "seed");
            if (number % 10 == 0)
            {
                org.DeleteRow(lead, "seed");
                org.CreateRow("Opportunity", [new("Name", "O" + number), new("StageName", "Prospecting"), new("CloseDate", new DateOnly(2026, 1 + number % 12, 1)), new("Amount", number), new("AccountId", account)], "seed");
            }
        }
    }

    private async Task SignInAsync()
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "password"), new("client_id", "fuzz"), new("client_secret", "x"), new("username", User), new("password", "x")]);
        using var response = await http.PostAsync("/services/oauth2/token", form);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        http.DefaultRequestHeaders.Authorization = new("Bearer", answer.RootElement.GetProperty("access_token").GetString());
        http.DefaultRequestHeaders.Add("Sforce-Query-Options", "batchSize=200");
    }

    private async Task SendAsync()
    {
        var good = grammar.Statement();
        var isGood = random.Next(3) > 0;
        var statement = isGood ? good : odd.Text(good);
        Made += isGood ? 1 : 0;
        var resource = $"/services/data/{odd.Pick(Versions)}/{odd.Pick(["query", "query", "queryAll"])}";
        var next = await AskAsync($"{resource}?{odd.Pick(["q", "q", "q", "explain"])}={Uri.EscapeDataString(statement)}{odd.Pick(["", "", "", "&columns=true"])}", statement, isGood);
        for (var page = 0; next is not null && page < 5; page++)
        {
            next = await AskAsync(next, statement, false);
        }
    }

    private async Task<string?> AskAsync(string target, string statement, bool counts)
    {
        var before = org.UnhandledFailures;
        using var response = await http.GetAsync(target);
        var body = await response.Content.ReadAsByteArrayAsync();
        var status = (int)response.StatusCode;
        var wrong = org.UnhandledFailures > before ? "unhandled"
            : status is not (200 or 400) ? "status " + status
            : SalesforceRules.Check(new FuzzRequest("GET", target, "", ""), status, "application/json", body);
        if (wrong is not null)
        {
            Failures.TryAdd(wrong, $"{statement}\n=> {status} {wrong}\n{System.Text.Encoding.UTF8.GetString(body)[..Math.Min(body.Length, 500)]}");
        }

        Ran += counts && status == 200 ? 1 : 0;
        if (status != 200)
        {
            return null;
        }

        using var answer = JsonDocument.Parse(body);
        if (Twice(answer.RootElement) is { } twice)
        {
            Failures.TryAdd("a member twice", $"{statement}\n=> {twice}");
        }

        return answer.RootElement.TryGetProperty("nextRecordsUrl", out var next) ? next.GetString() : null;
    }

    private static string? Twice(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().GroupBy(member => member.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key
            ?? value.EnumerateObject().Select(member => Twice(member.Value)).FirstOrDefault(name => name is not null),
        JsonValueKind.Array => value.EnumerateArray().Select(Twice).FirstOrDefault(name => name is not null),
        _ => null,
    };

    private void Turn()
    {
        var name = odd.Pick(SalesforceOrg.SwitchNames.Where(name => name.StartsWith("soql.", StringComparison.Ordinal) || name.StartsWith("query.", StringComparison.Ordinal)).ToList());
        org.SetSwitch(name, odd.Pick(SalesforceOrg.SwitchValues(name)));
    }

    private static SalesforceSimOptions Options() => new()
    {
        RequestsPerDay = 10_000_000,
        AllowPasswordGrant = true,
        SessionTimeout = TimeSpan.FromDays(300),
        ConnectedApps = [new ConnectedApp("fuzz", FuzzedSalesforce.PublicKey, [User])],
        Users = [new OrgUser(User, TimeZone: "America/Los_Angeles")],
        ExtraFields = [new("Lead", "Interests__c multipicklist(4099)")],
    };
}
