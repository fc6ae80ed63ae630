using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Process;

/// <summary>Approvals and workflow rules by REST.</summary>
[Source("Salesforce REST API Developer Guide, Process Rules; Process Approvals; Platform Event Schema; sObject Rich Text Image Get; sObject Blob Get; Relevant Items")]
public sealed class ProcessTests
{
    [Fact]
    [Proves("GET /services/data/{version}/process/rules")]
    public async Task Rules_are_listed_by_object()
    {
        await using var host = await OrgHost.StartAsync();

        var all = await host.Call("GET", "process/rules");

        all.Status.Should().Be(200, all.Body);
        all["rules"].EnumerateObject().Where(group => group.Value.GetArrayLength() == 0).Should().BeEmpty();
        (await host.Call("GET", "process/rules/Lead"))["rules"].EnumerateObject().Select(group => group.Name).Where(name => name != "Lead").Should().BeEmpty();
        (await host.Call("GET", "process/rules/Nope")).Status.Should().Be(404);
        (await host.Call("GET", "process/rules/Lead/01QD0000000ZZZZ")).Status.Should().Be(404);
    }

    [Fact]
    [Proves("GET /services/data/{version}/process/rules")]
    [SimulatorOnly("rules of its own")]
    public async Task A_rule_that_is_active_has_an_address_of_its_own()
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSimOptions
        {
            ConnectedApps = OrgHost.DefaultOptions.ConnectedApps,
            Users = OrgHost.DefaultOptions.Users,
            WorkflowRules = [new WorkflowRule { Name = "Off", Object = "lead", Active = false }, new WorkflowRule { Name = "On", Object = "lead" }],
        });

        var rule = (await host.Call("GET", "process/rules"))["rules"].GetProperty("Lead").EnumerateArray().Single();

        rule.GetProperty("name").GetString().Should().Be("On");
        (await host.Call("GET", "process/rules/Lead/" + rule.GetProperty("id").GetString())).Body.Should().Be(rule.GetRawText());
        (await host.Call("GET", "process/rules/Contact/" + rule.GetProperty("id").GetString())).Status.Should().Be(404);
    }

    [Fact]
    [Proves("POST /services/data/{version}/process/approvals")]
    [Unverified]
    public async Task Without_an_approval_process_nothing_can_be_submitted()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();

        var answer = await host.Call("POST", "process/approvals", $$"""{"requests":[{"actionType":"Submit","contextId":"{{id}}"},{"actionType":"Submit","contextId":"00Q5g00000ZZZZZZZZ"}]}""");

        answer.Status.Should().Be(400);
        answer.Json.EnumerateArray().Select(result => result.GetProperty("errors")[0].GetProperty("statusCode").GetString()).Should().Equal("NO_APPLICABLE_PROCESS", "INVALID_CROSS_REFERENCE_KEY");
        (await host.Call("POST", "process/approvals", "{}")).Json[0].GetProperty("errorCode").GetString().Should().Be("JSON_PARSER_ERROR");
    }

    [Theory]
    [InlineData("event/eventSchema/IeRuXY6cbI_HsV8Rv1Mc5g")]
    [InlineData("sobjects/Lead/eventSchema")]
    [InlineData("sobjects/Nope__e/eventSchema")]
    [Proves("GET /services/data/{version}/event/eventSchema/{schema}")]
    [Proves("GET /services/data/{version}/sobjects/{event}/eventSchema")]
    [Proves("code NOT_FOUND")]
    public async Task What_is_no_platform_event_has_no_schema(string path)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("GET", path)).ShouldRefuse(404, "NOT_FOUND", "The requested resource does not exist");
    }

    [Theory]
    [InlineData("Body")]
    [InlineData("richTextImageFields/Description/0EM5g0000000001")]
    [Proves("GET /services/data/{version}/sobjects/{object}/{id}/{blob}")]
    [Proves("GET /services/data/{version}/sobjects/{object}/{id}/richTextImageFields/{field}/{content}")]
    [Proves("code NOT_FOUND")]
    public async Task A_row_without_blobs_has_none_to_read(string path)
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();

        (await host.Call("GET", $"sobjects/Lead/{id}/{path}")).ShouldRefuse(404, "NOT_FOUND", "The requested resource does not exist");
    }

    [Fact]
    [Proves("GET /services/data/{version}/sobjects/relevantItems")]
    public async Task Relevant_items_name_rows_by_object()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();

        var answer = await host.Call("GET", "sobjects/relevantItems?sobjects=Lead");

        answer.Status.Should().Be(200, answer.Body);
        answer.Json.EnumerateArray().Select(group => group.GetProperty("apiName").GetString()).Should().Equal("Lead");
        answer.Json[0].GetProperty("recordIds").EnumerateArray().Select(each => each.GetString()).Should().Contain(id[..15]);
        (await host.Call("GET", "sobjects/relevantItems?sobjects=Nope")).Status.Should().Be(404);
    }
}
