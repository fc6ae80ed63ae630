using SfMarketo.MarketoSim.Engagement;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo.Activities;

/// <summary>What becomes of e-mails that are sent, by the clock.</summary>
[Source("Adobe, activity types; shared/reference/practice.md section 5")]
[SimulatorOnly]
public sealed class MailingTests
{
    private static readonly MarketoSimOptions Options = AssetExamples.Options with { TokenLifetime = 100_000_000 };
    private static readonly MailingRates Certain = new() { HardBounces = 0, SoftBounces = 0, Opens = 1, Clicks = 1, Unsubscribes = 0, BotOpens = 0, BotClicks = 0 };

    [Fact]
    [Proves("GET /rest/v1/activities.json", "nextPageToken", "activityTypeIds")]
    public async Task A_send_to_a_list_is_logged_at_once_and_delivered_opened_and_clicked_later()
    {
        await using var marketo = await MarketoHost.StartAsync(Options);
        var ids = await ListAsync(marketo, 2);

        marketo.Instance.SendEmailToList(AssetExamples.List, AssetExamples.Email, Certain).Should().Be(2);
        var first = await marketo.FeedAsync("6,7,10,11", ids);
        marketo.Time.Advance(TimeSpan.FromDays(3));
        var later = await marketo.FeedAsync("6,7,10,11", ids);

        first.Select(row => row.GetProperty("activityTypeId").GetInt32()).Should().Equal(6, 6);
        foreach (var id in ids)
        {
            var own = later.Where(row => row.GetProperty("leadId").GetInt32() == id).ToArray();
            own.Select(row => row.GetProperty("activityTypeId").GetInt32()).Should().Equal(6, 7, 10, 11);
            own.Select(row => row.Text("activityDate")).Should().BeInAscendingOrder(StringComparer.Ordinal);
        }

        later.Select(row => row.Text("activityDate")).Should().BeInAscendingOrder(StringComparer.Ordinal, "each happens as of its own instant");
        marketo.Instance.NextDue.Should().BeNull();
    }

    [Theory]
    [InlineData(false, 8, "true")]
    [InlineData(true, 27, "false")]
    [Proves("GET /rest/v1/activities.json", "nextPageToken", "activityTypeIds")]
    public async Task A_hard_bounce_makes_the_address_invalid_and_a_soft_one_does_not(bool soft, int type, string invalid)
    {
        await using var marketo = await MarketoHost.StartAsync(Options);
        var ids = await ListAsync(marketo, 1);

        marketo.Instance.SendEmailToList(AssetExamples.List, AssetExamples.Email, Certain with { HardBounces = soft ? 0 : 1, SoftBounces = soft ? 1 : 0 });
        marketo.Time.Advance(TimeSpan.FromMinutes(5));

        (await marketo.FeedAsync("6,7,8,10,27", ids)).Select(row => row.GetProperty("activityTypeId").GetInt32()).Should().Equal(6, type);
        (await marketo.FieldAsync(ids[0], "emailInvalid"))!.ToLowerInvariant().Should().Be(invalid);
        (marketo.Instance.SendEmail(ids[0], AssetExamples.Email) is null).Should().Be(!soft);
        marketo.Instance.BounceEmail(ids[0], AssetExamples.Email, soft: true).Should().NotBeNull();
    }

    [Fact]
    [Proves("GET /rest/v1/activities.json", "nextPageToken", "activityTypeIds")]
    public async Task Machines_open_within_a_minute_and_are_told_by_their_flag()
    {
        await using var marketo = await MarketoHost.StartAsync(Options);
        var ids = await ListAsync(marketo, 1);

        marketo.Instance.SendEmailToList(AssetExamples.List, AssetExamples.Email, Certain with { Opens = 0, BotOpens = 1, BotClicks = 1 });
        marketo.Time.Advance(TimeSpan.FromMinutes(4));

        var rows = await marketo.FeedAsync("10,11", ids);
        rows.Select(row => row.GetProperty("activityTypeId").GetInt32()).Should().Equal(10, 11);
        rows.Should().OnlyContain(row => EngagementTests.Attribute(row, "Is Bot Activity") == "True");
    }

    private static async Task<int[]> ListAsync(MarketoHost marketo, int count)
    {
        var ids = await marketo.CreateAsync([.. Enumerable.Range(0, count).Select(number => $"p{number}@example.invalid")]);
        foreach (var id in ids)
        {
            marketo.Instance.AddToList(AssetExamples.List, id);
        }

        return ids;
    }
}
