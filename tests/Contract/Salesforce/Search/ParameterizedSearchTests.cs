using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Search;

/// <summary>Parameterized search, suggestions and result layouts.</summary>
[Source("Salesforce REST API Developer Guide, Parameterized Search; Search for Records Suggested by Autocomplete; Search Result Layouts; Search Scope and Order")]
public sealed class ParameterizedSearchTests
{
    private const string Get = "GET /services/data/{version}/parameterizedSearch";
    private const string Post = "POST /services/data/{version}/parameterizedSearch";
    private const string Suggestions = "GET /services/data/{version}/search/suggestions";

    private static SalesforceSwitches AtOnce => new() { SearchLag = TimeSpan.Zero };

    [Fact]
    [Proves(Get, "q", "sobject", "in", "overallLimit", "defaultLimit")]
    [Proves(Post)]
    public async Task Both_forms_find_the_same()
    {
        await using var host = await OrgHost.StartAsync(AtOnce);
        await host.Create("Account", """{"Name":"Quokka One"}""");
        await host.Create("Contact", """{"LastName":"Quokka"}""");

        var get = await host.Call("GET", "parameterizedSearch?q=quokka&sobject=Account&sobject=Contact&Account.fields=Id,Name&Account.limit=10&Contact.fields=LastName&in=NAME&overallLimit=5&defaultLimit=3");
        var post = await host.Call("POST", "parameterizedSearch", """{"q":"quokka","fields":["LastName"],"sobjects":[{"name":"Account","fields":["Id","Name"],"limit":10},{"name":"Contact"}],"in":"NAME","overallLimit":5,"defaultLimit":3}""");

        get.Status.Should().Be(200, get.Body);
        get["searchRecords"].EnumerateArray().Select(record => record.EnumerateObject().Last().Value.GetString()).Should().Equal("Quokka One", "Quokka");
        post.Body.Should().Be(get.Body);
    }

    [Fact]
    [Proves(Get, "q")]
    public async Task Conditions_and_order_of_an_object_hold()
    {
        await using var host = await OrgHost.StartAsync(AtOnce);
        foreach (var name in (string[])["Quokka B", "Quokka A", "Quokka C"])
        {
            await host.Create("Account", $$"""{"Name":"{{name}}"}""");
        }

        var answer = await host.Call("GET", "parameterizedSearch?q=quokka&sobject=Account&Account.fields=Name&Account.where=" + Uri.EscapeDataString("Name != 'Quokka B'") + "&Account.orderBy=Name+DESC");

        answer["searchRecords"].EnumerateArray().Select(record => record.GetProperty("Name").GetString()).Should().Equal("Quokka C", "Quokka A");
    }

    [Theory]
    [InlineData("parameterizedSearch", "MISSING_ARGUMENT")]
    [InlineData("parameterizedSearch?q=a", "INVALID_SEARCH")]
    [InlineData("parameterizedSearch?q=acme&sobject=Nope", "INVALID_TYPE")]
    [InlineData("parameterizedSearch?q=acme&in=SOME", "MALFORMED_SEARCH")]
    [InlineData("parameterizedSearch?q=acme&overallLimit=5000", "INVALID_SEARCH")]
    [InlineData("parameterizedSearch?q=acme&sobject=Account&Account.fields=Nope", "INVALID_FIELD")]
    [Proves(Get, "q")]
    [Proves("code MISSING_ARGUMENT")]
    [Unverified]
    public async Task Bad_parameters_are_refused(string path, string code)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("GET", path);

        answer.Status.Should().Be(400, answer.Body);
        answer.Json[0].GetProperty("errorCode").GetString().Should().Be(code);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"sobjects":[{"fields":["Id"]}],"q":"acme"}""")]
    [Proves(Post)]
    [Proves("code JSON_PARSER_ERROR")]
    public async Task Bad_bodies_are_refused(string body)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("POST", "parameterizedSearch", body)).Status.Should().Be(400);
    }

    [Fact]
    [Proves(Suggestions, "q", "sobject", "limit", "fields")]
    public async Task Suggestions_are_names_whose_last_word_may_go_on()
    {
        await using var host = await OrgHost.StartAsync(AtOnce);
        foreach (var name in (string[])["National Utility", "National Urban", "International Utility"])
        {
            await host.Create("Account", $$"""{"Name":"{{name}}"}""");
        }

        var both = await host.Call("GET", "search/suggestions?q=national+u&sobject=Account");
        var one = await host.Call("GET", "search/suggestions?q=national+u&sobject=Account&limit=1&fields=Phone");

        both["autoSuggestResults"].EnumerateArray().Select(record => record.GetProperty("Name").GetString()).Should().BeEquivalentTo("National Utility", "National Urban");
        both["hasMoreResults"].GetBoolean().Should().BeFalse();
        one["autoSuggestResults"][0].EnumerateObject().Select(member => member.Name).Should().Equal("attributes", "Id", "Name", "Phone");
        one["hasMoreResults"].GetBoolean().Should().BeTrue();
        (await host.Call("GET", "search/suggestions?q=na&sobject=Account"))["autoSuggestResults"].GetArrayLength().Should().Be(0, "three letters are the least");
    }

    [Theory]
    [InlineData("search/suggestions?q=acme", "MISSING_ARGUMENT")]
    [InlineData("search/suggestions?sobject=Account", "MISSING_ARGUMENT")]
    [InlineData("search/suggestions?q=acme&sobject=Nope", "INVALID_TYPE")]
    [InlineData("search/suggestions?q=acme&sobject=Account&limit=0", "INVALID_SEARCH")]
    [InlineData("search/suggestions?q=acme&sobject=Account&fields=Nope", "INVALID_FIELD")]
    [InlineData("search/layout", "MISSING_ARGUMENT")]
    [Proves(Suggestions, "q", "sobject")]
    [Unverified]
    public async Task Bad_suggestions_are_refused(string path, string code)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("GET", path);

        answer.Status.Should().Be(400, answer.Body);
        answer.Json[0].GetProperty("errorCode").GetString().Should().Be(code);
    }

    [Fact]
    [Proves("GET /services/data/{version}/search/scopeOrder")]
    [Proves("GET /services/data/{version}/search/layout", "q")]
    [Proves("GET /services/data/{version}/search/suggestSearchQueries", "q", "language")]
    public async Task The_surroundings_of_a_search_box_are_there()
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("GET", "search/scopeOrder")).Json.EnumerateArray().Select(entry => entry.GetProperty("type").GetString()).Should().Contain(["Account", "Lead"]);
        var layouts = await host.Call("GET", "search/layout?q=Account,Nope");
        layouts.Json[0].GetProperty("searchColumns")[0].GetProperty("field").GetString().Should().Be("Account.Name");
        layouts.Json[1].GetProperty("errorMsg").GetString().Should().NotBeNull();
        (await host.Call("GET", "search/suggestSearchQueries?q=acme&language=en_US"))["hasMoreResults"].GetBoolean().Should().BeFalse();
    }
}
