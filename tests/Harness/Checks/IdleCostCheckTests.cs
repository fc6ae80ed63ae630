using SfMarketo.Harness.Checks;

namespace SfMarketo.Tests.Harness.Checks;

public sealed class IdleCostCheckTests
{
    private const string TheLead = "00Q5g0000000001EAA";
    private const int Begin = 1000;

    [Theory]
    [InlineData(15, true)]
    [InlineData(8, false)]
    public void R20_judges_a_silence_of_minutes(double every, bool passes)
    {
        // 300 s: 19 calls of an idle day and 10 more.
        var run = Polls(Changed(), Begin, Begin + 300, every);

        run.Judge("R20", Begin + 300).Should().Match<CheckResult>(result => result.Passed == passes && result.Examined > 0);
    }

    [Theory]
    [InlineData(15, true)]
    [InlineData(7, false)]
    public void R20_judges_Salesforce_by_a_ceiling_of_its_own(double every, bool passes)
    {
        var run = Changed();
        for (double at = Begin + every; at < Begin + 300; at += every)
        {
            run.Salesforce(at, records: 3);
        }

        run.Judge("R20", Begin + 300).Passed.Should().Be(passes);
    }

    [Fact]
    public void R20_names_the_span_and_its_calls()
    {
        var run = Polls(Changed(), Begin, Begin + 300, 5);

        var violation = run.Judge("R20", Begin + 300).Violations.Should().ContainSingle().Which;
        violation.What.Should().Be("59 calls of marketo in 300 s in which nothing happened; polls need at most 29");
        violation.At.Should().Be(HandMadeRun.At(Begin));
        violation.Calls.Should().HaveCount(2);
    }

    [Fact]
    public void R20_does_not_apply_where_something_happens_all_the_time()
    {
        var run = Started();
        for (var at = 0; at < 3600; at += 60)
        {
            Polls(run.HumanCommit(at, "Lead", TheLead, "update", ("MobilePhone", "1")), at, at + 60, 2);
        }

        run.Judge("R20").Applied.Should().BeFalse();
    }

    [Fact]
    public void R20_gives_a_new_life_five_minutes() =>
        Polls(Started().HumanCommit(1, "Lead", TheLead, "create"), 1, 300, 2).Judge("R20", 310).Applied.Should().BeFalse();

    [Fact]
    public void R20_lets_the_engine_catch_up_by_reads_that_return_something_for_half_an_hour()
    {
        Polls(Changed(), Begin, Begin + 1800, 5, records: 1).Judge("R20", Begin + 1800).Passed.Should().BeTrue();
        Polls(Changed(), Begin, Begin + 3600, 5, records: 1).Judge("R20", Begin + 3600).Passed.Should().BeFalse();
    }

    [Fact]
    public void R20_takes_a_record_that_is_new_to_the_engine_for_something_that_happens()
    {
        Reads(step: 1).Judge("R20", Begin + 300).Applied.Should().BeFalse();
        Reads(step: 0).Judge("R20", Begin + 300).Passed.Should().BeFalse();

        static HandMadeRun Reads(int step)
        {
            var run = Changed();
            for (var at = 0; at < 300; at += 5)
            {
                run.EngineRead(Begin + at, ("Lead", TheLead, 10 + (step * at)));
            }

            return run;
        }
    }

    [Fact]
    public void R20_finds_a_busy_hour_in_a_quiet_day()
    {
        var run = Polls(Polls(Polls(Changed(), Begin, 6 * 3600, 60), 6 * 3600, 7 * 3600, 12), 7 * 3600, 24 * 3600, 60);

        run.Judge("R20", 24 * 3600).Violations.Should().NotBeEmpty();
        Polls(Changed(), Begin, 24 * 3600, 20).Judge("R20", 24 * 3600).Passed.Should().BeTrue();
    }

    [Fact]
    public void R20_leaves_neighbours_and_sign_ins()
    {
        var run = Polls(Changed(), Begin, Begin + 300, 30);
        for (var at = 0; at < 300; at += 2)
        {
            run.Marketo(Begin + at, client: "neighbour").Marketo(Begin + at, path: "/identity/oauth/token");
        }

        run.Judge("R20", Begin + 300).Passed.Should().BeTrue();
    }

    private static HandMadeRun Started() => new HandMadeRun().Marketo(0, path: "/identity/oauth/token");

    /// <summary>The last change.</summary>
    private static HandMadeRun Changed() => Started().HumanCommit(Begin, "Lead", TheLead, "update", ("MobilePhone", "1"));

    private static HandMadeRun Polls(HandMadeRun run, double from, double until, double every, int records = 0)
    {
        for (var at = from + every; at < until; at += every)
        {
            run.Marketo(at, path: "/rest/v1/activities.json", records: records);
        }

        return run;
    }
}
