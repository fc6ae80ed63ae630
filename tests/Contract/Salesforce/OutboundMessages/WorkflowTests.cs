using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org.Conversion;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.OutboundMessages;

/// <summary>What fires a message.</summary>
[Source("Salesforce Help, Workflow Rule Evaluation")]
[SimulatorOnly("messages are sent and received inside the process")]
public sealed class WorkflowTests
{
    private static readonly WorkflowRule Hot = OutboundOrg.Rule with { Criteria = "Rating = 'Hot' AND Email != null" };

    [Fact]
    [Proves("message rule")]
    public async Task On_all_changes_fires_on_every_save_while_the_criteria_hold()
    {
        await using var org = await OutboundOrg.StartAsync(rule: Hot);
        var lead = org.AddLead(email: "a@acme.example");
        Queued(org).Should().Be(0);

        Set(org, lead, "Rating", "Hot");
        Set(org, lead, "Phone", "1");
        Set(org, lead, "Phone", "1");
        Queued(org).Should().Be(3, "a save that changes nothing fires too");

        Set(org, lead, "Rating", "Cold");
        Queued(org).Should().Be(3);
    }

    [Fact]
    [Proves("message rule")]
    public async Task On_create_only_never_fires_on_edits()
    {
        await using var org = await OutboundOrg.StartAsync(rule: OutboundOrg.Rule with { TriggerType = WorkflowTriggerType.OnCreateOnly, Criteria = "LastName = 'Yes'" });
        var no = org.AddLead("No");
        Set(org, no, "LastName", "Yes");
        Queued(org).Should().Be(0);

        org.AddLead("Yes");
        Queued(org).Should().Be(1);
    }

    [Fact]
    [Proves("message rule")]
    public async Task On_create_or_triggering_update_fires_when_the_row_comes_to_meet_the_criteria()
    {
        await using var org = await OutboundOrg.StartAsync(rule: Hot with { TriggerType = WorkflowTriggerType.OnCreateOrTriggeringUpdate });
        var lead = org.AddLead(email: "a@acme.example");

        Set(org, lead, "Rating", "Hot");
        Set(org, lead, "Phone", "1");
        Queued(org).Should().Be(1, "it met them before");

        Set(org, lead, "Rating", "Cold");
        Set(org, lead, "Rating", "Hot");
        Queued(org).Should().Be(2);
    }

    [Fact]
    [Proves("message rule")]
    public async Task An_inactive_rule_fires_nothing()
    {
        await using var org = await OutboundOrg.StartAsync(rule: OutboundOrg.Rule with { Active = false });

        org.AddLead();

        Queued(org).Should().Be(0);
    }

    [Fact]
    [Proves("message rule")]
    public async Task Criteria_see_the_row_as_the_assignment_rule_left_it_and_parents()
    {
        var options = new SalesforceSimOptions
        {
            ConnectedApps = OrgHost.DefaultOptions.ConnectedApps,
            Users = OrgHost.DefaultOptions.Users,
            AssignmentRule = new AssignmentRule("Route", [new AssignmentEntry(null, null, ["ann@example.invalid"])]),
            OutboundMessages = [OutboundOrg.Definition],
            WorkflowRules = [OutboundOrg.Rule with { Criteria = "Owner.Name = 'Ann Able'" }],
        };
        await using var host = await OrgHost.StartAsync(options);

        await host.CreateLead();

        host.Org.OutboundDelivery.PendingMessages.Should().ContainSingle().Which.Notifications.Should().ContainSingle();
    }

    [Fact]
    [Proves("message rule")]
    public async Task A_rolled_back_transaction_sends_nothing_and_a_bulk_write_one_notification_a_row()
    {
        await using var org = await OutboundOrg.StartAsync();
        const string Good = """{"attributes":{"type":"Lead"},"LastName":"A","Company":"B"}""";

        await org.Host.Call("POST", "composite/sobjects", $$$"""{"allOrNone":true,"records":[{{{Good}}},{"attributes":{"type":"Lead"}}]}""");
        Queued(org).Should().Be(0);

        await org.Host.Call("POST", "composite/sobjects", "{\"records\":[" + string.Join(',', Enumerable.Repeat(Good, 150)) + "]}");
        org.Org.OutboundDelivery.PendingMessages.Select(message => message.Notifications.Count).Should().Equal(100, 50);
    }

    [Fact]
    [Proves("message rule")]
    public async Task Deletes_and_undeletes_fire_none()
    {
        await using var org = await OutboundOrg.StartAsync();
        var lead = org.AddLead();
        await org.Send();

        org.Org.DeleteRow(lead, "test");

        Queued(org).Should().Be(0);
    }

    [Fact]
    [Proves("message rule")]
    [Proves("switch outbound.integrationUserSends")]
    public async Task Writes_of_the_integration_user_fire_by_switch_and_those_of_people_always()
    {
        await using var sends = await OutboundOrg.StartAsync();
        await using var silent = await OutboundOrg.StartAsync(switches: new SalesforceSwitches { OutboundIntegrationUserSends = false });

        await sends.Host.CreateLead();
        await silent.Host.CreateLead();

        Queued(sends).Should().Be(1);
        Queued(silent).Should().Be(0);
        silent.AddLead();
        Queued(silent).Should().Be(1);
    }

    [Fact]
    [Proves("message rule")]
    [Proves("switch conversion.runsLeadRules")]
    public async Task A_conversion_runs_the_rules_of_the_lead_by_switch()
    {
        await using var runs = await OutboundOrg.StartAsync(rule: OutboundOrg.Rule with { Criteria = "IsConverted = true" });
        await using var not = await OutboundOrg.StartAsync(rule: OutboundOrg.Rule with { Criteria = "IsConverted = true" }, switches: new SalesforceSwitches { ConversionRunsLeadRules = false });

        runs.Org.ConvertLead(runs.AddLead(), new LeadConversion(), "test");
        not.Org.ConvertLead(not.AddLead(), new LeadConversion(), "test");

        Queued(runs).Should().Be(1);
        Queued(not).Should().Be(0);
    }

    [Fact]
    [Proves("message rule")]
    [Proves("switch conversion.runsLeadRules")]
    public async Task A_conversion_runs_the_rules_of_the_rows_it_makes()
    {
        await using var org = await OutboundOrg.StartAsync(
            OutboundOrg.Definition with { Object = "Contact", Fields = ["LastName"] }, OutboundOrg.Rule with { Object = "Contact" }, new SalesforceSwitches { ConversionRunsLeadRules = false });

        org.Org.ConvertLead(org.AddLead(), new LeadConversion(), "test");

        Queued(org).Should().Be(1);
    }

    [Theory]
    [InlineData("Nope = 1", "*Tell*no SOQL condition*")]
    [InlineData("Rating =", "*Tell*no SOQL condition*")]
    [Proves("message rule")]
    public async Task Bad_criteria_are_found_when_the_org_is_made(string criteria, string message)
    {
        var make = () => OutboundOrg.StartAsync(rule: OutboundOrg.Rule with { Criteria = criteria });

        await make.Should().ThrowAsync<ArgumentException>().WithMessage(message);
    }

    private static int Queued(OutboundOrg org) => org.Org.OutboundDelivery.PendingMessages.Sum(message => message.Notifications.Count);

    private static void Set(OutboundOrg org, string lead, string field, string value) => org.Org.UpdateRow(lead, [new(field, value)], "test");
}
