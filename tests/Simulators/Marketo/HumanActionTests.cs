using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Randomness;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Hosting;

namespace SfMarketo.Tests.Simulators.Marketo;

/// <summary>What people do at the screens: no call, no limit, and a trace in commits and activities.</summary>
public sealed class HumanActionTests
{
    private readonly RecordList records = new();
    private readonly MarketoInstance marketo;

    public HumanActionTests()
    {
        marketo = new MarketoInstance(new MarketoSimOptions(), new FakeTimeProvider(DateTimeOffset.Parse("2026-03-02T12:00:00Z", null)), new Draws(7));
        marketo.Recorder.Add(records);
    }

    [Fact]
    public void Commits_name_the_action_and_no_call()
    {
        var id = marketo.CreatePerson([new("email", "a@example.invalid"), new("leadScore", 5), new("unsubscribed", true), new("annualRevenue", 10.5m)], "import");
        marketo.UpdatePerson(id, [new("leadScore", "7"), new("unsubscribed", false)], "edit").Should().BeTrue();
        marketo.DeletePerson(id, "delete").Should().BeTrue();

        records.Commits.Select(commit => (commit.Op, commit.Cause)).Should().Equal(("create", "import"), ("update", "edit"), ("delete", "delete"));
        records.Commits.Should().OnlyContain(commit => commit.Actor == Actor.Human && commit.Call == 0 && commit.Id == "1001" && commit.Sim == "marketo");
        records.Commits[0].Fields.Should().Contain(new FieldChange("annualRevenue", null, 10.5m));
        records.Commits[1].Fields.Should().Equal(new FieldChange("leadScore", 5, 7), new FieldChange("unsubscribed", true, false));
        records.Calls.Should().BeEmpty();
        marketo.UsageToday.Should().Be(0);
    }

    [Fact]
    public void The_dead_are_left_alone()
    {
        var id = marketo.CreatePerson([], "create");
        var other = marketo.CreatePerson([], "create");
        marketo.DeletePerson(id, "delete");

        marketo.DeletePerson(id, "delete").Should().BeFalse();
        marketo.UpdatePerson(id, [new("title", "CTO")], "edit").Should().BeFalse();
        marketo.MergePeople(other, id, "merge").Should().BeFalse();
        marketo.MergePeople(other, other, "merge").Should().BeFalse();
        marketo.AddInterestingMoment(id, "Web", "Came by").Should().BeNull();
        marketo.FindPerson(id)!.IsLive.Should().BeFalse();
        marketo.FindPerson(5).Should().BeNull();
        marketo.LiveCount.Should().Be(1);
    }

    [Fact]
    public void Mistakes_are_told_at_once()
    {
        var id = marketo.CreatePerson([], "create");

        marketo.Invoking(it => it.CreatePerson([new("Email", "a@example.invalid")], "create")).Should().Throw<ArgumentException>().WithMessage("*no field 'Email'*");
        marketo.Invoking(it => it.UpdatePerson(id, [new("updatedAt", "2026-03-02T12:00:00Z")], "edit")).Should().Throw<ArgumentException>().WithMessage("*kept by Marketo*");
        marketo.Invoking(it => it.UpdatePerson(id, [new("leadScore", "many")], "edit")).Should().Throw<ArgumentException>().WithMessage("*Required of type 'score'*");
        marketo.Invoking(it => it.LogActivity(id, "Read Email", 1, "x", [])).Should().Throw<ArgumentException>().WithMessage("*no activity type 'Read Email'*");
        marketo.Invoking(it => it.LogActivity(id, "Open Email", 1, "x", [new("Colour", "red")])).Should().Throw<ArgumentException>().WithMessage("*no attribute 'Colour'*");
        records.Commits.Should().HaveCount(1);
    }

    [Fact]
    public void A_campaign_that_names_nothing_real_stops_the_start()
    {
        var status = new MarketoSimOptions { Campaigns = [new MarketoCampaign { Id = 1, Name = "Bad", FlowSteps = [new FlowStep.ChangeProgramStatus(9, "Attended")] }] };
        var field = new MarketoSimOptions { Campaigns = [new MarketoCampaign { Id = 1, Name = "Bad", FlowSteps = [new FlowStep.ChangeDataValue("nonsense", "x")] }] };

        FluentActions.Invoking(() => new MarketoInstance(status, TimeProvider.System, new Draws(7))).Should().Throw<ArgumentException>().WithMessage("*'Attended' of program 9*");
        FluentActions.Invoking(() => new MarketoInstance(field, TimeProvider.System, new Draws(7))).Should().Throw<ArgumentException>().WithMessage("*no field 'nonsense'*");
    }
}
