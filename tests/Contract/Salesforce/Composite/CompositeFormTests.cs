using System.Text.Json;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Composite;

/// <summary>What may stand in composite requests and batches.</summary>
[Source("Salesforce REST API Developer Guide, Composite; Composite Subrequest; Batch; Composite Subrequest Result")]
public sealed class CompositeFormTests
{
    private const string Composite = "POST /services/data/{version}/composite";
    private const string Batch = "POST /services/data/{version}/composite/batch";

    [Fact]
    [Proves(Composite, "collateSubrequests", "compositeRequest")]
    public async Task Collated_parts_are_answered_in_the_order_of_the_request()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("POST", "composite", """
            {"collateSubrequests":true,"compositeRequest":[
             {"method":"POST","url":"/services/data/v59.0/sobjects/Account","referenceId":"a","body":{"Name":"A"}},
             {"method":"GET","url":"/services/data/v59.0/limits","referenceId":"l"},
             {"method":"POST","url":"/services/data/v58.0/sobjects/Account","referenceId":"b","body":{"Name":"B"}}]}
            """);

        Parts(answer).Select(part => part.GetProperty("referenceId").GetString()).Should().Equal("a", "l", "b");
        Parts(answer).Select(part => part.GetProperty("httpStatusCode").GetInt32()).Should().Equal(201, 200, 201);
    }

    [Fact]
    [Proves(Composite, "compositeRequest")]
    public async Task Headers_of_a_part_are_its_own()
    {
        await using var host = await OrgHost.StartAsync();
        var path = $"/services/data/v59.0/sobjects/Account/{await host.Create("Account", """{"Name":"Acme"}""")}";
        var tag = (await host.Call("GET", path)).Headers["ETag"].Replace("\"", "\\\"", StringComparison.Ordinal);

        var answer = await host.Call("POST", "composite", $$$"""
            {"compositeRequest":[{"method":"GET","url":"{{{path}}}","referenceId":"a","httpHeaders":{"If-None-Match":"{{{tag}}}"}},{"method":"GET","url":"{{{path}}}","referenceId":"b"}]}
            """);

        Parts(answer).Select(part => part.GetProperty("httpStatusCode").GetInt32()).Should().Equal(304, 200);
        Parts(answer)[0].GetProperty("body").ValueKind.Should().Be(JsonValueKind.Null);
        Parts(answer)[1].GetProperty("httpHeaders").GetProperty("ETag").GetString().Should().NotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("Accept")]
    [InlineData("authorization")]
    [InlineData("Content-Type")]
    [Proves(Composite, "compositeRequest")]
    public async Task Some_headers_refuse_the_whole_request(string header)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("POST", "composite", $$$"""{"compositeRequest":[{"method":"GET","url":"/services/data/v59.0/limits","referenceId":"a","httpHeaders":{"{{{header}}}":"x"}}]}""")).Status.Should().Be(400);
    }

    [Theory]
    [InlineData("get", "/services/data/v59.0/limits")]
    [InlineData("GET", "limits")]
    [InlineData("GET", "v59.0/limits")]
    [InlineData("GET", "https://elsewhere.invalid/services/data/v59.0/limits")]
    [Proves(Composite, "compositeRequest")]
    public async Task A_method_in_small_letters_and_a_url_of_another_form_refuse_the_whole_request(string method, string url)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("POST", "composite", $$"""{"compositeRequest":[{"method":"{{method}}","url":"{{url}}","referenceId":"a"}]}""")).Status.Should().Be(400);
    }

    [Fact]
    [Proves(Composite, "compositeRequest")]
    [Proves("code METHOD_NOT_ALLOWED")]
    public async Task A_wrong_method_inside_names_the_allowed_ones_too()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("POST", "composite", """{"compositeRequest":[{"method":"DELETE","url":"/services/data/v59.0/limits","referenceId":"a"}]}""");

        Parts(answer)[0].GetProperty("body")[0].GetProperty("message").GetString().Should().Be("HTTP Method 'DELETE' not allowed. Allowed are HEAD,GET");
    }

    [Fact]
    [Proves(Composite, "allOrNone", "compositeRequest")]
    [Proves("POST /services/data/{version}/composite/tree/{object}", "records")]
    public async Task A_tree_may_stand_inside_and_is_undone_with_the_rest()
    {
        await using var host = await OrgHost.StartAsync();
        const string tree = """{"method":"POST","url":"/services/data/v59.0/composite/tree/Account","referenceId":"t","body":{"records":[{"attributes":{"type":"Account","referenceId":"r"},"Name":"Of the Tree"}]}}""";
        const string use = """{"method":"GET","url":"/services/data/v59.0/sobjects/Account/@{t.results[0].id}","referenceId":"u"}""";
        const string bad = """{"method":"POST","url":"/services/data/v59.0/sobjects/Lead","referenceId":"b","body":{}}""";

        var undone = await host.Call("POST", "composite", $$"""{"allOrNone":true,"compositeRequest":[{{tree}},{{bad}}]}""");
        var done = await host.Call("POST", "composite", $$"""{"allOrNone":true,"compositeRequest":[{{tree}},{{use}}]}""");

        Parts(undone).Select(part => part.GetProperty("httpStatusCode").GetInt32()).Should().Equal(400, 400);
        Parts(done)[1].GetProperty("body").GetProperty("Name").GetString().Should().Be("Of the Tree");
        (await host.Call("GET", "query?q=SELECT+COUNT()+FROM+Account+WHERE+Name='Of+the+Tree'"))["totalSize"].GetInt32().Should().Be(1);
    }

    [Fact]
    [Proves(Batch, "batchRequests")]
    public async Task A_batch_may_hold_searches_and_no_jobs_and_no_composites()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("POST", "composite/batch", """
            {"batchRequests":[{"method":"GET","url":"v59.0/search?q=FIND+%7Bacme%7D"},{"method":"GET","url":"v59.0/jobs/ingest"},{"method":"POST","url":"v59.0/composite","richInput":{}},{"method":"GET","url":"v59.0/sobjects/Lead/describe/layouts"}]}
            """);

        answer["results"].EnumerateArray().Select(result => result.GetProperty("statusCode").GetInt32()).Should().Equal(200, 400, 400, 200);
    }

    [Theory]
    [InlineData("composite")]
    [InlineData("composite/batch")]
    [InlineData("composite/graph")]
    [InlineData("composite/tree/Account")]
    [Proves("code UNSUPPORTED_MEDIA_TYPE")]
    public async Task Composite_bodies_are_JSON_objects_with_their_list(string path)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("POST", path, "{}")).Status.Should().Be(400);
        (await host.Call("POST", path, "[]")).Status.Should().Be(400);
        (await host.Call("POST", path, "{")).Json[0].GetProperty("errorCode").GetString().Should().Be("JSON_PARSER_ERROR");
        using var text = new StringContent("x", System.Text.Encoding.UTF8, "text/plain");
        using var request = await host.Request("POST", path, text);
        (await host.Send(request)).ShouldRefuse(415, "UNSUPPORTED_MEDIA_TYPE", "MediaType of 'text/plain' is not supported by this resource");
    }

    [Fact]
    [Proves("GET /services/data/{version}/composite")]
    public async Task The_composite_resources_are_listed()
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("GET", "composite"))["tree"].GetString().Should().Be("/services/data/v59.0/composite/tree");
    }

    private static JsonElement[] Parts(OrgAnswer answer) => [.. answer["compositeResponse"].EnumerateArray()];
}
