using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Org.Conversion;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce;

[Source("Salesforce SOAP API Developer Guide, merge()")]
[SimulatorOnly("merges are done from inside until SOAP is there")]
public sealed class MergeTests
{
    [Fact]
    [Proves("behaviour merge")]
    [Proves("code ENTITY_IS_DELETED")]
    public async Task Losers_go_to_the_bin_with_a_pointer_to_the_master_whose_values_win()
    {
        await using var host = await OrgHost.StartAsync();
        var master = await host.CreateLead("\"Email\":\"keep@acme.example\"");
        var loser = await host.CreateLead("\"Email\":\"lose@acme.example\",\"Phone\":\"1\",\"MarketoPersonId__c\":\"7\"");
        var other = await host.CreateLead();
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        host.Org.MergeRows("Lead", master, [loser, other], [new("MarketoPersonId__c", "7")], "rep merges");

        var (kept, lost) = (host.Org.Find(master)!, host.Org.Find(loser)!);
        kept.Text("Email").Should().Be("keep@acme.example");
        kept.Text("Phone").Should().BeNull();
        kept.Text("MarketoPersonId__c").Should().Be("7", "a field given in the call");
        kept.Text("LastModifiedDate").Should().Be("2026-03-11T15:31:00.000+0000");
        (lost.Deleted, lost.Text("MasterRecordId"), lost.Text("SystemModstamp")).Should().Be((true, master, "2026-03-11T15:31:00.000+0000"));
        (await host.Call("GET", "sobjects/Lead/" + loser)).ShouldRefuse(404, "ENTITY_IS_DELETED", "entity is deleted");
        (await host.Call("GET", $"query?q=SELECT+Id+FROM+Lead+WHERE+Id='{loser}'"))["totalSize"].GetInt32().Should().Be(0);
        var all = await host.Call("GET", "queryAll?q=SELECT+Id,IsDeleted,MasterRecordId+FROM+Lead+WHERE+IsDeleted=true");
        all["records"].EnumerateArray().Select(row => row.GetProperty("MasterRecordId").GetString()).Should().Equal(master, master);
        host.Records.Commits.Where(commit => commit.Op == "merge").Select(commit => (commit.Id, commit.Actor, commit.Cause)).Should().Equal((loser, Actor.Human, "rep merges"), (other, Actor.Human, "rep merges"));
    }

    [Fact]
    [Proves("behaviour merge")]
    public async Task Children_move_to_the_master_and_doubles_go()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"Acme"}""");
        var master = await host.Create("Contact", $$"""{"LastName":"A","AccountId":"{{account}}"}""");
        var loser = await host.Create("Contact", $$"""{"LastName":"B","AccountId":"{{account}}"}""");
        var (shared, own) = (await Deal(host, account), await Deal(host, account));
        var kept = await Role(host, shared, master);
        var doubled = await Role(host, shared, loser);
        var moved = await Role(host, own, loser);
        var task = await host.Create("Task", $$"""{"WhoId":"{{loser}}","ActivityDate":"2026-05-01"}""");

        host.Org.MergeRows("Contact", master, [loser], null, "test");

        host.Org.Find(kept)!.Deleted.Should().BeFalse();
        host.Org.Find(doubled)!.Deleted.Should().BeTrue();
        host.Org.Find(moved)!.Text("ContactId").Should().Be(master);
        host.Org.Find(task)!.Text("WhoId").Should().Be(master);
        host.Org.Find(master)!.Text("LastActivityDate").Should().Be("2026-05-01");
    }

    [Fact]
    [Proves("behaviour merge")]
    public async Task Contacts_opportunities_and_tasks_of_a_merged_account_move_with_their_system_stamp_only()
    {
        await using var host = await OrgHost.StartAsync();
        var master = await host.Create("Account", """{"Name":"Acme"}""");
        var loser = await host.Create("Account", $$"""{"Name":"Acme Inc"}""");
        var contact = await host.Create("Contact", $$"""{"LastName":"A","AccountId":"{{loser}}"}""");
        var deal = await host.Create("Opportunity", $$"""{"Name":"D","StageName":"Closed Won","CloseDate":"2026-04-01","AccountId":"{{loser}}"}""");
        var task = await host.Create("Task", $$"""{"WhoId":"{{contact}}"}""");
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        host.Org.MergeRows("Account", master, [loser], null, "test");

        foreach (var child in (string[])[contact, deal, task])
        {
            var row = host.Org.Find(child)!;
            (row.Deleted, row.Text("AccountId")).Should().Be((false, master));
            (row.Text("LastModifiedDate"), row.Text("SystemModstamp")).Should().Be(("2026-03-11T15:30:00.000+0000", "2026-03-11T15:31:00.000+0000"));
        }
    }

    [Fact]
    [Proves("behaviour merge")]
    public async Task A_child_account_that_becomes_the_master_is_not_its_own_parent()
    {
        await using var host = await OrgHost.StartAsync();
        var parent = await host.Create("Account", """{"Name":"Parent"}""");
        var child = await host.Create("Account", $$"""{"Name":"Child","ParentId":"{{parent}}"}""");

        host.Org.MergeRows("Account", child, [parent], null, "test");

        host.Org.Find(child)!.Text("ParentId").Should().BeNull();
    }

    [Fact]
    [Proves("behaviour merge")]
    public async Task Chains_of_merges_can_be_followed()
    {
        await using var host = await OrgHost.StartAsync();
        var (a, b, c) = (await host.CreateLead(), await host.CreateLead(), await host.CreateLead());

        host.Org.MergeRows("Lead", b, [a], null, "test");
        host.Org.MergeRows("Lead", c, [b], null, "test");

        host.Org.Find(a)!.Text("MasterRecordId").Should().Be(b);
        host.Org.Find(b)!.Text("MasterRecordId").Should().Be(c);
    }

    [Fact]
    [Proves("behaviour merge")]
    public async Task What_cannot_be_merged_is_refused_and_nothing_changes()
    {
        await using var host = await OrgHost.StartAsync();
        var (lead, second, gone) = (await host.CreateLead(), await host.CreateLead(), await host.CreateLead());
        var contact = await host.Create("Contact", """{"LastName":"A"}""");
        var converted = await host.CreateLead();
        host.Org.ConvertLead(converted, new LeadConversion(), "test");
        host.Org.DeleteRow(gone, "test");
        var commits = host.Records.Commits.Count;

        Refused(lead, [contact]).Should().Be("INVALID_CROSS_REFERENCE_KEY");
        Refused(lead, [lead]).Should().Be("INVALID_CROSS_REFERENCE_KEY");
        Refused(lead, [second, second]).Should().Be("INVALID_CROSS_REFERENCE_KEY");
        Refused(lead, []).Should().Be("INVALID_ARGUMENT");
        Refused(lead, [gone]).Should().Be("ENTITY_IS_DELETED");
        Refused(lead, [converted]).Should().Be("CANNOT_UPDATE_CONVERTED_LEAD");
        Refused(lead, [second], new KeyValuePair<string, object?>("Email", "not one")).Should().Be("INVALID_EMAIL_ADDRESS");
        host.Records.Commits.Should().HaveCount(commits);
        host.Org.Find(second)!.Deleted.Should().BeFalse();

        string Refused(string master, string[] losers, params KeyValuePair<string, object?>[] fields)
        {
            var merge = () => host.Org.MergeRows("Lead", master, losers, fields, "test");
            return merge.Should().Throw<SalesforceRowException>().Which.Code;
        }
    }

    private static Task<string> Deal(OrgHost host, string account) => host.Create("Opportunity", $$"""{"Name":"D","StageName":"Prospecting","CloseDate":"2026-04-01","AccountId":"{{account}}"}""");

    private static Task<string> Role(OrgHost host, string deal, string contact) => host.Create("OpportunityContactRole", $$"""{"OpportunityId":"{{deal}}","ContactId":"{{contact}}"}""");
}
