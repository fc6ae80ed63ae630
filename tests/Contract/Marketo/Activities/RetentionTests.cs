using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo.Activities;

[Source("Marketo, activity data retention policy")]
[SimulatorOnly("months pass")]
public sealed class RetentionTests
{
    [Theory]
    [InlineData("Change Data Value", 13, 90)]
    [InlineData("Change Score", 22, 90)]
    [InlineData("Add to List", 24, 90)]
    [InlineData("Visit Webpage", 1, 90)]
    [InlineData("Click Link", 3, 90)]
    [InlineData("Send Email", 6, 90)]
    [InlineData("Email Delivered", 7, 90)]
    [InlineData("Request Campaign", 47, 90)]
    [InlineData("Open Email", 10, 762)]
    [InlineData("Interesting Moment", 46, 762)]
    [Proves("GET /rest/v1/activities.json", "nextPageToken", "activityTypeIds")]
    public async Task Types_that_come_in_masses_are_kept_90_days_and_the_others_25_months(string name, int type, int days)
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { TokenLifetime = 100_000_000 });
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        marketo.Instance.LogActivity(id, name, 5, "Asset", []);

        marketo.Time.Advance(TimeSpan.FromDays(days));
        (await marketo.FeedAsync($"{type}")).Should().ContainSingle();
        marketo.Time.Advance(TimeSpan.FromDays(2));
        (await marketo.FeedAsync($"{type}")).Should().BeEmpty();
    }

    [Fact]
    [Proves("GET /rest/v1/activities/leadchanges.json", "nextPageToken", "fields")]
    public async Task Lead_changes_are_kept_90_days_and_new_leads_longer()
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { TokenLifetime = 100_000_000 });
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        marketo.Instance.UpdatePerson(id, [new("title", "CTO")], "edit");
        marketo.Time.Advance(TimeSpan.FromDays(91));
        var token = (await marketo.GetAsync("/rest/v1/activities/pagingtoken.json?sinceDatetime=" + marketo.Since)).Text("nextPageToken")!;

        var rows = (await marketo.GetAsync($"/rest/v1/activities/leadchanges.json?fields=title&nextPageToken={Uri.EscapeDataString(token)}")).Result();

        rows.Select(row => row.GetProperty("activityTypeId").GetInt32()).Should().Equal(12);
    }
}
