using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo.Objects;

/// <summary>What is the same for all objects of the lead database with one key: reading, paging, rights.</summary>
[Source("Marketo REST API, Lead database: Companies, Opportunities, Sales persons, Named accounts, Named account lists")]
public sealed class ObjectReadTests
{
    public static TheoryData<string, string, string, string> Objects => ObjectSyncTests.Objects;

    [Theory]
    [MemberData(nameof(Objects))]
    [Proves("GET /rest/v1/companies.json", "filterType", "filterValues")]
    [Proves("GET /rest/v1/opportunities.json", "filterType", "filterValues")]
    [Proves("GET /rest/v1/salespersons.json", "filterType", "filterValues")]
    [Proves("GET /rest/v1/namedaccounts.json", "filterType", "filterValues")]
    [Proves("GET /rest/v1/namedAccountLists.json", "filterType", "filterValues")]
    public async Task Records_are_found_by_their_keys_and_the_aliases_without_regard_to_case(string path, string key, string id, string more)
    {
        await using var marketo = await MarketoHost.StartAsync();
        var ids = (await marketo.MakeAsync(path, [.. new[] { "Ka", "Kb", "Kc" }.Select(value => $$"""{"{{key}}":"{{value}}"{{more}}}""")])).Select(made => made.IdText()).ToArray();

        (await Ids($"filterType={key}&filterValues=kc,Zz,KA")).Should().Equal(ids[0], ids[2]);
        (await Ids("filterType=dedupeFields&filterValues=Kb,kb")).Should().Equal(ids[1]);
        (await Ids($"filterType={id}&filterValues={ids[1]}")).Should().Equal(ids[1]);
        (await Ids($"filterType=idField&filterValues={ids[2]},{ids[0]}")).Should().Equal(ids[0], ids[2]);
        (await Ids("filterType=idField&filterValues=1")).Length.Should().BeLessThan(2);

        async Task<string[]> Ids(string query) => [.. (await marketo.FindAsync(path, query)).Select(record => record.IdText())];
    }

    [Theory]
    [MemberData(nameof(Objects))]
    [Proves("GET /rest/v1/companies.json", "fields")]
    [Proves("GET /rest/v1/opportunities.json", "fields")]
    [Proves("GET /rest/v1/salespersons.json", "fields")]
    [Proves("GET /rest/v1/namedaccounts.json", "fields")]
    public async Task A_read_shows_the_keys_and_stamps_or_the_fields_that_it_names(string path, string key, string id, string more)
    {
        await using var marketo = await MarketoHost.StartAsync();
        var made = (await marketo.MakeAsync(path, $$"""{"{{key}}":"K1"{{more}}}""")).Single();

        var plain = (await marketo.FindAsync(path, "filterType=dedupeFields&filterValues=K1")).Single();
        var named = (await marketo.FindAsync(path, $"filterType=dedupeFields&filterValues=K1&fields=createdAt,{key}")).Single();

        plain.EnumerateObject().Take(5).Select(member => member.Name).Should().Equal("seq", id, key, "createdAt", "updatedAt");
        plain.IdText().Should().Be(made.IdText());
        plain.Text("createdAt").Should().EndWith("Z").And.Be(plain.Text("updatedAt"));
        named.EnumerateObject().Select(member => member.Name).Should().Equal("seq", "createdAt", key);
    }

    [Theory]
    [MemberData(nameof(Objects))]
    [Proves("GET /rest/v1/companies.json", "batchSize", "nextPageToken")]
    [Proves("GET /rest/v1/opportunities.json", "batchSize", "nextPageToken")]
    [Proves("GET /rest/v1/salespersons.json", "batchSize", "nextPageToken")]
    [Proves("GET /rest/v1/namedaccounts.json", "batchSize", "nextPageToken")]
    [Proves("GET /rest/v1/namedAccountLists.json", "batchSize", "nextPageToken")]
    [Proves("code 1001")]
    [Proves("code 1003")]
    public async Task Pages_hold_all_records_each_once(string path, string key, string id, string more)
    {
        _ = id;
        await using var marketo = await MarketoHost.StartAsync();
        var keys = Enumerable.Range(0, 7).Select(number => "K" + number).ToArray();
        await marketo.MakeAsync(path, [.. keys.Select(value => $$"""{"{{key}}":"{{value}}"{{more}}}""")]);
        var query = $"/rest/v1/{path}.json?filterType=dedupeFields&filterValues={string.Join(',', keys)}";

        var read = new List<string>();
        var sizes = new List<int>();
        string? token = null;
        do
        {
            var page = await marketo.GetAsync(query + "&batchSize=3" + (token is null ? "" : "&nextPageToken=" + Uri.EscapeDataString(token)));
            var records = page.Result().ToArray();
            read.AddRange(records.Select(record => record.Text(key)!));
            sizes.Add(records.Length);
            token = page.TryGetProperty("nextPageToken", out var next) ? next.GetString() : null;
            page.TryGetProperty("moreResult", out _).Should().Be(token is not null);
        }
        while (token is not null);

        read.Should().Equal(keys);
        sizes.Should().Equal(3, 3, 1);
        (await marketo.GetAsync(query + "&batchSize=none")).ShouldFail("1001");
        (await marketo.GetAsync(query + "&nextPageToken=NOTOKEN")).ShouldFail("1003");
    }

    [Theory]
    [MemberData(nameof(Objects))]
    [Proves("GET /rest/v1/companies.json", "filterType", "filterValues")]
    [Proves("GET /rest/v1/opportunities.json", "filterType", "filterValues")]
    [Proves("GET /rest/v1/salespersons.json", "filterType", "filterValues")]
    [Proves("GET /rest/v1/namedaccounts.json", "filterType", "filterValues")]
    [Proves("GET /rest/v1/namedAccountLists.json", "filterType", "filterValues")]
    [Proves("code 1002")]
    [Proves("code 1003")]
    [Proves("code 1006")]
    [Proves("code 1011")]
    public async Task A_bad_query_fails_the_call(string path, string key, string id, string more)
    {
        _ = (id, more);
        await using var marketo = await MarketoHost.StartAsync();

        (await Get("filterType=colour&filterValues=x")).ShouldFail("1011", "Lookup field 'colour' not supported");
        (await Get("filterType=updatedAt&filterValues=x")).ShouldFail("1011");
        (await Get("filterValues=x")).ShouldFail("1002", "Missing value for the required parameter 'filterType'");
        (await Get($"filterType={key}")).ShouldFail("1002", "Missing value for the required parameter 'filterValues'");
        (await Get($"filterType={key}&filterValues={string.Join(',', Enumerable.Range(0, 301))}")).ShouldFail("1003");
        (await Get($"filterType={key}&filterValues=x&fields=colour")).ShouldFail("1006", "Field 'colour' not found");

        Task<System.Text.Json.JsonElement> Get(string query) => marketo.GetAsync($"/rest/v1/{path}.json?{query}");
    }

    [Theory]
    [MemberData(nameof(Objects))]
    [Proves("GET /rest/v1/companies.json", "filterType", "filterValues")]
    [Proves("GET /rest/v1/opportunities.json", "filterType", "filterValues")]
    [Proves("GET /rest/v1/salespersons.json", "filterType", "filterValues")]
    [Proves("GET /rest/v1/namedaccounts.json", "filterType", "filterValues")]
    public async Task A_read_may_be_a_POST_with_its_query_in_a_form(string path, string key, string id, string more)
    {
        _ = id;
        await using var marketo = await MarketoHost.StartAsync();
        await marketo.MakeAsync(path, $$"""{"{{key}}":"K1"{{more}}}""");

        var answer = await marketo.SendAsync(HttpMethod.Post, $"/rest/v1/{path}.json?_method=GET", $"filterType={key}&filterValues=K1&fields={key}", "application/x-www-form-urlencoded");

        answer.Result().Single().Text(key).Should().Be("K1");
    }

    [Theory]
    [InlineData("companies", MarketoPermissions.ReadCompany, MarketoPermissions.ReadWriteCompany)]
    [InlineData("opportunities", MarketoPermissions.ReadOpportunity, MarketoPermissions.ReadWriteOpportunity)]
    [InlineData("opportunities/roles", MarketoPermissions.ReadOpportunity, MarketoPermissions.ReadWriteOpportunity)]
    [InlineData("salespersons", MarketoPermissions.ReadSalesPerson, MarketoPermissions.ReadWriteSalesPerson)]
    [InlineData("namedaccounts", MarketoPermissions.ReadNamedAccount, MarketoPermissions.ReadWriteNamedAccount)]
    [InlineData("namedAccountLists", MarketoPermissions.ReadNamedAccountList, MarketoPermissions.ReadWriteNamedAccountList)]
    [InlineData("customobjects/car_c", MarketoPermissions.ReadCustomObject, MarketoPermissions.ReadWriteCustomObject)]
    [Proves("code 603")]
    [SimulatorOnly("roles of its own")]
    public async Task The_role_must_allow_it(string path, MarketoPermissions read, MarketoPermissions write)
    {
        foreach (var role in new[] { read, write, MarketoPermissions.All & ~read & ~write })
        {
            await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { Credentials = [MarketoHost.Options.Credentials[0] with { Permissions = role }] });

            IsDenied(await marketo.GetAsync($"/rest/v1/{path}.json?filterType=x&filterValues=1")).Should().Be(role != read && role != write);
            IsDenied(await marketo.PostAsync($"/rest/v1/{path}.json", "{}")).Should().Be(role != write);
            IsDenied(await marketo.PostAsync($"/rest/v1/{path}/delete.json", "{}")).Should().Be(role != write);
        }

        static bool IsDenied(System.Text.Json.JsonElement answer) => answer.ToString().Contains("\"603\"", StringComparison.Ordinal);
    }
}
