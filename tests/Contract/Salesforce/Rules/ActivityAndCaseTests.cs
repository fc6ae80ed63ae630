using System.Text.Json;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Rules;

[Source("Salesforce Object Reference, Event, Task, Case, OpportunityHistory")]
public sealed class ActivityAndCaseTests
{
    [Fact]
    [Proves("behaviour event")]
    public async Task An_event_works_its_end_and_day_out()
    {
        await using var host = await OrgHost.StartAsync();
        var contact = await host.Create("Contact", """{"LastName":"A"}""");

        var meeting = (await host.Call("GET", "sobjects/Event/" + await host.Create("Event", $$"""{"WhoId":"{{contact}}","ActivityDateTime":"2026-03-12T10:00:00Z","DurationInMinutes":45}"""))).Json;
        var day = (await host.Call("GET", "sobjects/Event/" + await host.Create("Event", """{"IsAllDayEvent":true,"ActivityDate":"2026-03-13"}"""))).Json;
        var until = (await host.Call("GET", "sobjects/Event/" + await host.Create("Event", """{"StartDateTime":"2026-03-12T10:00:00Z","EndDateTime":"2026-03-12T11:30:00Z"}"""))).Json;

        (meeting.GetProperty("EndDateTime").GetString(), meeting.GetProperty("ActivityDate").GetString(), meeting.GetProperty("ShowAs").GetString()).Should().Be(("2026-03-12T10:45:00.000+0000", "2026-03-12", "Busy"));
        (day.GetProperty("DurationInMinutes").GetInt32(), day.GetProperty("StartDateTime").GetString()).Should().Be((1440, "2026-03-13T00:00:00.000+0000"));
        (until.GetProperty("DurationInMinutes").GetInt32(), until.GetProperty("ActivityDateTime").GetString()).Should().Be((90, "2026-03-12T10:00:00.000+0000"));
        (await host.Text(contact, "LastActivityDate")).Should().Be("2026-03-12");
    }

    [Theory]
    [InlineData("""{"Subject":"x"}""", "REQUIRED_FIELD_MISSING")]
    [InlineData("""{"ActivityDateTime":"2026-03-12T10:00:00Z"}""", "REQUIRED_FIELD_MISSING")]
    [InlineData("""{"ActivityDateTime":"2026-03-12T10:00:00Z","DurationInMinutes":10,"EndDateTime":"2026-03-12T11:00:00Z"}""", "FIELD_INTEGRITY_EXCEPTION")]
    [Proves("behaviour event")]
    [Unverified]
    public async Task An_event_without_a_time_is_refused(string sent, string code)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("POST", "sobjects/Event", sent);

        (answer.Status, answer.Json[0].GetProperty("errorCode").GetString()).Should().Be((400, code));
    }

    [Fact]
    [Proves("behaviour case")]
    public async Task A_case_has_a_number_its_contacts_data_and_a_closing_date()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"A"}""");
        var contact = await host.Create("Contact", $$"""{"LastName":"A","AccountId":"{{account}}","Email":"a@example.com","Phone":"1"}""");

        var id = await host.Create("Case", $$"""{"Subject":"Broken","ContactId":"{{contact}}"}""");
        var row = (await host.Call("GET", "sobjects/Case/" + id)).Json;

        (Text(row, "CaseNumber"), Text(row, "AccountId"), Text(row, "ContactEmail"), Text(row, "Status"), Text(row, "Priority")).Should().Be(("00001000", account, "a@example.com", "New", "Medium"));
        await host.Call("PATCH", "sobjects/Case/" + id, """{"Status":"Closed"}""");
        row = (await host.Call("GET", "sobjects/Case/" + id)).Json;
        (row.GetProperty("IsClosed").GetBoolean(), Text(row, "ClosedDate")).Should().Be((true, "2026-03-11T15:30:00.000+0000"));
    }

    [Theory]
    [InlineData("Account")]
    [InlineData("Contact")]
    [Proves("code DELETE_FAILED")]
    [Unverified]
    public async Task An_account_or_contact_with_cases_cannot_be_deleted(string name)
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"Acme"}""");
        var contact = await host.Create("Contact", $$"""{"LastName":"Acme","AccountId":"{{account}}"}""");
        var id = await host.Create("Case", $$"""{"ContactId":"{{contact}}"}""");
        var row = name == "Account" ? account : contact;

        (await host.Call("DELETE", $"sobjects/{name}/{row}")).ShouldRefuse(400, "DELETE_FAILED", "Your attempt to delete Acme could not be completed because it is associated with one or more cases.");
        await host.Call("DELETE", "sobjects/Case/" + id);
        (await host.Call("DELETE", $"sobjects/{name}/{row}")).Status.Should().Be(204);
    }

    [Fact]
    [Proves("behaviour opportunity stage")]
    public async Task Each_change_of_stage_amount_date_or_probability_is_a_row_of_history()
    {
        await using var host = await OrgHost.StartAsync();
        var deal = await host.Create("Opportunity", """{"Name":"D","StageName":"Prospecting","CloseDate":"2026-04-01","Amount":100}""");

        await host.Call("PATCH", "sobjects/Opportunity/" + deal, """{"NextStep":"Call"}""");
        await host.Call("PATCH", "sobjects/Opportunity/" + deal, """{"StageName":"Closed Won","Amount":120}""");

        var rows = (await host.Call("GET", "query?q=SELECT+StageName,Amount,PrevAmount,Probability,OpportunityId+FROM+OpportunityHistory+ORDER+BY+Id"))["records"].EnumerateArray().ToList();
        rows.Select(row => (Text(row, "StageName"), row.GetProperty("Amount").GetDouble(), row.GetProperty("PrevAmount").ValueKind == JsonValueKind.Null ? 0 : row.GetProperty("PrevAmount").GetDouble(), row.GetProperty("Probability").GetDouble()))
            .Should().Equal(("Prospecting", 100, 0, 10), ("Closed Won", 120, 100, 100));
        (await host.Call("POST", "sobjects/OpportunityHistory", $$"""{"OpportunityId":"{{deal}}"}""")).Status.Should().Be(400);
    }

    [Fact]
    [Proves("behaviour task")]
    public async Task An_opportunity_knows_whether_it_has_open_and_overdue_activities()
    {
        await using var host = await OrgHost.StartAsync();
        var deal = await host.Create("Opportunity", """{"Name":"D","StageName":"Prospecting","CloseDate":"2026-04-01"}""");

        var task = await host.Create("Task", $$"""{"WhatId":"{{deal}}","ActivityDate":"2026-03-01"}""");
        ((await host.Value(deal, "HasOpenActivity")).GetBoolean(), (await host.Value(deal, "HasOverdueTask")).GetBoolean()).Should().Be((true, true));
        await host.Call("PATCH", "sobjects/Task/" + task, """{"Status":"Completed"}""");
        ((await host.Value(deal, "HasOpenActivity")).GetBoolean(), (await host.Value(deal, "HasOverdueTask")).GetBoolean()).Should().Be((false, false));
    }

    [Theory]
    [InlineData(true, 1, 3)]
    [InlineData(false, 3, 3)]
    [Proves("switch tasks.archive")]
    [Proves("behaviour task")]
    public async Task Closed_tasks_of_more_than_a_year_ago_are_seen_by_queryAll_only(bool archived, int seen, int all)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { OldActivitiesArchived = archived });
        await host.Create("Task", """{"Status":"Completed","ActivityDate":"2025-03-01"}""");
        await host.Create("Task", """{"ActivityDate":"2025-03-01"}""");
        await host.Create("Event", """{"ActivityDateTime":"2025-01-01T10:00:00Z","DurationInMinutes":10}""");
        await host.Create("Task", """{"Status":"Completed","ActivityDate":"2025-02-01"}""");

        (await host.Call("GET", "query?q=SELECT+COUNT()+FROM+Task"))["totalSize"].GetInt32().Should().Be(seen);
        (await host.Call("GET", "queryAll?q=SELECT+COUNT()+FROM+Task"))["totalSize"].GetInt32().Should().Be(all);
        (await host.Call("GET", "query?q=SELECT+COUNT()+FROM+Event"))["totalSize"].GetInt32().Should().Be(archived ? 0 : 1);
        (await host.Call("GET", "queryAll?q=SELECT+COUNT()+FROM+Task+WHERE+IsArchived=true"))["totalSize"].GetInt32().Should().Be(archived ? 2 : 0);
    }

    private static string? Text(JsonElement row, string field) => row.GetProperty(field).GetString();
}
