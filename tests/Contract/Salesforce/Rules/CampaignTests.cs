using System.Text.Json;
using SfMarketo.SalesforceSim.Org.Conversion;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Rules;

[Source("Salesforce Help, Campaign Fields and Campaign Member Fields")]
public sealed class CampaignTests
{
    [Fact]
    [Proves("behaviour campaign member")]
    public async Task A_campaign_counts_its_members_and_opportunities()
    {
        await using var host = await OrgHost.StartAsync();
        var campaign = await host.Create("Campaign", """{"Name":"C"}""");
        var lead = await host.CreateLead();
        var contact = await host.Create("Contact", """{"LastName":"A"}""");
        var member = await host.Create("CampaignMember", $$"""{"CampaignId":"{{campaign}}","LeadId":"{{lead}}"}""");
        await host.Create("CampaignMember", $$"""{"CampaignId":"{{campaign}}","ContactId":"{{contact}}","Status":"Responded"}""");
        await host.Create("Opportunity", $$"""{"Name":"D","StageName":"Prospecting","CloseDate":"2026-04-01","CampaignId":"{{campaign}}","Amount":100}""");
        var won = await host.Create("Opportunity", $$"""{"Name":"D","StageName":"Closed Won","CloseDate":"2026-04-01","CampaignId":"{{campaign}}","Amount":50}""");

        (await Counts(host, campaign)).Should().Equal(1, 0, 1, 1, 2, 1, 150, 50);
        await host.Call("PATCH", "sobjects/CampaignMember/" + member, """{"Status":"Responded"}""");
        await host.Call("PATCH", "sobjects/Opportunity/" + won, """{"StageName":"Closed Lost"}""");
        (await Counts(host, campaign)).Should().Equal(1, 0, 1, 2, 2, 0, 150, 0);
        await host.Call("DELETE", "sobjects/CampaignMember/" + member);
        await host.Call("PATCH", "sobjects/Opportunity/" + won, """{"CampaignId":null}""");
        (await Counts(host, campaign)).Should().Equal(0, 0, 1, 1, 1, 0, 100, 0);
    }

    [Fact]
    [Proves("behaviour campaign member")]
    [Proves("behaviour convertLead")]
    [SimulatorOnly]
    public async Task A_converted_lead_counts_as_converted_and_as_a_contact_and_an_undeleted_campaign_counts_as_before()
    {
        await using var host = await OrgHost.StartAsync();
        var campaign = await host.Create("Campaign", """{"Name":"C"}""");
        var lead = await host.CreateLead();
        await host.Create("CampaignMember", $$"""{"CampaignId":"{{campaign}}","LeadId":"{{lead}}"}""");

        host.Org.ConvertLead(lead, new LeadConversion(), "test");

        (await Counts(host, campaign)).Should().Equal(0, 1, 1, 0, 1, 0, 0, 0);
        await host.Call("DELETE", "sobjects/Campaign/" + campaign);
        host.Org.UndeleteRow(campaign, "test");
        (await Counts(host, campaign)).Take(4).Should().Equal(0, 1, 1, 0);
    }

    [Fact]
    [Proves("behaviour campaign member")]
    public async Task Members_show_their_person_as_it_is_now()
    {
        await using var host = await OrgHost.StartAsync();
        var campaign = await host.Create("Campaign", """{"Name":"C"}""");
        var lead = await host.CreateLead("\"Email\":\"ray@example.com\",\"HasOptedOutOfEmail\":true");
        var member = await host.Create("CampaignMember", $$"""{"CampaignId":"{{campaign}}","LeadId":"{{lead}}"}""");

        (await Row(host, member)).Should().Be(("Ray", "Acme", "ray@example.com", true, "Lead"));
        await host.Call("PATCH", "sobjects/Lead/" + lead, """{"FirstName":"Ann","Company":"Bcme","HasOptedOutOfEmail":false}""");

        (await Row(host, member)).Should().Be(("Ann Ray", "Bcme", "ray@example.com", false, "Lead"));
        (await host.Call("PATCH", "sobjects/CampaignMember/" + member, """{"Email":"x@example.com"}""")).Status.Should().Be(400);
    }

    [Fact]
    [Proves("behaviour campaign member")]
    public async Task A_campaign_begins_with_two_statuses_and_its_own_decide_what_a_response_is()
    {
        await using var host = await OrgHost.StartAsync();
        var campaign = await host.Create("Campaign", """{"Name":"C"}""");
        var statuses = (await host.Call("GET", "query?q=SELECT+Label,IsDefault,HasResponded+FROM+CampaignMemberStatus+ORDER+BY+SortOrder"))["records"].EnumerateArray()
            .Select(row => (row.GetProperty("Label").GetString(), row.GetProperty("IsDefault").GetBoolean(), row.GetProperty("HasResponded").GetBoolean()));
        statuses.Should().Equal(("Sent", true, false), ("Responded", false, true));

        await host.Create("CampaignMemberStatus", $$"""{"CampaignId":"{{campaign}}","Label":"Attended","SortOrder":5,"HasResponded":true}""");
        var member = await host.Create("CampaignMember", $$"""{"CampaignId":"{{campaign}}","LeadId":"{{await host.CreateLead()}}","Status":"Attended"}""");
        var plain = await host.Create("CampaignMember", $$"""{"CampaignId":"{{campaign}}","LeadId":"{{await host.CreateLead()}}"}""");

        ((await host.Value(member, "HasResponded")).GetBoolean(), (await host.Text(member, "FirstRespondedDate"))).Should().Be((true, "2026-03-11"));
        (await host.Text(plain, "Status")).Should().Be("Sent");
    }

    private static async Task<double[]> Counts(OrgHost host, string campaign)
    {
        var row = (await host.Call("GET", "sobjects/Campaign/" + campaign)).Json;
        return [.. ((string[])["NumberOfLeads", "NumberOfConvertedLeads", "NumberOfContacts", "NumberOfResponses", "NumberOfOpportunities", "NumberOfWonOpportunities", "AmountAllOpportunities", "AmountWonOpportunities"])
            .Select(field => row.GetProperty(field).GetDouble())];
    }

    private static async Task<(string?, string?, string?, bool, string?)> Row(OrgHost host, string member)
    {
        var row = (await host.Call("GET", "sobjects/CampaignMember/" + member)).Json;
        return (Text("Name"), Text("CompanyOrAccount"), Text("Email"), row.GetProperty("HasOptedOutOfEmail").GetBoolean(), Text("Type"));

        string? Text(string field) => row.GetProperty(field) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
    }
}
