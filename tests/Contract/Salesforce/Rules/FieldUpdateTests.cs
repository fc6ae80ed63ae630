using SfMarketo.Kernel.Recording;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Rules;

[Source("Salesforce Help, Workflow Field Updates")]
public sealed class FieldUpdateTests
{
    private const string Rules = """
        {"workflowRules": [
          {"name": "Rate", "object": "Lead", "trigger": "onCreateOrTriggeringUpdate", "condition": "AnnualRevenue > 1000000", "fieldUpdates": [{"field": "Rating", "value": "Hot", "reevaluate": true}]},
          {"name": "Describe", "object": "Lead", "condition": "ISPICKVAL(Rating, 'Hot')", "fieldUpdates": [{"field": "Title", "formula": "'Hot: ' & LastName"}]},
          {"name": "Once", "object": "Lead", "trigger": "onCreateOnly", "fieldUpdates": [{"field": "Website", "value": "example.com"}]}],
         "validationRules": [{"name": "NoHot", "object": "Lead", "condition": "AND(NOT(ISNEW()), ISPICKVAL(Rating, 'Hot'), ISBLANK(Phone))", "message": "No."}]}
        """;

    [Fact]
    [Proves("behaviour workflow rule")]
    [SimulatorOnly]
    public async Task The_row_that_is_read_back_differs_from_what_was_sent()
    {
        await using var host = await RuledOrg.StartAsync(Rules);

        var lead = await host.CreateLead("\"AnnualRevenue\":2000000");

        (await host.Text(lead, "Rating")).Should().Be("Hot");
        (await host.Text(lead, "Title")).Should().Be("Hot: Ray", "the first update asks for the rules to be looked at once more");
        (await host.Text(lead, "Website")).Should().Be("example.com");
    }

    [Fact]
    [Proves("behaviour workflow rule")]
    [SimulatorOnly]
    public async Task Each_update_is_a_commit_of_its_rule()
    {
        await using var host = await RuledOrg.StartAsync(Rules);

        await host.CreateLead("\"AnnualRevenue\":2000000");

        host.Records.Commits.Select(commit => (commit.Actor, commit.Cause)).Should().Equal((Actor.Client, OrgHost.Username), (Actor.Rule, "Rate"), (Actor.Rule, "Once"), (Actor.Rule, "Describe"));
    }

    [Fact]
    [Proves("behaviour workflow rule")]
    [SimulatorOnly]
    public async Task Validation_rules_are_not_run_again_after_an_update()
    {
        await using var host = await RuledOrg.StartAsync(Rules);
        var lead = await host.CreateLead();

        (await host.Call("PATCH", "sobjects/Lead/" + lead, """{"AnnualRevenue":2000000}""")).Status.Should().Be(204);
        (await host.Call("PATCH", "sobjects/Lead/" + lead, """{"Company":"B"}""")).ShouldRefuse(400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "No.");
    }

    [Fact]
    [Proves("behaviour workflow rule")]
    [SimulatorOnly]
    public async Task A_rule_for_rows_that_come_to_meet_it_does_not_fire_while_they_go_on_meeting_it()
    {
        await using var host = await RuledOrg.StartAsync(Rules);
        var lead = await host.CreateLead("\"AnnualRevenue\":2000000,\"Phone\":\"1\"");

        await host.Call("PATCH", "sobjects/Lead/" + lead, """{"Rating":"Cold"}""");
        (await host.Text(lead, "Rating")).Should().Be("Cold");
        await host.Call("PATCH", "sobjects/Lead/" + lead, """{"AnnualRevenue":1}""");
        await host.Call("PATCH", "sobjects/Lead/" + lead, """{"AnnualRevenue":3000000}""");
        (await host.Text(lead, "Rating")).Should().Be("Hot");
    }
}
