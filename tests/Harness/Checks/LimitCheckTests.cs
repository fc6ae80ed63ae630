using SfMarketo.Harness.Checks;

namespace SfMarketo.Tests.Harness.Checks;

public sealed class LimitCheckTests
{
    private static readonly CheckSettings Small = new() { CallsPerWindow = 3, ConcurrentCalls = 2, CallsPerDay = 5 };

    [Fact]
    public void A1_allows_the_next_call_exactly_a_window_after_the_first()
    {
        var run = new HandMadeRun(Small).Marketo(0).Marketo(1).Marketo(2).Marketo(20).Marketo(21);

        run.Judge("A1").Should().Match<CheckResult>(result => result.Passed && result.Examined == 5);
    }

    [Fact]
    public void A1_finds_one_call_a_microsecond_too_early_although_lines_come_out_of_order()
    {
        var run = new HandMadeRun(Small).Marketo(1).Marketo(19.999999).Marketo(2).Marketo(0, lasting: 30);

        var result = run.Judge("A1");

        result.Passed.Should().BeFalse();
        result.Violations.Should().ContainSingle().Which.Calls.Should().Equal(4, 2);
    }

    [Fact]
    public void A1_does_not_count_starred_refusals_and_identity()
    {
        var run = new HandMadeRun(Small).Marketo(0).Marketo(1).Marketo(2)
            .Marketo(3, codes: "602").Marketo(4, path: "/identity/oauth/token").Marketo(5, status: 413);

        run.Judge("A1").Passed.Should().BeTrue();
        run.Measure().MarketoWindowPeak.Should().Be(3);
    }

    [Fact]
    public void A1_leaves_other_clients_alone_unless_the_engine_is_in_the_window()
    {
        Others().Judge("A1").Passed.Should().BeTrue();
        Others().Marketo(4).Judge("A1").Passed.Should().BeFalse();

        static HandMadeRun Others() => new HandMadeRun(Small).Marketo(0, client: "a").Marketo(1, client: "a").Marketo(2, client: "a").Marketo(3, client: "a");
    }

    [Fact]
    public void A2_allows_a_call_at_the_instant_another_ends()
    {
        var run = new HandMadeRun(Small).Marketo(0, lasting: 1).Marketo(0, lasting: 5).Marketo(1, lasting: 1);

        run.Judge("A2").Passed.Should().BeTrue();
        run.Measure().MarketoInFlightPeak.Should().Be(2);
    }

    [Fact]
    public void A2_finds_one_running_call_too_many()
    {
        var run = new HandMadeRun(Small).Marketo(0, lasting: 1).Marketo(0, lasting: 5).Marketo(0.9, lasting: 1);

        run.Judge("A2").Violations.Should().ContainSingle().Which.What.Should().Be("3 calls at once, limit 2");
    }

    [Fact]
    public void A2_does_not_count_a_refused_call()
    {
        var run = new HandMadeRun(Small).Marketo(0, lasting: 5).Marketo(0, lasting: 5).Marketo(1, lasting: 1, codes: "615");

        run.Judge("A2").Passed.Should().BeTrue();
    }

    [Fact]
    public void A3_allows_stragglers_and_a_probe_a_slot()
    {
        // Chicago's midnight is 17 h after the start.
        const double midnight = 17 * 3600;
        var run = new HandMadeRun(Small).Marketo(0, codes: "607").Marketo(0.2, codes: "607").Marketo(0.3, codes: "607")
            .Marketo(midnight + 5, codes: "607").Marketo(midnight + 3605, codes: "607").Marketo(midnight + 7205).Marketo(midnight + 7206);

        run.Judge("A3", 90_000).Should().Match<CheckResult>(result => result.Passed && result.Examined == 7);
    }

    [Fact]
    public void A3_finds_a_call_before_the_reset()
    {
        var run = new HandMadeRun(Small).Marketo(0, codes: "607").Marketo(60, codes: "607");

        run.Judge("A3").Violations.Should().ContainSingle().Which.What.Should().Be("A call 61140 s before the quota's reset");
    }

    [Theory]
    [InlineData("606")]
    [InlineData("602")]
    [InlineData("1003")]
    public void A3_finds_a_call_before_the_reset_whatever_it_was_answered(string code) =>
        new HandMadeRun(Small).Marketo(0, codes: "607").Marketo(60, codes: code).Judge("A3").Passed.Should().BeFalse();

    [Fact]
    public void A3_leaves_the_engine_to_find_out_for_itself_after_a_neighbours_607_and_a_new_life_once_more()
    {
        new HandMadeRun(Small).Marketo(0, client: "neighbour", codes: "607").Marketo(60, codes: "607").Judge("A3").Passed.Should().BeTrue();
        new HandMadeRun(Small with { EngineStarts = 2 }).Marketo(0, codes: "607").Marketo(60, codes: "607").Judge("A3").Passed.Should().BeTrue();
        new HandMadeRun(Small with { EngineStarts = 2 }).Marketo(0, codes: "607").Marketo(60, codes: "607").Marketo(90, codes: "607").Judge("A3").Passed.Should().BeFalse();
    }

    [Fact]
    public void A3_takes_a_refused_probe_for_no_sign_that_the_quota_is_open()
    {
        const double midnight = 17 * 3600;
        var run = new HandMadeRun(Small).Marketo(0, codes: "607").Marketo(midnight + 5, codes: "607").Marketo(midnight + 3605, status: 502).Marketo(midnight + 3610, codes: "607").Marketo(midnight + 3660, codes: "607");

        run.Judge("A3", 90_000).Violations.Should().ContainSingle().Which.What.Should().Be("A second probe 50 s after the one before");
    }

    [Fact]
    public void A3_lets_an_engine_whose_clock_jumped_forward_probe_when_that_clock_says_so()
    {
        // Chicago's midnight is 17 h after the start: half an hour before it, a clock that is an hour ahead says that it is over.
        const double early = 16.5 * 3600;

        Judge(TimeSpan.FromHours(1), 60, early).Violations.Should().BeEmpty();
        Judge(TimeSpan.FromHours(1), 60, early, early + 60).Violations.Should().ContainSingle().Which.What.Should().Be("A second probe 60 s after the one before");
        Judge(TimeSpan.FromMinutes(29), 60, early).Violations.Should().ContainSingle().Which.What.Should().Be("A call 1800 s before the quota's reset");
        Judge(TimeSpan.FromHours(1), early + 60, early).Passed.Should().BeFalse();

        static CheckResult Judge(TimeSpan ahead, double jumped, params double[] probes)
        {
            var tally = new RunTally();
            tally.Jumped(HandMadeRun.At(jumped), (long)ahead.TotalMicroseconds);
            var run = new HandMadeRun(Small with { Tally = tally }).Marketo(0, codes: "607");
            return probes.Aggregate(run, (so, at) => so.Marketo(at, codes: "607")).Judge("A3", 90_000);
        }
    }

    [Fact]
    public void A3_finds_more_stragglers_than_can_have_been_in_flight()
    {
        var run = new HandMadeRun(Small).Marketo(0, codes: "607").Marketo(1, codes: "607").Marketo(1, codes: "607").Marketo(1, codes: "607");

        run.Judge("A3").Violations.Should().ContainSingle();
    }

    [Fact]
    public void A3_finds_a_second_probe_in_one_slot()
    {
        const double midnight = 17 * 3600;
        var run = new HandMadeRun(Small).Marketo(0, codes: "607").Marketo(midnight + 5, codes: "607").Marketo(midnight + 65, codes: "607");

        run.Judge("A3", 90_000).Violations.Should().ContainSingle().Which.What.Should().Be("A second probe 60 s after the one before");
    }

    [Fact]
    public void A3_finds_a_call_more_than_the_days_quota_and_starts_anew_at_midnight()
    {
        var spent = Small with { CallsSpentToday = 3 };
        const double midnight = 17 * 3600;

        new HandMadeRun(spent).Marketo(0).Marketo(1).Marketo(midnight).Marketo(midnight + 1).Marketo(midnight + 2).Judge("A3", 90_000).Passed.Should().BeTrue();
        new HandMadeRun(spent).Marketo(0).Marketo(1).Marketo(midnight - 1).Judge("A3", 90_000).Passed.Should().BeFalse();
        new HandMadeRun(spent).Marketo(0).Marketo(1).Marketo(midnight).Measure(90_000).MarketoQuotaUsed.Should().Be(5);
    }

    [Fact]
    public void A4_allows_what_is_just_within_the_sizes()
    {
        var run = new HandMadeRun()
            .Marketo(0, method: "POST", records: 300, bytesIn: 1_048_576)
            .Marketo(0, method: "POST", path: "/rest/v1/campaigns/1001/trigger.json", records: 100)
            .Marketo(1, query: new string('x', 8_192 - 1 - "/rest/v1/leads.json".Length))
            .Salesforce(2, method: "POST", path: "/services/data/v59.0/composite/sobjects", records: 200)
            .Salesforce(3, records: 2000);

        run.Judge("A4").Should().Match<CheckResult>(result => result.Passed && result.Examined == 5);
    }

    [Fact]
    public void A4_finds_each_size_that_is_passed()
    {
        var run = new HandMadeRun()
            .Marketo(0, method: "POST", records: 301, codes: "1003")
            .Marketo(0, method: "POST", path: "/rest/v1/campaigns/1001/trigger.json", records: 101)
            .Marketo(1, method: "POST", bytesIn: 1_048_577)
            .Marketo(2, query: new string('x', 8_192 - "/rest/v1/leads.json".Length))
            .Salesforce(3, method: "PATCH", path: "/services/data/v59.0/composite/sobjects", records: 201)
            .EngineCommit(4, "Person", "1", "update", ("firstName", "a")).EngineCommit(4, "Person", "1", "update", ("firstName", "b")).Marketo(4, method: "POST", records: 2);

        run.Judge("A4").Violations.Should().HaveCount(6);
    }

    [Fact]
    public void R1_allows_a_refusal_that_another_client_contributed_to()
    {
        var run = new HandMadeRun().Marketo(0, client: "neighbour", lasting: 30).Marketo(19.9, codes: "606").Marketo(29.9, codes: "615");

        run.Judge("R1").Should().Match<CheckResult>(result => result.Passed && result.Examined == 2);
    }

    [Fact]
    public void R1_finds_a_refusal_while_the_engine_is_alone()
    {
        var run = new HandMadeRun().Marketo(0, client: "neighbour", lasting: 1).Marketo(1, codes: "615").Marketo(20, codes: "606");

        run.Judge("R1").Violations.Should().HaveCount(2);
    }

    [Fact]
    public void A18_allows_a_sign_in_a_start_and_an_expiry()
    {
        var run = new HandMadeRun().Marketo(0, path: "/identity/oauth/token").Salesforce(0, path: "/services/oauth2/token", method: "POST").Marketo(3601, path: "/identity/oauth/token");

        run.Judge("A18", 3700).Should().Match<CheckResult>(result => result.Passed && result.Examined == 3);
    }

    [Fact]
    public void A18_finds_one_sign_in_too_many_and_two_at_once()
    {
        var run = new HandMadeRun().Marketo(0, path: "/identity/oauth/token", lasting: 1).Marketo(0.5, path: "/identity/oauth/token");

        run.Judge("A18", 3500).Violations.Select(violation => violation.What).Should().Equal(
            "A sign-in while another was under way", "2 sign-ins at marketo; starts, expiries and revocations make 1");
    }

    [Fact]
    public void A18_allows_each_system_its_own_revocations()
    {
        var run = new HandMadeRun(new CheckSettings { Tally = new RunTally { MarketoRevocations = 1 } })
            .Marketo(0, path: "/identity/oauth/token").Marketo(60, path: "/identity/oauth/token")
            .Salesforce(0, path: "/services/oauth2/token", method: "POST").Salesforce(60, path: "/services/oauth2/token", method: "POST");

        run.Judge("A18", 3500).Violations.Should().ContainSingle().Which.What.Should().Be("2 sign-ins at salesforce; starts, expiries and revocations make 1");
    }

    [Fact]
    public void A18_allows_a_sign_in_for_each_token_that_a_fault_took()
    {
        // A dead token names no client.
        var run = new HandMadeRun().Marketo(0, path: "/identity/oauth/token").Marketo(60, client: "", fault: "dead-token", codes: "601").Marketo(61, path: "/identity/oauth/token");

        run.Judge("A18", 3500).Passed.Should().BeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("network.lost")]
    [InlineData("network.repeated")]
    [InlineData("network.duplicated")]
    public void A18_finds_a_sign_in_after_a_refusal_that_no_fault_made(string? fault)
    {
        var run = new HandMadeRun().Marketo(0, path: "/identity/oauth/token").Marketo(60, client: "", fault: fault, codes: "601").Marketo(61, path: "/identity/oauth/token");

        run.Judge("A18", 3500).Violations.Should().ContainSingle();
    }

    [Fact]
    public void A_check_that_applies_and_examined_nothing_has_failed() =>
        new HandMadeRun().Judge().Should().OnlyContain(result => result.Passed == !result.Applied && result.Examined == 0 && result.Violations.Count == 0)
            .And.Contain(result => result.Applied);
}
