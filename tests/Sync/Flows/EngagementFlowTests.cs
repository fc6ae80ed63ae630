using NodaTime;
using SfMarketo.Sync.Flows.Engagement;
using SfMarketo.Sync.State;

namespace SfMarketo.Tests.Sync.Flows;

public sealed class EngagementFlowTests
{
    private static readonly long Noon = Micros.From(new DateTimeOffset(2026, 3, 8, 12, 0, 0, TimeSpan.Zero));

    private static readonly EngagementSettings Settings = new()
    {
        Rules = [new("Fill Out Form", EngagementMode.All, "Filled out form"), new("Click Email", EngagementMode.FirstPerAssetAndDay, "Clicked e-mail"), new("Open Email", EngagementMode.DailyDigest, "Opened e-mail"), new("Visit Webpage", EngagementMode.Off, "Visited page")],
    };

    private readonly EngagementFlow flow = new(Settings);

    [Theory]
    [InlineData("Fill Out Form", null)]
    [InlineData("Visit Webpage", "Off")]
    [InlineData("Sent by pigeon", "Off")]
    public void A_type_without_a_rule_or_with_one_that_is_off_gives_nothing(string type, string? outcome) =>
        flow.Screen(Activity(type), Noon)?.ToString().Should().Be(outcome);

    [Fact]
    public void What_a_machine_did_gives_nothing() => flow.Screen(Activity("Click Email") with { IsBot = true }, Noon).Should().Be(EngagementOutcome.Bot);

    [Fact]
    public void What_lies_before_go_live_gives_nothing_and_its_very_second_counts()
    {
        flow.Screen(Activity("Click Email"), Noon + 900_000).Should().BeNull();
        flow.Screen(Activity("Click Email"), Noon + 1_000_000).Should().Be(EngagementOutcome.BeforeGoLive);
    }

    [Fact]
    public void A_task_has_the_activitys_key_words_and_instant()
    {
        var task = flow.Decide(Activity("Click Email") with { Link = "https://www.example.com/x", Campaign = "Cast", Program = "Spring" }, DateTimeZone.Utc, Empty).Task!;

        task["MarketoGuid__c"].AsText().Should().Be("g1");
        task["Subject"].AsText().Should().Be("Clicked e-mail: Spring Launch");
        task["Description"].AsText().Should().Be("Link: https://www.example.com/x\nProgram: Spring\nCampaign: Cast\nTime: 2026-03-08T12:00:00Z");
        task.TryGet("WhatId", out _).Should().BeFalse();
        task.TryGet("Type", out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("America/Los_Angeles", "2026-03-08T07:59:59Z", "2026-03-07")]
    [InlineData("America/Los_Angeles", "2026-03-08T08:00:00Z", "2026-03-08")]
    [InlineData("America/Los_Angeles", "2026-03-09T06:59:59Z", "2026-03-08")]
    [InlineData("America/Los_Angeles", "2026-03-09T07:00:00Z", "2026-03-09")]
    [InlineData("Asia/Tokyo", "2026-03-08T15:00:00Z", "2026-03-09")]
    public void The_day_is_the_owners_on_the_day_of_the_clock_change_too(string zone, string at, string day)
    {
        var instant = Micros.From(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

        flow.Decide(Activity("Fill Out Form") with { At = instant }, OwnerDay.ZoneOf(zone), Empty).Day.Should().Be(day);
    }

    [Fact]
    public void A_day_of_23_hours_ends_after_23_hours()
    {
        var zone = OwnerDay.ZoneOf("America/Los_Angeles");

        (OwnerDay.EndOf("2026-03-08", zone) - OwnerDay.EndOf("2026-03-07", zone)).Should().Be(Micros.Of(TimeSpan.FromHours(23)));
    }

    [Fact]
    public void A_second_click_on_the_asset_gives_nothing() =>
        flow.Decide(Activity("Click Email"), DateTimeZone.Utc, _ => new PersonDay(1, false, HasAsset: true)).Outcome.Should().Be(EngagementOutcome.NotFirst);

    [Fact]
    public void A_full_day_takes_no_more_but_counts_on_in_its_digest()
    {
        flow.Decide(Activity("Fill Out Form"), DateTimeZone.Utc, _ => new PersonDay(10, false, false)).Outcome.Should().Be(EngagementOutcome.OverCap);
        flow.Decide(Activity("Open Email"), DateTimeZone.Utc, _ => new PersonDay(10, HasDigest: false, false)).Outcome.Should().Be(EngagementOutcome.OverCap);
        flow.Decide(Activity("Open Email"), DateTimeZone.Utc, _ => new PersonDay(10, HasDigest: true, false)).Outcome.Should().Be(EngagementOutcome.Digest);
    }

    [Fact]
    public void A_subject_is_cut_to_what_Salesforce_takes_and_not_within_a_character()
    {
        var words = "Clicked e-mail: ";
        var asset = new string('a', 254 - words.Length) + "\U0001F600" + "tail";

        flow.Decide(Activity("Click Email") with { Asset = asset }, DateTimeZone.Utc, Empty).Task!["Subject"].AsText().Should().HaveLength(254);
    }

    [Fact]
    public void An_activity_survives_the_state_file()
    {
        var activity = Activity("Click Email") with { Campaign = "Cast", Program = "Spring", Link = "x", IsBot = true };

        EngagementActivity.From(Payload.FromBytes(Payload.ToBytes(activity.ToFields()))).Should().Be(activity);
        EngagementActivity.From(Payload.FromBytes(Payload.ToBytes((activity with { Asset = null, AssetId = null, Campaign = null, Link = null }).ToFields()))).Asset.Should().BeNull();
    }

    private static PersonDay Empty(string day) => default;

    private static EngagementActivity Activity(string type) => new("g1", 7, Noon, type, "Spring Launch", 601, null, null, null, false);
}
