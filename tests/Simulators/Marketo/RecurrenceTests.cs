using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Randomness;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Engagement;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.Tests.Simulators.Marketo;

/// <summary>Batch campaigns that run again and again, and the communication limits that they may heed.</summary>
public sealed class RecurrenceTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 6, 18, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider time = new(Start);

    public static TheoryData<CampaignRecurrence, string> Recurrences => new()
    {
        // Friday noon in Chicago; summer time begins on Sunday, 8 March.
        { new CampaignRecurrence(Start, "Daily"), "03-07T18 03-08T17 03-09T17 03-10T17" },
        { new CampaignRecurrence(Start, "Daily") { WeekdayOnly = true }, "03-09T17 03-10T17 03-11T17 03-12T17" },
        { new CampaignRecurrence(Start, "Daily") { Interval = 3, EndAt = Start.AddDays(7) }, "03-09T17 03-12T17" },
        { new CampaignRecurrence(Start.AddHours(2), "Weekly"), "03-06T20 03-13T19 03-20T19 03-27T19" },
        { new CampaignRecurrence(Start, "Weekly") { Interval = 2, Weekdays = [DayOfWeek.Sunday, DayOfWeek.Tuesday] }, "03-08T17 03-17T17 03-22T17 03-31T17" },
        { new CampaignRecurrence(Start, "Monthly") { DayOfMonth = 31 }, "03-31T17 04-30T17 05-31T17 06-30T17" },
        { new CampaignRecurrence(Start, "Monthly") { DayOfWeek = DayOfWeek.Monday, WeekOfMonth = 2 }, "03-09T17 04-13T17 05-11T17 06-08T17" },
    };

    [Theory]
    [MemberData(nameof(Recurrences))]
    public void A_recurring_campaign_runs_at_its_hour_of_the_instances_zone(CampaignRecurrence recurrence, string wanted)
    {
        var marketo = Begin(new MarketoCampaign { Id = 1, Name = "Again", Type = MarketoCampaignType.Batch, Recurrence = recurrence });
        List<string> runs = [];
        while (runs.Count < 4 && marketo.NextDue is { } due)
        {
            runs.Add(due.ToString("MM-dd'T'HH", null));
            time.SetUtcNow(due);
            marketo.RunDue();
        }

        string.Join(' ', runs).Should().Be(wanted);
    }

    [Fact]
    public void Another_definition_takes_the_place_of_the_runs_to_come_and_an_inactive_one_ends_them()
    {
        var campaign = new MarketoCampaign { Id = 1, Name = "Again", Type = MarketoCampaignType.Batch, Recurrence = new CampaignRecurrence(Start, "Daily") };
        var marketo = Begin(campaign);

        marketo.DefineCampaign(campaign with { Recurrence = new CampaignRecurrence(Start, "Weekly") });
        marketo.ScheduledRuns.Should().ContainSingle().Which.At.Should().Be(Micros.From(Start.AddDays(7).AddHours(-1)));
        marketo.DefineCampaign(campaign with { Active = false });
        marketo.ScheduledRuns.Should().BeEmpty();
    }

    [Fact]
    public void Over_the_communication_limits_a_campaign_that_heeds_them_sends_operational_emails_only()
    {
        var marketo = Begin(Mail(1, 5, heeds: true), Mail(2, 5, heeds: false), Mail(3, 6, heeds: true));
        var id = marketo.CreatePerson([new("email", "a@example.invalid")], "import");

        int Sends(int campaign)
        {
            var before = marketo.Activities.Count(activity => activity.TypeId == 6);
            marketo.RunCampaign(campaign, [id]);
            return marketo.Activities.Count(activity => activity.TypeId == 6) - before;
        }

        (Sends(1), Sends(1), Sends(1)).Should().Be((1, 1, 0), "two a day");
        (Sends(2), Sends(3)).Should().Be((1, 1));
        time.Advance(TimeSpan.FromDays(1));
        (Sends(1), Sends(1)).Should().Be((1, 0), "four in seven days");
        time.Advance(TimeSpan.FromDays(8));
        Sends(1).Should().Be(1);
    }

    private static MarketoCampaign Mail(int id, int email, bool heeds) =>
        new() { Id = id, Name = $"Mail {id}", Type = MarketoCampaignType.Batch, BlocksNonOperational = heeds, FlowSteps = [new FlowStep.SendEmail(email)] };

    private MarketoInstance Begin(params MarketoCampaign[] campaigns) => new(
        new MarketoSimOptions
        {
            Campaigns = campaigns,
            Emails = [new MarketoEmail(5, "News"), new MarketoEmail(6, "Receipt") { Operational = true }],
            EmailsPerDay = 2,
            EmailsPerWeek = 4,
        },
        time,
        new Draws(7));
}
