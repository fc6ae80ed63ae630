using System.Text.Json;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Leads (associate lead)")]
public sealed class CookieTests
{
    public const string One = "id:123-ABC-456&token:_mch-example.invalid-1428453462111-66666";
    private const string Two = "id:123-ABC-456&token:_mch-example.invalid-1428453462112-77777";

    [Fact]
    [Proves("POST /rest/v1/leads/{leadId}/associate.json", "cookie")]
    [Proves("GET /rest/v1/leads.json", "filterType", "filterValues")]
    public async Task An_associated_cookie_finds_its_lead_and_the_answer_has_no_result()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");

        var answer = await AssociateAsync(marketo, ids[0], One);

        answer.GetProperty("success").GetBoolean().Should().BeTrue();
        answer.TryGetProperty("result", out _).Should().BeFalse();
        (await FindAsync(marketo, One)).Result().Single().Id().Should().Be(ids[0]);
        (await FindAsync(marketo, Two)).Result().Should().BeEmpty();
        await AssociateAsync(marketo, ids[1], One);
        (await FindAsync(marketo, One)).Result().Single().Id().Should().Be(ids[1]);
    }

    [Fact]
    [Proves("POST /rest/v1/leads/{leadId}/associate.json", "cookie")]
    [Proves("GET /rest/v1/leads.json", "filterType", "filterValues")]
    [Proves("code 1012")]
    [Proves("code 1004")]
    public async Task A_bad_cookie_is_1012_and_an_unknown_lead_1004()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        (await AssociateAsync(marketo, id, "crumbs")).ShouldFail("1012", "Invalid cookie value 'crumbs'");
        (await FindAsync(marketo, "crumbs")).ShouldFail("1012", "Invalid cookie value 'crumbs'");
        (await marketo.PostAsync($"/rest/v1/leads/{id}/associate.json", "")).ShouldFail("1002");
        (await AssociateAsync(marketo, 1, One)).ShouldFail("1004", "Lead '1' not found");
    }

    [Fact]
    [Source("Marketo REST API, Bulk lead import")]
    [Proves("POST /bulk/v1/leads.json", "lookupField", "file")]
    public async Task An_import_finds_people_by_their_cookies()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await AssociateAsync(marketo, id, One);

        var status = await marketo.ImportLeadsAsync("format=csv&lookupField=cookies", $"cookies,firstName,email\n{One},Ada,\n{Two},Eve,b@example.invalid\ncrumbs,Nobody,c@example.invalid\n");

        (status.GetProperty("numOfLeadsProcessed").GetInt32(), status.GetProperty("numOfRowsFailed").GetInt32()).Should().Be((2, 1));
        (await marketo.FieldAsync(id, "firstName")).Should().Be("Ada");
        (await FindAsync(marketo, Two)).Result().Single().Text("email").Should().Be("b@example.invalid");
        (await marketo.CountAsync("c@example.invalid")).Should().Be(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Proves("POST /rest/v1/leads/{leadId}/associate.json", "cookie")]
    [Proves("switch merge.activityRewrite")]
    [SimulatorOnly]
    public async Task The_anonymous_history_goes_to_the_lead_whatever_becomes_of_merged_leads(bool rewrite)
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options.Switches with { MergeActivityRewrite = rewrite });
        var visitor = marketo.Instance.VisitPage(One, "Pricing");
        (await FindAsync(marketo, One)).Result().Single().Id().Should().Be(visitor);
        (await marketo.FieldAsync(visitor, "isAnonymous")).Should().Be("True");
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        await AssociateAsync(marketo, id, One);

        marketo.Instance.VisitPage(One, "Contact").Should().Be(id);
        var visits = await marketo.FeedAsync("1", id);
        visits.Select(row => row.Text("primaryAttributeValue")).Should().Equal("Pricing", "Contact");
        (await marketo.GetAsync($"/rest/v1/lead/{visitor}.json")).ShouldFail("1004");
        marketo.Instance.LiveCount.Should().Be(1);
    }

    [Fact]
    [Proves("POST /rest/v1/leads/{leadId}/associate.json", "cookie")]
    [SimulatorOnly]
    public async Task What_a_known_lead_did_stays_its_own()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");
        await AssociateAsync(marketo, ids[0], One);
        marketo.Instance.VisitPage(One, "Pricing");

        await AssociateAsync(marketo, ids[1], One);
        marketo.Instance.VisitPage(One, "Contact");

        (await marketo.FeedAsync("1")).Select(row => row.GetProperty("leadId").GetInt32()).Should().Equal(ids);
    }

    [Fact]
    [Proves("POST /rest/v1/leads.json", "input", "lookupField")]
    [Proves("code 1012")]
    public async Task A_lead_may_be_looked_up_by_its_cookie()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var body = $$"""{"lookupField":"cookies","input":[{"cookies":"{{One}}","firstName":"Ann"},{"cookies":"crumbs"}]}""";

        var first = (await marketo.PostAsync("/rest/v1/leads.json", body)).Result().ToArray();
        var second = (await marketo.PostAsync("/rest/v1/leads.json", body)).Result().ToArray();

        first[0].Text("status").Should().Be("created");
        first[1].ShouldBeSkipped("1012", "Invalid cookie value 'crumbs'");
        second[0].Text("status").Should().Be("updated");
        second[0].Id().Should().Be(first[0].Id());
    }

    [Fact]
    [Proves("POST /rest/v1/leads/{leadId}/merge.json", "leadId")]
    public async Task After_a_merge_the_cookie_is_the_winners()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");
        await AssociateAsync(marketo, ids[1], One);

        await marketo.PostAsync($"/rest/v1/leads/{ids[0]}/merge.json?leadId={ids[1]}", "");

        (await FindAsync(marketo, One)).Result().Single().Id().Should().Be(ids[0]);
    }

    private static Task<JsonElement> AssociateAsync(MarketoHost marketo, int id, string cookie) =>
        marketo.PostAsync($"/rest/v1/leads/{id}/associate.json?cookie={Uri.EscapeDataString(cookie)}", "");

    private static Task<JsonElement> FindAsync(MarketoHost marketo, string cookie) =>
        marketo.GetAsync("/rest/v1/leads.json?filterType=cookies&filterValues=" + Uri.EscapeDataString(cookie));
}
