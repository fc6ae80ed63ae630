using SfMarketo.Harness.Checks;

namespace SfMarketo.Tests.Harness.Checks;

public sealed class TaskCheckTests
{
    private const string TheLead = "00Q5g0000000001EAA";
    private const string Ann = "0055g0000000001AAA";
    private const int FillOut = 2;
    private const int Open = 10;
    private const int Click = 11;

    private int guid = 100_000;

    [Fact]
    public void A7_allows_one_Task_an_activity()
    {
        var run = new HandMadeRun()
            .EngineCommit(1, "Task", "00T1", "create", ("MarketoGuid__c", "1")).Salesforce(1, method: "PATCH")
            .EngineCommit(2, "Task", "00T2", "create", ("MarketoGuid__c", "2")).EngineCommit(2, "Task", "00T1", "update", ("MarketoGuid__c", "1")).Salesforce(2, method: "PATCH");

        run.Judge("A7").Should().Match<CheckResult>(result => result.Passed && result.Examined == 3);
    }

    [Fact]
    public void A7_finds_a_second_Task_also_when_the_first_was_deleted()
    {
        var run = new HandMadeRun()
            .EngineCommit(1, "Task", "00T1", "create", ("MarketoGuid__c", "1")).HumanCommit(2, "Task", "00T1", "delete")
            .EngineCommit(3, "Task", "00T2", "create", ("MarketoGuid__c", "1"));

        run.Judge("A7").Violations.Should().ContainSingle().Which.Record.Should().Be("Task 00T2");
    }

    [Fact]
    public void A7_and_Q7_do_not_apply_where_nothing_is_worth_a_Task()
    {
        var run = new HandMadeRun().HumanCommit(0, "Lead", TheLead, "create");

        run.Judge("A7").Should().Match<CheckResult>(result => !result.Applied && result.Passed && result.Examined == 0);
        run.Judge("Q7").Should().Match<CheckResult>(result => !result.Applied && result.Passed && result.Examined == 0);
    }

    [Fact]
    public void Q7_counts_forms_and_the_first_human_click_of_a_mailing_and_day()
    {
        var run = Linked();
        Does(run, 60, FillOut, 5001, task: true);
        Does(run, 61, FillOut, 5001, task: true);
        Does(run, 62, Click, 4001, task: false, bot: true);
        Does(run, 63, Click, 4001, task: true);
        Does(run, 64, Click, 4001, task: false);
        Does(run, 65, Open, 4001, task: false);
        Does(run, 66, Click, 4002, task: true);

        run.Judge("Q7").Should().Match<CheckResult>(result => result.Passed && result.Examined == 4);
    }

    [Theory]
    [InlineData(Open, false)]
    [InlineData(Click, true)]
    public void Q7_finds_a_Task_for_an_open_or_a_machine(int type, bool bot)
    {
        var run = Linked();
        Does(run, 60, type, 4001, task: true, bot: bot);

        run.Judge("Q7").Violations.Should().ContainSingle().Which.Record.Should().StartWith("Task ");
    }

    [Fact]
    public void Q7_finds_an_activity_without_its_Task()
    {
        var run = Linked();
        Does(run, 60, FillOut, 5001, task: false);
        Does(run, 61, Click, 4001, task: false);

        run.Judge("Q7").Violations.Select(violation => violation.What).Should().Equal(
            "Person 1 filled out form 5001, and there is no Task", "Person 1 clicked e-mail 4001, and there is no Task");
    }

    [Theory]
    [InlineData("Asia/Tokyo", true)]
    [InlineData("America/New_York", false)]
    public void Q7_counts_days_in_the_owners_zone(string zone, bool isNewDay)
    {
        // 12:10 and 15:10 UTC: midnight of Tokyo lies between.
        var run = Linked(zone);
        Does(run, 600, Click, 4001, task: true);
        Does(run, 3 * 3600 + 600, Click, 4001, task: isNewDay);

        run.Judge("Q7", end: 5 * 3600).Passed.Should().BeTrue();
    }

    [Fact]
    public void Q7_finds_a_Task_that_another_zone_would_have_allowed()
    {
        var run = Linked("America/New_York");
        Does(run, 600, Click, 4001, task: true);
        Does(run, 3 * 3600 + 600, Click, 4001, task: true);

        run.Judge("Q7", end: 5 * 3600).Violations.Should().ContainSingle();
    }

    [Fact]
    public void Q7_lets_either_day_be_right_when_the_owner_moved_between_zones()
    {
        var run = Linked("Asia/Tokyo").HumanCommit(10, "Lead", TheLead, "update", ("OwnerId", "0055g0000000002AAA"));
        Does(run, 600, Click, 4001, task: true);
        Does(run, 3 * 3600 + 600, Click, 4001, task: false);

        run.Judge("Q7", end: 5 * 3600).Passed.Should().BeTrue();
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    [InlineData(9, false)]
    public void Q7_demands_ten_Tasks_of_eleven_forms_a_day(int tasks, bool passes)
    {
        var run = Linked();
        for (var number = 0; number < 11; number++)
        {
            Does(run, 60 + number, FillOut, 5001, task: number < tasks);
        }

        run.Judge("Q7").Passed.Should().Be(passes);
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, false)]
    [InlineData(false, false, false)]
    public void Q7_lets_the_first_click_by_date_or_by_sight_have_the_one_Task_of_a_day(bool first, bool second, bool passes)
    {
        // The first of the two is seen late, behind the second.
        var run = Linked();
        Does(run, 60, Click, 4001, task: first);
        Does(run, 61, Click, 4001, task: second);
        run.MarketoRead(70, ("Activity", "100002", 2)).MarketoRead(600, ("Activity", "100001", 1));

        run.Judge("Q7").Passed.Should().Be(passes);
    }

    [Theory]
    [InlineData(HandMadeRun.Engine, null)]
    [InlineData("neighbour", null)]
    [InlineData(HandMadeRun.Engine, "network.lost")]
    public void Q7_finds_a_Task_for_a_click_that_was_first_in_no_way(string reader, string? fault)
    {
        // Only the last reading brings the second click before the first, and it is not the engine's, or reached nobody.
        var run = Linked();
        Does(run, 60, Click, 4001, task: false);
        Does(run, 61, Click, 4001, task: true);
        if (reader != HandMadeRun.Engine || fault is not null)
        {
            run.MarketoRead(65, reader, fault, ("Activity", "100002", 2));
        }

        run.MarketoRead(70, ("Activity", "100001", 1), ("Activity", "100002", 2));

        run.Judge("Q7").Violations.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void Q7_demands_no_more_than_ten_Tasks_a_day_in_whatever_order_they_are_seen(int tasks, bool passes)
    {
        var run = Linked();
        for (var number = 0; number < 11; number++)
        {
            Does(run, 60 + number, FillOut, 5001, task: number < tasks);
        }

        run.MarketoRead(100, [.. Enumerable.Range(100_002, 10).Select(id => ("Activity", $"{id}", (long)id))]).MarketoRead(600, ("Activity", "100001", 1));

        run.Judge("Q7").Passed.Should().Be(passes);
    }

    [Fact]
    public void Q7_demands_what_was_done_before_the_link_and_nothing_of_who_was_never_linked()
    {
        var run = Started().HumanCommit(0, "Person", "1", "create", ("email", "a@x.example"));
        Does(run, 60, FillOut, 5001, task: false);
        run.HumanCommit(70, "Activity", "7", "create", ("activityTypeId", FillOut), ("personId", 2), ("assetId", 5001));
        run.EngineCommit(80, "Person", "1", "update", ("sfdcPersonId", TheLead));

        End(run).Judge("Q7").Violations.Should().ContainSingle().Which.What.Should().StartWith("Person 1 ");
    }

    [Fact]
    public void Q7_demands_nothing_from_before_the_engine_was_started()
    {
        var run = Linked(from: 30);
        Does(run, 28, FillOut, 5001, task: false);
        run.Judge("Q7").Applied.Should().BeFalse();

        run = Linked(from: 30);
        Does(run, 28, FillOut, 5001, task: true);
        run.Judge("Q7").Passed.Should().BeFalse();
    }

    [Fact]
    public void Q7_finds_a_Task_on_somebody_elses_row()
    {
        var run = Linked();
        Does(run, 60, FillOut, 5001, task: true, who: "00Q5g0000000002EAA");

        run.Judge("Q7").Violations.Should().ContainSingle().Which.What.Should().Contain("00Q5g0000000002EAA");
    }

    private static HandMadeRun Started(string zone = "UTC", double from = 0) =>
        new HandMadeRun().Salesforce(from, method: "POST", path: "/services/oauth2/token").HumanCommit(0, "Lead", TheLead, "create", ("OwnerId", Ann)).EndsWith(state => state with
        {
            Users =
            [
                HandMadeRun.Record(Ann, ("Username", "ann@example.invalid"), ("TimeZoneSidKey", zone), ("IsActive", true)),
                HandMadeRun.Record("0055g0000000002AAA", ("Username", "bob@example.invalid"), ("TimeZoneSidKey", "America/New_York"), ("IsActive", true)),
            ],
        });

    private static HandMadeRun Linked(string zone = "UTC", double from = 0) => End(Started(zone, from).HumanCommit(0, "Person", "1", "create", ("sfdcPersonId", TheLead)));

    private static HandMadeRun End(HandMadeRun run) =>
        run.EndsWithPerson("1", ("sfdcPersonId", TheLead)).EndsWithLead(TheLead, ("MarketoPersonId__c", "1"), ("OwnerId", Ann));

    private void Does(HandMadeRun run, double at, int type, int asset, bool task, bool bot = false, string who = TheLead)
    {
        var key = (++guid).ToString(System.Globalization.CultureInfo.InvariantCulture);
        run.HumanCommit(at, "Activity", key, "create", ("activityTypeId", type), ("personId", 1), ("assetId", asset), ("isBotActivity", bot));
        if (task)
        {
            run.EngineCommit(at + 30, "Task", "00T" + key, "create", ("MarketoGuid__c", key), ("WhoId", who)).Salesforce(at + 30, method: "PATCH");
        }
    }
}
