using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce;

[Source("Salesforce SOAP API Developer Guide, undelete(); delete()")]
[SimulatorOnly("undeletes are done from inside until SOAP is there")]
public sealed class RecycleBinTests
{
    [Fact]
    [Proves("behaviour undelete")]
    [Proves("behaviour delete")]
    public async Task An_account_takes_its_contacts_deals_roles_and_tasks_along_and_brings_them_back()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"Acme"}""");
        var contact = await host.Create("Contact", $$"""{"LastName":"A","AccountId":"{{account}}"}""");
        var before = await host.Create("Contact", $$"""{"LastName":"B","AccountId":"{{account}}"}""");
        var deal = await host.Create("Opportunity", $$"""{"Name":"D","StageName":"Prospecting","CloseDate":"2026-04-01","AccountId":"{{account}}"}""");
        var role = await host.Create("OpportunityContactRole", $$"""{"OpportunityId":"{{deal}}","ContactId":"{{contact}}"}""");
        var task = await host.Create("Task", $$"""{"WhoId":"{{contact}}"}""");
        string[] family = [account, contact, deal, role, task];
        host.Org.DeleteRow(before, "test");

        await host.Call("DELETE", "sobjects/Account/" + account);
        family.Select(id => host.Org.Find(id)!.Deleted).Should().AllBeEquivalentTo(true);
        host.Clock.Advance(TimeSpan.FromDays(14));
        host.SignOut();
        host.Org.UndeleteRow(account, "rep undeletes");

        family.Select(id => host.Org.Find(id)!.Deleted).Should().AllBeEquivalentTo(false);
        family.Select(id => host.Org.Find(id)!.Text("SystemModstamp")).Distinct().Should().Equal("2026-03-25T15:30:00.000+0000");
        host.Org.Find(before)!.Deleted.Should().BeTrue("it was not deleted with its account");
        host.Records.Commits.Where(commit => commit.Op == "undelete" && commit.Object != "OpportunityHistory").Select(commit => (commit.Id, commit.Actor)).Should()
            .BeEquivalentTo([(account, Actor.Human), (contact, Actor.Rule), (deal, Actor.Rule), (role, Actor.Rule), (task, Actor.Rule)]);
        (await host.Call("GET", "sobjects/Account/" + account)).Status.Should().Be(200);
    }

    [Fact]
    [Proves("behaviour undelete")]
    public async Task After_15_days_a_row_is_gone_from_queryAll_and_cannot_come_back()
    {
        await using var host = await OrgHost.StartAsync();
        var lead = await host.CreateLead();
        host.Org.DeleteRow(lead, "test");
        const string All = "queryAll?q=SELECT+Id+FROM+Lead";
        (await host.Call("GET", All))["totalSize"].GetInt32().Should().Be(1);

        host.Clock.Advance(TimeSpan.FromDays(15) + TimeSpan.FromSeconds(1));
        host.SignOut();

        (await host.Call("GET", All))["totalSize"].GetInt32().Should().Be(0);
        Refused(host, lead).Should().Be("UNDELETE_FAILED");
    }

    [Fact]
    [Proves("behaviour undelete")]
    public async Task A_live_row_and_one_whose_key_is_taken_cannot_be_undeleted()
    {
        await using var host = await OrgHost.StartAsync();
        var lead = await host.CreateLead("\"MarketoPersonId__c\":\"7\"");
        Refused(host, lead).Should().Be("UNDELETE_FAILED");
        host.Org.DeleteRow(lead, "test");
        await host.CreateLead("\"MarketoPersonId__c\":\"7\"");

        Refused(host, lead).Should().Be("DUPLICATE_VALUE");
    }

    [Fact]
    [Proves("behaviour undelete")]
    public async Task Leads_and_campaigns_take_their_members_along_and_opportunities_stay_without_the_campaign()
    {
        await using var host = await OrgHost.StartAsync();
        var campaign = await host.Create("Campaign", """{"Name":"Spring"}""");
        var (first, second) = (await host.CreateLead(), await host.CreateLead());
        var one = await host.Create("CampaignMember", $$"""{"CampaignId":"{{campaign}}","LeadId":"{{first}}"}""");
        var two = await host.Create("CampaignMember", $$"""{"CampaignId":"{{campaign}}","LeadId":"{{second}}","Status":"Responded"}""");
        var deal = await host.Create("Opportunity", $$"""{"Name":"D","StageName":"Prospecting","CloseDate":"2026-04-01","CampaignId":"{{campaign}}"}""");
        host.Org.Find(two)!.Get("HasResponded").Should().Be(true);

        host.Org.DeleteRow(first, "test");
        host.Org.Find(one)!.Deleted.Should().BeTrue();
        host.Org.DeleteRow(campaign, "test");

        host.Org.Find(two)!.Deleted.Should().BeTrue();
        (host.Org.Find(deal)!.Deleted, host.Org.Find(deal)!.Text("CampaignId")).Should().Be((false, null));
    }

    [Fact]
    [Proves("behaviour undelete")]
    [Proves("code DUPLICATE_VALUE")]
    [Proves("code REQUIRED_FIELD_MISSING")]
    public async Task A_person_is_in_a_campaign_once()
    {
        await using var host = await OrgHost.StartAsync();
        var campaign = await host.Create("Campaign", """{"Name":"Spring"}""");
        var member = $$"""{"CampaignId":"{{campaign}}","LeadId":"{{await host.CreateLead()}}"}""";
        await host.Create("CampaignMember", member);

        (await host.Call("POST", "sobjects/CampaignMember", member)).ShouldRefuse(400, "DUPLICATE_VALUE", "Already a campaign member.");
        (await host.Call("POST", "sobjects/CampaignMember", $$"""{"CampaignId":"{{campaign}}"}""")).Json[0].GetProperty("errorCode").GetString().Should().Be("REQUIRED_FIELD_MISSING");
    }

    private static string Refused(OrgHost host, string id)
    {
        var undelete = () => host.Org.UndeleteRow(id, "test");
        return undelete.Should().Throw<SalesforceRowException>().Which.Code;
    }
}
