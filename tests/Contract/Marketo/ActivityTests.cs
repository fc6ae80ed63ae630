using System.Text.Json;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Activities; Paging tokens")]
public sealed class ActivityTests
{
    private const string Leads = "/rest/v1/leads.json";

    [Fact]
    [Proves("GET /rest/v1/activities/types.json")]
    public async Task Types_have_ids_names_and_attributes()
    {
        await using var marketo = await MarketoHost.StartAsync();

        var types = (await marketo.GetAsync("/rest/v1/activities/types.json")).Result().ToDictionary(type => type.Text("name")!);

        types["Change Data Value"].ToString().Should().Be("""
            {"id":13,"name":"Change Data Value","primaryAttribute":{"name":"Attribute Name","dataType":"integer"},"attributes":[{"name":"New Value","dataType":"string"},{"name":"Old Value","dataType":"string"},{"name":"Reason","dataType":"string"},{"name":"Source","dataType":"string"}]}
            """);
        types.Values.Select(type => type.Id()).Should().Contain([1, 2, 10, 11, 12, 22, 24, 32, 37, 46, 104]).And.OnlyHaveUniqueItems();
    }

    [Fact]
    [Proves("GET /rest/v1/activities.json", "nextPageToken", "activityTypeIds")]
    public async Task A_change_by_REST_is_one_row_of_type_13_per_field_with_its_source()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        var token = await TokenAsync(marketo);
        await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","firstName":"Ann","leadScore":5}]}""");

        var rows = (await ActivitiesAsync(marketo, token, $"13&leadIds={id}")).Result().ToArray();

        rows.Should().HaveCount(2);
        rows[0].ToString().Should().MatchRegex($$"""
            ^\{"id":\d+,"marketoGUID":"\d+","leadId":{{id}},"activityDate":"[^"]+Z","activityTypeId":13,"primaryAttributeValueId":\d+,"primaryAttributeValue":"First Name","attributes":\[\{"name":"New Value","value":"Ann"},\{"name":"Reason","value":"Web service API"},\{"name":"Source","value":"Web service API"}]}$
            """);
        rows[1].GetProperty("attributes")[0].Text("value").Should().Be("5");
    }

    [Fact]
    [Proves("GET /rest/v1/activities.json", "nextPageToken", "activityTypeIds")]
    public async Task New_and_deleted_people_are_rows_12_and_37()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var token = await TokenAsync(marketo);
        var id = (await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","firstName":"Ann","lastName":"Lee"}]}""")).Result().Single().Id();
        await marketo.PostAsync($"/rest/v1/leads/delete.json?id={id}", "");

        var rows = (await ActivitiesAsync(marketo, token, "12,37")).Result().Where(row => row.GetProperty("leadId").GetInt32() == id).ToArray();

        rows.Select(row => row.GetProperty("activityTypeId").GetInt32()).Should().Equal(12, 37);
        rows.Should().OnlyContain(row => row.Text("primaryAttributeValue") == "Ann Lee" && row.GetProperty("primaryAttributeValueId").GetInt32() == id);
        rows[0].GetProperty("attributes").ToString().Should().MatchRegex("""^\[\{"name":"Created Date","value":"\d{4}-\d\d-\d\d"},\{"name":"Source Type","value":"Web service API"}]$""");
        rows[1].GetProperty("attributes").GetArrayLength().Should().Be(0);
    }

    [Fact]
    [Proves("GET /rest/v1/activities.json", "nextPageToken", "activityTypeIds")]
    public async Task The_last_page_names_a_token_that_gives_only_what_is_new()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var token = await TokenAsync(marketo);
        await marketo.CreateAsync("a@example.invalid");
        var first = await ActivitiesAsync(marketo, token, "12");
        var next = first.Text("nextPageToken")!;

        var idle = await ActivitiesAsync(marketo, next, "12");
        var later = (await marketo.CreateAsync("b@example.invalid"))[0];
        var second = await ActivitiesAsync(marketo, next, "12");

        first.GetProperty("moreResult").GetBoolean().Should().BeFalse();
        idle.Result().Should().BeEmpty();
        idle.Text("nextPageToken").Should().Be(next);
        next.Should().MatchRegex("^[A-Z2-7]+=+$");
        second.Result().Should().ContainSingle().Which.GetProperty("leadId").GetInt32().Should().Be(later);
    }

    [Fact]
    [Proves("GET /rest/v1/activities.json", "nextPageToken", "activityTypeIds", "batchSize")]
    public async Task Rows_of_one_second_across_a_page_border_come_once_each()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var token = await TokenAsync(marketo);
        await marketo.CreateAsync([.. Enumerable.Range(0, 25).Select(number => $"p{number}@example.invalid")]);

        var seen = new List<string>();
        var more = true;
        while (more)
        {
            var page = await marketo.GetAsync($"/rest/v1/activities.json?activityTypeIds=12&batchSize=10&nextPageToken={Uri.EscapeDataString(token)}");
            seen.AddRange(page.Result().Select(row => row.Text("marketoGUID")!));
            token = page.Text("nextPageToken")!;
            more = page.GetProperty("moreResult").GetBoolean();
        }

        seen.Should().HaveCount(25).And.OnlyHaveUniqueItems();
    }

    [Fact]
    [Proves("GET /rest/v1/activities.json", "nextPageToken", "activityTypeIds")]
    [SimulatorOnly]
    public async Task A_page_may_be_empty_while_more_follows()
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { ActivityScanLimit = 10 });
        var token = await TokenAsync(marketo);
        await marketo.CreateAsync([.. Enumerable.Range(0, 25).Select(number => $"p{number}@example.invalid")]);
        await marketo.PostAsync("/rest/v1/leads/delete.json?id=1001", "");

        var first = await ActivitiesAsync(marketo, token, "37");
        var second = await ActivitiesAsync(marketo, first.Text("nextPageToken")!, "37");
        var third = await ActivitiesAsync(marketo, second.Text("nextPageToken")!, "37");

        first.Result().Should().BeEmpty();
        first.GetProperty("moreResult").GetBoolean().Should().BeTrue();
        second.GetProperty("moreResult").GetBoolean().Should().BeTrue();
        third.Result().Should().ContainSingle();
        third.GetProperty("moreResult").GetBoolean().Should().BeFalse();
    }

    [Fact]
    [Proves("GET /rest/v1/activities/pagingtoken.json", "sinceDatetime")]
    [Proves("GET /rest/v1/activities.json", "nextPageToken", "activityTypeIds")]
    [SimulatorOnly]
    public async Task A_date_token_starts_at_its_second_and_may_lie_in_the_future()
    {
        await using var marketo = await MarketoHost.StartAsync();
        await marketo.CreateAsync("a@example.invalid");
        marketo.Time.Advance(TimeSpan.FromSeconds(10.7));
        await marketo.CreateAsync("b@example.invalid");
        var exact = await TokenAsync(marketo, "2026-03-02T12:00:10Z");
        var after = await TokenAsync(marketo, "2026-03-02T13:00:11%2B01:00");
        var future = await TokenAsync(marketo, "2026-03-02T13:00:00Z");

        (await ActivitiesAsync(marketo, exact, "12")).Result().Should().ContainSingle();
        (await ActivitiesAsync(marketo, after, "12")).Result().Should().BeEmpty();
        var waiting = (await ActivitiesAsync(marketo, future, "12")).Text("nextPageToken")!;
        marketo.Time.Advance(TimeSpan.FromMinutes(10));
        await marketo.CreateAsync("c@example.invalid");
        (await ActivitiesAsync(marketo, waiting, "12")).Result().Should().BeEmpty();
    }

    [Theory]
    [InlineData("pagingtoken.json", "1002")]
    [InlineData("pagingtoken.json?sinceDatetime=yesterday", "704")]
    [InlineData("leadchanges.json?fields=email", "1002")]
    [InlineData("leadchanges.json?nextPageToken=TOKEN", "1002")]
    [InlineData("leadchanges.json?nextPageToken=TOKEN&fields=nonsense", "1006")]
    [InlineData("leadchanges.json?nextPageToken=GARBLED&fields=email", "1003")]
    [InlineData("deletedleads.json?nextPageToken=TOKEN&batchSize=0", "1001")]
    [InlineData("deletedleads.json?nextPageToken=TOKEN&leadIds=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31", "1003")]
    [Proves("GET /rest/v1/activities/pagingtoken.json", "sinceDatetime")]
    [Proves("GET /rest/v1/activities/leadchanges.json", "fields", "nextPageToken")]
    [Proves("GET /rest/v1/activities/deletedleads.json", "nextPageToken", "batchSize")]
    [Proves("switch token.badDate")]
    [Proves("code 1001")]
    [Proves("code 1002")]
    [Proves("code 1003")]
    [Proves("code 1006")]
    [Proves("code 704")]
    public async Task A_bad_question_fails_the_call(string path, string code)
    {
        await using var marketo = await MarketoHost.StartAsync();
        var token = Uri.EscapeDataString(await TokenAsync(marketo));

        (await marketo.GetAsync("/rest/v1/activities/" + path.Replace("TOKEN", token, StringComparison.Ordinal))).ShouldFail(code);
    }

    [Theory]
    [InlineData("", "1002")]
    [InlineData("&activityTypeIds=1,2,3,6,7,8,9,10,11,12,13", "1003")]
    [InlineData("&activityTypeIds=Open", "1001")]
    [InlineData("&activityTypeIds=1,2&assetIds=5", "1003")]
    [Proves("GET /rest/v1/activities.json", "nextPageToken", "activityTypeIds", "assetIds")]
    [Proves("code 1001")]
    [Proves("code 1002")]
    [Proves("code 1003")]
    public async Task Activity_types_are_one_to_ten_numbers(string query, string code)
    {
        await using var marketo = await MarketoHost.StartAsync();
        var token = Uri.EscapeDataString(await TokenAsync(marketo));

        (await marketo.GetAsync($"/rest/v1/activities.json?nextPageToken={token}{query}")).ShouldFail(code);
    }

    [Fact]
    [Proves("GET /rest/v1/activities.json", "nextPageToken", "activityTypeIds", "leadIds", "listId", "assetIds")]
    [Proves("code 1013")]
    [SimulatorOnly]
    public async Task Types_may_be_repeated_parameters_and_leads_and_assets_narrow_the_feed()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var token = Uri.EscapeDataString(await TokenAsync(marketo));
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");
        marketo.Instance.LogActivity(ids[0], "Open Email", 7, "Spring", [new("Device", "Phone")]);
        marketo.Instance.LogActivity(ids[1], "Open Email", 8, "Summer", []);
        marketo.Instance.LogActivity(ids[1], "Click Email", 8, "Summer", [new("Link", "https://example.invalid/")]);

        var all = await marketo.GetAsync($"/rest/v1/activities.json?nextPageToken={token}&activityTypeIds=10&activityTypeIds=11");
        var one = await marketo.GetAsync($"/rest/v1/activities.json?nextPageToken={token}&activityTypeIds=10,11&leadIds={ids[0]}");
        marketo.Instance.RunCampaign(AssetExamples.Suppression, [ids[1]]);
        var listed = await marketo.SendAsync(HttpMethod.Post, "/rest/v1/activities.json?_method=GET", $"nextPageToken={token}&activityTypeIds=10,11&listId=9", "application/x-www-form-urlencoded");
        var asset = await marketo.GetAsync($"/rest/v1/activities.json?nextPageToken={token}&activityTypeIds=10&assetIds=8");

        all.Result().Should().HaveCount(3);
        listed.Result().Select(row => row.GetProperty("leadId").GetInt32()).Should().Equal(ids[1], ids[1]);
        (await marketo.GetAsync($"/rest/v1/activities.json?nextPageToken={token}&activityTypeIds=10&listId=8")).ShouldFail("1013");
        one.Result().Should().ContainSingle().Which.GetProperty("attributes").ToString().Should().Be("""[{"name":"Device","value":"Phone"}]""");
        asset.Result().Should().ContainSingle().Which.Text("primaryAttributeValue").Should().Be("Summer");
    }

    [Fact]
    [Proves("GET /rest/v1/activities/leadchanges.json", "nextPageToken", "fields", "leadIds")]
    public async Task A_write_of_a_client_shows_in_the_lead_changes_of_named_fields_with_its_source()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        var token = await TokenAsync(marketo);
        await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","leadScore":5,"title":"CTO"}]}""");

        var changes = (await ChangesAsync(marketo, token, $"leadScore&leadIds={id}")).Result().Where(row => row.GetProperty("activityTypeId").GetInt32() == 13).ToArray();

        var change = changes.Should().ContainSingle().Subject;
        change.GetProperty("fields").EnumerateArray().Select(field => (field.Text("name"), field.Text("newValue"))).Should().Equal(("leadScore", "5"));
        EngagementTests.Attribute(change, "Source").Should().Be("Web service API");
    }

    [Fact]
    [Proves("GET /rest/v1/activities/leadchanges.json", "nextPageToken", "fields")]
    [SimulatorOnly]
    public async Task Lead_changes_hold_named_fields_only()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        marketo.Time.Advance(TimeSpan.FromSeconds(5));
        var token = await TokenAsync(marketo, "2026-03-02T12:00:05Z");
        marketo.Instance.UpdatePerson(id, [new("lifecycleStage", "MQL"), new("title", "CTO")], "edit");

        var changes = await ChangesAsync(marketo, token, "lifecycleStage,leadScore");

        changes.Result().Should().ContainSingle().Which.ToString().Should().Be($$"""
            {"id":100002,"marketoGUID":"100002","leadId":{{id}},"activityDate":"2026-03-02T12:00:05Z","activityTypeId":13,"fields":[{"id":{{FieldId(marketo, "lifecycleStage")}},"name":"lifecycleStage","newValue":"MQL","oldValue":null}],"attributes":[{"name":"Reason","value":"edit"},{"name":"Source","value":"Marketo"},{"name":"Lead ID","value":{{id}}}]}
            """);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    [Proves("GET /rest/v1/activities/leadchanges.json", "nextPageToken", "fields")]
    [Proves("switch leadchanges.newLeadAlways")]
    [Unverified]
    public async Task Switch_leadchanges_newLeadAlways(bool always, int rows)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { LeadChangesNewLeadAlways = always });
        var token = await TokenAsync(marketo);
        await marketo.CreateAsync("a@example.invalid");

        var changes = (await ChangesAsync(marketo, token, "leadScore")).Result().ToArray();

        changes.Select(row => row.GetProperty("activityTypeId").GetInt32()).Should().Equal(Enumerable.Repeat(12, rows));
        changes.Select(row => row.TryGetProperty("fields", out _)).Should().NotContain(true);
    }

    [Fact]
    [Proves("GET /rest/v1/activities.json", "nextPageToken", "activityTypeIds")]
    [Proves("GET /rest/v1/activities/leadchanges.json", "nextPageToken", "fields")]
    [Proves("switch leadchanges.scoreAsDataValue")]
    [SimulatorOnly]
    public async Task A_score_step_is_22_and_no_lead_change_and_a_written_score_is_13()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        marketo.Time.Advance(TimeSpan.FromSeconds(5));
        var token = await TokenAsync(marketo, "2026-03-02T12:00:05Z");

        marketo.Instance.UpdatePerson(id, [new("leadScore", 10)], "score");
        marketo.Instance.UpdatePerson(id, [new("leadScore", 8)], "edit");

        var steps = (await ActivitiesAsync(marketo, token, "22")).Result().ToArray();
        steps.Should().ContainSingle().Which.GetProperty("attributes").ToString().Should()
            .Be("""[{"name":"Change Value","value":"+10"},{"name":"New Value","value":"10"},{"name":"Reason","value":"score"},{"name":"Score Name","value":"Person Score"}]""");
        (await ChangesAsync(marketo, token, "leadScore")).Result().Should().ContainSingle().Which.GetProperty("fields")[0].Text("newValue").Should().Be("8");
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    [Proves("GET /rest/v1/activities/deletedleads.json", "nextPageToken")]
    [Proves("switch deleted.includeMergeLosers")]
    [Unverified]
    public async Task Switch_deleted_includeMergeLosers(bool included, int rows)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { DeletedIncludeMergeLosers = included });
        var token = Uri.EscapeDataString(await TokenAsync(marketo));
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid", "c@example.invalid");
        await marketo.PostAsync($"/rest/v1/leads/{ids[0]}/merge.json?leadId={ids[1]}", "");
        await marketo.PostAsync($"/rest/v1/leads/delete.json?id={ids[2]}", "");

        var deleted = (await marketo.GetAsync("/rest/v1/activities/deletedleads.json?nextPageToken=" + token)).Result()
            .Select(row => row.GetProperty("leadId").GetInt32()).Intersect(ids).ToArray();

        deleted.Should().HaveCount(rows).And.Contain(ids[2]).And.NotContain(ids[0]);
    }

    [Fact]
    [Proves("GET /rest/v1/activities/deletedleads.json", "nextPageToken")]
    [SimulatorOnly]
    public async Task Deletions_older_than_14_days_are_pruned()
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { TokenLifetime = 10_000_000 });
        var token = Uri.EscapeDataString(await TokenAsync(marketo));
        var ids = await marketo.CreateAsync("a@example.invalid");
        marketo.Instance.DeletePerson(ids[0], "delete");

        marketo.Time.Advance(TimeSpan.FromDays(14));
        (await marketo.GetAsync("/rest/v1/activities/deletedleads.json?nextPageToken=" + token)).Result().Should().ContainSingle();
        marketo.Time.Advance(TimeSpan.FromSeconds(1));
        (await marketo.GetAsync("/rest/v1/activities/deletedleads.json?nextPageToken=" + token)).Result().Should().BeEmpty();
    }

    [Fact]
    [Proves("GET /rest/v1/activities.json", "nextPageToken", "activityTypeIds")]
    [Proves("code 1004")]
    [SimulatorOnly]
    public async Task A_merge_fills_the_winners_gaps_and_moves_activities_and_ends_the_loser()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var token = await TokenAsync(marketo);
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");
        marketo.Instance.UpdatePerson(ids[1], [new("title", "CTO")], "edit");
        marketo.Instance.LogActivity(ids[1], "Open Email", 7, "Spring", []);

        marketo.Instance.MergePeople(ids[0], ids[1], "merge").Should().BeTrue();

        var winner = marketo.Instance.FindPerson(ids[0])!;
        (winner.Get("email"), winner.Get("title")).Should().Be(("a@example.invalid", "CTO"));
        (await marketo.GetAsync($"/rest/v1/lead/{ids[1]}.json")).ShouldFail("1004");
        (await ActivitiesAsync(marketo, token, "10")).Result().Single().GetProperty("leadId").GetInt32().Should().Be(ids[0]);
        var merge = (await ActivitiesAsync(marketo, token, "32")).Result().Single();
        merge.GetProperty("leadId").GetInt32().Should().Be(ids[0]);
        merge.GetProperty("attributes").ToString().Should().Be($$"""[{"name":"Merge IDs","value":"{{ids[1]}}"},{"name":"Merge Fields","value":"title"}]""");
        marketo.Records.Commits.Should().Contain(commit => commit.Op == "merge" && commit.Actor == Kernel.Recording.Actor.Human);
    }

    [Fact]
    [Proves("GET /rest/v1/activities.json", "nextPageToken", "activityTypeIds")]
    [SimulatorOnly]
    public async Task An_interesting_moment_tells_its_description()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var token = await TokenAsync(marketo);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        marketo.Instance.AddInterestingMoment(id, "Milestone", "Asked for a demo");

        var row = (await ActivitiesAsync(marketo, token, "46")).Result().Single();

        row.Text("primaryAttributeValue").Should().Be("Milestone");
        row.GetProperty("attributes").EnumerateArray().Should().Contain(attribute => attribute.Text("name") == "Description" && attribute.Text("value") == "Asked for a demo");
        marketo.Records.Delivered[^1].Items.Should().Equal(new Kernel.Recording.DeliveredItem("Activity", row.Text("marketoGUID")!, row.GetProperty("id").GetInt64()));
    }

    private static async Task<string> TokenAsync(MarketoHost marketo, string? since = null)
    {
        var answer = await marketo.GetAsync("/rest/v1/activities/pagingtoken.json?sinceDatetime=" + (since ?? marketo.Since));
        answer.TryGetProperty("result", out _).Should().BeFalse();
        return answer.Text("nextPageToken")!;
    }

    private static Task<JsonElement> ActivitiesAsync(MarketoHost marketo, string token, string types) =>
        marketo.GetAsync($"/rest/v1/activities.json?nextPageToken={Uri.EscapeDataString(token)}&activityTypeIds={types}");

    private static Task<JsonElement> ChangesAsync(MarketoHost marketo, string token, string fields) =>
        marketo.GetAsync($"/rest/v1/activities/leadchanges.json?nextPageToken={Uri.EscapeDataString(token)}&fields={fields}");

    private static int FieldId(MarketoHost marketo, string name) => marketo.Instance.Schema.Find(name)!.Id;
}
