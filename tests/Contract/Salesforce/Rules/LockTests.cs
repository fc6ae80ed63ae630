using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;
using SfMarketo.Tests.Contract.Salesforce.Bulk;

namespace SfMarketo.Tests.Contract.Salesforce.Rules;

[Source("Salesforce Help, Avoid Record Lock Errors")]
public sealed class LockTests
{
    [Theory]
    [InlineData(10, 30, 400)]
    [InlineData(10, 9, 204)]
    [InlineData(0, 9, 400)]
    [InlineData(60, 30, 204)]
    [Proves("switch locks.waitSeconds")]
    [Proves("code UNABLE_TO_LOCK_ROW")]
    [SimulatorOnly]
    public async Task A_write_waits_for_a_row_that_another_holds_but_not_for_longer_than_ten_seconds(int wait, int held, int status)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { LockWait = TimeSpan.FromSeconds(wait) });
        var lead = await host.CreateLead();
        host.Org.LockRow(lead, TimeSpan.FromSeconds(held));

        var answer = await host.Call("PATCH", "sobjects/Lead/" + lead, """{"Title":"CTO"}""");

        answer.Status.Should().Be(status, answer.Body);
        if (status == 400)
        {
            answer.ShouldRefuse(400, "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record or 1 records: " + lead);
            answer.Json[0].GetProperty("fields").GetArrayLength().Should().Be(0);
        }
    }

    [Fact]
    [Proves("code UNABLE_TO_LOCK_ROW")]
    [SimulatorOnly]
    public async Task When_the_other_has_ended_the_row_can_be_written()
    {
        await using var host = await OrgHost.StartAsync();
        var lead = await host.CreateLead();
        host.Org.LockRow(lead, TimeSpan.FromSeconds(30));

        (await host.Call("DELETE", "sobjects/Lead/" + lead)).Status.Should().Be(400);
        host.Clock.Advance(TimeSpan.FromSeconds(21));
        (await host.Call("PATCH", "sobjects/Lead/" + lead, """{"Title":"CTO"}""")).Status.Should().Be(204);
        host.Org.LockRow(lead, TimeSpan.FromSeconds(30));
        host.Org.LockRow(lead, TimeSpan.Zero);
        (await host.Call("DELETE", "sobjects/Lead/" + lead)).Status.Should().Be(204);
    }

    [Fact]
    [Proves("code UNABLE_TO_LOCK_ROW")]
    [SimulatorOnly]
    public async Task Children_need_their_parents()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"A"}""");
        var free = await host.Create("Account", """{"Name":"B"}""");
        var contact = await host.Create("Contact", $$"""{"LastName":"A","AccountId":"{{account}}"}""");
        var campaign = await host.Create("Campaign", """{"Name":"C"}""");
        host.Org.LockRow(account, TimeSpan.FromMinutes(1));
        host.Org.LockRow(campaign, TimeSpan.FromMinutes(1));

        (await host.Call("POST", "sobjects/Contact", $$"""{"LastName":"A","AccountId":"{{account}}"}""")).Json[0].GetProperty("errorCode").GetString().Should().Be("UNABLE_TO_LOCK_ROW");
        (await host.Call("POST", "sobjects/Opportunity", $$"""{"Name":"D","StageName":"Prospecting","CloseDate":"2026-04-01","AccountId":"{{account}}"}""")).Status.Should().Be(400);
        (await host.Call("POST", "sobjects/Task", $$"""{"WhoId":"{{contact}}"}""")).Status.Should().Be(400, "the account of its contact");
        (await host.Call("POST", "sobjects/CampaignMember", $$"""{"CampaignId":"{{campaign}}","ContactId":"{{contact}}"}""")).Status.Should().Be(400);
        (await host.Call("PATCH", "sobjects/Contact/" + contact, $$"""{"AccountId":"{{free}}"}""")).Status.Should().Be(400, "the account that it leaves is needed too");
        (await host.Call("POST", "sobjects/Contact", $$"""{"LastName":"A","AccountId":"{{free}}"}""")).Status.Should().Be(201);
    }

    [Fact]
    [Proves("code UNABLE_TO_LOCK_ROW")]
    [SimulatorOnly]
    public async Task In_a_collection_it_is_an_error_of_single_rows()
    {
        await using var host = await OrgHost.StartAsync();
        var (locked, free) = (await host.CreateLead(), await host.CreateLead());
        host.Org.LockRow(locked, TimeSpan.FromMinutes(1));

        var answer = await host.Call("PATCH", "composite/sobjects", $$"""
            {"records":[{"attributes":{"type":"Lead"},"Id":"{{locked}}","Title":"A"},{"attributes":{"type":"Lead"},"Id":"{{free}}","Title":"A"}]}
            """);

        answer.Json[0].GetProperty("errors")[0].GetProperty("statusCode").GetString().Should().Be("UNABLE_TO_LOCK_ROW");
        answer.Json[1].GetProperty("success").GetBoolean().Should().BeTrue();
    }

    [Theory]
    [InlineData("none", 20)]
    [InlineData("upTo10Minutes", 0)]
    [Proves("switch commit.delay")]
    [SimulatorOnly]
    public async Task Commits_are_seen_by_queries_at_once_or_up_to_ten_minutes_late_with_the_stamp_of_their_writing(string delay, int seen)
    {
        await using var host = await OrgHost.StartAsync();
        host.Org.SetSwitch("commit.delay", delay);
        for (var i = 0; i < 20; i++)
        {
            await host.CreateLead();
        }

        (await Count(host)).Should().Be(seen);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        (await Count(host)).Should().BeInRange(delay == "none" ? 20 : 1, delay == "none" ? 20 : 19);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        (await Count(host)).Should().Be(20);
        (await host.Call("GET", "query?q=SELECT+COUNT()+FROM+Lead+WHERE+SystemModstamp=2026-03-11T15:30:00Z"))["totalSize"].GetInt32().Should().Be(20);
    }

    [Fact]
    [Proves("switch commit.delay")]
    [SimulatorOnly]
    public async Task Rows_of_bulk_jobs_are_seen_late_too()
    {
        await using var host = await OrgHost.StartAsync();
        host.Org.SetSwitch("commit.delay", "upTo10Minutes");
        var job = await host.CreateJob("insert", "Lead");
        await host.Upload(job, "LastName,Company\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"Ray {i},Acme\n")));
        await host.SetState(job, "UploadComplete");

        (await host.WaitFor(job))["numberRecordsProcessed"].GetInt32().Should().Be(20);
        (await Count(host)).Should().Be(0);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        (await Count(host)).Should().Be(20);
    }

    [Theory]
    [InlineData("released", 204)]
    [InlineData("held", 400)]
    [Proves("switch locks.lateCommits")]
    [SimulatorOnly]
    public async Task A_commit_that_is_seen_late_keeps_its_row_or_not(string setting, int status)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { CommitsAreLate = true, LockWait = TimeSpan.Zero });
        host.Org.SetSwitch("locks.lateCommits", setting);
        var lead = await host.CreateLead();

        (await host.Call("PATCH", "sobjects/Lead/" + lead, """{"Title":"CTO"}""")).Status.Should().Be(status);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        (await host.Call("PATCH", "sobjects/Lead/" + lead, """{"Title":"CTO"}""")).Status.Should().Be(204);
    }

    private static async Task<int> Count(OrgHost host) => (await host.Call("GET", "query?q=SELECT+COUNT()+FROM+Lead"))["totalSize"].GetInt32();
}
