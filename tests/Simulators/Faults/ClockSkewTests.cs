using System.Globalization;
using SfMarketo.Tests.Contract.Marketo;
using SfMarketo.Tests.Simulators.Control;

namespace SfMarketo.Tests.Simulators.Faults;

/// <summary>A vendor's server with a wrong wall clock: what it shows is off, what we record and what it limits is not.</summary>
public sealed class ClockSkewTests
{
    [Fact]
    public async Task The_stamps_and_the_date_header_are_off_and_the_records_are_right()
    {
        await using var org = await FaultedOrg.StartAsync();
        await org.FaultAsync("""{"id":"clock","effect":{"clockSkew":"5m"}}""");

        var id = await org.Host.CreateLead();
        var read = await org.Host.Call("GET", "sobjects/Lead/" + id);

        (read["CreatedDate"].GetString(), read["SystemModstamp"].GetString()).Should().Be(("2026-03-11T15:35:00.000+0000", "2026-03-11T15:35:00.000+0000"));
        read.Headers["Date"].Should().Be("Wed, 11 Mar 2026 15:35:00 GMT");
        SfMarketo.Kernel.Recording.Micros.ToInstant(org.Host.Records.Commits[0].At).ToString("HH:mm", CultureInfo.InvariantCulture).Should().Be("15:30");
        org.Host.Records.Calls[^1].Fault.Should().Be("clock");
        (await org.Host.Call("GET", "/__sim/faults/clock"))["hits"].GetInt32().Should().Be(2);
    }

    [Fact]
    public async Task When_the_clock_is_right_again_older_stamps_follow_and_queries_find_all_by_stamp()
    {
        await using var org = await FaultedOrg.StartAsync();
        await org.FaultAsync("""{"id":"clock","match":{"until":"2026-03-11T15:31:00Z"},"effect":{"clockSkew":"5m"}}""");
        string[] ids = [await org.Host.CreateLead(), await org.Host.CreateLead("\"City\":\"Rome\"")];
        org.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        org.Host.Org.CreateRow("Lead", [new("LastName", "True"), new("Company", "x")], "typed");
        await org.Host.Call("PATCH", "sobjects/Lead/" + ids[0], """{"LastName":"Again"}""");

        (await org.LeadsAsync("WHERE SystemModstamp >= 2026-03-11T15:31:00Z")).Should().Equal("Again", "True", "Ray");
        (await org.LeadsAsync("WHERE SystemModstamp >= 2026-03-11T15:32:00Z")).Should().Equal("Ray");
        org.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        await org.Host.Call("PATCH", "sobjects/Lead/" + ids[1], """{"LastName":"Last"}""");
        (await org.LeadsAsync("WHERE SystemModstamp >= 2026-03-11T15:31:00Z")).Should().Equal("Again", "True", "Last");
    }

    [Fact]
    public async Task A_sign_in_is_judged_by_the_wrong_clock_and_a_session_lives_as_long_as_it_should()
    {
        await using var org = await FaultedOrg.StartAsync();
        await org.FaultAsync("""{"effect":{"clockSkew":"1h"}}""");

        (await org.Host.SignIn(Contract.Salesforce.OrgHost.Sign(org.Host.Claims()))).Status.Should().Be(400);
        (await org.Host.Call("GET", "limits")).Status.Should().Be(200);
    }

    [Fact]
    public async Task Marketo_shows_the_wrong_time_on_people_and_activities_and_counts_limits_and_tokens_by_the_right_one()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"effect":{"clockSkew":"-2h"}}""");
        var id = (await marketo.Host.CreateAsync("ada@example.invalid"))[0];

        var person = (await marketo.Host.GetAsync($"/rest/v1/leads.json?filterType=id&filterValues={id}&fields=createdAt,updatedAt")).Result().ToArray()[0];
        var token = (await marketo.Host.GetAsync("/rest/v1/activities/pagingtoken.json?sinceDatetime=2026-03-02T10:00:00Z")).Text("nextPageToken");
        var activity = (await marketo.Host.GetAsync("/rest/v1/activities.json?activityTypeIds=12&nextPageToken=" + token)).Result().ToArray()[0];

        (person.Text("createdAt"), person.Text("updatedAt"), activity.Text("activityDate")).Should().Be(("2026-03-02T10:00:00Z", "2026-03-02T10:00:00Z", "2026-03-02T10:00:00Z"));
        marketo.Host.Instance.CallsInWindow.Should().Be(4);
    }

    [Fact]
    public async Task Another_rule_acts_on_a_call_while_the_clock_is_off()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"id":"clock","effect":{"clockSkew":"5m"}}""");
        await marketo.DoAsync("POST", "/faults", """{"id":"storm","effect":{"code":"608"}}""");

        (await marketo.ReadAsync()).Should().Be("608");
        marketo.Host.Records.Calls[^1].Fault.Should().Be("storm");
    }

    [Fact]
    public async Task Without_a_fault_the_date_header_is_the_simulators_own_clock()
    {
        await using var marketo = await ControlledMarketo.StartAsync();

        using var response = await marketo.Host.Http.GetAsync("/rest/v1/leads/describe.json", TestContext.Current.CancellationToken);

        response.Headers.Date.Should().Be(DateTimeOffset.Parse("2026-03-02T12:00:00Z", CultureInfo.InvariantCulture));
    }
}
