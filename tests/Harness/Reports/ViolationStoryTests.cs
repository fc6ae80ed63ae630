using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Harness.Workload;
using SfMarketo.Kernel.Recording;
using SfMarketo.Tests.Harness.Expectations;

namespace SfMarketo.Tests.Harness.Reports;

public sealed class ViolationStoryTests
{
    private static readonly DateTimeOffset Start = ScenarioClock.Default.StartUtc;

    private static readonly FakeRecords Records = new FakeRecords()
        .Add(ScenarioObject.Lead, "00Q1", ("ConvertedContactId", "0031"), ("MarketoPersonId__c", "1001"))
        .Add(ScenarioObject.Contact, "0031", ("MarketoPersonId__c", "1001"))
        .Add(ScenarioObject.Person, "1001", ("sfdcPersonId", "0031"))
        .Add(ScenarioObject.Person, "1002", ("sfdcPersonId", null))
        .Add(new ScenarioObject("salesforce", "Task"), "00T1", ("WhoId", "0031"));

    private readonly StoryLog story = new();

    [Fact]
    public void The_line_is_the_last_that_touched_the_record_or_one_that_belongs_to_it_before()
    {
        Note(1, 12, "salesforce lead created", "00Q1");
        Note(5, 14, "marketo person edited", "1001");
        Note(9, 16, "salesforce lead edited", "00Q1");
        Note(6, 18, "marketo person created", "1002");

        Line(new Violation("x", At(7), "Person 1001", [])).Should().Be("x.yaml:14: marketo person edited");
        Line(new Violation("x", At(4), "Person 1001", [])).Should().Be("x.yaml:12: salesforce lead created");
        Line(new Violation("x", null, "Task 00T1", [])).Should().Be("x.yaml:16: salesforce lead edited");
        Line(new Violation("x", At(7), "Person 9, Person 1002", [])).Should().Be("x.yaml:18: marketo person created");
    }

    [Fact]
    public void Without_a_touch_it_is_the_rule_in_force_or_the_last_step()
    {
        Note(1, 12, "outbound messages lost", null, isStep: true);
        Note(3, 13, "salesforce lead edited", "00Q9", isStep: false);
        story.InForce(Start.AddMinutes(5), Start.AddMinutes(8), "x.yaml:30", "fault 'storm'");
        story.InForce(Start.AddMinutes(6), Start.AddMinutes(7), "x.yaml:31", "fault 'brief'");

        Line(new Violation("x", At(4), "", [])).Should().Be("x.yaml:12: outbound messages lost");
        Line(new Violation("x", At(5), "Person 1001", [])).Should().Be("x.yaml:30: fault 'storm'");
        Line(new Violation("x", At(6), "", [])).Should().Be("x.yaml:31: fault 'brief'");
        Line(new Violation("x", At(8), "", [])).Should().Be("x.yaml:12: outbound messages lost");
        Line(new Violation("x", At(0), "", [])).Should().BeNull();
    }

    [Fact]
    public void A_moment_is_given_since_the_start_too_and_checks_that_did_not_apply_are_left_out()
    {
        var told = new ViolationStory(story, Records, Start).Tell(
            [new CheckResult("A1", "x", false, 1, [new Violation("x", At(7), "", [4])]), new CheckResult("A2", "y", true, 0, []) { Applied = false }]);

        told.Should().ContainSingle().Which.Violations.Should().ContainSingle().Which.Offset.Should().Be(TimeSpan.FromMinutes(7));
    }

    private string? Line(Violation violation) =>
        new ViolationStory(story, Records, Start).Tell([new CheckResult("A1", "x", false, 1, [violation])]).Single().Violations.Single().Line;

    private void Note(int minute, int line, string what, string? record, bool isStep = true) => story.Note(Start.AddMinutes(minute), $"x.yaml:{line}", what, record, isStep);

    private static long At(int minute) => Micros.From(Start.AddMinutes(minute));
}
