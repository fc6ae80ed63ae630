using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce;

[Source("Salesforce Object Reference, Opportunity; Task")]
public sealed class DerivedFieldTests
{
    [Theory]
    [InlineData("Closed Won", true, true, 100.0, "Closed")]
    [InlineData("Closed Lost", true, false, 0.0, "Omitted")]
    [InlineData("Value Proposition", false, false, 50.0, "Pipeline")]
    [Proves("behaviour opportunity stage")]
    public async Task The_stage_decides_closed_won_probability_and_forecast(string stage, bool closed, bool won, double probability, string category)
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.Create("Opportunity", """{"Name":"D","StageName":"Prospecting","CloseDate":"2026-04-01","Amount":200}""");

        await host.Call("PATCH", "sobjects/Opportunity/" + id, $$"""{"StageName":"{{stage}}"}""");

        var row = await host.Call("GET", "sobjects/Opportunity/" + id);
        (row["IsClosed"].GetBoolean(), row["IsWon"].GetBoolean(), row["Probability"].GetDouble(), row["ForecastCategory"].GetString()).Should().Be((closed, won, probability, category));
        row["ExpectedRevenue"].GetDouble().Should().Be(200 * probability / 100);
        row["CloseDate"].GetString().Should().Be("2026-04-01");
    }

    [Fact]
    [Proves("behaviour opportunity stage")]
    [SimulatorOnly]
    public async Task A_probability_in_the_same_write_and_an_unknown_stage_leave_it_alone()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.Create("Opportunity", """{"Name":"D","StageName":"Closed Won","CloseDate":"2026-04-01","Probability":33}""");

        host.Org.Find(id)!.Get("Probability").Should().Be(33.0);
        host.Org.UpdateRow(id, [new("StageName", "Whatever")], "test");

        (host.Org.Find(id)!.Get("Probability"), host.Org.Find(id)!.Get("IsWon")).Should().Be((33.0, true));
    }

    [Fact]
    [Proves("behaviour task")]
    [SimulatorOnly]
    public async Task A_task_has_its_defaults_its_account_and_its_end()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"Acme"}""");
        var contact = await host.Create("Contact", $$"""{"LastName":"R","AccountId":"{{account}}"}""");

        var id = await host.Create("Task", $$"""{"WhoId":"{{contact}}","Subject":"Opened e-mail","Priority":"High","MarketoGuid__c":"g1"}""");

        var task = host.Org.Find(id)!;
        (task.Text("Status"), task.Text("TaskSubtype"), task.Text("AccountId"), task.Get("IsClosed"), task.Get("IsHighPriority")).Should().Be(("Not Started", "Task", account, false, true));
        host.Clock.Advance(TimeSpan.FromSeconds(9));
        await host.Call("PATCH", "sobjects/Task/" + id, """{"Status":"Completed"}""");
        task = host.Org.Find(id)!;
        (task.Get("IsClosed"), task.Text("CompletedDateTime")).Should().Be((true, "2026-03-11T15:30:09.000+0000"));
    }

    [Fact]
    [Proves("behaviour task")]
    [Proves("code FIELD_INTEGRITY_EXCEPTION")]
    public async Task A_task_on_a_lead_has_nothing_else_to_relate_to()
    {
        await using var host = await OrgHost.StartAsync();
        var (lead, account) = (await host.CreateLead(), await host.Create("Account", """{"Name":"Acme"}"""));

        (await host.Call("POST", "sobjects/Task", $$"""{"WhoId":"{{lead}}","WhatId":"{{account}}"}""")).Json[0].GetProperty("errorCode").GetString().Should().Be("FIELD_INTEGRITY_EXCEPTION");
    }

    [Theory]
    [InlineData(true, "2026-03-11T15:30:10.000+0000")]
    [InlineData(false, "2026-03-11T15:30:00.000+0000")]
    [Proves("behaviour task")]
    [Proves("switch activity.movesParentModstamp")]
    [Unverified]
    [SimulatorOnly]
    public async Task A_task_moves_the_activity_date_of_its_person_and_SystemModstamp_as_the_switch_says(bool moves, string stamp)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { ActivityMovesParentStamp = moves });
        var lead = await host.CreateLead();
        host.Clock.Advance(TimeSpan.FromSeconds(10));

        await host.Create("Task", $$"""{"WhoId":"{{lead}}"}""");

        var row = host.Org.Find(lead)!;
        (row.Text("LastActivityDate"), row.Text("SystemModstamp"), row.Text("LastModifiedDate")).Should().Be(("2026-03-11", stamp, "2026-03-11T15:30:00.000+0000"));
    }

    [Fact]
    [Proves("behaviour opportunity role")]
    [SimulatorOnly]
    public async Task An_opportunity_has_one_primary_contact()
    {
        await using var host = await OrgHost.StartAsync();
        var (first, second) = (await host.Create("Contact", """{"LastName":"A"}"""), await host.Create("Contact", """{"LastName":"B"}"""));
        var deal = await host.Create("Opportunity", $$"""{"Name":"D","StageName":"Prospecting","CloseDate":"2026-04-01","ContactId":"{{first}}"}""");

        await host.Create("OpportunityContactRole", $$"""{"OpportunityId":"{{deal}}","ContactId":"{{second}}","IsPrimary":true}""");

        host.Org.Rows("OpportunityContactRole").Single(role => role.Get("IsPrimary") is true).Text("ContactId").Should().Be(second);
    }

    [Theory]
    [InlineData("15000", "15000.0")]
    [InlineData("1250000.5", "1250000.5")]
    [InlineData("12500000", "1.25E7")]
    [InlineData("0", "0.0")]
    [InlineData("0.005", "0.01")]
    [Proves("switch json.doubles")]
    public async Task Doubles_are_written_as_Java_does_and_rounded_to_the_fields_scale(string sent, string written)
    {
        await using var host = await OrgHost.StartAsync();

        var id = await host.Create("Opportunity", $$"""{"Name":"D","StageName":"Prospecting","CloseDate":"2026-04-01","Amount":{{sent}}}""");

        (await host.Call("GET", "sobjects/Opportunity/" + id))["Amount"].GetRawText().Should().Be(written);
    }
}
