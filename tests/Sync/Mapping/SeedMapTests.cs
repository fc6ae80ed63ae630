using NodaTime;
using SfMarketo.Sync.Flows.Engagement;
using SfMarketo.Sync.Flows.Firmographics;
using SfMarketo.Sync.Flows.OpportunityStages;
using SfMarketo.Sync.Mapping;

namespace SfMarketo.Tests.Sync.Mapping;

/// <summary>The twelve rows of the user's field table, each with its direction and its Contact twin, as decided for this product.</summary>
public sealed class SeedMapTests
{
    [Theory]
    [InlineData("email", "Email", "Email", FieldOwner.Salesforce)]                        // 1  Lead.Email
    [InlineData("firstName", "FirstName", "FirstName", FieldOwner.Salesforce)]            // 2  Lead.FirstName
    [InlineData("lastName", "LastName", "LastName", FieldOwner.Salesforce)]               // 3  Lead.LastName
    [InlineData("company", "Company", null, FieldOwner.Salesforce)]                       // 4  Lead.Company: a Contact's belongs to its account
    [InlineData("leadStatus", "Status", null, FieldOwner.Both)]                           // 5  Lead.Status: Contacts have none
    [InlineData("mobilePhone", "MobilePhone", "MobilePhone", FieldOwner.Salesforce)]      // 6  Contact.MobilePhone
    [InlineData("sfdcAccountKey", null, "AccountId", FieldOwner.Salesforce)]              // 7  Contact.AccountId: the standard sfdcAccountId belongs to the native sync
    [InlineData("leadScore", "Lead_Score__c", "Lead_Score__c", FieldOwner.Marketo)]       // 12 Lead.Score__c
    public void A_row_of_a_person_is_a_row_of_the_map(string marketo, string? lead, string? contact, FieldOwner owner)
    {
        var field = FieldMap.Seed.Fields[FieldMap.Seed.IndexOfMarketo(marketo)];

        field.Lead.Should().Be(lead);
        field.Contact.Should().Be(contact);
        field.Owner.Should().Be(owner);
    }

    [Fact]
    public void The_stage_of_an_opportunity_is_the_persons_sfdcOpptyStage() => StandingNews.StageField.Should().Be("sfdcOpptyStage"); // 8

    [Theory]
    [InlineData("AnnualRevenue", "annualRevenue")] // 9
    [InlineData("Industry", "industry")]           // 10
    public void A_row_of_an_account_is_a_row_of_the_companies(string account, string company) =>
        new FirmographicSettings().Fields.Should().ContainSingle(field => field.Account == account).Which.Marketo.Should().Be(company);

    [Fact]
    public void The_subject_of_a_Task_names_the_activitys_type() => // 11
        new EngagementFlow(new EngagementSettings()).Decide(new EngagementActivity("g", 7, 0, "Fill Out Form", "Contact Us", 1, null, null, null, false), DateTimeZone.Utc, _ => default)
            .Task!["Subject"].AsText().Should().Be("Filled out form: Contact Us");

    [Fact]
    public void Beyond_the_twelve_rows_consent_flows_both_ways_and_nothing_else()
    {
        FieldMap.Seed.Fields.Should().HaveCount(9);
        FieldMap.Seed.Fields[FieldMap.Seed.ConsentIndex].Should().Be(new MappedField("unsubscribed", "HasOptedOutOfEmail", "HasOptedOutOfEmail", FieldOwner.Consent, FieldType.Boolean));
    }
}
