using SfMarketo.Harness.Checks;

namespace SfMarketo.Tests.Harness.Checks;

public sealed class MessageCheckTests
{
    private const string TheLead = "00Q5g0000000001EAA";

    [Fact]
    public void QM_does_not_apply_without_messages() => new HandMadeRun().EngineRead(1, ("Lead", TheLead, 1)).Judge("QM").Applied.Should().BeFalse();

    [Theory]
    [InlineData("ack", 30, true)]
    [InlineData("ack", 30.5, false)]
    [InlineData("nack", 30, true)]
    [InlineData("fault", 30.5, false)]
    [InlineData("timeout", 60, false)]
    [InlineData("refused", 40, true)]
    public void QM_wants_an_answer_within_thirty_seconds(string answer, double took, bool passes) =>
        new HandMadeRun().Message(0, "Lead", TheLead, 1).Message(1, "Lead", TheLead, 1, answer, took).EngineRead(60, ("Lead", TheLead, 1)).Judge("QM").Passed.Should().Be(passes);

    [Fact]
    public void QM_forgives_what_was_on_the_wire_when_the_engine_was_killed()
    {
        Killed(5).Judge("QM").Passed.Should().BeTrue();
        Killed(6).Judge("QM").Violations.Should().ContainSingle();

        static HandMadeRun Killed(int messages)
        {
            var run = new HandMadeRun(new CheckSettings { EngineStarts = 2 });
            for (var number = 0; number < messages; number++)
            {
                run.Message(number, "Lead", TheLead, 1, "timeout", 60);
            }

            return run;
        }
    }

    [Fact]
    public void QM_takes_a_read_of_the_value_before_the_message_or_any_read_after_it()
    {
        new HandMadeRun().EngineRead(1, ("Lead", TheLead, 7)).Message(5, "Lead", TheLead, 7).Judge("QM").Should().Match<CheckResult>(result => result.Passed && result.Examined == 2);
        new HandMadeRun().Message(5, "Lead", TheLead, 7).EngineRead(9, ("Lead", TheLead, 7)).Judge("QM").Passed.Should().BeTrue();
    }

    [Fact]
    public void QM_finds_an_acknowledged_record_that_was_never_read()
    {
        new HandMadeRun().Message(5, "Lead", TheLead, 7).Judge("QM").Violations.Should().ContainSingle().Which.Record.Should().Be("Lead " + TheLead);
        new HandMadeRun().EngineRead(1, ("Lead", TheLead, 6)).Message(5, "Lead", TheLead, 7).Judge("QM").Passed.Should().BeFalse();
        new HandMadeRun().EngineRead(1, ("Lead", TheLead, 6)).Message(5, "Lead", TheLead, 7, "nack").Judge("QM").Passed.Should().BeTrue();
    }

    [Fact]
    public void QM_wants_nothing_of_a_record_that_is_gone()
    {
        var gone = new StateRecord(TheLead, live: false, _ => null);

        var start = SystemsState.Empty(HandMadeRun.TheStart);
        new HandMadeRun(start: start).Message(5, "Opportunity", TheLead, 7).EndsWith(state => state with { Opportunities = [gone] }).Judge("QM").Passed.Should().BeTrue();
    }
}
