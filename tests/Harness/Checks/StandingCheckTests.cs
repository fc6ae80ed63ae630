using SfMarketo.Harness.Checks;

namespace SfMarketo.Tests.Harness.Checks;

public sealed class StandingCheckTests
{
    private const string TheContact = "0035g0000000001AAA";
    private const string TheDeal = "0065g0000000001AAA";
    private const int Hour = 3600;

    private static readonly CheckSettings OneHour = new() { ReengagementDelay = TimeSpan.FromHours(1) };
    private static readonly CheckSettings ByDelete = OneHour with { SuppressByDelete = true, AcquisitionPrograms = ["Spring Nurture"] };

    [Fact]
    public void Q8_does_not_apply_without_opportunities() =>
        new HandMadeRun().EndsWithPerson("1").Judge("Q8").Should().Match<CheckResult>(result => !result.Applied && result.Passed);

    [Fact]
    public void Q8_wants_a_customer_suppressed_and_in_the_customers_track() =>
        Ends(Won(), stage: "Closed Won", list: true, customers: true).Judge("Q8").Should().Match<CheckResult>(result => result.Passed && result.Examined == 1);

    [Theory]
    [InlineData(false, true, false, "Closed Won", "Is not on 'Acquisition Suppression', standing Customer")]
    [InlineData(true, false, false, "Closed Won", "Is not in 'Post-Sale Track', standing Customer")]
    [InlineData(true, true, true, "Closed Won", "Is in 'Re-engagement Track', standing Customer")]
    [InlineData(true, true, false, "Proposal", "sfdcOpptyStage is 'Proposal', the opportunities say 'Closed Won'")]
    public void Q8_finds_what_a_customer_lacks_or_has_too_much(bool list, bool customers, bool lost, string stage, string what) =>
        Ends(Won(), stage, list, customers, lost).Judge("Q8").Violations.Select(violation => violation.What).Should().Equal(what);

    [Fact]
    public void Q8_finds_names_that_are_nowhere()
    {
        var renamed = OneHour with { SuppressionList = "Nobody's list", CustomerTrack = "Nobody's track" };

        Ends(Won(renamed), stage: "Closed Won", list: true, customers: true).Judge("Q8").Violations.Select(violation => violation.What).Should().Equal(
            "Marketo has no 'Nobody's list', so that nobody's membership can be judged", "Marketo has no 'Nobody's track', so that nobody's membership can be judged");
    }

    [Fact]
    public void Q8_wants_a_reopened_deal_to_take_everything_back()
    {
        Ends(Reopened(), "Proposal").Judge("Q8").Passed.Should().BeTrue();
        Ends(Reopened(), "Proposal", list: true, customers: true).Judge("Q8").Violations.Should().HaveCount(2);

        static HandMadeRun Reopened() => Won().HumanCommit(100, "Opportunity", TheDeal, "update", ("IsWon", false), ("IsClosed", false), ("StageName", "Proposal"));
    }

    [Theory]
    [InlineData("delete", "OpportunityContactRole", "00K1")]
    [InlineData("delete", "Opportunity", TheDeal)]
    public void Q8_forgets_deleted_roles_and_opportunities(string op, string @object, string id)
    {
        var run = Won().HumanCommit(100, @object, id, op);

        Ends(run, "").Judge("Q8").Passed.Should().BeTrue();
    }

    [Fact]
    public void Q8_places_a_customer_before_an_open_deal_and_an_open_one_before_a_lost_one()
    {
        Ends(Second(Won(), "Proposal", isClosed: false, day: "2026-07-02"), "Proposal", list: true, customers: true).Judge("Q8").Passed.Should().BeTrue();
        Ends(Second(Lost(), "Proposal", isClosed: false, day: "2026-01-01"), "Proposal").Judge("Q8").Passed.Should().BeTrue();
    }

    [Fact]
    public void Q8_takes_the_stage_of_the_open_deal_that_closes_last()
    {
        var run = Second(Deal("Qualification", isWon: false, isClosed: false, "2026-08-01"), "Proposal", isClosed: false, "2026-09-01");

        Ends(run, "Qualification").Judge("Q8").Violations.Should().ContainSingle().Which.What.Should().EndWith("say 'Proposal'");
    }

    [Theory]
    [InlineData(0.9, false, true)]
    [InlineData(0.9, true, false)]
    [InlineData(1.2, false, true)]
    [InlineData(1.2, true, true)]
    [InlineData(1.6, false, false)]
    [InlineData(1.6, true, true)]
    public void Q8_wants_who_lost_in_the_track_when_the_delay_is_over(double hours, bool isIn, bool passes) =>
        Ends(Lost(), "Closed Lost", list: true, lost: isIn).Judge("Q8", hours * Hour).Passed.Should().Be(passes);

    [Fact]
    public void Q8_leaves_a_membership_that_somebody_else_changed_last()
    {
        var run = Won().EngineCommit(90, "ListMember", "3001/1", "create").HumanCommit(100, "ListMember", "3001/1", "delete");

        Ends(run, "Closed Won", customers: true).Judge("Q8").Passed.Should().BeTrue();
    }

    [Fact]
    public void Q8_finds_a_suppressed_person_who_was_never_linked()
    {
        var run = Ends(Won(), "Closed Won", list: true, customers: true).EndsWithPerson("2")
            .EndsWith(state => state with { Lists = [new StateGroup("3001", "Acquisition Suppression", new Dictionary<string, string?> { ["1"] = null, ["2"] = null })] });

        run.Judge("Q8").Violations.Should().ContainSingle().Which.Record.Should().Be("Person 2");
    }

    [Fact]
    public void Q8_by_delete_finds_a_customer_in_an_acquisition_program()
    {
        Ends(Won(ByDelete), "Closed Won", customers: true).Judge("Q8").Passed.Should().BeTrue();
        Ends(Won(ByDelete), "Closed Won", customers: true, nurture: "Member").Judge("Q8").Violations.Should().ContainSingle().Which.What.Should().Be("Is in 'Spring Nurture', standing Customer");
    }

    [Fact]
    public void Q8_by_delete_leaves_whom_others_enrol_later()
    {
        var run = Won(ByDelete).HumanCommit(100, "ProgramMember", "1001/1", "create", ("statusName", "Member"));

        Ends(run, "Closed Won", customers: true, nurture: "Member").Judge("Q8").Passed.Should().BeTrue();
    }

    [Theory]
    [InlineData("Engaged", true)]
    [InlineData("Member", false)]
    [InlineData(null, false)]
    public void Q8_by_delete_wants_the_former_status_back(string? status, bool passes)
    {
        var run = Won(ByDelete)
            .EngineChange(90, "ProgramMember", "1001/1", "delete", ("statusName", "Engaged", null))
            .HumanCommit(100, "Opportunity", TheDeal, "update", ("IsWon", false), ("IsClosed", false), ("StageName", "Proposal"));

        Ends(run, "Proposal", nurture: status).Judge("Q8").Passed.Should().Be(passes);
    }

    private static HandMadeRun Won(CheckSettings? settings = null) => Deal("Closed Won", isWon: true, isClosed: true, settings: settings);

    private static HandMadeRun Lost() => Deal("Closed Lost", isWon: false, isClosed: true);

    private static HandMadeRun Deal(string stage, bool isWon, bool isClosed, string day = "2026-07-01", CheckSettings? settings = null) => new HandMadeRun(settings ?? OneHour)
        .HumanCommit(0, "Opportunity", TheDeal, "create", ("StageName", stage), ("IsWon", isWon), ("IsClosed", isClosed), ("CloseDate", day))
        .HumanCommit(0, "OpportunityContactRole", "00K1", "create", ("OpportunityId", TheDeal), ("ContactId", TheContact));

    private static HandMadeRun Second(HandMadeRun run, string stage, bool isClosed, string day) => run
        .HumanCommit(1, "OpportunityContactRole", "00K2", "create", ("OpportunityId", "0065g0000000002AAA"), ("ContactId", TheContact))
        .HumanCommit(1, "Opportunity", "0065g0000000002AAA", "create", ("StageName", stage), ("IsWon", false), ("IsClosed", isClosed), ("CloseDate", day));

    private static HandMadeRun Ends(HandMadeRun run, string stage, bool list = false, bool customers = false, bool lost = false, string? nurture = null) => run
        .EndsWithPerson("1", ("sfdcPersonId", TheContact), ("sfdcOpptyStage", stage))
        .EndsWithContact(TheContact, ("MarketoPersonId__c", "1"))
        .EndsWith(state => state with
        {
            Lists = [Group("3001", "Acquisition Suppression", list, null)],
            Programs =
            [
                Group("1001", "Spring Nurture", nurture is not null, nurture),
                Group("1005", "Post-Sale Track", customers, "Enrolled"),
                Group("1006", "Re-engagement Track", lost, "Enrolled"),
            ],
        });

    private static StateGroup Group(string id, string name, bool isIn, string? status) => new(id, name, isIn ? new Dictionary<string, string?> { ["1"] = status } : []);
}
