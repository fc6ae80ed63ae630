using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce;

/// <summary>Stages, dates and roles.</summary>
[Source("Salesforce Object Reference, Opportunity; OpportunityContactRole")]
public sealed class OpportunityTests
{
    [Theory]
    [InlineData("Closed Won", true, true, 100, "Closed")]
    [InlineData("Closed Lost", true, false, 0, "Omitted")]
    [InlineData("Negotiation/Review", false, false, 90, "Pipeline")]
    [Proves("behaviour opportunity stage")]
    [SimulatorOnly]
    public async Task A_stage_sets_closed_won_probability_and_forecast(string stage, bool closed, bool won, int probability, string category)
    {
        await using var host = await OrgHost.StartAsync();
        var deal = await Deal(host);

        await host.Call("PATCH", "sobjects/Opportunity/" + deal, $$"""{"StageName":"{{stage}}","Amount":50}""");

        var row = host.Org.Find(deal)!;
        (row.Get("IsClosed"), row.Get("IsWon"), row.Get("Probability"), row.Text("ForecastCategoryName")).Should().Be((closed, won, (double)probability, category));
        row.Get("ExpectedRevenue").Should().Be(50 * probability / 100.0);
    }

    [Fact]
    [Proves("behaviour opportunity stage")]
    [SimulatorOnly]
    public async Task Reopening_is_a_normal_write_and_never_moves_the_close_date()
    {
        await using var host = await OrgHost.StartAsync();
        var deal = await Deal(host);
        await host.Call("PATCH", "sobjects/Opportunity/" + deal, """{"StageName":"Closed Lost"}""");

        await host.Call("PATCH", "sobjects/Opportunity/" + deal, """{"StageName":"Qualification"}""");

        var row = host.Org.Find(deal)!;
        (row.Get("IsClosed"), row.Get("Probability"), row.Text("CloseDate")).Should().Be((false, 10.0, "2026-04-01"));
    }

    [Fact]
    [Proves("behaviour opportunity stage")]
    [SimulatorOnly]
    public async Task A_probability_in_the_same_write_stays_and_an_unknown_stage_changes_none()
    {
        await using var host = await OrgHost.StartAsync();
        var deal = await Deal(host);

        await host.Call("PATCH", "sobjects/Opportunity/" + deal, """{"StageName":"Value Proposition","Probability":33}""");
        host.Org.Find(deal)!.Get("Probability").Should().Be(33.0);
        await host.Call("PATCH", "sobjects/Opportunity/" + deal, """{"StageName":"Our Own Stage"}""");

        var row = host.Org.Find(deal)!;
        (row.Text("StageName"), row.Get("Probability"), row.Get("IsClosed")).Should().Be(("Our Own Stage", 33.0, false));
    }

    [Fact]
    [Proves("behaviour opportunity stage")]
    [SimulatorOnly]
    public async Task The_close_date_sets_the_fiscal_period_and_counts_pushes_into_later_months()
    {
        await using var host = await OrgHost.StartAsync();
        var deal = await Deal(host);
        Read().Should().Be((2026, 2, "2026 2", 0));

        await host.Call("PATCH", "sobjects/Opportunity/" + deal, """{"CloseDate":"2026-04-30"}""");
        await host.Call("PATCH", "sobjects/Opportunity/" + deal, """{"CloseDate":"2027-01-01"}""");
        await host.Call("PATCH", "sobjects/Opportunity/" + deal, """{"CloseDate":"2026-12-31"}""");

        Read().Should().Be((2026, 4, "2026 4", 1));

        (object?, object?, object?, object?) Read()
        {
            var row = host.Org.Find(deal)!;
            return (row.Get("FiscalYear"), row.Get("FiscalQuarter"), row.Get("Fiscal"), row.Get("PushCount"));
        }
    }

    [Fact]
    [Proves("behaviour opportunity role")]
    [Proves("code INVALID_FIELD_FOR_INSERT_UPDATE")]
    [SimulatorOnly]
    public async Task Setting_a_primary_role_clears_the_others_and_a_role_stays_with_its_rows()
    {
        await using var host = await OrgHost.StartAsync();
        var deal = await Deal(host);
        var (first, second) = (await Role(host, deal), await Role(host, deal));

        host.Org.Find(first)!.Get("IsPrimary").Should().Be(false);
        host.Org.Find(second)!.Get("IsPrimary").Should().Be(true);
        (await host.Call("PATCH", "sobjects/OpportunityContactRole/" + first, $$"""{"OpportunityId":"{{await Deal(host)}}"}""")).Json[0].GetProperty("errorCode").GetString().Should().Be("INVALID_FIELD_FOR_INSERT_UPDATE");
    }

    [Fact]
    [Proves("behaviour convertLead")]
    [SimulatorOnly]
    public async Task A_conversion_keeps_campaign_members_and_names_the_last_campaign_on_the_opportunity()
    {
        await using var host = await OrgHost.StartAsync();
        var lead = await host.CreateLead();
        var campaign = await host.Create("Campaign", """{"Name":"Spring"}""");
        var member = await host.Create("CampaignMember", $$"""{"CampaignId":"{{campaign}}","LeadId":"{{lead}}"}""");

        var made = host.Org.ConvertLead(lead, new SalesforceSim.Org.Conversion.LeadConversion(), "test");

        var row = host.Org.Find(member)!;
        (row.Text("LeadId"), row.Text("ContactId"), row.Text("LeadOrContactId")).Should().Be((lead, made.ContactId, made.ContactId));
        host.Org.Find(made.OpportunityId!)!.Text("CampaignId").Should().Be(campaign);
    }

    private static Task<string> Deal(OrgHost host) => host.Create("Opportunity", """{"Name":"D","StageName":"Prospecting","CloseDate":"2026-04-01"}""");

    private static async Task<string> Role(OrgHost host, string deal) =>
        await host.Create("OpportunityContactRole", $$"""{"OpportunityId":"{{deal}}","IsPrimary":true,"ContactId":"{{await host.Create("Contact", """{"LastName":"A"}""")}}"}""");
}
