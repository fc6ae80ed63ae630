using SfMarketo.Harness.Checks;

namespace SfMarketo.Tests.Harness.Checks;

public sealed class TrackCheckTests
{
    private const string TheContact = "0035g0000000001AAA";
    private const string Nurture = "1001/1";
    private const string Customers = "1005/1";
    private const string Lost = "1006/1";

    private static readonly CheckSettings ByDelete = new() { SuppressByDelete = true, AcquisitionPrograms = ["Spring Nurture"] };

    [Fact]
    public void R14_does_not_apply_where_the_engine_enrols_nobody() =>
        Started().HumanCommit(10, "ProgramMember", Lost, "create").HumanCommit(11, "ProgramMember", Customers, "create").Judge("R14").Applied.Should().BeFalse();

    [Fact]
    public void R14_fails_where_no_enrolment_by_the_engine_could_be_looked_at() =>
        Enrols(Started(), 10, "1099/1").Judge("R14").Should().Match<CheckResult>(result => !result.Passed && result.Applied && result.Examined == 0);

    [Fact]
    public void R14_allows_the_next_track_when_the_former_was_left_before() =>
        Enrols(Enrols(Started(), 10, Lost).EngineCommit(20, "ProgramMember", Lost, "delete").Marketo(20, method: "POST"), 20.5, Customers)
            .Judge("R14").Should().Match<CheckResult>(result => result.Passed && result.Examined == 2);

    [Fact]
    public void R14_finds_two_tracks_at_once_although_one_is_left_right_after()
    {
        var run = Enrols(Enrols(Started(), 10, Lost), 20, Customers).EngineCommit(20.5, "ProgramMember", Lost, "delete").Marketo(20.5, method: "POST");

        var violation = run.Judge("R14").Violations.Should().ContainSingle().Which;
        violation.What.Should().Be("Was enrolled in 'Post-Sale Track' and still is in 'Re-engagement Track'");
        violation.Record.Should().Be("Person 1");
        violation.Calls.Should().Equal(1, 2);
    }

    [Fact]
    public void R14_leaves_a_track_that_others_put_the_person_in() =>
        Enrols(Started().HumanCommit(10, "ProgramMember", Lost, "create"), 20, Customers).Judge("R14").Passed.Should().BeTrue();

    [Fact]
    public void R14_leaves_what_a_killed_engine_may_have_forgotten()
    {
        var settings = new CheckSettings();
        settings.Tally.Died(HandMadeRun.At(15), HandMadeRun.At(5));

        Enrols(Enrols(Started(settings), 10, Lost), 20, Customers).Judge("R14").Passed.Should().BeTrue();
        Enrols(Enrols(Started(settings), 4, Lost), 20, Customers).Judge("R14").Passed.Should().BeFalse();
    }

    [Fact]
    public void R14_by_delete_finds_a_track_entered_before_acquisition_is_left()
    {
        Enrols(Started(ByDelete), 20, Customers).Judge("R14").Violations.Should().ContainSingle().Which.What.Should().EndWith("still is in 'Spring Nurture'");
        Enrols(Started(ByDelete).EngineCommit(15, "ProgramMember", Nurture, "delete").Marketo(15, method: "POST"), 20, Customers).Judge("R14").Passed.Should().BeTrue();
        Enrols(Started(), 20, Customers).Judge("R14").Passed.Should().BeTrue("with a list the membership stays");
    }

    [Fact]
    public void R14_by_delete_leaves_whom_others_enrol_after_the_deal()
    {
        var run = Started(ByDelete).EngineCommit(15, "ProgramMember", Nurture, "delete").Marketo(15, method: "POST").HumanCommit(16, "ProgramMember", Nurture, "create");

        Enrols(run, 20, Customers).Judge("R14").Passed.Should().BeTrue();
    }

    [Fact]
    public void R14_by_delete_finds_acquisition_brought_back_before_the_track_is_left()
    {
        var run = Enrols(Started(ByDelete).EngineCommit(15, "ProgramMember", Nurture, "delete").Marketo(15, method: "POST"), 20, Customers);

        Enrols(run, 30, Nurture).Judge("R14").Violations.Should().ContainSingle().Which.What.Should().Be("Was enrolled in 'Spring Nurture' and still is in 'Post-Sale Track'");
    }

    /// <summary>A customer since the first second, in the nurture program from the start.</summary>
    private static HandMadeRun Started(CheckSettings? settings = null) =>
        new HandMadeRun(settings, SystemsState.Empty(HandMadeRun.TheStart) with
        {
            Programs = [Group("1001", "Spring Nurture", "1"), Group("1005", "Post-Sale Track"), Group("1006", "Re-engagement Track")],
        })
        .HumanCommit(0, "Person", "1", "create", ("sfdcPersonId", TheContact))
        .HumanCommit(1, "Opportunity", "0065g0000000001AAA", "create", ("StageName", "Closed Won"), ("IsWon", true), ("IsClosed", true), ("CloseDate", "2026-07-01"))
        .HumanCommit(1, "OpportunityContactRole", "00K1", "create", ("OpportunityId", "0065g0000000001AAA"), ("ContactId", TheContact));

    private static HandMadeRun Enrols(HandMadeRun run, double at, string membership) => run.EngineCommit(at, "ProgramMember", membership, "create", ("statusName", "Enrolled")).Marketo(at, method: "POST");

    private static StateGroup Group(string id, string name, params string[] people) => new(id, name, people.ToDictionary(person => person, _ => (string?)"Member"));
}
