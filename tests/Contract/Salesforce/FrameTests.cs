using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce;

/// <summary>Versions, resources, methods and forms: what holds for all calls.</summary>
[Source("Salesforce REST API Developer Guide, Versions; Resources by Version; Status Codes and Error Responses")]
public sealed class FrameTests
{
    [Fact]
    [Proves("GET /services/data")]
    [SimulatorOnly]
    public async Task Versions_are_listed_without_a_token_oldest_first()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("GET", "/services/data/", null, ("Authorization", ""));

        answer.Json[0].GetProperty("version").GetString().Should().Be("31.0");
        answer.Json[0].GetProperty("label").GetString().Should().Be("Summer '14");
        var v59 = answer.Json.EnumerateArray().Single(version => version.GetProperty("version").GetString() == "59.0");
        v59.GetProperty("label").GetString().Should().Be("Winter '24");
        v59.GetProperty("url").GetString().Should().Be("/services/data/v59.0");
        host.Org.RequestsUsed.Should().Be(0);
    }

    [Fact]
    [Proves("GET /services/data/{version}")]
    public async Task A_version_lists_its_resources_and_an_absolute_identity()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("GET", "/services/data/v59.0");

        answer["sobjects"].GetString().Should().Be("/services/data/v59.0/sobjects");
        answer["identity"].GetString().Should().MatchRegex("^https?://[^/]+/id/00D");
    }

    [Theory]
    [InlineData("/services/data/v69.0/limits", 404, "NOT_FOUND")]
    [InlineData("/services/data/v59/limits", 404, "NOT_FOUND")]
    [InlineData("/services/data/v30.0/limits", 410, "GONE")]
    [InlineData("/services/data/v61.0/limits", 200, null)]
    [InlineData("/services/data/v31.0/limits", 200, null)]
    [Proves("code GONE")]
    [Proves("code NOT_FOUND")]
    public async Task Unknown_versions_are_404_and_retired_ones_410(string path, int status, string? code)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("GET", path);

        answer.Status.Should().Be(status);
        if (code is not null)
        {
            answer.Json[0].GetProperty("errorCode").GetString().Should().Be(code);
        }
    }

    [Theory]
    [InlineData("ui-api/favorites")]
    [InlineData("chatter/feeds")]
    [InlineData("tooling/completions?type=apex")]
    [InlineData("tooling/executeAnonymous")]
    [InlineData("sobjects/Lead/defaultValues")]
    [InlineData("sobjects/Product2")]
    [InlineData("consent/action/email")]
    [InlineData("actions/standard/emailSimple")]
    [InlineData("support/knowledgeArticles")]
    [InlineData("scheduling")]
    [SimulatorOnly("the vendor has it")]
    public async Task What_the_vendor_has_and_the_simulator_has_not_is_501(string path)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("GET", path);

        answer.Status.Should().Be(501, answer.Body);
        answer.Json[0].GetProperty("errorCode").GetString().Should().Be("NOT_SIMULATED");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("/services/nonsense")]
    [InlineData("sobjects/Nope")]
    [InlineData("sobjects/Nope/describe")]
    [Proves("code NOT_FOUND")]
    public async Task What_the_vendor_has_not_is_404(string path)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("GET", path)).ShouldRefuse(404, "NOT_FOUND", "The requested resource does not exist");
    }

    [Theory]
    [InlineData("PUT", "sobjects/Lead/00Q000000000001", "HEAD,GET,PATCH,DELETE")]
    [InlineData("POST", "sobjects/Lead/00Q000000000001", "HEAD,GET,PATCH,DELETE")]
    [InlineData("PATCH", "sobjects/Lead", "HEAD,GET,POST")]
    [InlineData("POST", "limits", "HEAD,GET")]
    [Proves("code METHOD_NOT_ALLOWED")]
    public async Task A_wrong_method_names_the_allowed_ones(string method, string path, string allowed)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call(method, path, "{}");

        answer.ShouldRefuse(405, "METHOD_NOT_ALLOWED", $"HTTP Method '{method}' not allowed. Allowed are {allowed}");
        answer.Headers["Allow"].Should().Be(allowed);
    }

    [Fact]
    [Proves("header Content-Type")]
    [Proves("code JSON_PARSER_ERROR")]
    [Proves("code UNSUPPORTED_MEDIA_TYPE")]
    public async Task A_body_that_is_not_JSON_is_415_and_a_missing_one_a_parser_error()
    {
        await using var host = await OrgHost.StartAsync();
        await host.Call("GET", "limits");

        (await host.Call("POST", "sobjects/Lead", "")).ShouldRefuse(400, "JSON_PARSER_ERROR", "The HTTP entity body is required, but this request has no entity body.");
        using var text = new StringContent("x", System.Text.Encoding.UTF8, "text/plain");
        using var request = new HttpRequestMessage(HttpMethod.Post, OrgHost.Data + "/sobjects/Lead") { Content = text };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + (await host.SignIn(OrgHost.Sign(host.Claims())))["access_token"].GetString());
        (await host.Send(request)).ShouldRefuse(415, "UNSUPPORTED_MEDIA_TYPE", "MediaType of 'text/plain' is not supported by this resource");
    }

    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/xml", "application/xml")]
    [InlineData("text/html, application/xml;q=0.9, */*;q=0.8", "application/xml")]
    [InlineData("application/xml;q=0.1, application/json", "application/json")]
    [Proves("header Accept")]
    public async Task Accept_chooses_between_JSON_and_XML(string accept, string type)
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();

        var answer = await host.Call("GET", "sobjects/Lead/" + id, null, ("Accept", accept));

        answer.Status.Should().Be(200, answer.Body);
        answer.Headers["Content-Type"].Should().StartWith(type);
    }

    [Theory]
    [InlineData("limits")]
    [InlineData("query?q=SELECT+Id+FROM+Lead")]
    [Proves("header Accept")]
    [Proves("code NOT_ACCEPTABLE")]
    [Unverified]
    public async Task An_Accept_of_neither_form_is_406(string path)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("GET", path, null, ("Accept", "text/css"))).ShouldRefuse(406, "NOT_ACCEPTABLE", "Accept header specified in HTTP request is not supported: text/css");
    }

    [Fact]
    [Proves("code JSON_PARSER_ERROR")]
    public async Task Bodies_that_are_no_JSON_are_parser_errors_with_their_place()
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("POST", "sobjects/Lead", "{x}")).ShouldRefuse(
            400, "JSON_PARSER_ERROR", "Unexpected character ('x' (code 120)): was expecting double-quote to start field name at [line:1, column:2]");
        (await host.Call("POST", "sobjects/Lead", "{\"LastName\":\"A\"")).Json[0].GetProperty("message").GetString().Should().StartWith("Unexpected end-of-input");
    }

    [Theory]
    [InlineData("sobjects/Lead", """{"LastName":"\ud800","Company":"Acme"}""")]
    [InlineData("composite/sobjects", """{"records":[{"attributes":{"type":"\udc00"},"LastName":"A"}]}""")]
    [InlineData("composite/sobjects/Lead", """{"ids":["\ud83dx"],"fields":["Id"]}""")]
    [InlineData("composite", """{"compositeRequest":[{"method":"POST","url":"/services/data/v59.0/sobjects/Lead","referenceId":"a","body":{"\uDfff":"A"}}]}""")]
    [Proves("code JSON_PARSER_ERROR")]
    [SimulatorOnly("how the vendor takes it is not documented")]
    public async Task Half_a_surrogate_pair_is_a_parser_error_before_anything_is_done(string path, string body)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("POST", path, body);

        answer.Status.Should().Be(400, answer.Body);
        answer.Json[0].GetProperty("errorCode").GetString().Should().Be("JSON_PARSER_ERROR");
    }

    [Fact]
    [Proves("code REQUIRED_FIELD_MISSING")]
    [SimulatorOnly]
    public async Task The_journal_has_client_codes_and_records_of_each_call()
    {
        await using var host = await OrgHost.StartAsync();
        await host.CreateLead();
        await host.Call("POST", "sobjects/Lead", "{}");

        host.Records.Calls.Should().HaveCount(3);
        host.Records.Calls[1].Should().Match<Kernel.Recording.CallEntry>(call => call.Client == OrgHost.Username && call.Records == 1 && call.Status == 201 && call.Codes.Count == 0);
        host.Records.Calls[2].Codes.Should().Equal("REQUIRED_FIELD_MISSING");
        host.Org.UnhandledFailures.Should().Be(0);
    }
}
