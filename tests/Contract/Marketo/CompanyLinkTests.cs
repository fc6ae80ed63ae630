using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>People on companies.</summary>
[Source("Marketo REST API, Companies; Leads")]
public sealed class CompanyLinkTests
{
    private const string Leads = "/rest/v1/leads.json";

    [Fact]
    [Proves("POST /rest/v1/leads.json", "input")]
    public async Task A_linked_person_shows_the_companys_values_and_follows_its_changes()
    {
        await using var marketo = await StartAsync();
        var id = (await SyncAsync(marketo, """{"email":"a@example.invalid","externalCompanyId":"A"}""")).Id();

        (await marketo.FieldAsync(id, "company")).Should().Be("Acme");
        await marketo.PostAsync("/rest/v1/companies.json", """{"input":[{"externalCompanyId":"A","industry":"Copper"}]}""");

        var person = (await marketo.GetAsync($"/rest/v1/lead/{id}.json?fields=company,industry,externalCompanyId")).Result().Single();
        person.ToString().Should().Be($$"""{"id":{{id}},"company":"Acme","industry":"Copper","externalCompanyId":"A"}""");
    }

    [Fact]
    [Proves("POST /rest/v1/leads.json", "input")]
    public async Task A_person_is_moved_to_another_company_and_never_unlinked()
    {
        await using var marketo = await StartAsync();
        var id = (await SyncAsync(marketo, """{"email":"a@example.invalid","externalCompanyId":"A"}""")).Id();

        (await SyncAsync(marketo, """{"email":"a@example.invalid","externalCompanyId":"B"}""")).Text("status").Should().Be("updated");
        (await SyncAsync(marketo, """{"email":"a@example.invalid","externalCompanyId":null}""")).Text("status").Should().Be("updated");

        (await marketo.FieldAsync(id, "externalCompanyId")).Should().Be("B");
        (await marketo.FieldAsync(id, "company")).Should().Be("Bolt");
        (await marketo.FieldAsync(id, "industry")).Should().BeNull();
    }

    [Theory]
    [InlineData(UnknownCompany.Skip, false, false)]
    [InlineData(UnknownCompany.Create, true, true)]
    [InlineData(UnknownCompany.Ignore, true, false)]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("switch lead.unknownCompany")]
    [Proves("code 1013")]
    [Unverified]
    public async Task An_unknown_company_follows_its_switch(UnknownCompany setting, bool written, bool made)
    {
        await using var marketo = await StartAsync(MarketoHost.Options.Switches with { LeadUnknownCompany = setting });

        var record = await SyncAsync(marketo, """{"email":"a@example.invalid","externalCompanyId":"Z"}""");

        if (written)
        {
            (await marketo.FieldAsync(record.Id(), "externalCompanyId")).Should().Be(made ? "Z" : null);
        }
        else
        {
            record.ShouldBeSkipped("1013");
        }

        (await marketo.GetAsync("/rest/v1/companies.json?filterType=externalCompanyId&filterValues=Z")).Result().Any().Should().Be(made);
    }

    [Theory]
    [InlineData(CompanyFieldsOfLead.Skip1021WhenLinked, false, true)]
    [InlineData(CompanyFieldsOfLead.Skip1021Always, false, false)]
    [InlineData(CompanyFieldsOfLead.WriteThrough, true, true)]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("switch lead.companyFields")]
    [Proves("code 1021")]
    public async Task A_company_field_of_a_person_follows_its_switch(CompanyFieldsOfLead setting, bool onLinked, bool onUnlinked)
    {
        await using var marketo = await StartAsync(MarketoHost.Options.Switches with { LeadCompanyFields = setting });
        var linked = (await SyncAsync(marketo, """{"email":"a@example.invalid","externalCompanyId":"A"}""")).Id();
        var mate = (await SyncAsync(marketo, """{"email":"b@example.invalid","externalCompanyId":"A"}""")).Id();

        var first = await SyncAsync(marketo, """{"email":"a@example.invalid","company":"New Name"}""");
        var second = await SyncAsync(marketo, """{"email":"c@example.invalid","company":"Own"}""");

        Judge(first, onLinked);
        Judge(second, onUnlinked);
        (await marketo.FieldAsync(linked, "company")).Should().Be(onLinked ? "New Name" : "Acme");
        (await marketo.FieldAsync(mate, "company")).Should().Be(onLinked ? "New Name" : "Acme");
        (await marketo.GetAsync("/rest/v1/companies.json?filterType=externalCompanyId&filterValues=A&fields=company")).Result().Single().Text("company").Should().Be(onLinked ? "New Name" : "Acme");

        static void Judge(System.Text.Json.JsonElement record, bool taken)
        {
            if (taken)
            {
                record.Text("status").Should().BeOneOf("created", "updated");
            }
            else
            {
                record.ShouldBeSkipped("1021", "Company update not allowed");
            }
        }
    }

    [Theory]
    [InlineData(NativeCrm.Off, false)]
    [InlineData(NativeCrm.ReadOnly, true)]
    [InlineData(NativeCrm.Disabled, true)]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("switch crm.native")]
    [Proves("code 1021")]
    [Unverified("crm.native")]
    public async Task Under_native_sync_the_account_owns_the_company_fields_of_its_people(NativeCrm native, bool owned)
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options.Switches with { CrmNative = native, LeadCompanyFields = CompanyFieldsOfLead.WriteThrough });
        var id = (await marketo.PostAsync("/rest/v1/leads.json", """{"lookupField":"sfdcAccountId","input":[{"sfdcAccountId":"001000000000001AAA","email":"a@example.invalid","company":"Acme"}]}""")).Result().Single().Id();

        var first = await SyncAsync(marketo, """{"email":"a@example.invalid","company":"New Name"}""");
        var title = await SyncAsync(marketo, """{"email":"a@example.invalid","title":"CTO"}""");
        var other = await SyncAsync(marketo, """{"email":"b@example.invalid","company":"Own"}""");

        if (owned)
        {
            first.ShouldBeSkipped("1021", "Company update not allowed");
        }

        (await marketo.FieldAsync(id, "company")).Should().Be(owned ? "Acme" : "New Name");
        title.Text("status").Should().Be("updated");
        other.Text("status").Should().Be("created");
    }

    [Fact]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("code 1021")]
    public async Task Linking_and_writing_a_company_field_in_one_record_is_refused()
    {
        await using var marketo = await StartAsync();

        (await SyncAsync(marketo, """{"email":"a@example.invalid","externalCompanyId":"A","industry":"Tin"}""")).ShouldBeSkipped("1021");

        (await marketo.CountAsync("a@example.invalid")).Should().Be(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Proves("POST /rest/v1/companies.json", "input")]
    [Proves("switch company.changeFanout")]
    [Unverified]
    public async Task A_companys_change_is_logged_for_each_person_by_switch(bool fanout)
    {
        await using var marketo = await StartAsync(MarketoHost.Options.Switches with { CompanyChangeFanout = fanout });
        var first = (await SyncAsync(marketo, """{"email":"a@example.invalid","externalCompanyId":"A"}""")).Id();
        var second = (await SyncAsync(marketo, """{"email":"b@example.invalid","externalCompanyId":"A"}""")).Id();
        var before = (await marketo.FeedAsync("13", first, second)).Length;

        await marketo.PostAsync("/rest/v1/companies.json", """{"input":[{"externalCompanyId":"A","industry":"Copper"}]}""");

        (await marketo.FeedAsync("13", first, second)).Should().HaveCount(before + (fanout ? 2 : 0));
    }

    [Fact]
    [Proves("POST /rest/v1/leads.json", "input")]
    [SimulatorOnly]
    public async Task A_humans_edit_of_a_linked_person_changes_the_company_and_a_merge_keeps_the_link()
    {
        await using var marketo = await StartAsync();
        var linked = (await SyncAsync(marketo, """{"email":"a@example.invalid","externalCompanyId":"A"}""")).Id();
        var mate = (await SyncAsync(marketo, """{"email":"b@example.invalid","externalCompanyId":"A"}""")).Id();
        var other = (await SyncAsync(marketo, """{"email":"c@example.invalid","company":"Own"}""")).Id();

        marketo.Instance.UpdatePerson(linked, [new("industry", "Zinc")], "edit").Should().BeTrue();
        marketo.Instance.MergePeople(other, linked, "merge").Should().BeTrue();

        marketo.Instance.FindCompany("A")!.Get("industry").Should().Be("Zinc");
        marketo.Instance.FindPerson(mate)!.Get("industry").Should().Be("Zinc");
        var winner = marketo.Instance.FindPerson(other)!;
        (winner.Get("externalCompanyId"), winner.Get("company"), winner.Get("industry")).Should().Be(("A", "Acme", "Zinc"));
        marketo.Instance.Invoking(it => it.UpdatePerson(mate, [new("externalCompanyId", "Z")], "edit")).Should().Throw<ArgumentException>().WithMessage("*no company 'Z'*");
    }

    [Fact]
    [Source("Adobe service note of 2020: every lead has a company record")]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("GET /rest/v1/companies.json", "filterType", "filterValues")]
    public async Task The_hidden_company_of_a_person_without_a_key_is_nobody_elses_and_gives_way_to_a_real_one()
    {
        await using var marketo = await StartAsync();
        var first = (await SyncAsync(marketo, """{"email":"a@example.invalid","company":"Hidden","industry":"Tin"}""")).Id();
        var second = (await SyncAsync(marketo, """{"email":"b@example.invalid","company":"Hidden"}""")).Id();

        await SyncAsync(marketo, """{"email":"a@example.invalid","industry":"Zinc"}""");

        (await marketo.FieldAsync(second, "industry")).Should().BeNull();
        (await marketo.GetAsync("/rest/v1/companies.json?filterType=company&filterValues=Hidden")).Result().Should().BeEmpty();
        await SyncAsync(marketo, """{"email":"a@example.invalid","externalCompanyId":"B"}""");
        ((await marketo.FieldAsync(first, "company")), (await marketo.FieldAsync(first, "industry"))).Should().Be(("Bolt", null));
        (await marketo.FieldAsync(second, "company")).Should().Be("Hidden");
    }

    private static async Task<MarketoHost> StartAsync(MarketoSwitches? switches = null)
    {
        var marketo = await MarketoHost.StartAsync(switches ?? MarketoHost.Options.Switches);
        await marketo.PostAsync("/rest/v1/companies.json", """{"input":[{"externalCompanyId":"A","company":"Acme","industry":"Steel"},{"externalCompanyId":"B","company":"Bolt"}]}""");
        return marketo;
    }

    private static async Task<System.Text.Json.JsonElement> SyncAsync(MarketoHost marketo, string record) =>
        (await marketo.PostAsync(Leads, $$"""{"input":[{{record}}]}""")).Result().Single();
}
