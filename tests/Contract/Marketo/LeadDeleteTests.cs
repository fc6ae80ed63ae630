using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Leads")]
public sealed class LeadDeleteTests
{
    private const string Leads = "/rest/v1/leads.json";

    [Fact]
    [Proves("POST /rest/v1/leads/delete.json", "input", "input.id", "id")]
    [Proves("code 1004")]
    public async Task Deletes_take_a_body_or_a_query_and_an_unknown_id_is_1004()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");

        var byBody = (await marketo.PostAsync("/rest/v1/leads/delete.json", $$"""{"input":[{"id":{{ids[0]}}},{"id":5}]}""")).Result().ToArray();
        var byQuery = (await marketo.PostAsync($"/rest/v1/leads/delete.json?id={ids[1]},{ids[0]}", "")).Result().ToArray();

        byBody[0].Text("status").Should().Be("deleted");
        byBody[1].ShouldBeSkipped("1004");
        byQuery[0].Id().Should().Be(ids[1]);
        byQuery[1].ShouldBeSkipped("1004");
        (await marketo.CountAsync("a@example.invalid", "b@example.invalid")).Should().Be(0);
    }

    [Fact]
    [Source("client: @grouparoo/marketo, calls recorded in 2020; marketo-rest-api")]
    [Proves("POST /rest/v1/leads/delete.json", "input", "input.id", "id")]
    public async Task The_older_form_by_override_of_the_method_deletes_too()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");

        var byBody = (await marketo.PostAsync(Leads + "?_method=DELETE", $$"""{"input":[{"id":{{ids[0]}}},{"id":5}]}""")).Result().ToArray();
        var byQuery = (await marketo.PostAsync($"{Leads}?_method=DELETE&id={ids[1]}", "")).Result().Single();

        byBody[0].ToString().Should().Be($$"""{"id":{{ids[0]}},"status":"deleted"}""");
        byBody[1].ShouldBeSkipped("1004");
        byQuery.Text("status").Should().Be("deleted");
        (await marketo.CountAsync("a@example.invalid", "b@example.invalid")).Should().Be(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Source("client: marketo-rest-api; the definition has POST only")]
    [Proves("switch lead.httpDelete")]
    [Unverified]
    public async Task Switch_lead_httpDelete(bool accepted)
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options.Switches with { LeadHttpDelete = accepted });
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        var answer = await marketo.SendAsync(HttpMethod.Delete, Leads, $$"""{"input":[{"id":{{id}}}]}""");

        if (accepted)
        {
            answer.Result().Single().Text("status").Should().Be("deleted");
        }
        else
        {
            answer.ShouldFail("605");
        }

        (await marketo.CountAsync("a@example.invalid")).Should().Be(accepted ? 0 : 1);
    }

    [Fact]
    [Proves("POST /rest/v1/leads.json", "input")]
    public async Task An_upsert_after_a_delete_makes_a_new_id()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await marketo.PostAsync($"/rest/v1/leads/delete.json?id={id}", "");

        var result = (await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid"}]}""")).Result().Single();

        result.Text("status").Should().Be("created");
        result.Id().Should().NotBe(id);
    }
}
