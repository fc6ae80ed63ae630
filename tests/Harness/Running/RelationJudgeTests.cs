using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Running.Relations;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Tests.Harness.Running;

public sealed class RelationJudgeTests
{
    private const long Gone = 100;

    [Fact]
    public void Equal_ends_after_the_same_acts_keep_a_relation() =>
        Compare("M1", Run(["a", "b"]), Run(["a", "b"])).Should().Match<CheckReport>(report => report.Id == "M1" && report.Passed && report.Examined == 4);

    [Fact]
    public void Each_line_that_one_end_has_alone_is_a_violation_without_the_address() =>
        Compare("Q3", Run(["Person ann.archer@x.example: 1"]), Run(["Person ann.archer@x.example: 2"])).Violations.Select(violation => violation.What).Should().Equal(
            "only as it was: Person ann***@x.example: 1", "only in the changed run: Person ann***@x.example: 2");

    [Fact]
    public void Ends_of_runs_in_which_people_did_other_things_cannot_be_compared() =>
        Compare("M1", Run(["a"], acts: ["ann"]), Run(["a"], acts: ["bob"])).Violations.Should().ContainSingle().Which.What.Should()
            .StartWith("The ends cannot be compared").And.EndWith("First: 1 Lead 'bob' create (test) instead of 1 Lead 'ann' create (test)");

    [Fact]
    public void A_check_that_only_the_changed_run_breaks_breaks_the_relation()
    {
        var broken = Run(["a"], new CheckReport("A10", "No needless write", false, 3, [new ViolationReport("An update that changed nothing", 5, "", [])]));
        Compare("M6", Run(["a"]), broken).Violations.Should().ContainSingle().Which.What.Should().Be("In the changed run A10 is broken (No needless write): An update that changed nothing");
        Compare("M6", broken, broken).Passed.Should().BeTrue();
    }

    [Fact]
    public void M3_wants_the_saved_rows_read_and_nothing_written()
    {
        Compare("M3", Run(["a"]), Run(["a"], touched: 1, lateReads: 1)).Passed.Should().BeTrue();
        Compare("M3", Run(["a"]), Run(["a"], touched: 2, lateReads: 1)).Violations.Should().ContainSingle().Which.What.Should().Be("2 rows were saved again, and 1 were read since");
        Compare("M3", Run(["a"]), Run(["a"], touched: 1, lateReads: 1, lateWrites: 1)).Violations.Should().ContainSingle().Which.What.Should().EndWith("only in the changed run: Person '' update of firstName");
        Compare("M3", Run(["a"]), Run(["a"])).Passed.Should().BeFalse();
    }

    private static CheckReport Compare(string relation, PlayedRun first, PlayedRun changed) => RelationJudge.Compare(Relation.Of(relation), first, changed);

    private static PlayedRun Run(string[] end, CheckReport? check = null, string[]? acts = null, int touched = 0, int lateReads = 0, int lateWrites = 0)
    {
        var trail = new RunTrail(SystemsState.Empty(0), Gone, "engine", "engine");
        foreach (var name in acts ?? [])
        {
            trail.OnCommit(new CommitEntry(1, "salesforce", 0, 1, "Lead", "00Q", "create", Actor.Human, "test", [new FieldChange("LastName", null, name)]));
        }

        trail.OnDelivered(new DeliveredEntry(1, "salesforce", Gone, [.. Enumerable.Repeat(new DeliveredItem("Lead", "00Q", 1), lateReads)]));
        for (var number = 0; number < lateWrites; number++)
        {
            trail.OnCommit(new CommitEntry(2, "marketo", 1, Gone, "Person", "1", "update", Actor.Client, "engine", [new FieldChange("firstName", null, "x")]));
        }

        var result = new RunResult
        {
            Scenario = "s",
            File = "s.yaml",
            Start = DateTimeOffset.UnixEpoch,
            Seed = 1,
            Version = "0",
            VirtualDuration = TimeSpan.Zero,
            Checks = check is null ? [] : [check],
            Expectations = [],
            Reached = [],
            Figures = new RunFigures(),
        };
        return new PlayedRun(result, end, trail, touched);
    }
}
