using System.Text.Json;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Composite;

/// <summary>Composite graphs.</summary>
[Source("Salesforce REST API Developer Guide, Composite Graph; Composite Graph Limits; Using a Composite Graph")]
public sealed class GraphTests
{
    private const string Item = "POST /services/data/{version}/composite/graph";
    private const string Account = """{"method":"POST","url":"/services/data/v59.0/sobjects/Account","referenceId":"acc","body":{"Name":"Acme"}}""";
    private const string Contact = """{"method":"POST","url":"/services/data/v59.0/sobjects/Contact","referenceId":"con","body":{"LastName":"Ray","AccountId":"@{acc.id}"}}""";
    private const string Bad = """{"method":"POST","url":"/services/data/v59.0/sobjects/Contact","referenceId":"bad","body":{"Phone":"1"}}""";

    [Fact]
    [Proves(Item, "graphs")]
    [Proves("code PROCESSING_HALTED")]
    public async Task Each_graph_is_a_transaction_of_its_own()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await Post(host, Graph("good", Account, Contact), Graph("bad", Account, Bad));

        answer.Status.Should().Be(200, answer.Body);
        var (good, bad) = (answer["graphs"][0], answer["graphs"][1]);
        good.GetProperty("graphId").GetString().Should().Be("good");
        good.GetProperty("isSuccessful").GetBoolean().Should().BeTrue();
        Statuses(good).Should().Equal(201, 201);
        bad.GetProperty("isSuccessful").GetBoolean().Should().BeFalse();
        Statuses(bad).Should().Equal(400, 400);
        Parts(bad)[0].GetProperty("body")[0].GetProperty("message").GetString().Should().Be("The transaction was rolled back since another operation in the same transaction failed.");
        Parts(bad)[1].GetProperty("body")[0].GetProperty("errorCode").GetString().Should().Be("REQUIRED_FIELD_MISSING");
        var contact = await host.Call("GET", "sobjects/Contact/" + Parts(good)[1].GetProperty("body").GetProperty("id").GetString());
        contact["AccountId"].GetString().Should().Be(Parts(good)[0].GetProperty("body").GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("a.b")]
    [InlineData("-a")]
    [InlineData("")]
    [InlineData("a234567890123456789012345678901234567890")]
    [Proves(Item, "graphs")]
    [Unverified]
    public async Task A_graphId_begins_with_a_letter_or_digit_and_has_fewer_than_40_characters(string id)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await Post(host, Graph(id, Account));

        answer.Status.Should().Be(400, answer.Body);
        answer.Json[0].GetProperty("errorCode").GetString().Should().Be("INVALID_INPUT");
    }

    [Theory]
    [InlineData("graphs")]
    [InlineData("nodes")]
    [InlineData("kinds")]
    [InlineData("depth")]
    [Proves(Item, "graphs")]
    [Proves("code LIMIT_EXCEEDED")]
    [Unverified]
    public async Task Graphs_have_limits(string limit)
    {
        await using var host = await OrgHost.StartAsync();
        string[] graphs = limit switch
        {
            "graphs" => [.. Enumerable.Range(0, 76).Select(n => Graph("g" + n, Account))],
            "nodes" => [Graph("g", [.. Enumerable.Range(0, 501).Select(n => Account.Replace("\"acc\"", $"\"a{n}\"", StringComparison.Ordinal))])],
            "kinds" => [Graph("g", [.. Enumerable.Range(41, 16).Select(n => Account.Replace("v59", "v" + n, StringComparison.Ordinal).Replace("\"acc\"", $"\"a{n}\"", StringComparison.Ordinal))])],
            _ => [Graph("g", [Account.Replace("\"acc\"", "\"a0\"", StringComparison.Ordinal), .. Enumerable.Range(1, 15).Select(n =>
                $$$"""{"method":"POST","url":"/services/data/v59.0/sobjects/Account","referenceId":"a{{{n}}}","body":{"Name":"A","ParentId":"@{a{{{n - 1}}}.id}"}}""")])],
        };

        var answer = await Post(host, graphs);

        answer.Status.Should().Be(400, answer.Body);
        answer.Json[0].GetProperty("errorCode").GetString().Should().Be("LIMIT_EXCEEDED");
    }

    [Fact]
    [Proves(Item, "graphs")]
    public async Task After_more_than_14_failures_the_rest_is_halted()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await Post(host, [.. Enumerable.Range(0, 15).Select(n => Graph("bad" + n, Bad)), Graph("good", Account)]);

        var last = answer["graphs"][15];
        last.GetProperty("isSuccessful").GetBoolean().Should().BeFalse();
        Parts(last)[0].GetProperty("body")[0].GetProperty("errorCode").GetString().Should().Be("PROCESSING_HALTED");
    }

    [Theory]
    [InlineData("GET", "/services/data/v59.0/query?q=SELECT+Id+FROM+Lead")]
    [InlineData("GET", "/services/data/v59.0/sobjects/Lead/describe/layouts/x")]
    [InlineData("POST", "/services/data/v59.0/composite/sobjects")]
    [InlineData("GET", "/services/data/v59.0/sobjects/Account")]
    [Proves(Item, "graphs")]
    public async Task Nodes_are_rows_only(string method, string url)
    {
        await using var host = await OrgHost.StartAsync();

        (await Post(host, Graph("g", $$"""{"method":"{{method}}","url":"{{url}}","referenceId":"q"}"""))).Status.Should().Be(400);
    }

    private static Task<OrgAnswer> Post(OrgHost host, params string[] graphs) => host.Call("POST", "composite/graph", $$"""{"graphs":[{{string.Join(',', graphs)}}]}""");

    private static string Graph(string id, params string[] parts) => $$"""{"graphId":"{{id}}","compositeRequest":[{{string.Join(',', parts)}}]}""";

    private static JsonElement Parts(JsonElement graph) => graph.GetProperty("graphResponse").GetProperty("compositeResponse");

    private static IEnumerable<int> Statuses(JsonElement graph) => Parts(graph).EnumerateArray().Select(part => part.GetProperty("httpStatusCode").GetInt32());
}
