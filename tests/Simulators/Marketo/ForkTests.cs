using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Options;
using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.Tests.Simulators.Marketo;

/// <summary>A fork shares nothing that either side can see change.</summary>
public sealed class ForkTests
{
    private static readonly MarketoSimOptions Options = new()
    {
        Channels = [new MarketoChannel("Webinar", [new("Invited", 10), new("Attended", 20)])],
        Programs = [new MarketoProgram(1, "Spring", "Webinar")],
        Campaigns = [new MarketoCampaign { Id = 5, Name = "Add", FlowSteps = [new FlowStep.AddToList(9, "List")] }],
    };

    private readonly FakeTimeProvider time = new(DateTimeOffset.Parse("2026-03-02T12:00:00Z", null));

    [Fact]
    public void Writes_on_either_side_are_not_seen_on_the_other()
    {
        var origin = Seeded(3_000);
        origin.FindPeople("email", "p7@example.invalid").Should().Equal(1008);
        var fork = origin.Fork(time);

        fork.UpdatePerson(1008, [new("email", "new@example.invalid")], "edit");
        fork.CreatePerson([new("email", "more@example.invalid")], "create");
        fork.SetProgramStatus(1, 1001, "Attended", "edit");
        fork.RunCampaign(5, [1002]);
        origin.DeletePerson(1010, "delete");
        origin.UpdatePerson(1011, [new("title", "CTO")], "edit");

        origin.FindPeople("email", "p7@example.invalid").Should().Equal(1008);
        origin.FindPeople("email", "new@example.invalid").Should().BeEmpty();
        fork.FindPeople("email", "new@example.invalid").Should().Equal(1008);
        (origin.LiveCount, fork.LiveCount).Should().Be((2_999, 3_001));
        fork.FindPerson(1010)!.IsLive.Should().BeTrue();
        fork.FindPerson(1011)!.Get("title").Should().BeNull();
        origin.ProgramMembers(1).Single().Status.Should().Be("Invited");
        fork.ProgramMembers(1).Single().Status.Should().Be("Attended");
        (origin.ListMembers(9).Count, fork.ListMembers(9).Count).Should().Be((0, 1));
        origin.Activities.Last().TypeName.Should().Be("Change Data Value");
        fork.Activities.Last().TypeName.Should().Be("Add to List");
        fork.Activities.Count().Should().Be(3_001 + 4);
    }

    [Fact]
    public void Lists_consents_and_companies_are_the_forks_own()
    {
        var origin = new MarketoInstance(
            Options with { Switches = new MarketoSwitches { LeadUnknownCompany = UnknownCompany.Create } }, time, new Draws(7));
        var person = origin.CreatePerson([new("email", "a@example.invalid"), new("externalCompanyId", "A")], "seed");
        origin.AddToList(9, person);
        var fork = origin.Fork(time);

        fork.UpdatePerson(person, [new("industry", "Steel")], "edit");
        fork.RemoveFromList(9, person);
        fork.Unsubscribe(person, null, "enough");
        fork.CreatePerson([new("externalCompanyId", "B")], "create");
        var later = origin.CreatePerson([new("email", "a@example.invalid")], "create");

        (origin.FindCompany("A")!.Get("industry"), fork.FindCompany("A")!.Get("industry")).Should().Be((null, "Steel"));
        (origin.IsInList(9, person), fork.IsInList(9, person)).Should().Be((true, false));
        (origin.Companies.Count(), fork.Companies.Count()).Should().Be((1, 2));
        origin.FindPerson(later)!.Get("unsubscribed").Should().Be(false);
    }

    [Fact]
    public void Versions_go_on_where_the_origin_stopped()
    {
        var origin = Seeded(10);
        var fork = origin.Fork(time);

        fork.UpdatePerson(1001, [new("title", "CTO")], "edit");

        fork.FindPerson(1001)!.Version.Should().BeGreaterThan(origin.People.Max(person => person.Version));
    }

    [Fact]
    public void A_reset_takes_the_origins_people_again_and_again()
    {
        var origin = Seeded(10);
        var run = origin.Fork(time);
        for (var round = 0; round < 3; round++)
        {
            run.DeletePerson(1001, "delete").Should().BeTrue();
            run.UpdatePerson(1002, [new("title", "CTO")], "edit").Should().BeTrue();
            run.Reset(origin);
        }

        run.FindPerson(1002)!.Get("title").Should().BeNull();
        run.LiveCount.Should().Be(10);
        run.Activities.Should().HaveCount(11);
    }

    [Fact]
    public void Twin_forks_of_one_seed_do_the_same()
    {
        var origin = Seeded(10);
        var (one, other) = (origin.Fork(time), origin.Fork(time));

        one.CreatePerson([new("email", "x@example.invalid")], "create").Should().Be(other.CreatePerson([new("email", "x@example.invalid")], "create"));
        one.Activities.Last().Id.Should().Be(other.Activities.Last().Id);
    }

    private MarketoInstance Seeded(int people)
    {
        var origin = new MarketoInstance(Options, time, new Draws(7));
        for (var number = 0; number < people; number++)
        {
            origin.CreatePerson([new("email", $"p{number}@example.invalid")], "seed");
        }

        origin.SetProgramStatus(1, 1001, "Invited", "seed");
        return origin;
    }
}
