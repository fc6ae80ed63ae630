using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org.Conversion;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce;

[Source("Salesforce SOAP API Developer Guide, convertLead()")]
[SimulatorOnly("conversion is done from inside until SOAP is there")]
public sealed class ConversionTests
{
    private const string LeadFields = """
        "FirstName":"Ann","Email":"ann@acme.example","City":"Oslo","Industry":"Media","LeadSource":"Web","MobilePhone":"1","MarketoPersonId__c":"77","Lead_Score__c":12,"HasOptedOutOfEmail":true
        """;

    [Fact]
    [Proves("behaviour convertLead")]
    public async Task A_conversion_makes_account_contact_opportunity_and_role_and_closes_the_lead()
    {
        await using var host = await OrgHost.StartAsync();
        var lead = await host.CreateLead(LeadFields.Trim());
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        var made = host.Org.ConvertLead(lead, new LeadConversion(), "rep converts");

        var (account, contact, deal, row) = (host.Org.Find(made.AccountId)!, host.Org.Find(made.ContactId)!, host.Org.Find(made.OpportunityId!)!, host.Org.Find(lead)!);
        account.Text("Name").Should().Be("Acme");
        account.Text("BillingCity").Should().Be("Oslo");
        account.Text("AccountSource").Should().Be("Web");
        contact.Text("Name").Should().Be("Ann Ray");
        contact.Text("AccountId").Should().Be(made.AccountId);
        contact.Text("MailingCity").Should().Be("Oslo");
        contact.Text("MarketoPersonId__c").Should().Be("77");
        contact.Get("Lead_Score__c").Should().Be(12.0);
        contact.Get("HasOptedOutOfEmail").Should().Be(true);
        deal.Text("Name").Should().Be("Acme");
        deal.Text("StageName").Should().Be("Prospecting");
        deal.Text("CloseDate").Should().Be("2026-03-31");
        deal.Get("Probability").Should().Be(10.0);
        host.Org.Rows("OpportunityContactRole").Should().ContainSingle().Which.Get("IsPrimary").Should().Be(true);
        row.Get("IsConverted").Should().Be(true);
        row.Text("Status").Should().Be("Closed - Converted");
        row.Text("ConvertedDate").Should().Be("2026-03-11");
        row.Text("ConvertedContactId").Should().Be(made.ContactId);
        row.Deleted.Should().BeFalse();
        new[] { account, contact, deal, row }.Select(each => each.Text("SystemModstamp")).Distinct().Should().Equal("2026-03-11T15:31:00.000+0000");
        var convert = host.Records.Commits.Single(commit => commit.Op == "convert");
        (convert.Id, convert.Actor, convert.Cause, convert.Call).Should().Be((lead, Actor.Human, "rep converts", 0));
        convert.Fields.Select(field => field.Name).Should().Contain(["IsConverted", "ConvertedContactId", "Status"]);
    }

    [Fact]
    [Proves("behaviour convertLead")]
    [Proves("code CANNOT_UPDATE_CONVERTED_LEAD")]
    public async Task A_converted_lead_can_be_read_and_deleted_but_not_written_or_referred_to()
    {
        await using var host = await OrgHost.StartAsync();
        var lead = await host.CreateLead();
        host.Org.ConvertLead(lead, new LeadConversion(), "test");

        (await host.Call("GET", "sobjects/Lead/" + lead)).Status.Should().Be(200);
        (await host.Call("PATCH", "sobjects/Lead/" + lead, """{"Phone":"1"}""")).ShouldRefuse(400, "CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead");
        (await host.Call("POST", "sobjects/Task", $$"""{"WhoId":"{{lead}}"}""")).ShouldRefuse(400, "CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead");
        (await host.Call("DELETE", "sobjects/Lead/" + lead)).Status.Should().Be(204);
    }

    [Fact]
    [Proves("behaviour convertLead")]
    [Proves("switch lead.editConverted")]
    [Unverified]
    public async Task Converted_leads_can_be_edited_when_the_switch_allows_it()
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { ConvertedLeadsReadOnly = false });
        var lead = await host.CreateLead();
        host.Org.ConvertLead(lead, new LeadConversion(), "test");

        (await host.Call("PATCH", "sobjects/Lead/" + lead, """{"Phone":"1"}""")).Status.Should().Be(204);
    }

    [Fact]
    [Proves("behaviour convertLead")]
    public async Task Existing_targets_get_only_their_empty_fields_filled()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"Old"}""");
        var contact = await host.Create("Contact", $$"""{"LastName":"Kept","Email":"kept@acme.example","LeadSource":"Other","AccountId":"{{account}}"}""");
        var lead = await host.CreateLead(LeadFields.Trim());

        var made = host.Org.ConvertLead(lead, new LeadConversion { AccountId = account, ContactId = contact, DoNotCreateOpportunity = true, OverwriteLeadSource = true }, "test");

        made.Should().Be(new LeadConversionResult(lead, account, contact, null));
        host.Org.Find(account)!.Text("Name").Should().Be("Old");
        host.Org.Find(account)!.Text("Industry").Should().Be("Media");
        var row = host.Org.Find(contact)!;
        (row.Text("Name"), row.Text("Email"), row.Text("MobilePhone"), row.Text("LeadSource"), row.Get("HasOptedOutOfEmail")).Should().Be(("Ann Kept", "kept@acme.example", "1", "Web", false));
        host.Org.Count("Opportunity").Should().Be(0);
    }

    [Fact]
    [Proves("behaviour convertLead")]
    public async Task Tasks_move_to_the_contact_and_the_opportunity()
    {
        await using var host = await OrgHost.StartAsync();
        var lead = await host.CreateLead();
        var task = await host.Create("Task", $$"""{"WhoId":"{{lead}}","Subject":"Call"}""");
        host.Clock.Advance(TimeSpan.FromSeconds(30));

        var made = host.Org.ConvertLead(lead, new LeadConversion(), "test");

        var row = host.Org.Find(task)!;
        (row.Text("WhoId"), row.Text("WhatId"), row.Text("AccountId")).Should().Be((made.ContactId, made.OpportunityId, made.AccountId));
        row.Text("SystemModstamp").Should().Be("2026-03-11T15:30:30.000+0000");
        row.Text("LastModifiedDate").Should().Be("2026-03-11T15:30:00.000+0000");
    }

    [Fact]
    [Proves("behaviour convertLead")]
    public async Task A_refused_conversion_leaves_nothing_behind()
    {
        await using var host = await OrgHost.StartAsync();
        await host.Create("Contact", """{"LastName":"Other","MarketoPersonId__c":"77"}""");
        var lead = await host.CreateLead(LeadFields.Trim());
        var commits = host.Records.Commits.Count;

        Convert(new LeadConversion()).Should().Be("DUPLICATE_VALUE");
        Convert(new LeadConversion { ConvertedStatus = "Open - Not Contacted" }).Should().Be("INVALID_STATUS");
        Convert(new LeadConversion { OwnerId = host.Org.Rows("Group")[0].Id }).Should().Be("INVALID_CROSS_REFERENCE_KEY");
        Convert(new LeadConversion { ContactId = "003000000000000AAA" }).Should().Be("REQUIRED_FIELD_MISSING");

        host.Records.Commits.Should().HaveCount(commits);
        host.Org.Count("Account").Should().Be(0);
        host.Org.Find(lead)!.Get("IsConverted").Should().Be(false);

        string Convert(LeadConversion options) => FluentActions.Invoking(() => host.Org.ConvertLead(lead, options, "test")).Should().Throw<SalesforceRowException>().Which.Code;
    }

    [Fact]
    [Proves("behaviour convertLead")]
    public async Task A_lead_is_converted_once()
    {
        await using var host = await OrgHost.StartAsync();
        var lead = await host.CreateLead();
        host.Org.ConvertLead(lead, new LeadConversion(), "test");

        FluentActions.Invoking(() => host.Org.ConvertLead(lead, new LeadConversion(), "test")).Should().Throw<SalesforceRowException>().Which.Code.Should().Be("CANNOT_UPDATE_CONVERTED_LEAD");
    }
}
