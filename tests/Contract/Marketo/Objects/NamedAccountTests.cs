using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo.Objects;

[Source("Marketo REST API, Named accounts; Named account lists")]
public sealed class NamedAccountTests
{
    private const string Accounts = "namedaccounts";
    private const string Lists = "namedAccountLists";

    [Fact]
    [Proves("GET /rest/v1/namedaccounts/describe.json")]
    public async Task Describe_shows_the_name_as_an_updateable_key()
    {
        await using var marketo = await MarketoHost.StartAsync();

        var described = (await marketo.GetAsync("/rest/v1/namedaccounts/describe.json")).Result().Single();

        described.Text("idField").Should().Be("marketoGUID");
        described.GetProperty("dedupeFields").ToString().Should().Be("""["name"]""");
        described.GetProperty("searchableFields").EnumerateArray().Select(names => names[0].GetString()).Should().Contain(["name", "marketoGUID", "industry", "annualRevenue", "numberOfEmployees"]);
        var updateable = described.GetProperty("fields").EnumerateArray().Where(field => field.GetProperty("updateable").GetBoolean()).Select(field => field.Text("name")).ToArray();
        updateable.Should().Contain(["name", "city", "domainName"]).And.NotContain(["membershipCount", "opptyCount", "score1"]);
    }

    [Fact]
    [Proves("POST /rest/v1/namedaccounts.json", "input", "dedupeBy", "input.marketoGUID")]
    [Proves("GET /rest/v1/namedaccounts.json", "filterType", "filterValues", "fields")]
    [Proves("code 1017")]
    [Unverified("answer.override")]
    public async Task By_id_an_account_gets_another_name_unless_it_is_taken()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var made = await marketo.MakeAsync(Accounts, """{"name":"Acme","industry":"Steel","numberOfEmployees":12}""", """{"name":"Bolt","industry":"Steel","numberOfEmployees":200}""");

        var results = (await marketo.PostAsync("/rest/v1/namedaccounts.json",
            $$"""{"action":"updateOnly","dedupeBy":"idField","input":[{"marketoGUID":{{made[0].IdJson()}},"name":"Apex"},{"marketoGUID":{{made[1].IdJson()}},"name":"apex"},{"marketoGUID":"{{made[1].IdText()[..^1]}}","name":"x"}]}""")).Result().ToArray();

        results[0].Text("status").Should().Be("updated");
        results[1].ShouldBeSkipped("1017");
        results[2].ShouldBeSkipped("1013");
        (await marketo.FindAsync(Accounts, "filterType=name&filterValues=Acme,Apex&fields=name,membershipCount")).Single().ToString().Should().Be("""{"seq":0,"name":"Apex","membershipCount":0}""");
        (await marketo.FindAsync(Accounts, "filterType=industry&filterValues=steel&fields=name")).Select(account => account.Text("name")).Should().Equal("Apex", "Bolt");
        (await marketo.FindAsync(Accounts, "filterType=numberOfEmployees&filterValues=200&fields=name")).Single().Text("name").Should().Be("Bolt");
        (await marketo.SyncAsync(Accounts, """{"name":"Acme","membershipCount":5}""")).ShouldBeSkipped("1003");
    }

    [Fact]
    [Proves("POST /rest/v1/namedAccountLists.json", "input", "input.name", "input.type")]
    [Proves("GET /rest/v1/namedAccountLists.json", "filterType", "filterValues")]
    [Proves("POST /rest/v1/namedAccountLists/delete.json", "input", "input.name", "input.type")]
    [Proves("code 1003")]
    public async Task A_list_made_by_API_is_updateable_and_of_type_default()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var made = (await marketo.MakeAsync(Lists, """{"name":"Top 10"}""")).Single();

        var list = (await marketo.FindAsync(Lists, "filterType=name&filterValues=top 10")).Single();

        list.ToString().Should().MatchRegex($$"""^\{"seq":0,"marketoGUID":{{made.IdJson()}},"name":"Top 10","createdAt":"[^"]+","updatedAt":"[^"]+","type":"default","updateable":true\}$""");
        (await marketo.SyncAsync(Lists, """{"name":"Other","type":"external"}""")).ShouldBeSkipped("1003");
        (await marketo.DeleteAsync(Lists, """{"name":"Top 10","type":"default"}""")).Single().ShouldBeSkipped("1003");
        (await marketo.GetAsync("/rest/v1/namedAccountLists/describe.json")).ShouldFail("610");
    }

    [Fact]
    [Proves("GET /rest/v1/namedAccountList/{id}/namedAccounts.json", "fields", "batchSize", "nextPageToken")]
    [Proves("POST /rest/v1/namedAccountList/{id}/namedAccounts.json", "input", "input.marketoGUID")]
    [Proves("POST /rest/v1/namedAccountList/{id}/namedAccounts/remove.json", "input", "input.marketoGUID")]
    [Proves("code 1002")]
    [Proves("code 1013")]
    [Unverified("answer.override")]
    public async Task Accounts_are_put_on_a_list_and_taken_off_it()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var accounts = (await marketo.MakeAsync(Accounts, """{"name":"A"}""", """{"name":"B"}""", """{"name":"C"}""")).Select(made => made.IdText()).ToArray();
        var list = $"/rest/v1/namedAccountList/{(await marketo.MakeAsync(Lists, """{"name":"Top"}""")).Single().IdText()}/namedAccounts";

        var added = (await marketo.PostAsync(list + ".json", $$"""{"input":[{"marketoGUID":"{{accounts[2]}}"},{"marketoGUID":"{{accounts[0]}}"},{"marketoGUID":"none"},{}]}""")).Result().ToArray();
        (await marketo.PostAsync(list + ".json", $$"""{"input":[{"marketoGUID":"{{accounts[1]}}"},{"marketoGUID":"{{accounts[0]}}"}]}""")).Result().Select(result => result.Text("status")).Should().Equal("added", "added");
        var page = await marketo.GetAsync(list + ".json?fields=name&batchSize=2");
        var removed = (await marketo.PostAsync(list + "/remove.json", $$"""{"input":[{"marketoGUID":"{{accounts[1]}}"},{"marketoGUID":"{{accounts[1]}}"}]}""")).Result().ToArray();

        added[0].ToString().Should().Be($$"""{"seq":0,"status":"added","marketoGUID":"{{accounts[2]}}"}""");
        added[2].ShouldBeSkipped("1013");
        added[3].ShouldBeSkipped("1002");
        page.Result().Select(account => account.Text("name")).Should().Equal("A", "B");
        (await marketo.GetAsync($"{list}.json?fields=name&nextPageToken={Uri.EscapeDataString(page.Text("nextPageToken")!)}")).Result().Single().Text("name").Should().Be("C");
        removed[0].Text("status").Should().Be("removed");
        removed[1].ShouldBeSkipped("1013", "Record not found");
        await marketo.DeleteAsync(Accounts, """{"name":"C"}""");
        (await marketo.GetAsync(list + ".json")).Result().Single().IdText().Should().Be(accounts[0]);
        (await marketo.GetAsync("/rest/v1/namedAccountList/none/namedAccounts.json")).ShouldFail("1013");
    }
}
