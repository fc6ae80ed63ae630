using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Randomness;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Engagement;
using SfMarketo.MarketoSim.Lists;
using SfMarketo.MarketoSim.Options;
using SfMarketo.MarketoSim.Programs;
using SfMarketo.Tests.Contract.Hosting;

namespace SfMarketo.Tests.Simulators.Marketo;

/// <summary>Trigger campaigns as data: what starts them, who is let in, what their flow does.</summary>
public sealed class CampaignTriggerTests
{
    private static readonly MarketoSimOptions Assets = new()
    {
        Channels = [new MarketoChannel("Nurture", [new("Member", 10), new("Engaged", 20)])],
        Programs = [new MarketoProgram(1, "Spring", "Nurture")],
        Lists = [new MarketoList(9, "Suppressed")],
        Emails = [new MarketoEmail(5, "Launch"), new MarketoEmail(6, "Thanks")],
        Forms = [new MarketoForm(7, "Contact Us")],
    };

    private readonly RecordList records = new();

    public static TheoryData<SmartListTrigger, bool> Triggers => new()
    {
        { new SmartListTrigger.DataValueChanges("title"), true },
        { new SmartListTrigger.DataValueChanges("title", "CTO"), true },
        { new SmartListTrigger.DataValueChanges("title", "CEO"), false },
        { new SmartListTrigger.DataValueChanges("city"), false },
        { new SmartListTrigger.ScoreChanges(), true },
        { new SmartListTrigger.StatusChanges(1), true },
        { new SmartListTrigger.StatusChanges(1, "Engaged"), false },
        { new SmartListTrigger.FormFilled(7), true },
        { new SmartListTrigger.FormFilled(8), false },
        { new SmartListTrigger.EmailClicked(5), true },
        { new SmartListTrigger.EmailClicked(6), false },
        { new SmartListTrigger.EmailClicked(5, "offer"), true },
        { new SmartListTrigger.EmailClicked(5, "other"), false },
        { new SmartListTrigger.EmailClicked(5, IncludeBots: false), false },
    };

    [Theory]
    [MemberData(nameof(Triggers))]
    public void A_trigger_fires_for_what_it_names(SmartListTrigger trigger, bool fires)
    {
        var marketo = Start(new MarketoCampaign { Id = 1, Name = "Listen", Triggers = [trigger], FlowSteps = [new FlowStep.InterestingMoment("Web", "Came by")] });
        var id = marketo.CreatePerson([], "create");

        switch (trigger)
        {
            case SmartListTrigger.DataValueChanges: marketo.UpdatePerson(id, [new("title", "CTO")], "edit"); break;
            case SmartListTrigger.ScoreChanges: marketo.UpdatePerson(id, [new("leadScore", 5)], "score"); break;
            case SmartListTrigger.StatusChanges: marketo.SetProgramStatus(1, id, "Member", "enrol"); break;
            case SmartListTrigger.FormFilled: marketo.FillOutForm(id, 7, []); break;
            default: marketo.ClickEmail(id, 5, "offer", bot: true); break;
        }

        marketo.Activities.Count(activity => activity.TypeId == 46).Should().Be(fires ? 1 : 0);
    }

    public static TheoryData<SmartListFilter, bool> Filters => new()
    {
        { new SmartListFilter.FieldIs("country", "austria"), true },
        { new SmartListFilter.FieldIs("country", null), false },
        { new SmartListFilter.FieldIsNot("country", "Austria"), false },
        { new SmartListFilter.FieldAtLeast("leadScore", 10), true },
        { new SmartListFilter.FieldAtLeast("leadScore", 11), false },
        { new SmartListFilter.InList(9), true },
        { new SmartListFilter.NotInList(9), false },
        { new SmartListFilter.InProgram(1), true },
        { new SmartListFilter.InProgram(1, "Engaged"), false },
        { new SmartListFilter.NotInProgram(1), false },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_filter_lets_in_whom_it_names(SmartListFilter filter, bool isIn)
    {
        var marketo = Start(new MarketoCampaign { Id = 1, Name = "Filter", Filters = [filter], FlowSteps = [new FlowStep.InterestingMoment("Web", "Came by")] });
        var id = marketo.CreatePerson([new("country", "Austria"), new("leadScore", 10)], "create");
        marketo.AddToList(9, id);
        marketo.SetProgramStatus(1, id, "Member", "enrol");

        marketo.RunCampaign(1, [id]);

        marketo.Activities.Count(activity => activity.TypeId == 46).Should().Be(isIn ? 1 : 0);
    }

    [Fact]
    public void A_flow_takes_its_steps_in_order_as_the_campaigns_own_doing()
    {
        var marketo = Start(new MarketoCampaign
        {
            Id = 1,
            Name = "Thank",
            Triggers = [new SmartListTrigger.FormFilled(7)],
            FlowSteps =
            [
                new FlowStep.ChangeProgramStatus(1, "Engaged"),
                new FlowStep.DeleteFromProgram(1),
                new FlowStep.AddToList(9, "Suppressed"),
                new FlowStep.RemoveFromList(9),
                new FlowStep.SendEmail(6),
                new FlowStep.InterestingMoment("Web", "Filled out Contact Us"),
            ],
        });
        var id = marketo.CreatePerson([new("email", "a@example.invalid")], "create");

        marketo.FillOutForm(id, 7, []);

        marketo.Activities.Skip(1).Select(activity => activity.TypeId).Should().Equal(2, 104, 24, 25, 6, 7, 46);
        records.Commits.Skip(2).Should().OnlyContain(commit => commit.Actor == Actor.Rule && commit.Cause == "Thank");
        marketo.Activities.Single(activity => activity.TypeId == 6).Attribute("Campaign Run ID").Should().Be(1);
    }

    [Fact]
    public void Campaigns_start_one_another_and_an_endless_chain_is_cut_off()
    {
        var marketo = Start(
            new MarketoCampaign { Id = 1, Name = "Score", Triggers = [new SmartListTrigger.FormFilled()], FlowSteps = [new FlowStep.ChangeScore(1)] },
            new MarketoCampaign { Id = 2, Name = "Again", Triggers = [new SmartListTrigger.ScoreChanges()], FlowSteps = [new FlowStep.ChangeScore(1)] },
            new MarketoCampaign { Id = 3, Name = "Asleep", Active = false, Triggers = [new SmartListTrigger.FormFilled()], FlowSteps = [new FlowStep.ChangeScore(100)] });
        var id = marketo.CreatePerson([], "create");

        marketo.FillOutForm(id, 7, []);

        marketo.StoppedCampaignChains.Should().Be(1);
        marketo.FindPerson(id)!.Get("leadScore").Should().Be(25);
    }

    [Fact]
    public void What_a_campaign_names_and_nobody_has_stops_the_start()
    {
        FluentActions.Invoking(() => Start(new MarketoCampaign { Id = 1, Name = "Bad", Triggers = [new SmartListTrigger.DataValueChanges("nonsense")] }))
            .Should().Throw<ArgumentException>().WithMessage("*no field 'nonsense'*");
        FluentActions.Invoking(() => Start(new MarketoCampaign { Id = 1, Name = "Bad", Filters = [new SmartListFilter.FieldIs("leadScore", "many")] }))
            .Should().Throw<ArgumentException>().WithMessage("*Required of type 'score'*");
        FluentActions.Invoking(() => Start(new MarketoCampaign { Id = 1, Name = "Bad", FlowSteps = [new FlowStep.SendEmail(99)] }))
            .Should().Throw<ArgumentException>().WithMessage("*sends e-mail 99*");
    }

    private MarketoInstance Start(params MarketoCampaign[] campaigns)
    {
        var marketo = new MarketoInstance(Assets with { Campaigns = campaigns }, new FakeTimeProvider(DateTimeOffset.Parse("2026-03-02T12:00:00Z", null)), new Draws(7));
        marketo.Recorder.Add(records);
        return marketo;
    }
}
