using SfMarketo.Harness.Checks;

namespace SfMarketo.Tests.Harness.Checks;

/// <summary>A12 and Q10 on the rows of Marketo's logs, by which people are known to have changed.</summary>
public sealed class LogRowTests
{
    private const long Row = 100_001;
    private static readonly string Guid = $"{Row}";

    [Fact]
    public void Q10_allows_a_change_that_was_read_in_the_log_or_with_its_person()
    {
        var byLog = Changed().MarketoRead(20, ("Activity", Guid, Row));
        var withPerson = Changed().MarketoRead(20, ("Person", "7", 1));

        byLog.Judge("Q10").Should().Match<CheckResult>(result => result.Passed && result.Examined == 1);
        withPerson.Judge("Q10").Passed.Should().BeTrue();
    }

    [Fact]
    public void Q10_finds_a_change_of_a_person_that_reached_nobody()
    {
        Changed().Judge("Q10").Violations.Should().ContainSingle().Which.Should().Match<Violation>(violation => violation.Record == "Person 7" && violation.What == "A change of it was never read");
        Changed().MarketoRead(20, "neighbour", null, ("Activity", Guid, Row)).Judge("Q10").Passed.Should().BeFalse();
        Changed().MarketoRead(20, HandMadeRun.Engine, "network.lost", ("Activity", Guid, Row)).Judge("Q10").Passed.Should().BeFalse();
        Changed().MarketoRead(20, ("Person", "7", 0)).Judge("Q10").Passed.Should().BeFalse();
    }

    [Fact]
    public void Q10_asks_for_the_log_rows_of_the_fields_that_the_engine_carries()
    {
        // Three fields, three rows: the first is nothing that flows to Salesforce, the second is.
        var run = Started().PersonChange(10, "7", "update", Row, "websiteVisits", "leadScore", "country");

        run.MarketoRead(20, ("Activity", Guid, Row)).MarketoRead(21, ("Activity", $"{Row + 2}", Row + 2)).Judge("Q10").Passed.Should().BeFalse();
        Started().PersonChange(10, "7", "update", Row, "websiteVisits", "leadScore").MarketoRead(21, ("Activity", $"{Row + 1}", Row + 1)).Judge("Q10").Passed.Should().BeTrue();
        Started().PersonChange(10, "7", "update", Row, "websiteVisits").Judge("Q10").Applied.Should().BeFalse();
        Started().PersonChange(10, "7", "update", 0, "leadScore").Judge("Q10").Applied.Should().BeFalse();
    }

    [Fact]
    public void Q10_asks_nothing_of_before_the_engine_of_its_own_writes_or_of_who_is_gone()
    {
        new HandMadeRun().PersonChange(10, "7", "create", Row).Marketo(11).Judge("Q10").Applied.Should().BeFalse();
        Changed().HumanCommit(30, "Person", "7", "delete").Judge("Q10").Passed.Should().BeTrue();
        Started().EngineCommit(10, "Person", "7", "create", ("email", "a@x.example")).Judge("Q10").Applied.Should().BeFalse();
    }

    [Fact]
    public void A12_allows_a_row_that_is_in_the_inbox_and_one_that_the_next_look_back_will_show()
    {
        Changed().MarketoRead(20, ("Activity", Guid, Row)).Left(State(3500, 3500) with { MarketoKeys = new HashSet<string> { Guid } }).Judge("A12", 3600).Passed.Should().BeTrue();

        // Thirty minutes before the last look back is 1,500 s: the change of 1,600 s may still come.
        Started().PersonChange(1600, "7", "update", Row, "leadScore").Left(State(3500, 3300)).Judge("A12", 3600).Passed.Should().BeTrue();
    }

    [Fact]
    public void A12_finds_a_row_that_was_given_and_not_kept_and_one_that_was_never_given()
    {
        Changed().MarketoRead(20, ("Activity", Guid, Row)).Left(State(3500, 3500)).Judge("A12", 3600).Violations.Should().ContainSingle()
            .Which.Should().Match<Violation>(violation => violation.Record == "Person 7" && violation.What == $"The cursor stands 1690 s past its change, which is not in the inbox as {Guid}");
        Started().PersonChange(1499, "7", "update", Row, "leadScore").Left(State(3500, 3300)).Judge("A12", 3600).Passed.Should().BeFalse();
        Started().HumanCommit(10, "Activity", "g1", "create", ("activityTypeId", 2), ("personId", 7)).Left(State(3500, 3500) with { MarketoKeys = new HashSet<string> { Guid } })
            .Judge("A12", 3600).Violations.Select(violation => violation.Record).Should().Equal("Activity g1");
    }

    [Fact]
    public void A12_looks_for_keys_of_the_last_day_only()
    {
        const double twoDays = 2 * 24 * 3600;

        Changed().MarketoRead(20, ("Activity", Guid, Row)).Left(State(twoDays, twoDays)).Judge("A12", twoDays).Passed.Should().BeTrue();
        Changed().Left(State(twoDays, twoDays)).Judge("A12", twoDays).Violations.Should().ContainSingle().Which.What.Should().EndWith("past its change, which was never read");
    }

    [Fact]
    public void A12_asks_an_engine_that_reads_people_by_their_last_change_that_they_were_given()
    {
        var state = State(3500, 3500, "marketo.updatedAt");

        Changed().MarketoRead(20, ("Person", "7", 1)).Left(state).Judge("A12", 3600).Passed.Should().BeTrue();
        Changed().Left(state).Judge("A12", 3600).Violations.Should().ContainSingle();
    }

    private static HandMadeRun Started() => new HandMadeRun().Marketo(0);

    private static HandMadeRun Changed() => Started().PersonChange(10, "7", "update", Row, "leadScore");

    private static EngineState State(double mark, double lookedBack, string people = "marketo.leadchanges") => HandMadeState.Lawful with
    {
        Cursors =
        [
            new EngineCursor("marketo.activities", HandMadeRun.At(mark)), new EngineCursor("marketo.activities.rescan", HandMadeRun.At(lookedBack)),
            new EngineCursor(people, HandMadeRun.At(mark)), new EngineCursor(people + ".rescan", HandMadeRun.At(lookedBack)), new EngineCursor("salesforce.Lead", HandMadeRun.At(100)),
        ],
    };
}
