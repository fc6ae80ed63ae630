using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Actions;

/// <summary>Invocable actions and Apex REST.</summary>
[Source("Salesforce REST API Developer Guide, Invocable Actions Standard; Invocable Actions Custom; Apex Developer Guide, Apex REST")]
public sealed class ActionTests
{
    private const string Standard = "GET /services/data/{version}/actions/standard";
    private const string Invoke = "POST /services/data/{version}/actions/standard/{name}";

    [Fact]
    [Proves(Standard)]
    [Proves("GET /services/data/{version}/actions/custom")]
    public async Task Actions_are_listed_by_kind()
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("GET", "actions"))["standard"].GetString().Should().EndWith("/actions/standard");
        (await host.Call("GET", "actions/standard"))["actions"].ValueKind.Should().Be(System.Text.Json.JsonValueKind.Array);
        (await host.Call("GET", "actions/custom"))["flow"].GetString().Should().EndWith("/actions/custom/flow");
        (await host.Call("GET", "actions/custom/flow"))["actions"].ValueKind.Should().Be(System.Text.Json.JsonValueKind.Array);
        (await host.Call("GET", "actions/custom/nope")).Status.Should().Be(404);
    }

    [Theory]
    [InlineData(false, 404)]
    [InlineData(true, 200)]
    [Proves(Invoke, "inputs")]
    [Proves("switch actions.convertLead")]
    [Unverified]
    public async Task A_lead_is_converted_by_an_action_by_switch(bool on, int status)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { ConvertLeadAction = on });
        var lead = await host.CreateLead();

        var answer = await host.Call("POST", "actions/standard/convertLead", $$"""{"inputs":[{"leadId":"{{lead}}","convertedStatus":"Closed - Converted","createOpportunity":false}]}""");

        answer.Status.Should().Be(status, answer.Body);
        (await host.Call("GET", "sobjects/Lead/" + lead))["IsConverted"].GetBoolean().Should().Be(on);
        if (on)
        {
            answer.Json[0].GetProperty("isSuccess").GetBoolean().Should().BeTrue();
            answer.Json[0].GetProperty("outputValues").GetProperty("opportunityId").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
            (await host.Call("GET", "actions/standard"))["actions"][0].GetProperty("name").GetString().Should().Be("convertLead");
            (await host.Call("GET", "actions/standard/convertLead"))["inputs"][0].GetProperty("name").GetString().Should().Be("leadId");
        }
    }

    [Theory]
    [InlineData("{}", "REQUIRED_FIELD_MISSING")]
    [InlineData("""{"leadId":"00Q5g00000ZZZZZ","convertedStatus":"Closed - Converted"}""", "INVALID_CROSS_REFERENCE_KEY")]
    [InlineData("""{"leadId":"LEAD","convertedStatus":"Nope"}""", "INVALID_STATUS")]
    [InlineData("""{"leadId":7,"convertedStatus":true}""", "REQUIRED_FIELD_MISSING")]
    [Proves(Invoke, "inputs")]
    [Unverified]
    public async Task A_conversion_that_the_org_refuses_is_the_inputs_error(string input, string code)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { ConvertLeadAction = true });
        var lead = await host.CreateLead();

        var answer = await host.Call("POST", "actions/standard/convertLead", $$"""{"inputs":[{{input.Replace("LEAD", lead, StringComparison.Ordinal)}}]}""");

        answer.Status.Should().Be(400);
        answer.Json[0].GetProperty("isSuccess").GetBoolean().Should().BeFalse();
        answer.Json[0].GetProperty("errors")[0].GetProperty("statusCode").GetString().Should().Be(code);
    }

    [Fact]
    [Proves("POST /services/data/{version}/actions/custom/{type}/{name}", "inputs")]
    [SimulatorOnly]
    public async Task A_custom_action_answers_what_it_was_told()
    {
        await using var host = await OrgHost.StartAsync(Options());

        var answer = await host.Call("POST", "actions/custom/flow/Score_Lead", """{"inputs":[{},{}]}""");

        answer.Body.Should().Be("""[{"actionName":"Score_Lead","errors":null,"isSuccess":true,"outputValues":{"score":7}},{"actionName":"Score_Lead","errors":null,"isSuccess":true,"outputValues":{"score":7}}]""");
        (await host.Call("GET", "actions/custom/flow"))["actions"][0].GetProperty("url").GetString().Should().EndWith("/actions/custom/flow/Score_Lead");
        (await host.Call("POST", "actions/custom/flow/Nope", """{"inputs":[{}]}""")).Status.Should().Be(404);
        (await host.Call("POST", "actions/custom/flow/Score_Lead", "{}")).Status.Should().Be(400);
    }

    [Fact]
    [Proves("Apex REST /services/apexrest/{mapping}")]
    [SimulatorOnly]
    public async Task Apex_REST_answers_what_it_was_told()
    {
        await using var host = await OrgHost.StartAsync(Options());

        (await host.Call("POST", "/services/apexrest/convert", "{}")).Body.Should().Be("""{"ok":true}""");
        (await host.Call("GET", "/services/apexrest/orders/7/lines")).Status.Should().Be(204);
        (await host.Call("GET", "/services/apexrest/convert")).Status.Should().Be(405);
    }

    [Fact]
    [Proves("Apex REST /services/apexrest/{mapping}")]
    [Proves("code NOT_FOUND")]
    public async Task Apex_REST_without_a_class_is_404()
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("GET", "/services/apexrest/nobody")).ShouldRefuse(404, "NOT_FOUND", "Could not find a match for URL");
    }

    private static SalesforceSimOptions Options() => new()
    {
        ConnectedApps = OrgHost.DefaultOptions.ConnectedApps,
        Users = OrgHost.DefaultOptions.Users,
        CustomActions = [new CustomAction("flow", "Score_Lead", "Score a lead", """{"score":7}""")],
        ApexRest = [new ApexRestAnswer("POST", "/convert", 200, """{"ok":true}"""), new ApexRestAnswer("GET", "/orders/*", 204, "")],
    };
}
