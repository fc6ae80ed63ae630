using SfMarketo.Harness.Checks;

namespace SfMarketo.Tests.Harness.Checks;

public sealed class StateCheckTests
{
    private const string TheLead = "00Q5g0000000001EAA";

    [Theory]
    [InlineData("A12")]
    [InlineData("A19")]
    [InlineData("A20")]
    [InlineData("Q5")]
    [InlineData("Q11")]
    [InlineData("Q12")]
    [InlineData("Q13")]
    public void A_file_that_was_not_read_is_a_failure_that_says_why(string check)
    {
        new HandMadeRun().Left(EngineState.NotRead("the engine did not stop in order")).Judge(check)
            .Violations.Should().ContainSingle().Which.What.Should().Be("Not judged: the engine did not stop in order");
        new HandMadeRun().Judge(check).Should().Match<CheckResult>(result => !result.Passed && result.Examined == 0);
    }

    [Fact]
    public void A19_allows_rows_that_wait_with_what_they_said()
    {
        var run = new HandMadeRun().Left(HandMadeState.Lawful with
        {
            Inbox = [new EngineInboxRows("salesforce.Lead", 0, true, 1), new EngineInboxRows("salesforce.Lead", 1, false, 2)],
            Intents = [new EngineEffects(3, "mk:1", 1), new EngineEffects(4, "mk:1", 1)],
        });

        run.Judge("A19").Should().Match<CheckResult>(result => result.Passed && result.Examined == 8);
    }

    [Fact]
    public void A19_finds_states_that_are_none_second_attempts_and_stale_owners()
    {
        var run = new HandMadeRun().Left(HandMadeState.Lawful with
        {
            NewestEpochs = [("link", 2)],
            Inbox = [new EngineInboxRows("salesforce.Lead", 2, false, 1), new EngineInboxRows("salesforce.Lead", 0, false, 1), new EngineInboxRows("salesforce.Lead", 1, true, 1)],
            Intents = [new EngineEffects(3, "mk:1", 2)],
        });

        run.Judge("A19").Violations.Should().HaveCount(5);
        new HandMadeRun().Left(HandMadeState.Lawful with { OwnerEpochs = [2] }).Judge("A19").Violations.Should().ContainSingle().Which.What.Should().Be("The owner's epoch is 2, the engine was started 1 times");
        new HandMadeRun().Left(HandMadeState.Lawful with { OwnerEpochs = [1, 1] }).Judge("A19").Passed.Should().BeFalse();
    }

    [Fact]
    public void A20_allows_as_many_inbox_rows_as_were_given()
    {
        var run = new HandMadeRun().EngineRead(1, ("Lead", TheLead, 1), ("Lead", "x", 2)).HumanCommit(0, "Lead", TheLead, "update").Left(HandMadeState.Lawful with { Outbox = [new EngineEffects(3, "mk:1", 1)] });

        run.Judge("A20").Passed.Should().BeTrue();
    }

    [Fact]
    public void A20_finds_more_rows_than_were_given_and_more_effects_than_changes()
    {
        var run = new HandMadeRun().EngineRead(1, ("Lead", TheLead, 1)).HumanCommit(0, "Lead", TheLead, "update")
            .Left(HandMadeState.Lawful with { Outbox = [new EngineEffects(3, "mk:1", 2), new EngineEffects(3, "mk:2", 1)] });

        run.Judge("A20").Violations.Select(violation => violation.What).Should().Equal(
            "2 waiting effects of kind 3 for one record", "Effects wait for 2 records, and 1 were changed in the whole run", "2 inbox rows, and the engine was given 1 records in the whole run");
    }

    [Fact]
    public void A20_allows_keys_of_two_days_and_finds_older_ones()
    {
        const double end = 80 * 3600;
        var run = new HandMadeRun().EngineRead(1, ("Lead", TheLead, 1), ("Lead", "x", 2));

        run.Left(HandMadeState.Lawful with { OldestReceived = HandMadeRun.At(end - (48 * 3600)) }).Judge("A20", end).Passed.Should().BeTrue();
        new HandMadeRun().EngineRead(1, ("Lead", TheLead, 1), ("Lead", "x", 2)).Left(HandMadeState.Lawful with { OldestReceived = HandMadeRun.At(end - (48 * 3600) - 1) }).Judge("A20", end)
            .Violations.Should().ContainSingle().Which.What.Should().Be("The inbox keeps a row that was received 48 h before the end");
    }

    [Fact]
    public void Q11_allows_the_dead_letters_that_the_scenario_speaks_of()
    {
        var letters = HandMadeState.Lawful with { DeadLetters = [new EngineDeadLetter(3, "mk:1", "1003", 0), new EngineDeadLetter(3, "mk:2", "1003", 0)] };

        new HandMadeRun(new CheckSettings { FewestDeadLetters = 2, MostDeadLetters = 2 }).Left(letters).Judge("Q11").Passed.Should().BeTrue();
        new HandMadeRun(new CheckSettings { FewestDeadLetters = 3, MostDeadLetters = 3 }).Left(letters).Judge("Q11").Passed.Should().BeFalse();
        new HandMadeRun(new CheckSettings { MostDeadLetters = 1 }).Left(letters).Judge("Q11").Violations.Should().HaveCount(2);
        new HandMadeRun().Left(HandMadeState.Lawful).Judge("Q11").Passed.Should().BeTrue();
    }

    [Fact]
    public void Q11_finds_what_waits_and_what_was_begun()
    {
        var run = new HandMadeRun().Left(HandMadeState.Lawful with
        {
            Inbox = [new EngineInboxRows("salesforce.Lead", 0, true, 1)],
            Intents = [new EngineEffects(3, "mk:1", 1)],
            Outbox = [new EngineEffects(3, "mk:2", 1)],
        });

        run.Judge("Q11").Violations.Should().HaveCount(3);
    }

    [Fact]
    public void Q13_compares_the_last_days_count()
    {
        Run().Left(HandMadeState.Lawful).Judge("Q13").Should().Match<CheckResult>(result => result.Passed && result.Examined == 2);
        Run().Left(HandMadeState.Lawful with { Ledger = new EngineLedger("2026-07-01", 1) }).Judge("Q13").Passed.Should().BeFalse();
        Run().Left(HandMadeState.Lawful with { Ledger = new EngineLedger("2026-07-01", 3) }).Judge("Q13").Passed.Should().BeFalse();
        Run().Left(HandMadeState.Lawful with { Ledger = null }).Judge("Q13").Passed.Should().BeFalse();
        Run().Marketo(5, client: "", codes: "602").Left(HandMadeState.Lawful with { Ledger = new EngineLedger("2026-07-01", 3) }).Judge("Q13").Passed.Should().BeTrue();

        new HandMadeRun(new CheckSettings { LosesCalls = true }).Marketo(0).Marketo(1).Left(HandMadeState.Lawful with { Ledger = new EngineLedger("2026-07-01", 3) }).Judge("Q13").Passed.Should().BeTrue();

        // Midnight in Chicago is 17 h after the start; the neighbour and the sign-in do not count.
        static HandMadeRun Run() => new HandMadeRun().Marketo(0).Marketo(17 * 3600 - 1).Marketo(17 * 3600).Marketo(1, client: "neighbour").Marketo(2, path: "/identity/oauth/token");
    }

    [Fact]
    public void Q13_counts_a_request_once_that_a_fault_delivers_twice()
    {
        new HandMadeRun().Marketo(0).Marketo(1, fault: "twice").Marketo(2, fault: "twice (again)").Left(HandMadeState.Lawful).Judge("Q13").Passed.Should().BeTrue();
        new HandMadeRun().Marketo(0).Marketo(1, fault: "twice").Marketo(2, fault: "twice").Left(HandMadeState.Lawful).Judge("Q13").Passed.Should().BeFalse();
    }

    [Fact]
    public void A12_allows_a_change_that_the_cursor_has_not_passed()
    {
        var run = new HandMadeRun().HumanCommit(10, "Lead", TheLead, "update").EngineRead(20, ("Lead", TheLead, 1)).HumanCommit(100.5, "Lead", TheLead, "update").HumanCommit(50, "Lead", "deleted", "update")
            .HumanCommit(51, "Lead", "deleted", "delete").Left(HandMadeState.Lawful);

        run.Judge("A12").Should().Match<CheckResult>(result => result.Passed && result.Examined == 4);
    }

    [Fact]
    public void A12_finds_a_cursor_past_a_change_that_was_not_read()
    {
        var run = new HandMadeRun().HumanCommit(10, "Lead", TheLead, "update").EngineRead(20, ("Lead", TheLead, 1)).HumanCommit(98.9, "Lead", TheLead, "update")
            .Left(HandMadeState.Lawful);

        run.Judge("A12").Violations.Should().ContainSingle().Which.Record.Should().Be("Lead " + TheLead);
    }

    [Fact]
    public void A12_finds_a_cursor_in_the_future_and_none_at_all()
    {
        new HandMadeRun().Left(HandMadeState.Lawful).Judge("A12", end: 99).Violations.Should().ContainSingle();
        new HandMadeRun().Left(HandMadeState.Lawful with { Cursors = [] }).Judge("A12").Passed.Should().BeFalse();
    }

    [Fact]
    public void Q5_allows_links_that_both_systems_have()
    {
        var run = Linked().Left(HandMadeState.Lawful with { Links = [new EngineLink(1, "7", TheLead, true), new EngineLink(2, "8", "00Q8", false)], Aliases = [("00Q9", 1)] });

        run.Judge("Q5").Should().Match<CheckResult>(result => result.Passed && result.Examined == 6);
    }

    [Fact]
    public void Q5_finds_links_that_are_no_function_or_not_so()
    {
        Judge(new EngineLink(1, "7", TheLead, true), new EngineLink(2, "7", "00Q2", true)).Should().HaveCount(1);
        Judge().Should().ContainSingle().Which.What.Should().EndWith("the engine does not know it");
        Judge(new EngineLink(1, "9", TheLead, true)).Should().HaveCount(2);
        Linked().EndsWithPerson("8", ("sfdcPersonId", TheLead)).Left(State(new EngineLink(1, "7", TheLead, true))).Judge("Q5").Passed.Should().BeFalse();
        Linked().Left(State(new EngineLink(1, "7", TheLead, true)) with { Aliases = [("00Q9", 5), (TheLead, 1)] }).Judge("Q5").Violations.Should().HaveCount(2);

        static EngineState State(params EngineLink[] links) => HandMadeState.Lawful with { Links = links };
        static IReadOnlyList<Violation> Judge(params EngineLink[] links) => Linked().Left(State(links)).Judge("Q5").Violations;
    }

    private static HandMadeRun Linked() => new HandMadeRun().EndsWithPerson("7", ("sfdcPersonId", TheLead)).EndsWithLead(TheLead, ("MarketoPersonId__c", "7"));
}
