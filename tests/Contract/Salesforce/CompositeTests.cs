using System.Text.Json;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce;

[Source("Salesforce REST API Developer Guide, Composite; Composite Batch")]
public sealed class CompositeTests
{
    private const string Account = """{"method":"POST","url":"/services/data/v59.0/sobjects/Account","referenceId":"acc","body":{"Name":"Acme"}}""";
    private const string Contact = """{"method":"POST","url":"/services/data/v59.0/sobjects/Contact","referenceId":"con","body":{"LastName":"Ray","AccountId":"@{acc.id}"}}""";
    private const string Query = """{"method":"GET","url":"/services/data/v59.0/query?q=SELECT+Id,Name+FROM+Contact+WHERE+Id='@{con.id}'","referenceId":"q"}""";
    private const string Bad = """{"method":"POST","url":"/services/data/v59.0/sobjects/Contact","referenceId":"bad","body":{"LastName":"Ray","Email":"nope"}}""";

    [Fact]
    [Proves("POST /services/data/{version}/composite", "allOrNone", "compositeRequest")]
    public async Task Parts_run_in_order_with_references_and_cost_one_request()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await Composite(host, false, Account, Contact, Query, """{"method":"PATCH","url":"/services/data/v59.0/sobjects/Contact/@{q.records[0].Id}","referenceId":"p","body":{"Title":"@{q.records[0].Name}"}}""");

        answer.Status.Should().Be(200, answer.Body);
        var parts = answer["compositeResponse"].EnumerateArray().ToList();
        parts.Select(part => part.GetProperty("httpStatusCode").GetInt32()).Should().Equal(201, 201, 200, 204);
        parts.Select(part => part.GetProperty("referenceId").GetString()).Should().Equal("acc", "con", "q", "p");
        var account = parts[0].GetProperty("body").GetProperty("id").GetString()!;
        parts[0].GetProperty("httpHeaders").GetProperty("Location").GetString().Should().Be("/services/data/v59.0/sobjects/Account/" + account);
        parts[3].GetProperty("body").ValueKind.Should().Be(JsonValueKind.Null);
        var contact = await host.Call("GET", "sobjects/Contact/" + parts[1].GetProperty("body").GetProperty("id").GetString());
        (contact["AccountId"].GetString(), contact["Title"].GetString()).Should().Be((account, "Ray"));
    }

    [Fact]
    [Proves("POST /services/data/{version}/composite", "allOrNone", "compositeRequest")]
    [Proves("code INVALID_EMAIL_ADDRESS")]
    [Proves("code PROCESSING_HALTED")]
    public async Task Without_all_or_none_the_others_stay_and_references_to_a_failure_are_halted()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await Composite(host, false, Account, Bad, """{"method":"GET","url":"/services/data/v59.0/sobjects/Contact/@{bad.id}","referenceId":"r"}""");

        answer.Status.Should().Be(200);
        var parts = answer["compositeResponse"].EnumerateArray().ToList();
        parts.Select(part => part.GetProperty("httpStatusCode").GetInt32()).Should().Equal(201, 400, 400);
        Error(parts[1]).Should().Be("INVALID_EMAIL_ADDRESS");
        parts[2].GetProperty("body").GetRawText().Should().Be("""[{"errorCode":"PROCESSING_HALTED","message":"Invalid reference specified. No value for bad.id found in bad"}]""");
        (await host.Call("GET", "sobjects/Account/" + parts[0].GetProperty("body").GetProperty("id").GetString())).Status.Should().Be(200);
    }

    [Fact]
    [Proves("POST /services/data/{version}/composite", "allOrNone", "compositeRequest")]
    [Proves("code INVALID_EMAIL_ADDRESS")]
    [Proves("code PROCESSING_HALTED")]
    public async Task With_all_or_none_one_failure_undoes_everything_before_and_after()
    {
        await using var host = await OrgHost.StartAsync();
        var before = (await host.Count("Account"), await host.Count("Contact"));

        var answer = await Composite(host, true, Account, Contact, Bad, Query);

        var parts = answer["compositeResponse"].EnumerateArray().ToList();
        parts.Select(Error).Should().Equal("PROCESSING_HALTED", "PROCESSING_HALTED", "INVALID_EMAIL_ADDRESS", "PROCESSING_HALTED");
        parts[0].GetProperty("body")[0].GetProperty("message").GetString().Should().Be("The transaction was rolled back since another operation in the same transaction failed.");
        (await host.Count("Account"), await host.Count("Contact")).Should().Be(before);
    }

    [Fact]
    [Proves("POST /services/data/{version}/composite", "allOrNone", "compositeRequest")]
    [SimulatorOnly]
    public async Task With_all_or_none_a_success_commits_all_with_growing_versions()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await Composite(host, true, Account, Contact, Query);

        answer["compositeResponse"].EnumerateArray().Select(part => part.GetProperty("httpStatusCode").GetInt32()).Should().Equal(201, 201, 200);
        host.Records.Commits.Select(commit => (commit.Object, commit.Seq)).Should().Equal(("Account", 1), ("Contact", 2));
        host.Org.Rows("Contact").Single().Version.Should().Be(2);
        host.Org.RequestsUsed.Should().Be(1);
        host.Records.Calls.Count(call => call.Path.EndsWith("/composite", StringComparison.Ordinal)).Should().Be(1);
        host.Records.Delivered.Should().ContainSingle().Which.Items.Should().ContainSingle();
    }

    [Fact]
    [Proves("POST /services/data/{version}/composite", "allOrNone", "compositeRequest")]
    [SimulatorOnly]
    public async Task With_all_or_none_a_failed_record_of_a_collection_undoes_the_call()
    {
        await using var host = await OrgHost.StartAsync();

        await Composite(host, true, Account, """{"method":"POST","url":"/services/data/v59.0/composite/sobjects","referenceId":"c","body":{"records":[{"attributes":{"type":"Lead"}}]}}""");

        host.Org.Count("Account").Should().Be(0);
        host.Records.Commits.Should().BeEmpty();
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    [Proves("POST /services/data/{version}/composite", "allOrNone", "compositeRequest")]
    [Proves("switch composite.readFailureRollsBack")]
    [Unverified]
    public async Task A_failed_read_rolls_back_by_switch(bool rollsBack, int accounts)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { CompositeReadFailureRollsBack = rollsBack });
        var before = await host.Count("Account");

        await Composite(host, true, Account, """{"method":"GET","url":"/services/data/v59.0/sobjects/Lead/00Q5g0000000000AAA","referenceId":"r"}""");

        (await host.Count("Account") - before).Should().Be(accounts);
    }

    [Theory]
    [InlineData(true, 400)]
    [InlineData(false, 200)]
    [Proves("POST /services/data/{version}/composite", "allOrNone", "compositeRequest")]
    [Proves("switch composite.overLimitStatus")]
    [Proves("code LIMIT_EXCEEDED")]
    [Unverified]
    public async Task More_than_25_parts_run_none_and_keep_the_composite_shape(bool badRequest, int status)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { CompositeOverLimitIsBadRequest = badRequest });
        var before = await host.Count("Account");
        var parts = Enumerable.Range(0, 26).Select(n => Account.Replace("\"acc\"", $"\"a{n}\"", StringComparison.Ordinal)).ToArray();

        var answer = await Composite(host, false, parts);

        answer.Status.Should().Be(status);
        answer.Body.Should().Be("""{"compositeResponse":[{"body":[{"errorCode":"LIMIT_EXCEEDED","message":"The request can’t contain more than 25 operations."}],"httpHeaders":{},"httpStatusCode":400,"referenceId":null}]}""");
        (await host.Count("Account")).Should().Be(before);
    }

    [Theory]
    [InlineData(true, 400)]
    [InlineData(false, 200)]
    [Proves("POST /services/data/{version}/composite", "allOrNone", "compositeRequest")]
    [Proves("switch composite.badReferenceId")]
    [Unverified]
    public async Task Bad_reference_ids_are_refused_by_switch(bool refused, int status)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { CompositeBadReferenceIdRefused = refused });

        var answer = await Composite(host, false, Account.Replace("\"acc\"", "\"a-b\"", StringComparison.Ordinal));

        answer.Status.Should().Be(status);
        answer.Body.Contains("Provided referenceId ('a-b') must start with a letter or a number", StringComparison.Ordinal).Should().Be(refused);
    }

    [Fact]
    [Proves("POST /services/data/{version}/composite", "allOrNone", "compositeRequest")]
    public async Task A_composite_in_a_composite_and_unknown_resources_are_refused_in_their_place()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await Composite(
            host,
            false,
            """{"method":"POST","url":"/services/data/v59.0/composite","referenceId":"a","body":{}}""",
            """{"method":"GET","url":"/services/data/v59.0/nonsense","referenceId":"b"}""",
            """{"method":"GET","url":"/services/data/v59.0/search","referenceId":"c"}""",
            """{"method":"GET","url":"/services/data/v59.0/limits","referenceId":"d"}""");

        answer["compositeResponse"].EnumerateArray().Select(part => part.GetProperty("httpStatusCode").GetInt32()).Should().Equal(400, 404, 400, 200);
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 4)]
    [Proves("POST /services/data/{version}/composite/batch", "batchRequests")]
    [Proves("switch limits.countBatchEnvelope")]
    [Proves("code REQUIRED_FIELD_MISSING")]
    [SimulatorOnly]
    public async Task Each_part_of_a_batch_is_independent_and_costs_a_request(bool envelopeCounts, int used)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { BatchEnvelopeCounts = envelopeCounts });

        var answer = await host.Call("POST", "composite/batch", """
            {"batchRequests":[{"method":"POST","url":"v59.0/sobjects/account","richInput":{"Name":"A"}},{"method":"POST","url":"/services/data/v59.0/sobjects/Lead","richInput":{}},{"method":"GET","url":"v59.0/limits/recordCount?sObjects=Account"}]}
            """);

        answer.Status.Should().Be(200, answer.Body);
        answer["hasErrors"].GetBoolean().Should().BeTrue();
        var results = answer["results"].EnumerateArray().ToList();
        results.Select(result => result.GetProperty("statusCode").GetInt32()).Should().Equal(201, 400, 200);
        results[1].GetProperty("result")[0].GetProperty("errorCode").GetString().Should().Be("REQUIRED_FIELD_MISSING");
        results[2].GetProperty("result").GetProperty("sObjects")[0].GetProperty("count").GetInt32().Should().Be(1);
        host.Org.RequestsUsed.Should().Be(used);
        answer.Headers["Sforce-Limit-Info"].Should().Be($"api-usage={used}/100000");
    }

    [Fact]
    [Proves("POST /services/data/{version}/composite/batch", "batchRequests", "haltOnError")]
    [Proves("code BATCH_PROCESSING_HALTED")]
    public async Task A_batch_halts_on_an_error_when_it_says_so()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("POST", "composite/batch", """{"haltOnError":true,"batchRequests":[{"method":"POST","url":"v59.0/sobjects/Lead","richInput":{}},{"method":"GET","url":"v59.0/limits"}]}""");

        answer["results"].EnumerateArray().Select(result => result.GetProperty("statusCode").GetInt32()).Should().Equal(400, 412);
        answer["results"][1].GetProperty("result")[0].GetProperty("errorCode").GetString().Should().Be("BATCH_PROCESSING_HALTED");
        (await host.Call("POST", "composite/batch", """{"batchRequests":[{"method":"GET","url":"v60.0/limits"}]}""")).Status.Should().Be(400, "a part's version is not above the request's");
    }

    private static Task<OrgAnswer> Composite(OrgHost host, bool allOrNone, params string[] parts) =>
        host.Call("POST", "composite", $$"""{"allOrNone":{{(allOrNone ? "true" : "false")}},"compositeRequest":[{{string.Join(',', parts)}}]}""");

    private static string? Error(JsonElement part) => part.GetProperty("body")[0].GetProperty("errorCode").GetString();
}
