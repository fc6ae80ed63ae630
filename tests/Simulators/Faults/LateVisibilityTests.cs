using System.Text.Json;
using SfMarketo.Tests.Contract.Marketo;
using SfMarketo.Tests.Simulators.Control;

namespace SfMarketo.Tests.Simulators.Faults;

/// <summary>What was written is seen late by queries and feeds, and at once by reads of the record itself.</summary>
public sealed class LateVisibilityTests
{
    private const string TenMinutes = """{"match":{"method":"POST"},"effect":{"lateVisibility":"10m"}}""";

    [Fact]
    public async Task A_row_written_late_is_read_by_id_at_once_and_by_query_later_with_its_old_stamp()
    {
        await using var org = await FaultedOrg.StartAsync();
        await org.FaultAsync(TenMinutes);

        var id = await org.Host.CreateLead();
        var stamp = (await org.Host.Call("GET", "sobjects/Lead/" + id))["SystemModstamp"].GetString();
        var before = await org.LeadsAsync();
        org.Host.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        var almost = await org.LeadsAsync();
        org.Host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var row = (await org.QueryAsync("SELECT LastName, SystemModstamp FROM Lead"))[0];

        (before.Length, almost.Length, row.GetProperty("SystemModstamp").GetString()).Should().Be((0, 0, stamp));
    }

    [Fact]
    public async Task Until_an_update_is_visible_queries_show_the_version_before_and_judge_by_it()
    {
        await using var org = await FaultedOrg.StartAsync();
        var id = await org.Host.CreateLead();
        await org.FaultAsync("""{"match":{"method":"PATCH"},"effect":{"lateVisibility":"10m"}}""");
        org.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await org.Host.Call("PATCH", "sobjects/Lead/" + id, """{"LastName":"Lovelace"}""");

        (await org.LeadsAsync()).Should().Equal("Ray");
        (await org.LeadsAsync("WHERE LastName = 'Lovelace'")).Should().BeEmpty();
        (await org.LeadsAsync("WHERE SystemModstamp > 2026-03-11T15:30:30Z")).Should().BeEmpty();
        org.Host.Records.Delivered[^1].Items.Should().ContainSingle().Which.Version.Should().Be(1);
        org.Host.Clock.Advance(TimeSpan.FromMinutes(10));

        (await org.LeadsAsync("WHERE SystemModstamp > 2026-03-11T15:30:30Z")).Should().Equal("Lovelace");
    }

    [Fact]
    public async Task A_later_write_of_the_same_row_waits_for_the_earlier_one()
    {
        await using var org = await FaultedOrg.StartAsync();
        await org.FaultAsync(TenMinutes);
        var id = await org.Host.CreateLead();
        await org.Host.Call("PATCH", "sobjects/Lead/" + id, """{"LastName":"Lovelace"}""");

        (await org.LeadsAsync()).Should().BeEmpty("it is a row that is not there yet");
        org.Host.Clock.Advance(TimeSpan.FromMinutes(10));

        (await org.LeadsAsync()).Should().Equal("Lovelace");
    }

    [Fact]
    public async Task The_replication_api_names_late_rows_late_and_says_how_far_it_covers()
    {
        await using var org = await FaultedOrg.StartAsync();
        await org.FaultAsync(TenMinutes);
        await org.Host.CreateLead();
        org.Host.Clock.Advance(TimeSpan.FromMinutes(5));
        const string Updated = "sobjects/Lead/updated?start=2026-03-11T15:00:00Z&end=2026-03-11T15:35:00Z";

        var early = await org.Host.Call("GET", Updated);
        org.Host.Clock.Advance(TimeSpan.FromMinutes(5));
        var later = await org.Host.Call("GET", Updated);

        (early["ids"].GetArrayLength(), early["latestDateCovered"].GetString()).Should().Be((0, "2026-03-11T15:30:00.000+0000"));
        (later["ids"].GetArrayLength(), later["latestDateCovered"].GetString()).Should().Be((1, "2026-03-11T15:35:00.000+0000"));
    }

    [Fact]
    public async Task What_people_do_is_matched_by_object_and_action()
    {
        await using var org = await FaultedOrg.StartAsync();
        await org.FaultAsync("""{"id":"slow","match":{"human":true,"object":"Lead","action":"typed"},"effect":{"lateVisibility":"10m"}}""");

        org.Host.Org.CreateRow("Lead", [new("LastName", "Late"), new("Company", "x")], "typed");
        org.Host.Org.CreateRow("Lead", [new("LastName", "Other"), new("Company", "x")], "imported");
        org.Host.Org.CreateRow("Account", [new("Name", "Engines")], "typed");

        (await org.LeadsAsync()).Should().Equal("Other");
        (await org.QueryAsync("SELECT Id FROM Account")).GetArrayLength().Should().Be(1);
        (await org.Host.Call("GET", "/__sim/faults/slow"))["hits"].GetInt32().Should().Be(1);
        org.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        (await org.LeadsAsync()).Should().BeEquivalentTo("Late", "Other");
    }

    [Fact]
    public async Task Marketo_activities_come_late_and_out_of_order_and_the_person_is_there_at_once()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"match":{"method":"POST"},"effect":{"lateVisibility":{"uniform":{"from":"0s","to":"20m"}}}}""");
        var token = (await marketo.Host.GetAsync("/rest/v1/activities/pagingtoken.json?sinceDatetime=2026-03-02T11:00:00Z")).Text("nextPageToken");

        var ids = await marketo.Host.CreateAsync([.. Enumerable.Range(0, 30).Select(number => $"p{number}@example.invalid")]);
        var found = (await marketo.Host.GetAsync("/rest/v1/leads.json?filterType=id&filterValues=" + ids[^1])).Result().Count();
        List<int> order = [];
        for (var minute = 0; minute <= 20; minute++)
        {
            order.AddRange((await PageAsync(marketo, token)).Select(row => row.GetProperty("leadId").GetInt32()).Where(id => !order.Contains(id)));
            marketo.Host.Time.Advance(TimeSpan.FromMinutes(1));
        }

        found.Should().Be(1);
        order.Should().BeEquivalentTo(ids).And.NotBeInAscendingOrder();
    }

    [Fact]
    public async Task A_late_activity_stands_behind_the_token_that_passed_it_and_is_found_by_its_date()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"match":{"human":true,"object":"Person"},"effect":{"lateVisibility":"10m"}}""");
        var date = (await marketo.Host.GetAsync("/rest/v1/activities/pagingtoken.json?sinceDatetime=2026-03-02T11:00:00Z")).Text("nextPageToken");
        marketo.Host.Instance.CreatePerson([new("email", "ada@example.invalid")], "typed");
        var passed = (await marketo.Host.GetAsync(Feed(date))).Text("nextPageToken");
        marketo.Host.Time.Advance(TimeSpan.FromMinutes(10));

        (await PageAsync(marketo, passed)).Should().BeEmpty();
        (await PageAsync(marketo, date)).Should().ContainSingle().Which.Text("activityDate").Should().Be("2026-03-02T12:00:00Z");
    }

    [Fact]
    public async Task A_fork_keeps_what_is_late()
    {
        await using var org = await FaultedOrg.StartAsync();
        await org.FaultAsync(TenMinutes);
        await org.Host.CreateLead();
        await org.Host.Call("POST", "/__sim/snapshot", """{"id":"s"}""");
        org.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        (await org.LeadsAsync()).Should().Equal("Ray");
        await org.Host.Call("POST", "/__sim/restore", """{"id":"s"}""");
        org.Host.SignOut();

        (await org.LeadsAsync()).Should().Equal("Ray");
    }

    private static string Feed(string? token) => "/rest/v1/activities.json?activityTypeIds=12&nextPageToken=" + token;

    private static async Task<JsonElement[]> PageAsync(ControlledMarketo marketo, string? token) => [.. (await marketo.Host.GetAsync(Feed(token))).Result()];
}
