using SfMarketo.Harness.Checks;

namespace SfMarketo.Tests.Harness.Checks;

public sealed class TaskShapeCheckTests
{
    private const string TheLead = "00Q5g0000000001EAA";
    private const string Ann = "0055g0000000001AAA";
    private const string Bob = "0055g0000000002AAA";
    private const string Gone = "0055g0000000003AAA";
    private const string Sync = "0055g0000000009AAA";
    private const string Queue = "00G5g0000000001EAA";
    private const int Hour = 3600;

    [Fact]
    public void R12_does_not_apply_without_Tasks() => Started(Ann).Judge("R12").Applied.Should().BeFalse();

    [Fact]
    public void R12_and_A7_fail_where_no_Task_of_the_engine_could_be_looked_at()
    {
        var run = Started(Ann).EngineCommit(60, "Task", "00T1", "create", ("RenamedGuid__c", "7")).Salesforce(60, method: "PATCH");

        run.Judge().Where(result => result.Id is "R12" or "A7").Should().HaveCount(2).And.OnlyContain(result => !result.Passed && result.Applied && result.Examined == 0);
    }

    [Theory]
    [InlineData(Ann, 2.9, "2026-07-01", true)] // 14:54 UTC, 23:54 in Tokyo
    [InlineData(Ann, 2.9, "2026-07-02", false)]
    [InlineData(Ann, 3.1, "2026-07-02", true)]
    [InlineData(Ann, 3.1, "2026-07-01", false)]
    [InlineData(Bob, 3.1, "2026-07-01", true)]
    [InlineData(Bob, 3.1, "2026-07-02", false)]
    public void R12_wants_the_day_of_the_owners_clock(string owner, double hours, string day, bool passes) =>
        Task(Started(owner), hours * Hour, owner, day).Judge("R12", 6 * Hour).Should().Match<CheckResult>(result => result.Passed == passes && result.Examined == 1);

    [Fact]
    public void R12_takes_the_day_of_the_activity_not_of_the_Task() =>
        Task(Started(Ann), 2.9 * Hour, Ann, "2026-07-01", later: Hour).Judge("R12", 6 * Hour).Passed.Should().BeTrue();

    [Theory]
    [InlineData(Bob, Bob, true)]
    [InlineData(Bob, Sync, false)]
    [InlineData(Queue, Sync, true)]
    [InlineData(Queue, Bob, false)]
    [InlineData(Gone, Sync, true)]
    [InlineData(Gone, Gone, false)]
    public void R12_wants_the_rows_owner_or_the_engines_user_for_a_queue_and_who_has_left(string owner, string taskOwner, bool passes) =>
        Task(Started(owner), 60, taskOwner, "2026-07-01").Judge("R12").Passed.Should().Be(passes);

    [Theory]
    [InlineData(100, true)]
    [InlineData(2 * Hour, false)]
    public void R12_lets_the_former_owner_be_right_for_as_long_as_owners_are_remembered(double later, bool passes) =>
        Task(Started(Ann).HumanCommit(70, "Lead", TheLead, "update", ("OwnerId", Bob)), 60, Ann, "2026-07-01", later).Judge("R12", 6 * Hour).Passed.Should().Be(passes);

    [Fact]
    public void R12_finds_a_Task_that_is_not_completed() =>
        Task(Started(Bob), 60, Bob, "2026-07-01", status: "Not Started").Judge("R12").Violations.Should().ContainSingle().Which.Should().Match<Violation>(violation =>
            violation.What == "Its Status is 'Not Started', not 'Completed'" && violation.Record == "Task 00T1" && violation.Calls[0] == 1);

    private static HandMadeRun Started(string owner) => new HandMadeRun()
        .HumanCommit(0, "Lead", TheLead, "create", ("OwnerId", owner))
        .EndsWithPerson("1", ("sfdcPersonId", TheLead)).EndsWithLead(TheLead, ("MarketoPersonId__c", "1"))
        .EndsWith(state => state with { Users = [User(Ann, "Asia/Tokyo"), User(Bob, "America/New_York"), User(Gone, "UTC", false), User(Sync, "UTC", name: HandMadeRun.EngineUser)] });

    private static HandMadeRun Task(HandMadeRun run, double at, string owner, string day, double later = 30, string status = "Completed") => run
        .HumanCommit(at, "Activity", "7", "create", ("activityTypeId", 2), ("personId", 1), ("assetId", 5001))
        .EngineCommit(at + later, "Task", "00T1", "create", ("MarketoGuid__c", "7"), ("WhoId", TheLead), ("OwnerId", owner), ("ActivityDate", day), ("Status", status))
        .Salesforce(at + later, method: "PATCH");

    private static StateRecord User(string id, string zone, bool active = true, string name = "x@example.invalid") =>
        HandMadeRun.Record(id, ("Username", name), ("TimeZoneSidKey", zone), ("IsActive", active));
}
