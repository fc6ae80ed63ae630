using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org.Conversion;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Rules;

[Source("SOAP API Developer Guide, convertLead")]
public sealed class ConversionFormTests
{
    [Theory]
    [InlineData("asConfigured", 7.0, null)]
    [InlineData("none", null, null)]
    [InlineData("Lead_Score__c=Contact.Score__c, MarketoPersonId__c=Account.MarketoKey__c", null, "p1")]
    [Proves("switch conversion.fieldMap")]
    [Proves("behaviour convertLead")]
    [SimulatorOnly]
    public async Task Custom_fields_go_where_the_map_says(string map, double? score, string? key)
    {
        await using var host = await OrgHost.StartAsync();
        host.Org.SetSwitch("conversion.fieldMap", map);
        var lead = await host.CreateLead("\"Lead_Score__c\":7,\"MarketoPersonId__c\":\"p1\"");

        var result = host.Org.ConvertLead(lead, new LeadConversion(), "test");

        host.Org.Find(result.ContactId)!.Get("Lead_Score__c").Should().Be(score);
        host.Org.Find(result.AccountId)!.Text("MarketoKey__c").Should().Be(key);
    }

    [Theory]
    [InlineData("Nope__c=Contact.Score__c", "Nope__c")]
    [InlineData("Lead_Score__c=Contact.Nope__c", "Nope__c")]
    [InlineData("Lead_Score__c=Task.Subject", "Task.Subject")]
    [InlineData("Lead_Score__c", "conversion.fieldMap")]
    [Proves("switch conversion.fieldMap")]
    [SimulatorOnly]
    public async Task A_map_that_names_what_is_not_there_is_refused_and_the_old_one_stays(string map, string named)
    {
        await using var host = await OrgHost.StartAsync();

        FluentActions.Invoking(() => host.Org.SetSwitch("conversion.fieldMap", map)).Should().Throw<ArgumentException>().WithMessage($"*{named}*");

        host.Org.GetSwitch("conversion.fieldMap").Should().Be("asConfigured");
    }

    [Fact]
    [Proves("behaviour convertLead")]
    [SimulatorOnly]
    public async Task An_existing_opportunity_gets_the_role_and_the_activities()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"A"}""");
        var deal = await host.Create("Opportunity", $$"""{"Name":"D","StageName":"Prospecting","CloseDate":"2026-04-01","AccountId":"{{account}}"}""");
        var lead = await host.CreateLead();
        var task = await host.Create("Task", $$"""{"WhoId":"{{lead}}"}""");
        var meeting = await host.Create("Event", $$"""{"WhoId":"{{lead}}","ActivityDateTime":"2026-03-12T10:00:00Z","DurationInMinutes":10}""");

        var result = host.Org.ConvertLead(lead, new LeadConversion { AccountId = account, OpportunityId = deal }, "test");

        result.OpportunityId.Should().Be(deal);
        host.Org.Count("Opportunity").Should().Be(1);
        host.Org.Rows("OpportunityContactRole").Single().Text("ContactId").Should().Be(result.ContactId);
        foreach (var activity in (string[])[task, meeting])
        {
            (host.Org.Find(activity)!.Text("WhoId"), host.Org.Find(activity)!.Text("WhatId")).Should().Be((result.ContactId, deal));
        }
    }

    [Theory]
    [InlineData(1, "2026-03-31")]
    [InlineData(2, "2026-04-30")]
    [InlineData(3, "2026-05-31")]
    [InlineData(4, "2026-03-31")]
    [Proves("behaviour convertLead")]
    [SimulatorOnly]
    public async Task A_new_opportunity_closes_with_the_fiscal_quarter(int start, string day)
    {
        await using var host = await RuledOrg.StartAsync($$"""{"fiscalYearStartMonth": {{start}}}""");

        var result = host.Org.ConvertLead(await host.CreateLead(), new LeadConversion(), "test");

        host.Org.Find(result.OpportunityId!)!.Text("CloseDate").Should().Be(day);
    }

    [Fact]
    [Proves("behaviour opportunity stage")]
    [SimulatorOnly]
    public async Task A_fiscal_year_that_begins_in_april_has_the_name_of_the_next_year()
    {
        await using var host = await RuledOrg.StartAsync("""{"fiscalYearStartMonth": 4}""");

        var deal = await host.Create("Opportunity", """{"Name":"D","StageName":"Prospecting","CloseDate":"2026-07-01"}""");

        ((await host.Value(deal, "FiscalYear")).GetInt32(), (await host.Value(deal, "FiscalQuarter")).GetInt32(), await host.Text(deal, "Fiscal")).Should().Be((2027, 2, "2027 2"));
    }

    [Fact]
    [Proves("behaviour convertLead")]
    [Unverified]
    [SimulatorOnly]
    public async Task What_cannot_be_converted_is_refused_with_nothing_changed()
    {
        await using var host = await OrgHost.StartAsync();
        var (lead, account, other) = (await host.CreateLead(), await host.Create("Account", """{"Name":"A"}"""), await host.Create("Account", """{"Name":"B"}"""));
        var contact = await host.Create("Contact", $$"""{"LastName":"A","AccountId":"{{account}}"}""");
        var gone = host.Org.Rows("User").Single(user => user.Text("Username") == "gone@example.invalid").Id;
        var queue = host.Org.Rows("Group")[0].Id;

        Refused(new LeadConversion { ConvertedStatus = "" }, "REQUIRED_FIELD_MISSING");
        Refused(new LeadConversion { ConvertedStatus = "Working - Contacted" }, "INVALID_STATUS");
        Refused(new LeadConversion { OwnerId = queue }, "INVALID_CROSS_REFERENCE_KEY");
        Refused(new LeadConversion { OwnerId = gone }, "INACTIVE_OWNER_OR_USER");
        Refused(new LeadConversion { ContactId = contact }, "REQUIRED_FIELD_MISSING");
        Refused(new LeadConversion { AccountId = other, ContactId = contact }, "INVALID_CROSS_REFERENCE_KEY");
        Refused(new LeadConversion { AccountId = "0015g000000zzzzAAA" }, "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY");
        host.Org.DeleteRow(other, "test");
        Refused(new LeadConversion { AccountId = other }, "ENTITY_IS_DELETED");

        host.Org.Find(lead)!.Get("IsConverted").Should().Be(false);
        (host.Org.Count("Account"), host.Org.Count("Contact"), host.Org.Count("Opportunity")).Should().Be((1, 1, 0));

        void Refused(LeadConversion options, string code) => FluentActions.Invoking(() => host.Org.ConvertLead(lead, options, "test")).Should().Throw<SalesforceRowException>().Which.Code.Should().Be(code);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [Proves("switch conversion.runsLeadRules")]
    [Proves("behaviour validation rule")]
    [SimulatorOnly]
    public async Task Validation_rules_of_the_lead_run_when_the_org_enforces_them(bool runs, bool converts)
    {
        await using var host = await RuledOrg.StartAsync(
            """{"validationRules": [{"name": "P", "object": "Lead", "condition": "AND(IsConverted, ISBLANK(Phone))", "message": "No phone."}]}""", new SalesforceSwitches { ConversionRunsLeadRules = runs });
        var lead = await host.CreateLead();

        var convert = FluentActions.Invoking(() => host.Org.ConvertLead(lead, new LeadConversion(), "test"));

        if (converts)
        {
            convert.Should().NotThrow();
        }
        else
        {
            convert.Should().Throw<SalesforceRowException>().Which.Message.Should().Contain("No phone.");
            host.Org.Count("Account").Should().Be(0);
        }
    }

    [Fact]
    [Proves("behaviour convertLead")]
    [Proves("behaviour duplicate rule")]
    [SimulatorOnly]
    public async Task Rules_of_the_new_rows_run_always()
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { StandardDuplicateRules = true });
        await host.Create("Contact", """{"LastName":"Ray","Email":"ray@example.com"}""");
        var lead = await host.CreateLead("\"Email\":\"ray@example.com\"");

        FluentActions.Invoking(() => host.Org.ConvertLead(lead, new LeadConversion(), "test")).Should().Throw<SalesforceRowException>().Which.Code.Should().Be("DUPLICATES_DETECTED");
    }
}
