using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Tests.Harness.Expectations;

public sealed class HeldJudgeTests
{
    private const string Pairs = "{ every: salesforce Lead, has: { exactly: 1, of: marketo person, with: { sfdcPersonId: $Id, email: $Email } }";

    [Fact]
    public void Always_says_when_it_broke_what_was_there_and_when_it_was_last_true()
    {
        var result = new HeldStage("{ count: salesforce Lead, where: { Status: Open }, is: \"<= 1\", hold: always }")
            .At(1).Set(ScenarioObject.Lead, "00Q1", ("Status", "Open"))
            .At(5).Set(ScenarioObject.Lead, "00Q2", ("Status", "Open"))
            .At(7).Set(ScenarioObject.Lead, "00Q1", ("Status", "Closed"))
            .At(9).Finish();

        result.Passed.Should().BeFalse();
        result.Text.Should().Be("the number of salesforce Lead where Status: Open is <= 1, always");
        result.Facts.Should().Equal(
            "first false at 2026-03-03T12:05:00.000000Z (t+5m0s): it is 2",
            "true again at the end",
            "last value: it is 1");
        result.Failures.Should().Equal("salesforce Lead 00Q1 fits", "salesforce Lead 00Q2 fits");
        result.Witness.Should().Be("00Q1");
    }

    [Fact]
    public void What_is_undone_at_the_same_instant_never_was()
    {
        var stage = new HeldStage("{ count: salesforce Lead, is: \"<= 1\", hold: always }", (ScenarioObject.Lead, "00Q1", []));

        stage.At(5).Set(ScenarioObject.Lead, "00Q2").Remove(ScenarioObject.Lead, "00Q1").At(9).Finish().Passed.Should().BeTrue();
    }

    [Theory]
    [InlineData("<= 1", "always", false)]
    [InlineData("== 0", "always", true)]
    [InlineData("< 1", "always", true)]
    [InlineData(">= 1", "never", true)]
    [InlineData(">= 2", "never", false)]
    public void A_rule_about_rows_that_never_were_holds_only_when_it_says_that_there_are_none(string number, string hold, bool passed)
    {
        var result = new HeldStage($"{{ count: salesforce Lead, where: {{ Status: Open }}, is: \"{number}\", hold: {hold} }}", (ScenarioObject.Lead, "00Q1", [("Status", "Closed")])).At(5).Finish();

        result.Passed.Should().Be(passed);
        result.Facts.Should().Equal(passed ? [] : ["no salesforce Lead ever fitted 'where', so this examined nothing"]);
    }

    [Fact]
    public void From_and_until_narrow_always_to_what_stands_between_them()
    {
        HeldStage Stage() => new("{ count: salesforce Lead, is: 1, hold: always, from: t+10m, until: t+20m }");

        Stage().At(5).Set(ScenarioObject.Lead, "00Q1").At(20).Remove(ScenarioObject.Lead, "00Q1").At(30).Finish().Passed.Should().BeTrue();
        Stage().At(10.1).Set(ScenarioObject.Lead, "00Q1").At(30).Finish().Facts[0].Should().Be("first false at 2026-03-03T12:10:00.000000Z (t+10m0s): it is 0");
        Stage().At(5).Set(ScenarioObject.Lead, "00Q1").At(19.5).Remove(ScenarioObject.Lead, "00Q1").At(30).Finish().Facts[1].Should().Be("last true until 2026-03-03T12:19:30.000000Z (t+19m30s)");
        Stage().At(5).Finish().Facts.Should().Equal("never judged: the run ended at 2026-03-03T12:05:00.000000Z (t+5m0s), before its time began");
    }

    [Fact]
    public void Never_breaks_with_the_first_row_that_has_it()
    {
        var result = new HeldStage("{ every: salesforce Lead, has: { with: { Status: Lost } }, hold: never }", (ScenarioObject.Lead, "00Q1", [("Status", "Open")]), (ScenarioObject.Lead, "00Q2", [("Status", "Open")]))
            .At(5).Set(ScenarioObject.Lead, "00Q2", ("Status", "Lost"))
            .At(6).Set(ScenarioObject.Lead, "00Q2", ("Status", "Open"))
            .At(9).Finish();

        result.Facts.Should().Equal(
            "first true at 2026-03-03T12:05:00.000000Z (t+5m0s): 1 of 2 had it",
            "last true until 2026-03-03T12:06:00.000000Z (t+6m0s)",
            "last value: 0 of 2 had it");
        result.Failures.Should().Equal("salesforce Lead 00Q2 has it");
    }

    [Fact]
    public void Eventually_needs_one_instant_at_which_all_rows_have_it()
    {
        HeldStage Stage() => new HeldStage("{ every: salesforce Lead, has: { with: { Status: Won } }, hold: eventually }", (ScenarioObject.Lead, "00Q1", [("Status", "Open")]), (ScenarioObject.Lead, "00Q2", [("Status", "Open")]))
            .At(5).Set(ScenarioObject.Lead, "00Q1", ("Status", "Won"));

        Stage().At(6).Set(ScenarioObject.Lead, "00Q2", ("Status", "Won")).At(7).Set(ScenarioObject.Lead, "00Q1", ("Status", "Open")).At(9).Finish().Passed.Should().BeTrue();
        var missed = Stage().At(6).Set(ScenarioObject.Lead, "00Q1", ("Status", "Open")).At(7).Set(ScenarioObject.Lead, "00Q2", ("Status", "Won")).At(9).Finish();
        missed.Facts.Should().Equal("never true", "never true before", "last value: 1 of 2 had it not");
        missed.Failures.Should().Equal("salesforce Lead 00Q1 has Status Open, not Won");
        new HeldStage("{ every: salesforce Lead, has: { with: { Status: Won } }, hold: eventually }").At(9).Finish().Passed.Should().BeFalse("no row is no truth");
    }

    [Fact]
    public void Within_counts_from_a_moment_and_its_last_instant_is_good()
    {
        HeldStage Stage() => new("{ count: salesforce Lead, is: 1, within: 30m, from: t+10m }");

        Stage().At(40).Set(ScenarioObject.Lead, "00Q1").At(50).Finish().Passed.Should().BeTrue();
        var late = Stage().At(40.01).Set(ScenarioObject.Lead, "00Q1").At(50).Finish();
        late.Facts.Should().Equal("not true by 2026-03-03T12:40:00.000000Z (t+40m0s)", "never true before", "last value: it is 0");
        Stage().At(2).Set(ScenarioObject.Lead, "00Q1").At(9).Remove(ScenarioObject.Lead, "00Q1").At(50).Finish().Facts[1].Should().Be("last true until 2026-03-03T12:09:00.000000Z (t+9m0s)");
        Stage().At(20).Finish().Facts[0].Should().Be("not true when the run ended, before its time was over");
    }

    [Fact]
    public void Within_counts_from_the_doing_of_a_step_which_must_be_done()
    {
        HeldStage Stage() => new HeldStage("{ count: marketo person, is: \">= 1\", within: 30m, after: ada }").At(60);

        Stage().Done("ada").At(85).Set(ScenarioObject.Person, "1001").At(100).Finish().Passed.Should().BeTrue();
        Stage().Done("ada").At(95).Set(ScenarioObject.Person, "1001").At(100).Finish().Facts[0].Should().Be("not true by 2026-03-03T13:30:00.000000Z (t+1h30m0s)");
        Stage().At(100).Finish().Facts.Should().Equal("never judged: the step 'ada' was not done");
    }

    [Fact]
    public void Within_alone_gives_each_row_its_own_time_whenever_it_is_wrong()
    {
        HeldStage Stage() => new HeldStage(Pairs + ", within: 30m }").At(10).Set(ScenarioObject.Lead, "00Q1", ("Email", "a"));

        Stage().At(39).Set(ScenarioObject.Person, "1001", ("sfdcPersonId", "00Q1"), ("email", "a")).At(100).Set(ScenarioObject.Lead, "00Q1", ("Email", "b")).At(120).Finish().Passed.Should().BeTrue();
        var late = Stage().At(39).Set(ScenarioObject.Person, "1001", ("sfdcPersonId", "00Q1"), ("email", "a"))
            .At(100).Set(ScenarioObject.Lead, "00Q1", ("Email", "b"))
            .At(140).Set(ScenarioObject.Person, "1001", ("sfdcPersonId", "00Q1"), ("email", "b")).At(150).Finish();
        late.Text.Should().EndWith("email: $Email, each within 30m");
        late.Facts.Should().Equal("first late at 2026-03-03T14:10:00.000000Z (t+2h10m0s); 1 row in all", "last value: 0 of 1 had it not");
        late.Failures.Should().Equal("at 2026-03-03T14:10:00.000000Z (t+2h10m0s) salesforce Lead 00Q1 has 0 marketo person with sfdcPersonId: 00Q1, email: b, not 1");
        new HeldStage(Pairs + ", within: 30m }").At(100).Finish().Passed.Should().BeFalse("there was no row");
    }

    [Fact]
    public void A_row_that_is_right_only_between_two_writes_of_one_instant_stays_late()
    {
        new HeldStage(Pairs + ", within: 30m }").At(10).Set(ScenarioObject.Lead, "00Q1", ("Email", "a"))
            .At(30).Set(ScenarioObject.Person, "1001", ("sfdcPersonId", "00Q1"), ("email", "a")).Set(ScenarioObject.Lead, "00Q1", ("Email", "b"))
            .At(41).Finish().Facts[0].Should().StartWith("first late at 2026-03-03T12:40:00");
    }

    [Fact]
    public void A_counterpart_that_comes_or_goes_changes_its_own_row_only()
    {
        var stage = new HeldStage(
            Pairs + ", hold: always, from: t+1m }",
            (ScenarioObject.Lead, "00Q1", [("Email", "a")]), (ScenarioObject.Lead, "00Q2", [("Email", "b")]),
            (ScenarioObject.Person, "1001", [("sfdcPersonId", "00Q1"), ("email", "a")]), (ScenarioObject.Person, "1002", [("sfdcPersonId", "00Q2"), ("email", "b")]));

        var result = stage.At(5).Set(ScenarioObject.Person, "1002", ("sfdcPersonId", "00Q1"), ("email", "a")).At(9).Finish();

        result.Facts[0].Should().Be("first false at 2026-03-03T12:05:00.000000Z (t+5m0s): 2 of 2 had it not");
        result.Failures.Should().Equal(
            "salesforce Lead 00Q1 has 2 marketo person with sfdcPersonId: 00Q1, email: a, not 1",
            "salesforce Lead 00Q2 has 0 marketo person with sfdcPersonId: 00Q2, email: b, not 1");
    }

    [Fact]
    public void A_named_record_is_followed_to_its_counterpart()
    {
        HeldStage Stage() => new HeldStage("{ who: ada, of: marketo person, with: { lifecycleStage: SQL }, hold: never }")
            .At(5).Set(ScenarioObject.Lead, "00Q1").Name("ada", ScenarioObject.Lead, "00Q1")
            .At(6).Set(ScenarioObject.Person, "1001", ("sfdcPersonId", "00Q1"), ("lifecycleStage", "MQL"));

        Stage().At(9).Finish().Passed.Should().BeTrue();
        Stage().At(7).Set(ScenarioObject.Person, "1001", ("sfdcPersonId", "00Q1"), ("lifecycleStage", "SQL")).At(9).Finish().Facts[0]
            .Should().Be("first true at 2026-03-03T12:07:00.000000Z (t+7m0s): marketo person 1001 had it");
        new HeldStage("{ who: ada, of: marketo person, with: { lifecycleStage: SQL }, hold: never }").At(5).Set(ScenarioObject.Lead, "00Q1").Name("ada", ScenarioObject.Lead, "00Q1").At(9).Finish().Facts
            .Should().Equal("never judged: there was no marketo person of ada in its time");
    }

    [Fact]
    public void A_named_record_must_be_there_always_once_it_was()
    {
        var result = new HeldStage("{ who: ada, of: marketo person, with: { email: a }, hold: always }")
            .At(5).Set(ScenarioObject.Lead, "00Q1").Name("ada", ScenarioObject.Lead, "00Q1")
            .At(6).Set(ScenarioObject.Person, "1001", ("sfdcPersonId", "00Q1"), ("email", "a"))
            .At(8).Remove(ScenarioObject.Person, "1001").At(9).Finish();

        result.Facts[0].Should().Be("first false at 2026-03-03T12:08:00.000000Z (t+8m0s): ada is no marketo person");
        result.Witness.Should().Be("00Q1");
    }
}
