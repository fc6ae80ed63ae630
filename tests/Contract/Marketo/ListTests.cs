using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Lists; Static lists")]
public sealed class ListTests
{
    private const string Members = "/rest/v1/lists/3379/leads.json";

    [Fact]
    [Proves("GET /rest/v1/lists.json", "id", "name", "programName", "workspaceName", "batchSize", "nextPageToken")]
    [Proves("GET /rest/v1/lists/{listId}.json")]
    [Proves("code 1013")]
    public async Task Lists_are_browsed_by_filter_and_found_by_id()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await IdsAsync(marketo, "/rest/v1/lists.json")).Should().Equal(9, 3379, 3380);
        (await IdsAsync(marketo, "/rest/v1/lists.json?id=9,3380")).Should().Equal(9, 3380);
        (await IdsAsync(marketo, "/rest/v1/lists.json?name=Customers,Suppressed")).Should().Equal(9, 3380);
        (await IdsAsync(marketo, "/rest/v1/lists.json?programName=Spring%20Webinar")).Should().Equal(3380);
        (await IdsAsync(marketo, "/rest/v1/lists.json?workspaceName=Europe")).Should().BeEmpty();
        var page = await marketo.GetAsync("/rest/v1/lists.json?batchSize=2");
        (await IdsAsync(marketo, $"/rest/v1/lists.json?nextPageToken={Uri.EscapeDataString(page.Text("nextPageToken")!)}")).Should().Equal(3380);
        (await marketo.GetAsync("/rest/v1/lists/3380.json")).Result().Single().ToString().Should().Be(
            """{"id":3380,"name":"Customers","programName":"Spring Webinar","workspaceName":"Default","createdAt":"2026-03-02T12:00:00Z","updatedAt":"2026-03-02T12:00:00Z"}""");
        (await marketo.GetAsync("/rest/v1/lists/1.json")).ShouldFail("1013");
    }

    [Theory]
    [InlineData("?id={0}&id={1}", "")]
    [InlineData("?id={0},{1}", "")]
    [InlineData("", """{{"input":[{{"id":{0}}},{{"id":{1}}}]}}""")]
    [Proves("POST /rest/v1/lists/{listId}/leads.json", "id", "input", "input.id")]
    [Proves("DELETE /rest/v1/lists/{listId}/leads.json", "id", "input", "input.id")]
    public async Task All_three_forms_of_ids_add_and_remove(string query, string body)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");
        var path = Members + string.Format(null, query, ids[0], ids[1]);
        var json = body.Length == 0 ? "" : string.Format(null, body, ids[0], ids[1]);

        var added = await marketo.PostAsync(path, json);
        (await IdsAsync(marketo, Members)).Should().Equal(ids);
        var removed = await marketo.SendAsync(HttpMethod.Delete, path, json);

        added.Result().Select(record => record.ToString()).Should().Equal(ids.Select(id => $$"""{"id":{{id}},"status":"added"}"""));
        removed.Result().Select(record => record.Text("status")).Should().Equal("removed", "removed");
        (await IdsAsync(marketo, Members)).Should().BeEmpty();
        var rows = await marketo.FeedAsync("24,25", ids);
        rows.Select(row => row.GetProperty("activityTypeId").GetInt32()).Should().Equal(24, 24, 25, 25);
        rows.Should().OnlyContain(row => row.GetProperty("primaryAttributeValueId").GetInt32() == 3379 && row.Text("primaryAttributeValue") == "Acquisition Suppression");
    }

    [Fact]
    [Proves("POST /rest/v1/lists/{listId}/leads.json", "input", "input.id", "id")]
    [Proves("code 1001")]
    [Proves("code 1002")]
    [Proves("code 1003")]
    [Proves("code 1004")]
    [Proves("code 1013")]
    public async Task An_unknown_person_is_skipped_alone_and_an_unknown_list_fails_the_call()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        var results = (await marketo.PostAsync(Members, $$"""{"input":[{"id":5},{"id":{{id}}}]}""")).Result().ToArray();

        results[0].ToString().Should().Be("""{"id":5,"status":"skipped","reasons":[{"code":"1004","message":"Lead not found"}]}""");
        results[1].Text("status").Should().Be("added");
        (await marketo.PostAsync($"/rest/v1/lists/1/leads.json?id={id}", "")).ShouldFail("1013");
        (await marketo.PostAsync(Members, "")).ShouldFail("1002");
        (await marketo.PostAsync(Members + "?id=x", "")).ShouldFail("1001");
        (await marketo.PostAsync(Members, $$"""{"input":[{{string.Join(',', Enumerable.Repeat($$"""{"id":{{id}}}""", 301))}}]}""")).ShouldFail("1003");
    }

    [Fact]
    [Proves("DELETE /rest/v1/lists/{listId}/leads.json", "id")]
    [Proves("code 612")]
    public async Task DELETE_wants_the_JSON_content_type()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        using var response = await marketo.Http.DeleteAsync(Members + "?id=1", TestContext.Current.CancellationToken);

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("\"612\"");
    }

    [Theory]
    [InlineData(ListAddTwice.Added, "added")]
    [InlineData(ListAddTwice.Skipped, "skipped")]
    [Proves("POST /rest/v1/lists/{listId}/leads.json", "id")]
    [Proves("switch list.addTwice")]
    [Unverified]
    public async Task Adding_twice_follows_its_switch(ListAddTwice setting, string status)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options with { Switches = MarketoHost.Options.Switches with { ListAddTwice = setting } });
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await marketo.PostAsync($"{Members}?id={id}", "");

        (await marketo.PostAsync($"{Members}?id={id}", "")).Result().Single().Text("status").Should().Be(status);

        (await marketo.FeedAsync("24", id)).Should().ContainSingle();
    }

    [Theory]
    [InlineData(ListRemoveAbsent.Skip1015, "skipped")]
    [InlineData(ListRemoveAbsent.Removed, "removed")]
    [Proves("DELETE /rest/v1/lists/{listId}/leads.json", "id")]
    [Proves("switch list.removeAbsent")]
    [Proves("code 1015")]
    [Unverified]
    public async Task Removing_who_is_not_on_it_follows_its_switch(ListRemoveAbsent setting, string status)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options with { Switches = MarketoHost.Options.Switches with { ListRemoveAbsent = setting } });
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        var record = (await marketo.SendAsync(HttpMethod.Delete, $"{Members}?id={id}", "")).Result().Single();

        record.Text("status").Should().Be(status);
        record.ToString().Contains("1015").Should().Be(setting == ListRemoveAbsent.Skip1015);
    }

    [Fact]
    [Proves("GET /rest/v1/lists/{listId}/leads/ismember.json", "id", "input", "input.id")]
    public async Task Ismember_tells_members_others_and_unknown_people_apart()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");
        await marketo.PostAsync($"{Members}?id={ids[0]}", "");

        var answer = await marketo.GetAsync($"/rest/v1/lists/3379/leads/ismember.json?id={ids[0]},{ids[1]}&id=5");

        var byBody = await marketo.SendAsync(HttpMethod.Get, "/rest/v1/lists/3379/leads/ismember.json", $$"""{"input":[{"id":{{ids[0]}}},{"id":{{ids[1]}}},{"id":5}]}""");

        answer.Result().Select(record => record.Text("status")).Should().Equal("memberof", "notmemberof", "skipped");
        byBody.Result().Select(record => record.Text("status")).Should().Equal("memberof", "notmemberof", "skipped");
    }

    [Theory]
    [InlineData("lists")]
    [InlineData("list")]
    [Proves("POST /rest/v1/lists/{listId}/leads.json", "id")]
    [Proves("GET /rest/v1/lists/{listId}/leads.json", "fields", "batchSize", "nextPageToken")]
    [Proves("GET /rest/v1/list/{listId}/leads.json", "fields", "batchSize", "nextPageToken")]
    public async Task Members_are_paged_with_a_token_and_no_moreResult(string path)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid", "c@example.invalid");
        await marketo.PostAsync($"{Members}?id={string.Join(',', ids)}", "");

        var first = await marketo.GetAsync($"/rest/v1/{path}/3379/leads.json?batchSize=2&fields=email");
        var second = await marketo.GetAsync($"/rest/v1/{path}/3379/leads.json?batchSize=2&nextPageToken={Uri.EscapeDataString(first.Text("nextPageToken")!)}");

        first.Result().Select(person => person.Text("email")).Should().Equal("a@example.invalid", "b@example.invalid");
        first.TryGetProperty("moreResult", out _).Should().BeFalse();
        second.Result().Select(person => person.Id()).Should().Equal(ids[2]);
        second.TryGetProperty("nextPageToken", out _).Should().BeFalse();
    }

    [Fact]
    public async Task The_asset_twins_show_lists_and_warn_when_there_is_none()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        var all = await marketo.GetAsync("/rest/asset/v1/staticLists.json?maxReturn=2&offset=1");
        var named = await marketo.GetAsync("/rest/asset/v1/staticList/byName.json?name=Customers");
        var none = await marketo.GetAsync("/rest/asset/v1/staticList/7.json");

        all.Result().Select(list => list.Id()).Should().Equal(3379, 3380);
        named.Result().Single().Text("createdAt").Should().Be("2026-03-02T12:00:00Z+0000");
        (await marketo.GetAsync("/rest/asset/v1/staticList/3379.json")).Result().Single().Text("name").Should().Be("Acquisition Suppression");
        none.GetProperty("success").GetBoolean().Should().BeTrue();
        none.TryGetProperty("result", out _).Should().BeFalse();
        none.GetProperty("warnings").ToString().Should().Be("""["No assets found for the given search criteria."]""");
    }

    private static async Task<int[]> IdsAsync(MarketoHost marketo, string path) => [.. (await marketo.GetAsync(path)).Result().Select(list => list.Id())];
}
