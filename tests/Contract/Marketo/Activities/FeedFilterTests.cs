using System.Text.Json;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo.Activities;

/// <summary>The parameters of the feeds, with what a client itself can do.</summary>
[Source("Marketo REST API, Activities; Paging tokens")]
public sealed class FeedFilterTests
{
    private const string Leads = "/rest/v1/leads.json";
    private const string ListLeads = "/rest/v1/lists/3379/leads.json";

    [Fact]
    [Proves("GET /rest/v1/activities.json", "activityTypeIds")]
    public async Task Types_may_be_a_comma_list_or_a_repeated_parameter()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var token = await TokenAsync(marketo);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","title":"CTO"}]}""");

        var list = await PageAsync(marketo, "activities.json", token, $"activityTypeIds=12,13&leadIds={id}");
        var repeated = await PageAsync(marketo, "activities.json", token, $"activityTypeIds=12&activityTypeIds=13&leadIds={id}");

        list.GetProperty("result").ToString().Should().Be(repeated.GetProperty("result").ToString());
        Types(list).Should().Equal(12, 13);
    }

    [Fact]
    [Proves("GET /rest/v1/activities.json", "activityTypeIds")]
    public async Task An_unknown_type_has_no_activities()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var token = await TokenAsync(marketo);
        await marketo.CreateAsync("a@example.invalid");

        Types(await PageAsync(marketo, "activities.json", token, "activityTypeIds=999999")).Should().BeEmpty();
    }

    [Fact]
    [Proves("GET /rest/v1/activities.json", "leadIds")]
    [Proves("code 1003")]
    public async Task Up_to_30_leads_may_be_named()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var token = await TokenAsync(marketo);
        var ids = await marketo.CreateAsync([.. Enumerable.Range(0, 31).Select(number => $"p{number}@example.invalid")]);

        var thirty = await PageAsync(marketo, "activities.json", token, "activityTypeIds=12&leadIds=" + string.Join(',', ids.Take(30)));
        var over = await PageAsync(marketo, "activities.json", token, "activityTypeIds=12&leadIds=" + string.Join(',', ids));

        thirty.Result().Select(LeadOf).Should().Equal(ids.Take(30));
        over.ShouldFail("1003");
    }

    [Theory]
    [InlineData("activities.json", "activityTypeIds=12")]
    [InlineData("leadchanges.json", "fields=email")]
    [Proves("GET /rest/v1/activities.json", "leadIds")]
    [Proves("GET /rest/v1/activities/leadchanges.json", "leadIds")]
    [Proves("code 1001")]
    public async Task Lead_ids_are_numbers(string feed, string query)
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await PageAsync(marketo, feed, await TokenAsync(marketo), query + "&leadIds=Ann")).ShouldFail("1001");
    }

    [Theory]
    [InlineData("activities.json", "activityTypeIds=12")]
    [InlineData("leadchanges.json", "fields=title")]
    [Proves("GET /rest/v1/activities.json", "listId")]
    [Proves("GET /rest/v1/activities/leadchanges.json", "listId")]
    public async Task A_static_list_narrows_to_its_present_members(string feed, string query)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var token = await TokenAsync(marketo);
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");
        await marketo.PostAsync($"{ListLeads}?id={ids[1]}", "");

        var before = await PageAsync(marketo, feed, token, $"{query}&listId={AssetExamples.List}&leadIds={ids[0]},{ids[1]}");
        await marketo.SendAsync(HttpMethod.Delete, $"{ListLeads}?id={ids[1]}", "");
        var after = await PageAsync(marketo, feed, token, $"{query}&listId={AssetExamples.List}&leadIds={ids[0]},{ids[1]}");

        before.Result().Select(LeadOf).Should().Equal(ids[1]);
        after.Result().Should().BeEmpty();
    }

    [Theory]
    [InlineData("activities.json", "activityTypeIds=12")]
    [InlineData("leadchanges.json", "fields=title")]
    [Proves("GET /rest/v1/activities.json", "listId")]
    [Proves("GET /rest/v1/activities/leadchanges.json", "listId")]
    [Proves("code 1001")]
    [Proves("code 1013")]
    public async Task A_list_that_is_none_fails_the_call(string feed, string query)
    {
        await using var marketo = await MarketoHost.StartAsync();
        var token = await TokenAsync(marketo);

        (await PageAsync(marketo, feed, token, query + "&listId=99999999")).ShouldFail("1013");
        (await PageAsync(marketo, feed, token, query + "&listId=Customers")).ShouldFail("1001");
    }

    [Fact]
    [Proves("GET /rest/v1/activities.json", "activityTypeIds", "assetIds")]
    public async Task Assets_narrow_one_type_to_its_primary_ids()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var token = await TokenAsync(marketo);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await marketo.PostAsync($"{ListLeads}?id={id}", "");
        await marketo.PostAsync($"/rest/v1/lists/3380/leads.json?id={id}", "");

        var one = await PageAsync(marketo, "activities.json", token, $"activityTypeIds=24&leadIds={id}&assetIds=3380");
        var both = await PageAsync(marketo, "activities.json", token, $"activityTypeIds=24&leadIds={id}&assetIds=3380&assetIds=3379");

        one.Result().Select(row => row.Text("primaryAttributeValue")).Should().Equal("Customers");
        both.Result().Select(row => row.Text("primaryAttributeValue")).Should().Equal("Acquisition Suppression", "Customers");
    }

    [Fact]
    [Proves("GET /rest/v1/activities.json", "activityTypeIds")]
    public async Task Adding_to_a_list_and_removing_from_it_are_24_and_25()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var token = await TokenAsync(marketo);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await marketo.PostAsync($"{ListLeads}?id={id}", "");
        await marketo.SendAsync(HttpMethod.Delete, $"{ListLeads}?id={id}", "");

        var rows = (await PageAsync(marketo, "activities.json", token, $"activityTypeIds=24,25&leadIds={id}")).Result().ToArray();

        rows.Select(row => (row.GetProperty("activityTypeId").GetInt32(), row.GetProperty("primaryAttributeValueId").GetInt32())).Should().Equal((24, 3379), (25, 3379));
    }

    [Fact]
    [Proves("GET /rest/v1/activities.json", "activityTypeIds")]
    public async Task A_change_of_program_status_is_104_with_old_and_new_status()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var token = await TokenAsync(marketo);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        foreach (var status in new[] { "Invited", "Registered" })
        {
            await marketo.PostAsync($"/rest/v1/programs/{AssetExamples.Webinar}/members/status.json", $$"""{"statusName":"{{status}}","input":[{"leadId":{{id}} }]}""");
        }

        var rows = (await PageAsync(marketo, "activities.json", token, $"activityTypeIds=104&leadIds={id}")).Result().ToArray();

        rows.Select(row => (EngagementTests.Attribute(row, "New Status"), row.Text("primaryAttributeValue"))).Should().Equal(("Invited", "Spring Webinar"), ("Registered", "Spring Webinar"));
        EngagementTests.Attribute(rows[1], "Old Status").Should().Be("Invited");
    }

    [Fact]
    [Proves("GET /rest/v1/activities.json", "activityTypeIds")]
    public async Task A_merge_is_32_of_the_winner_with_the_losers_ids_and_their_rows_are_the_winners()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var token = await TokenAsync(marketo);
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");
        await marketo.PostAsync($"/rest/v1/leads/{ids[0]}/merge.json?leadId={ids[1]}", "");

        var rows = (await PageAsync(marketo, "activities.json", token, $"activityTypeIds=12,32&leadIds={ids[0]}")).Result().ToArray();

        rows.Select(row => row.GetProperty("activityTypeId").GetInt32()).Should().Equal(12, 12, 32);
        EngagementTests.Attribute(rows[2], "Merge IDs").Should().Be($"{ids[1]}");
    }

    [Fact]
    [Proves("GET /rest/v1/activities/leadchanges.json", "nextPageToken", "fields", "batchSize")]
    public async Task Lead_changes_come_in_pages_with_old_and_new_values()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","title":"CEO"}]}""")).Result().Single().Id();
        var token = await TokenAsync(marketo);
        foreach (var title in new[] { "\"CTO\"", "null", "\"CIO\"" })
        {
            await marketo.PostAsync(Leads, $$"""{"input":[{"email":"a@example.invalid","title":{{title}} }]}""");
        }

        var (changes, sizes, more) = (new List<(string?, string?)>(), new List<int>(), true);
        while (more)
        {
            var page = await PageAsync(marketo, "leadchanges.json", token, $"fields=title&batchSize=2&leadIds={id}");
            var rows = page.Result().ToList();
            (more, token) = (page.GetProperty("moreResult").GetBoolean(), page.Text("nextPageToken")!);
            sizes.Add(rows.Count);
            changes.AddRange(rows.Where(row => row.GetProperty("activityTypeId").GetInt32() == 13).Select(row => (row.GetProperty("fields")[0].Text("oldValue"), row.GetProperty("fields")[0].Text("newValue"))));
        }

        changes.Should().Equal(("CEO", "CTO"), ("CTO", null), (null, "CIO"));
        sizes.Should().OnlyContain(size => size <= 2);
    }

    [Fact]
    [Proves("GET /rest/v1/activities/deletedleads.json", "nextPageToken", "batchSize")]
    public async Task Deleted_leads_come_in_pages()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var token = await TokenAsync(marketo);
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid", "c@example.invalid");
        await marketo.PostAsync("/rest/v1/leads/delete.json?id=" + string.Join(',', ids), "");

        var (seen, more) = (new List<int>(), true);
        while (more)
        {
            var page = await PageAsync(marketo, "deletedleads.json", token, "batchSize=2");
            page.Result().Count().Should().BeLessThanOrEqualTo(2);
            seen.AddRange(page.Result().Select(LeadOf));
            (more, token) = (page.GetProperty("moreResult").GetBoolean(), page.Text("nextPageToken")!);
        }

        seen.Intersect(ids).Should().Equal(ids);
    }

    [Theory]
    [InlineData("sinceDatetime")]
    [InlineData("sinceDateTime")]
    [Proves("GET /rest/v1/activities/pagingtoken.json", "sinceDatetime")]
    public async Task Both_spellings_of_the_date_and_offsets_are_taken(string name)
    {
        await using var marketo = await MarketoHost.StartAsync();

        var token = (await marketo.GetAsync($"/rest/v1/activities/pagingtoken.json?{name}=2014-10-06T13:22:17-08:00")).Text("nextPageToken");

        token.Should().NotBeNullOrEmpty();
        (await PageAsync(marketo, "activities.json", token!, "activityTypeIds=999999")).GetProperty("success").GetBoolean().Should().BeTrue();
    }

    [Fact]
    [Proves("GET /rest/v1/activities.json", "nextPageToken", "activityTypeIds")]
    public async Task A_long_query_may_be_sent_as_a_form()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var token = await TokenAsync(marketo);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        var page = await marketo.SendAsync(HttpMethod.Post, "/rest/v1/activities.json?_method=GET", $"nextPageToken={Uri.EscapeDataString(token)}&activityTypeIds=12&leadIds={id}", "application/x-www-form-urlencoded");

        page.Result().Select(LeadOf).Should().Equal(id);
    }

    [Fact]
    [Proves("GET /rest/v1/activities.json", "activityTypeIds")]
    public async Task A_lead_that_is_asked_into_a_campaign_has_47_with_the_campaign()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var token = await TokenAsync(marketo);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await marketo.PostAsync($"/rest/v1/campaigns/{AssetExamples.Suppression}/trigger.json", $$"""{"input":{"leads":[{"id":{{id}} }]} }""");

        var rows = (await PageAsync(marketo, "activities.json", token, $"activityTypeIds=47,22&leadIds={id}")).Result().ToArray();

        rows.Select(row => row.GetProperty("activityTypeId").GetInt32()).Should().Equal(47, 22);
        rows[0].GetProperty("primaryAttributeValueId").GetInt32().Should().Be(AssetExamples.Suppression);
        rows[1].GetProperty("campaignId").GetInt32().Should().Be(AssetExamples.Suppression);
    }

    private static int LeadOf(JsonElement row) => row.GetProperty("leadId").GetInt32();

    private static int[] Types(JsonElement page) => [.. page.Result().Select(row => row.GetProperty("activityTypeId").GetInt32())];

    private static async Task<string> TokenAsync(MarketoHost marketo) =>
        (await marketo.GetAsync("/rest/v1/activities/pagingtoken.json?sinceDatetime=" + marketo.Since)).Text("nextPageToken")!;

    private static Task<JsonElement> PageAsync(MarketoHost marketo, string feed, string token, string query) =>
        marketo.GetAsync($"/rest/v1/{(feed == "activities.json" ? "" : "activities/")}{feed}?nextPageToken={Uri.EscapeDataString(token)}&{query}");
}
