using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Composite;

/// <summary>Trees of rows.</summary>
[Source("Salesforce REST API Developer Guide, sObject Tree")]
public sealed class TreeTests
{
    private const string Item = "POST /services/data/{version}/composite/tree/{object}";

    [Fact]
    [Proves(Item, "records")]
    public async Task Parents_and_children_are_created_together_and_listed_level_by_level()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await Post(host, Record("Account", "r1", "\"Name\":\"A\"", Children("Contacts", Record("Contact", "r2", "\"LastName\":\"B\"", Children("Tasks", Record("Task", "r4", "\"Subject\":\"Call\""))))), Record("Account", "r3", "\"Name\":\"C\""));

        answer.Status.Should().Be(201, answer.Body);
        answer["hasErrors"].GetBoolean().Should().BeFalse();
        var results = answer["results"].EnumerateArray().ToDictionary(result => result.GetProperty("referenceId").GetString()!, result => result.GetProperty("id").GetString()!);
        results.Keys.Should().Equal("r1", "r3", "r2", "r4");
        (await host.Call("GET", "sobjects/Contact/" + results["r2"]))["AccountId"].GetString().Should().Be(results["r1"]);
        (await host.Call("GET", "sobjects/Task/" + results["r4"]))["WhoId"].GetString().Should().Be(results["r2"]);
    }

    [Fact]
    [Proves(Item, "records")]
    [Proves("code INVALID_EMAIL_ADDRESS")]
    public async Task One_failure_stores_nothing_and_only_culprits_are_listed()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await Post(host, Record("Account", "r1", "\"Name\":\"Only Here\"", Children("Contacts", Record("Contact", "r2", "\"LastName\":\"B\",\"Email\":\"123\""), Record("Contact", "r3", "\"LastName\":\"C\""))));

        answer.Status.Should().Be(400);
        answer.Body.Should().Be("""{"hasErrors":true,"results":[{"referenceId":"r2","errors":[{"statusCode":"INVALID_EMAIL_ADDRESS","message":"Email: invalid email address: 123","fields":["Email"]}]}]}""");
        (await host.Call("GET", "query?q=SELECT+COUNT()+FROM+Account+WHERE+Name='Only+Here'"))["totalSize"].GetInt32().Should().Be(0);
    }

    [Fact]
    [Proves(Item, "records")]
    [Proves("code REQUIRED_FIELD_MISSING")]
    public async Task What_the_org_refuses_undoes_the_rest()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await Post(host, Record("Account", "r1", "\"Name\":\"Also Here\"", Children("Contacts", Record("Contact", "r2", "\"Phone\":\"1\""))));

        answer["results"].GetArrayLength().Should().Be(1);
        answer["results"][0].GetProperty("errors")[0].GetProperty("statusCode").GetString().Should().Be("REQUIRED_FIELD_MISSING");
        (await host.Call("GET", "query?q=SELECT+COUNT()+FROM+Account+WHERE+Name='Also+Here'"))["totalSize"].GetInt32().Should().Be(0);
    }

    [Theory]
    [InlineData("""{"attributes":{"type":"Account"},"Name":"A"}""", "Include a reference ID for each record in the request.")]
    [InlineData("""{"attributes":{"referenceId":"r"},"Name":"A"}""", "Include an entity type for each record in the request.")]
    [InlineData("""{"attributes":{"type":"Lead","referenceId":"r"}}""", "The record's type Lead is not Account.")]
    [Proves(Item, "records")]
    [Unverified]
    public async Task Records_need_a_type_and_a_reference(string record, string message)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await Post(host, record);

        answer.Status.Should().Be(400, answer.Body);
        answer["results"][0].GetProperty("errors")[0].GetProperty("statusCode").GetString().Should().Be("INVALID_INPUT");
        answer["results"][0].GetProperty("errors")[0].GetProperty("message").GetString().Should().Be(message);
    }

    [Theory]
    [InlineData("records")]
    [InlineData("levels")]
    [InlineData("references")]
    [Proves(Item, "records")]
    [Unverified]
    public async Task Trees_have_limits(string limit)
    {
        await using var host = await OrgHost.StartAsync();
        string[] records = limit switch
        {
            "records" => [.. Enumerable.Range(0, 201).Select(n => Record("Account", "r" + n, "\"Name\":\"A\""))],
            "levels" => [Nested(1, 6)],
            _ => [Record("Account", "r", "\"Name\":\"A\""), Record("Account", "r", "\"Name\":\"A\"")],
        };

        var answer = await Post(host, records);

        answer.Status.Should().Be(400, answer.Body);
        answer["results"].GetArrayLength().Should().Be(1);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PATCH")]
    [Proves("code METHOD_NOT_ALLOWED")]
    public async Task A_tree_is_posted_only(string method)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call(method, "composite/tree/Account", method == "GET" ? null : "{}")).ShouldRefuse(405, "METHOD_NOT_ALLOWED", $"HTTP Method '{method}' not allowed. Allowed are POST");
    }

    private static string Nested(int level, int levels) => Record("Account", "r" + level, "\"Name\":\"A\"", level == levels ? "" : Children("ChildAccounts", Nested(level + 1, levels)));

    private static string Record(string type, string reference, string fields, string children = "") =>
        $$$"""{"attributes":{"type":"{{{type}}}","referenceId":"{{{reference}}}"},{{{fields}}}{{{(children.Length > 0 ? "," + children : "")}}}}""";

    private static string Children(string name, params string[] records) => $$"""
        "{{name}}":{"records":[{{string.Join(',', records)}}]}
        """;

    private static Task<OrgAnswer> Post(OrgHost host, params string[] records) => host.Call("POST", "composite/tree/Account", $$"""{"records":[{{string.Join(',', records)}}]}""");
}
