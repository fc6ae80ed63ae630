using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Layouts;

/// <summary>List views.</summary>
[Source("Salesforce REST API Developer Guide, List Views; List View Describe; List View Results; Recent List Views")]
public sealed class ListViewTests
{
    [Fact]
    [Proves("GET /services/data/{version}/sobjects/{object}/listviews")]
    [Proves("GET /services/data/{version}/sobjects/{object}/listviews/recent", "limit")]
    [Proves("GET /services/data/{version}/sobjects/{object}/listviews/{view}/describe")]
    public async Task A_list_view_is_described_by_the_query_that_it_is()
    {
        await using var host = await OrgHost.StartAsync();

        var views = await host.Call("GET", "sobjects/Account/listviews");
        var all = views["listviews"].EnumerateArray().First(view => view.GetProperty("developerName").GetString() == "AllAccounts");
        var describe = await host.Call("GET", all.GetProperty("describeUrl").GetString()!);

        views["size"].GetInt32().Should().Be(views["listviews"].GetArrayLength());
        describe["sobjectType"].GetString().Should().Be("Account");
        (await host.Call("GET", "query?q=" + Uri.EscapeDataString(describe["query"].GetString()! + " LIMIT 1"))).Status.Should().Be(200);
        (await host.Call("GET", all.GetProperty("url").GetString()!))["label"].GetString().Should().Be("All Accounts");
        (await host.Call("GET", "sobjects/Account/listviews/recent?limit=1"))["listviews"].GetArrayLength().Should().BeLessThanOrEqualTo(1);
    }

    [Fact]
    [Proves("GET /services/data/{version}/sobjects/{object}/listviews/{view}/results", "limit", "offset")]
    public async Task Results_are_columns_of_rows()
    {
        await using var host = await OrgHost.StartAsync();
        foreach (var name in (string[])["Aardvark 2", "Aardvark 1", "Aardvark 3"])
        {
            await host.Create("Account", $$"""{"Name":"{{name}}"}""");
        }

        var mine = (await host.Call("GET", "sobjects/Account/listviews"))["listviews"].EnumerateArray().First(view => view.GetProperty("developerName").GetString() == "MyAccounts");
        var results = await host.Call("GET", mine.GetProperty("resultsUrl").GetString() + "?limit=2&offset=1");

        results["size"].GetInt32().Should().Be(2);
        results["records"].EnumerateArray().Select(record => record.GetProperty("columns")[0].GetProperty("value").GetString()).Should().Equal("Aardvark 2", "Aardvark 3");
    }

    [Theory]
    [InlineData("sobjects/Account/listviews/00B5g0000000000AAA/results", 404)]
    [InlineData("sobjects/Organization/listviews", 404)]
    [InlineData("sobjects/Account/listviews?limit=many", 400)]
    [Proves("GET /services/data/{version}/sobjects/{object}/listviews")]
    [Unverified]
    public async Task Lists_that_are_not_there_are_404(string path, int status)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("GET", path)).Status.Should().Be(status);
    }
}
