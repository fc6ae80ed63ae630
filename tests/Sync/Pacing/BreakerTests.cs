using SfMarketo.Sync;
using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Tests.Sync.Pacing;

/// <summary>engine.md R11: opens at five failures in a row, one probe after 5, 10, 20 .. 300 s.</summary>
public sealed class BreakerTests
{
    private readonly SimClock clock = new();
    private readonly Breaker breaker;

    public BreakerTests() => breaker = new Breaker(clock, static () => 0.5);

    [Fact]
    public void Before_it_opens_each_failure_rests_a_drawn_part_of_a_doubled_second_and_calls_still_pass()
    {
        foreach (var seconds in new[] { 0.5, 1, 2, 4 })
        {
            Fail();
            breaker.Rest.Should().Be(TimeSpan.FromSeconds(seconds));
            breaker.IsOpen.Should().BeFalse();
        }

        breaker.TryEnter(out var isProbe).Should().BeTrue();
        isProbe.Should().BeFalse();
    }

    [Fact]
    public void A_back_off_is_never_longer_than_a_minute() => Breaker.Backoff(60, static () => 1).Should().Be(TimeSpan.FromMinutes(1));

    [Fact]
    public void Five_failures_in_a_row_open_it_and_an_answer_between_does_not_let_it_come_to_that()
    {
        Fail(4);
        breaker.Answered().Should().BeFalse("it was not open");
        Fail(4);
        breaker.IsOpen.Should().BeFalse();

        Fail();

        breaker.IsOpen.Should().BeTrue();
        breaker.TryEnter(out _).Should().BeFalse();
    }

    [Fact]
    public void Probes_pass_alone_after_5_10_20_and_at_last_each_300_seconds()
    {
        Fail(5);
        foreach (var seconds in new[] { 5, 10, 20, 40, 80, 160, 300, 300 })
        {
            breaker.Rest.Should().Be(TimeSpan.FromSeconds(seconds));
            clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
            breaker.TryEnter(out _).Should().BeFalse();
            clock.Advance(TimeSpan.FromTicks(1));
            breaker.Rest.Should().Be(TimeSpan.Zero);

            breaker.TryEnter(out var isProbe).Should().BeTrue();
            isProbe.Should().BeTrue();
            breaker.TryEnter(out _).Should().BeFalse("one probe at a time");
            breaker.Rest.Should().BePositive("somebody else is looking");
            breaker.Failed(isProbe);
        }
    }

    [Fact]
    public void A_probe_that_is_answered_closes_it_and_the_next_outage_starts_anew()
    {
        Fail(5);
        clock.Advance(TimeSpan.FromSeconds(5));
        Fail();
        clock.Advance(TimeSpan.FromSeconds(10));
        breaker.TryEnter(out _).Should().BeTrue();

        breaker.Answered().Should().BeTrue("it was open");

        breaker.TryEnter(out var isProbe).Should().BeTrue();
        isProbe.Should().BeFalse();
        Fail(5);
        breaker.Rest.Should().Be(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Calls_sent_before_it_opened_do_not_put_the_probe_off()
    {
        Fail(5);
        clock.Advance(TimeSpan.FromSeconds(3));

        breaker.Failed(isProbe: false).Should().Be(5);

        breaker.Rest.Should().Be(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_probe_that_ends_without_a_word_leaves_its_place_to_another()
    {
        Fail(5);
        clock.Advance(TimeSpan.FromSeconds(5));
        breaker.TryEnter(out var isProbe).Should().BeTrue();

        breaker.Left(isProbe);

        breaker.TryEnter(out isProbe).Should().BeTrue();
        isProbe.Should().BeTrue();
    }

    [Fact]
    public async Task Families_fail_apart_and_a_call_held_back_says_which_is_down()
    {
        var breakers = new Breakers(clock, static () => 0.5);
        var closed = new List<string>();
        breakers.Closed = closed.Add;
        var down = MarketoErrors.Request("503", "HTTP 503", 503, write: false);
        var held = MarketoErrors.Request(LocalCodes.Down, "down", 0, write: false);
        for (var call = 1; call <= 5; call++)
        {
            var failed = await breakers.GuardAsync("marketo leads read", held, () => Answer(down));
            (failed.Failure.Endpoint, failed.Failure.InARow).Should().Be(("marketo leads read", call));
        }

        (await breakers.GuardAsync("marketo leads read", held, () => Answer(5))).Failure.Should().Match<CallFailure>(failure => failure.Code == LocalCodes.Down && failure.Endpoint == "marketo leads read" && failure.Action == ErrorAction.NotExecuted);
        (await breakers.GuardAsync("marketo leads write", held, () => Answer(5))).Value.Should().Be(5);
        breakers.Open.Should().Equal("marketo leads read");

        clock.Advance(TimeSpan.FromSeconds(5));
        (await breakers.GuardAsync("marketo leads read", held, () => Answer(5))).Value.Should().Be(5);
        breakers.Open.Should().BeEmpty();
        closed.Should().Equal("marketo leads read");
        breakers.Opened.Should().Be(1);
    }

    [Fact]
    public async Task Errors_about_the_content_and_failures_of_another_family_do_not_count()
    {
        var breakers = new Breakers(clock, static () => 0.5);
        var held = MarketoErrors.Request(LocalCodes.Down, "down", 0, write: false);
        var refused = MarketoErrors.Request("609", "Invalid JSON", 200, write: true);
        var signIn = MarketoErrors.Request("503", "HTTP 503", 503, write: false) with { Endpoint = "marketo identity" };
        for (var call = 0; call < 10; call++)
        {
            (await breakers.GuardAsync("marketo leads read", held, () => Answer(refused))).Failure.Endpoint.Should().BeNull();
            (await breakers.GuardAsync("marketo leads read", held, () => Answer(signIn))).Failure.Endpoint.Should().Be("marketo identity");
        }

        breakers.Of("marketo leads read").Failures.Should().Be(0);
    }

    [Theory]
    [InlineData("/rest/v1/leads.json?filterType=id", false, "marketo leads read")]
    [InlineData("/rest/v1/leads/programs/5.json", true, "marketo leads write")]
    [InlineData("/rest/v1/activities/leadchanges.json?x=/y", false, "marketo activities read")]
    [InlineData("/rest/asset/v1/programs.json", false, "marketo asset read")]
    public void Marketo_endpoints_fall_into_families(string path, bool write, string family) => EndpointFamilies.OfMarketo(path, write).Should().Be(family);

    [Theory]
    [InlineData("/services/data/v59.0/query?q=SELECT%20Id", false, "salesforce query read")]
    [InlineData("/services/data/v59.0/composite/sobjects", true, "salesforce composite write")]
    public void Salesforce_endpoints_fall_into_families(string path, bool write, string family) => EndpointFamilies.OfSalesforce(path, write).Should().Be(family);

    private static Task<CallResult<int>> Answer(CallFailure failure) => Task.FromResult<CallResult<int>>(failure);

    private static Task<CallResult<int>> Answer(int value) => Task.FromResult<CallResult<int>>(value);

    private void Fail(int times = 1)
    {
        for (; times > 0; times--)
        {
            breaker.TryEnter(out var isProbe).Should().BeTrue();
            breaker.Failed(isProbe);
        }
    }
}
