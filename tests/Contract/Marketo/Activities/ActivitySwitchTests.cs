using System.Text.Json;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo.Activities;

/// <summary>The switches of the feeds, each setting.</summary>
[Source("Marketo REST API, Activities; Paging tokens")]
public sealed class ActivitySwitchTests
{
    [Theory]
    [InlineData(BadDate.InvalidDate, "704")]
    [InlineData(BadDate.InvalidValue, "1001")]
    [Proves("GET /rest/v1/activities/pagingtoken.json", "sinceDatetime")]
    [Proves("switch token.badDate")]
    [Proves("code 704")]
    [Proves("code 1001")]
    [Unverified]
    public async Task Switch_token_badDate(BadDate setting, string code)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { TokenBadDate = setting });

        (await marketo.GetAsync("/rest/v1/activities/pagingtoken.json?sinceDatetime=yesterday")).ShouldFail(code);
    }

    [Theory]
    [InlineData("unlimited", 1, true)]
    [InlineData("24h", 1, false)]
    [InlineData("48h", 1, true)]
    [Proves("GET /rest/v1/activities/pagingtoken.json", "sinceDatetime")]
    [Proves("GET /rest/v1/activities.json", "nextPageToken")]
    [Proves("switch token.life")]
    [Proves("code 1003")]
    [Unverified]
    [SimulatorOnly]
    public async Task Switch_token_life(string setting, int days, bool lives)
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { TokenLifetime = 10_000_000, Switches = MarketoHost.Options.Switches with { TokenLife = TokenLife.TryParse(setting)! } });
        var date = await TokenAsync(marketo);
        var place = (await PageAsync(marketo, "activities.json", date, "activityTypeIds=12")).Text("nextPageToken")!;

        marketo.Time.Advance(TimeSpan.FromDays(days) + TimeSpan.FromMinutes(1));

        foreach (var token in new[] { date, place })
        {
            var page = await PageAsync(marketo, "activities.json", token, "activityTypeIds=12");
            page.GetProperty("success").GetBoolean().Should().Be(lives);
            page.ToString().Contains("Invalid nextPageToken", StringComparison.Ordinal).Should().Be(!lives);
        }
    }

    [Theory]
    [InlineData(ListCap.FromSeptember2026, "2026-09-29T23:00:00Z", false)]
    [InlineData(ListCap.FromSeptember2026, "2026-09-30T00:00:00Z", true)]
    [InlineData(ListCap.FromDecember2026, "2026-12-29T23:00:00Z", false)]
    [InlineData(ListCap.FromDecember2026, "2026-12-30T00:00:00Z", true)]
    [InlineData(ListCap.On, "2026-03-02T12:00:00Z", true)]
    [InlineData(ListCap.Off, "2027-03-02T12:00:00Z", false)]
    [Proves("GET /rest/v1/activities.json", "listId")]
    [Proves("GET /rest/v1/activities/leadchanges.json", "listId")]
    [Proves("switch activities.listCap")]
    [Proves("code 1003")]
    [SimulatorOnly]
    public async Task Switch_activities_listCap(ListCap setting, string now, bool refused)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options with { Switches = MarketoHost.Options.Switches with { ActivitiesListCap = setting } }, now);
        var token = await TokenAsync(marketo);
        AddMembers(marketo, 9_999);
        (await PageAsync(marketo, "activities.json", token, $"activityTypeIds=12&listId={AssetExamples.List}")).Result().Should().HaveCount(300);

        AddMembers(marketo, 1);

        foreach (var (feed, query) in new[] { ("activities.json", "activityTypeIds=12"), ("leadchanges.json", "fields=email") })
        {
            var page = await PageAsync(marketo, feed, token, $"{query}&listId={AssetExamples.List}");
            if (refused)
            {
                page.ShouldFail("1003");
            }
            else
            {
                page.Result().Should().NotBeEmpty();
            }
        }
    }

    [Theory]
    [InlineData(EmptyPages.Off)]
    [InlineData(EmptyPages.On)]
    [InlineData(EmptyPages.WithoutResult)]
    [Proves("GET /rest/v1/activities.json", "nextPageToken", "batchSize")]
    [Proves("switch activities.emptyPages")]
    public async Task Switch_activities_emptyPages(EmptyPages setting)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { ActivitiesEmptyPages = setting });
        var token = await TokenAsync(marketo);
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid", "c@example.invalid");

        var (seen, empty, more) = (new List<int>(), 0, true);
        while (more)
        {
            var page = await PageAsync(marketo, "activities.json", token, $"activityTypeIds=12&batchSize=2&leadIds={string.Join(',', ids)}");
            var rows = page.TryGetProperty("result", out var result) ? result.EnumerateArray().ToList() : [];
            (more, token) = (page.GetProperty("moreResult").GetBoolean(), page.Text("nextPageToken")!);
            empty += rows.Count == 0 && more ? 1 : 0;
            seen.AddRange(rows.Select(row => row.GetProperty("leadId").GetInt32()));
            page.TryGetProperty("result", out _).Should().Be(rows.Count > 0 || setting != EmptyPages.WithoutResult);
        }

        seen.Should().Equal(ids);
        (setting == EmptyPages.Off || empty == 2).Should().BeTrue("{0} empty pages came", empty);
    }

    [Theory]
    [InlineData("off", new[] { 6, 11 }, new int[0])]
    [InlineData("6:120", new[] { 11 }, new[] { 6 })]
    [Proves("GET /rest/v1/activities.json", "nextPageToken")]
    [Proves("switch activities.lateness")]
    [SimulatorOnly]
    public async Task Switch_activities_lateness(string setting, int[] atOnce, int[] behind)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options with { Switches = MarketoHost.Options.Switches with { ActivitiesLateness = ActivityLateness.TryParse(setting)! } });
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        var token = await TokenAsync(marketo);
        marketo.Instance.SendEmail(id, AssetExamples.Email);
        marketo.Instance.ClickEmail(id, AssetExamples.Email, "https://www.example.invalid/", bot: false);

        marketo.Time.Advance(TimeSpan.FromSeconds(119));
        var first = await PageAsync(marketo, "activities.json", token, "activityTypeIds=6,11");
        marketo.Time.Advance(TimeSpan.FromSeconds(1));
        var onward = await PageAsync(marketo, "activities.json", first.Text("nextPageToken")!, "activityTypeIds=6,11");
        var overlap = await PageAsync(marketo, "activities.json", token, "activityTypeIds=6,11");

        Types(first).Should().Equal(atOnce);
        Types(onward).Should().BeEmpty("a late row is behind the place that was passed");
        Types(overlap).Should().Equal(6, 11);
        Types(overlap).Except(Types(first)).Should().Equal(behind);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    [Proves("GET /rest/v1/activities/leadchanges.json", "nextPageToken", "fields")]
    [Proves("switch leadchanges.scoreAsDataValue")]
    [Unverified]
    [SimulatorOnly]
    public async Task Switch_leadchanges_scoreAsDataValue(bool setting, int rows)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { LeadChangesScoreAsDataValue = setting });
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        var token = await TokenAsync(marketo);
        marketo.Instance.UpdatePerson(id, [new("leadScore", 10)], "score");

        var changes = (await PageAsync(marketo, "leadchanges.json", token, "fields=leadScore")).Result().Where(row => row.GetProperty("activityTypeId").GetInt32() == 13).ToArray();

        changes.Should().HaveCount(rows);
        changes.Select(row => (row.GetProperty("fields")[0].Text("name"), row.GetProperty("fields")[0].Text("newValue"))).Should().Equal(Enumerable.Repeat<(string?, string?)>(("leadScore", "10"), rows));
    }

    private static int[] Types(JsonElement page) => [.. page.Result().Select(row => row.GetProperty("activityTypeId").GetInt32())];

    private static void AddMembers(MarketoHost marketo, int count)
    {
        for (var number = 0; number < count; number++)
        {
            marketo.Instance.AddToList(AssetExamples.List, marketo.Instance.CreatePerson([new("lastName", "Member")], "create"));
        }
    }

    private static async Task<string> TokenAsync(MarketoHost marketo) =>
        (await marketo.GetAsync("/rest/v1/activities/pagingtoken.json?sinceDatetime=" + marketo.Since)).Text("nextPageToken")!;

    private static Task<JsonElement> PageAsync(MarketoHost marketo, string feed, string token, string query) =>
        marketo.GetAsync($"/rest/v1/{(feed == "activities.json" ? "" : "activities/")}{feed}?nextPageToken={Uri.EscapeDataString(token)}&{query}");
}
