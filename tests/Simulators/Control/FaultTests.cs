using SfMarketo.Kernel.Faults;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Tests.Simulators.Control;

/// <summary>Fault rules at a simulator: which calls they hit, what each effect does, and what the journal says of it.</summary>
public sealed class FaultTests
{
    private const string Sync = "/rest/v1/leads.json";
    private const string OnePerson = """{"action":"createOrUpdate","lookupField":"email","input":[{"email":"ada@lovelace.example"}]}""";

    [Fact]
    public async Task The_third_call_is_hit_and_no_other()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"match":{"nth":3},"effect":{"code":"608"}}""");

        List<string> codes = [];
        for (var call = 0; call < 5; call++)
        {
            codes.Add(await marketo.ReadAsync());
        }

        codes.Should().Equal("ok", "ok", "608", "ok", "ok");
        (await marketo.DoAsync("GET", "/faults/f1")).GetProperty("hits").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task A_rule_without_a_number_stands_until_it_is_deleted()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"id":"down","effect":{"code":"608"}}""");

        (await marketo.ReadAsync()).Should().Be("608");
        (await marketo.ReadAsync()).Should().Be("608");
        await marketo.DoAsync("DELETE", "/faults/down");

        (await marketo.ReadAsync()).Should().Be("ok");
    }

    [Fact]
    public async Task Times_counts_hits_and_method_and_path_choose_calls()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"match":{"method":"POST","path":"/rest/*/leads.json"},"effect":{"code":"604"},"times":2}""");

        (await marketo.ReadAsync()).Should().Be("ok", "it is a GET");
        List<string> answers = [];
        for (var call = 0; call < 3; call++)
        {
            answers.Add((await marketo.Host.PostAsync(Sync, OnePerson)).GetProperty("success").ToString());
        }

        answers.Should().Equal("False", "False", "True");
    }

    [Fact]
    public async Task A_rule_holds_within_its_span_of_time()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"match":{"from":"2026-03-02T12:10:00Z","until":"2026-03-02T12:20:00Z"},"effect":{"code":"608"}}""");

        var before = await marketo.ReadAsync();
        marketo.Host.Time.Advance(TimeSpan.FromMinutes(10));
        var within = await marketo.ReadAsync();
        marketo.Host.Time.Advance(TimeSpan.FromMinutes(10));

        (before, within, await marketo.ReadAsync()).Should().Be(("ok", "608", "ok"));
    }

    [Fact]
    public async Task A_code_takes_no_effect_is_counted_as_a_call_and_stands_in_the_journal_with_its_rule()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"id":"storm","effect":{"code":"606"}}""");

        var answer = await marketo.Host.PostAsync(Sync, OnePerson);

        answer.GetProperty("errors")[0].GetProperty("message").GetString().Should().Be("Max rate limit '100' exceeded with in '20' secs");
        marketo.Host.Instance.LiveCount.Should().Be(0);
        marketo.Host.Instance.UsageToday.Should().Be(1);
        var line = marketo.Host.Records.Calls[^1];
        (line.Fault, line.Client).Should().Be(("storm", "sync-engine"));
        line.Codes.Should().Equal("606");
    }

    [Fact]
    public async Task A_status_has_no_body()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"effect":{"status":502}}""");

        using var response = await marketo.Host.Http.GetAsync("/rest/v1/leads/describe.json", TestContext.Current.CancellationToken);

        ((int)response.StatusCode).Should().Be(502);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().BeEmpty();
    }

    [Fact]
    public async Task Latency_holds_the_concurrency_slot_until_it_has_passed()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"effect":{"latency":"2s"}}""");

        var call = marketo.ReadAsync();
        marketo.Host.Instance.RunningCalls.Should().Be(1);
        marketo.Host.Time.Advance(TimeSpan.FromSeconds(1.9));
        call.IsCompleted.Should().BeFalse();
        marketo.Host.Time.Advance(TimeSpan.FromSeconds(0.1));

        (await call).Should().Be("ok");
        marketo.Host.Instance.RunningCalls.Should().Be(0);
    }

    [Fact]
    public async Task Latency_goes_with_a_code()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"effect":{"code":"604","latency":{"p50":"1s","p99":"1s"}}}""");

        var call = marketo.ReadAsync();
        marketo.Host.Time.Advance(TimeSpan.FromSeconds(1));

        (await call).Should().Be("604");
    }

    [Fact]
    public async Task A_call_lost_before_has_no_effect_and_spends_no_limit()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"id":"cut","effect":{"lostBefore":true},"times":1}""");

        var call = () => marketo.Host.PostAsync(Sync, OnePerson);

        await call.Should().ThrowAsync<HttpRequestException>();
        marketo.Host.Instance.LiveCount.Should().Be(0);
        marketo.Host.Instance.UsageToday.Should().Be(0);
        var line = marketo.Host.Records.Calls[^1];
        (line.Status, line.Fault, line.BytesOut).Should().Be((0, "cut", 0));
    }

    [Fact]
    public async Task A_call_lost_after_takes_effect_once_and_its_answer_reaches_nobody()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"id":"cut","effect":{"lostAfter":true},"times":1}""");

        var call = () => marketo.Host.PostAsync(Sync, OnePerson);

        await call.Should().ThrowAsync<HttpRequestException>();
        marketo.Host.Instance.LiveCount.Should().Be(1);
        var line = marketo.Host.Records.Calls[^1];
        (line.Status, line.Fault).Should().Be((200, "cut"));
        line.BytesOut.Should().BePositive("the journal has the answer that was lost");
    }

    [Fact]
    public async Task A_call_that_the_vendor_refuses_anyway_is_none_for_the_rule()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"match":{"path":"/rest/*","nth":1},"effect":{"code":"608"}}""");
        marketo.Host.Instance.ExpireTokens();

        (await marketo.ReadAsync()).Should().Be("602");
        await marketo.Host.SignInAsync();

        (await marketo.ReadAsync()).Should().Be("608", "it is the first call that was let in");
        (await marketo.DoAsync("GET", "/faults/f1")).GetProperty("seen").GetInt32().Should().Be(1);
    }

    [Fact]
    public void A_probability_is_a_share_of_the_calls_and_the_same_for_the_same_seed()
    {
        static bool[] Hits()
        {
            var (occurrence, draws) = (new Occurrence(times: null, probability: 0.25), new Draws(7));
            return [.. Enumerable.Range(0, 4_000).Select(_ => occurrence.Next(draws))];
        }

        var hits = Hits();

        hits.Count(hit => hit).Should().BeInRange(900, 1_100);
        Hits().Should().Equal(hits);
    }

    [Theory]
    [InlineData("/rest/v1/leads.json", "/rest/v1/leads.json", true)]
    [InlineData("/rest/v1/leads.json", "/rest/v1/leads.jsonx", false)]
    [InlineData("/rest/*/leads.json", "/rest/v1/leads.json", true)]
    [InlineData("*/leads*", "/rest/v1/leads/describe.json", true)]
    [InlineData("/services/*/sobjects/Lead/*", "/services/data/v59.0/sobjects/Lead/00Q", true)]
    [InlineData("/services/*/sobjects/Lead/*", "/services/data/v59.0/sobjects/Contact/003", false)]
    [InlineData("*a*b", "/xaxbxab", true)]
    [InlineData("*a*b", "/xaxbxa", false)]
    [InlineData("*", "/anything", true)]
    public async Task A_star_stands_for_any_text(string pattern, string path, bool matches)
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", $$$"""{"match":{"path":"{{{pattern}}}"},"effect":{"lostBefore":true}}""");

        var call = () => marketo.Host.Http.GetAsync(path);

        if (matches)
        {
            await call.Should().ThrowAsync<HttpRequestException>();
        }
        else
        {
            await call.Should().NotThrowAsync();
        }
    }
}
