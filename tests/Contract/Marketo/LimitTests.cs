using System.Net;
using System.Text;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, API limits; Error codes")]
public sealed class LimitTests
{
    private const string Describe = "/rest/v1/leads/describe2.json";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Proves("switch rate.window")]
    [Proves("code 606")]
    [SimulatorOnly]
    public async Task The_101st_call_in_20_seconds_is_606_over_HTTP_200_without_Retry_After()
    {
        await using var marketo = await MarketoHost.StartAsync();
        await CallAsync(marketo, 100);

        using var response = await marketo.Http.GetAsync(Describe, Cancellation);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.RetryAfter.Should().BeNull();
        (await marketo.GetAsync(Describe)).ShouldFail("606", "Max rate limit '100' exceeded with in '20' secs");
        marketo.Instance.PeakCallsInWindow.Should().Be(100);
    }

    [Fact]
    [Proves("switch rate.window")]
    [Proves("switch limits.countRejected")]
    [Proves("code 606")]
    [SimulatorOnly]
    public async Task A_place_is_free_exactly_20_seconds_after_it_was_taken()
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { CountRejected = CountRejected.NoneCount });
        await CallAsync(marketo, 100);
        marketo.Time.Advance(TimeSpan.FromSeconds(20) - TimeSpan.FromMicroseconds(1));
        (await marketo.GetAsync(Describe)).ShouldFail("606");

        marketo.Time.Advance(TimeSpan.FromMicroseconds(1));

        await CallAsync(marketo, 100);
    }

    [Theory]
    [InlineData(CountRejected.StarredFree, true)]
    [InlineData(CountRejected.AllCount, true)]
    [InlineData(CountRejected.NoneCount, false)]
    [Proves("switch limits.countRejected")]
    [Proves("code 606")]
    [SimulatorOnly]
    public async Task A_606_takes_a_place_of_the_window_unless_refusals_are_free(CountRejected setting, bool counts)
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { CountRejected = setting });
        await CallAsync(marketo, 100);
        marketo.Time.Advance(TimeSpan.FromSeconds(10));
        (await marketo.GetAsync(Describe)).ShouldFail("606");
        marketo.Time.Advance(TimeSpan.FromSeconds(10));

        await CallAsync(marketo, 99);

        marketo.Instance.UsageToday.Should().Be(counts ? 200 : 199);
        (await marketo.GetAsync(Describe)).GetProperty("success").GetBoolean().Should().Be(!counts);
    }

    [Theory]
    [InlineData(CountRejected.StarredFree, 0)]
    [InlineData(CountRejected.AllCount, 2)]
    [InlineData(CountRejected.NoneCount, 0)]
    [Proves("switch limits.countRejected")]
    [Proves("code 601")]
    [Proves("code 605")]
    [SimulatorOnly]
    public async Task Starred_codes_leave_the_usage_untouched(CountRejected setting, int counted)
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { CountRejected = setting });
        (await marketo.SendAsync(HttpMethod.Put, Describe, "{}")).ShouldFail("605");
        marketo.Http.DefaultRequestHeaders.Authorization = new("Bearer", "made-up");
        (await marketo.GetAsync(Describe)).ShouldFail("601");

        marketo.Instance.UsageToday.Should().Be(counted);
    }

    [Fact]
    [Proves("code 615")]
    [SimulatorOnly]
    public async Task The_11th_parallel_call_is_615_and_a_slow_answer_holds_its_slot()
    {
        var options = MarketoHost.Options with { ServiceTime = LatencyDistribution.Constant(TimeSpan.FromSeconds(3)) };
        await using var marketo = await SlowAsync(options);
        var running = Enumerable.Range(0, 10).Select(_ => marketo.GetAsync(Describe)).ToArray();

        (await marketo.GetAsync(Describe)).ShouldFail("615", "Concurrent access limit '10' reached");
        marketo.Time.Advance(TimeSpan.FromSeconds(3) - TimeSpan.FromMicroseconds(1));
        (await marketo.GetAsync(Describe)).ShouldFail("615");
        marketo.Time.Advance(TimeSpan.FromMicroseconds(1));

        foreach (var answer in await Task.WhenAll(running))
        {
            answer.Result().Should().NotBeEmpty();
        }

        marketo.Instance.RunningCalls.Should().Be(0);
        marketo.Instance.PeakRunningCalls.Should().Be(10);
    }

    [Fact]
    [Proves("switch limits.order")]
    [Proves("code 606")]
    [Proves("code 615")]
    [Unverified]
    [SimulatorOnly]
    public async Task Concurrency_is_checked_before_the_window()
    {
        var options = MarketoHost.Options with { ServiceTime = LatencyDistribution.Constant(TimeSpan.FromSeconds(3)), CallsPerWindow = 10 };
        await using var marketo = await SlowAsync(options);
        var running = Enumerable.Range(0, 10).Select(_ => marketo.GetAsync(Describe)).ToArray();

        (await marketo.GetAsync(Describe)).ShouldFail("615");
        marketo.Time.Advance(TimeSpan.FromSeconds(3));
        await Task.WhenAll(running);
        (await marketo.GetAsync(Describe)).ShouldFail("606");
    }

    // America/Chicago: standard time ends its midnight at 06:00 UTC, daylight time at 05:00 UTC.
    [Theory]
    [InlineData("America/Chicago", "2026-03-02T12:00:00Z", "2026-03-03T06:00:00Z")]
    [InlineData("America/Chicago", "2026-03-08T07:00:00Z", "2026-03-09T05:00:00Z")]
    [InlineData("America/Chicago", "2026-11-01T06:00:00Z", "2026-11-02T06:00:00Z")]
    [InlineData("UTC-06", "2026-07-01T12:00:00Z", "2026-07-02T06:00:00Z")]
    [Proves("switch quota.resetZone")]
    [Proves("code 607")]
    [SimulatorOnly]
    public async Task The_day_is_spent_until_midnight_in_the_configured_zone(string zone, string start, string reset)
    {
        var options = MarketoHost.Options with { CallsPerDay = 50, CallsSpentToday = 40, QuotaResetZone = zone, TokenLifetime = 1_000_000 };
        await using var marketo = await MarketoHost.StartAsync(options, start);
        await CallAsync(marketo, 10);
        (await marketo.GetAsync(Describe)).ShouldFail("607", "Daily quota reached");

        var wait = DateTimeOffset.Parse(reset, null) - marketo.Time.GetUtcNow();
        marketo.Time.Advance(wait - TimeSpan.FromMicroseconds(1));
        (await marketo.GetAsync(Describe)).ShouldFail("607");
        marketo.Time.Advance(TimeSpan.FromMicroseconds(1));

        await CallAsync(marketo, 50);
        (await marketo.GetAsync(Describe)).ShouldFail("607");
    }

    [Fact]
    [SimulatorOnly]
    public async Task Identity_calls_do_not_count()
    {
        await using var marketo = await MarketoHost.StartAsync();
        for (var call = 0; call < 150; call++)
        {
            await marketo.SignInAsync();
        }

        marketo.Instance.UsageToday.Should().Be(0);
    }

    [Theory]
    [InlineData(1_048_576, HttpStatusCode.OK)]
    [InlineData(1_048_577, HttpStatusCode.RequestEntityTooLarge)]
    [Proves("code 413")]
    public async Task A_body_over_1_MB_is_HTTP_413(int bytes, HttpStatusCode status)
    {
        await using var marketo = await MarketoHost.StartAsync();
        var body = """{"input":[{"email":"a@example.com"}]}""".PadRight(bytes);

        using var response = await marketo.Http.PostAsync("/rest/v1/leads.json", new StringContent(body, Encoding.UTF8, "application/json"), Cancellation);

        response.StatusCode.Should().Be(status);
        (await marketo.CountAsync("a@example.com")).Should().Be(status == HttpStatusCode.OK ? 1 : 0);
    }

    [Fact]
    [Proves("GET /rest/v1/leads.json", "filterType", "filterValues")]
    [Proves("code 414")]
    public async Task A_URI_over_8_KB_is_HTTP_414_and_goes_as_a_form_with_method_GET()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        var values = "a@example.invalid," + string.Join(',', Enumerable.Range(0, 299).Select(number => $"somebody.with.a.long.name.{number}@example.invalid"));
        var query = "filterType=email&filterValues=" + values;

        using var response = await marketo.Http.GetAsync("/rest/v1/leads.json?" + query, Cancellation);
        var answer = await marketo.SendAsync(HttpMethod.Post, "/rest/v1/leads.json?_method=GET", query, "application/x-www-form-urlencoded");

        response.StatusCode.Should().Be(HttpStatusCode.RequestUriTooLong);
        answer.Result().Should().ContainSingle().Which.Id().Should().Be(id);
    }

    [Theory]
    [InlineData(8_192, HttpStatusCode.OK)]
    [InlineData(8_193, HttpStatusCode.RequestUriTooLong)]
    [Proves("GET /rest/v1/leads.json", "filterType", "filterValues")]
    [Proves("code 414")]
    public async Task The_whole_URI_may_have_8192_characters(int characters, HttpStatusCode status)
    {
        await using var marketo = await MarketoHost.StartAsync();
        var uri = "/rest/v1/leads.json?filterType=id&filterValues=1&x=";

        using var response = await marketo.Http.GetAsync(uri.PadRight(characters, 'x'), Cancellation);

        response.StatusCode.Should().Be(status);
    }

    [Theory]
    [InlineData("/rest/v1/nothing.json", "610", "Requested resource not found")]
    [InlineData("//rest/v1/leads.json", "610", "Requested resource not found")]
    [Proves("switch http.doubleSlash")]
    [Proves("code 610")]
    public async Task An_unknown_path_is_610(string path, string code, string text)
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await marketo.GetAsync(new Uri(marketo.Http.BaseAddress!, "/").AbsoluteUri.TrimEnd('/') + path)).ShouldFail(code, text);
    }

    [Theory]
    [InlineData("PATCH", "/rest/v1/leads.json")]
    [InlineData("PUT", "/rest/v1/leads.json")]
    [InlineData("PATCH", "/rest/v1/lead/1001.json")]
    [InlineData("DELETE", "/rest/v1/companies.json")]
    [InlineData("POST", "/rest/v1/leads/programs/members.json")]
    [Proves("code 605")]
    public async Task A_wrong_method_is_605(string method, string path)
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.VendorForms);

        (await marketo.SendAsync(new HttpMethod(method), path, "{}")).ShouldFail("605", $"Request method '{method}' not supported");
    }

    [Theory]
    [InlineData("/rest/v1/leads.json?_method=GET", "")]
    [InlineData("/rest/v1/leads.json", "_method=GET&")] // node-marketo-rest 0.7.8 and its recorded answer of 2014
    [Proves("GET /rest/v1/leads.json", "filterType", "filterValues")]
    public async Task A_read_may_be_a_POST_that_says_so_in_the_query_or_in_the_form(string path, string form)
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        var answer = await marketo.SendAsync(HttpMethod.Post, path, form + "filterType=email&filterValues=a%40example.invalid", "application/x-www-form-urlencoded");

        answer.Result().Single().Id().Should().Be(id);
    }

    [Fact]
    [Proves("code 606")]
    [Proves("code 607")]
    [SimulatorOnly]
    public async Task Limits_change_while_the_instance_runs_and_remember_the_calls_made()
    {
        await using var marketo = await MarketoHost.StartAsync();
        for (var call = 0; call < 3; call++)
        {
            _ = (await marketo.GetAsync("/rest/v1/leads/describe2.json")).Result();
        }

        marketo.Instance.SetLimits(callsPerWindow: 4, windowSeconds: 10);
        _ = (await marketo.GetAsync("/rest/v1/leads/describe2.json")).Result();
        (await marketo.GetAsync("/rest/v1/leads/describe2.json")).ShouldFail("606", "Max rate limit '4' exceeded with in '10' secs");
        marketo.Time.Advance(TimeSpan.FromSeconds(10));
        _ = (await marketo.GetAsync("/rest/v1/leads/describe2.json")).Result();
        marketo.Instance.SetLimits(callsPerDay: marketo.Instance.UsageToday);

        (await marketo.GetAsync("/rest/v1/leads/describe2.json")).ShouldFail("607");
    }

    [Fact]
    [Proves("switch compat.seed")]
    [Proves("code 1002")]
    [Proves("code 605")]
    [SimulatorOnly]
    public async Task A_switch_changes_the_next_answer()
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.VendorForms);
        (await marketo.SendAsync(HttpMethod.Patch, "/rest/v1/leads.json", "{}")).ShouldFail("605");

        marketo.Instance.SetSwitch("compat.seed", "on");

        (await marketo.SendAsync(HttpMethod.Patch, "/rest/v1/leads.json", "{}")).ShouldFail("1002");
    }

    [Fact]
    [SimulatorOnly]
    public async Task What_only_the_simulator_lacks_is_HTTP_501_with_a_hint()
    {
        await using var marketo = await MarketoHost.StartAsync();

        using var response = await marketo.Http.PostAsync("/rest/asset/v1/snippets.json", new StringContent("{}"), Cancellation);

        response.StatusCode.Should().Be(HttpStatusCode.NotImplemented);
        (await response.Content.ReadAsStringAsync(Cancellation)).Should().Contain("Not simulated: POST /rest/asset/v1/snippets.json");
        marketo.Instance.UsageToday.Should().Be(0);
    }

    [Fact]
    [SimulatorOnly]
    public async Task A_reset_while_calls_run_gives_back_no_slot_twice()
    {
        var options = MarketoHost.Options with { ServiceTime = LatencyDistribution.Constant(TimeSpan.FromSeconds(3)) };
        await using var marketo = await SlowAsync(options);
        var running = marketo.GetAsync(Describe);

        marketo.Instance.Reset(marketo.Instance.Fork(marketo.Time));
        marketo.Time.Advance(TimeSpan.FromSeconds(3));

        (await running).Result().Should().NotBeEmpty();
        marketo.Instance.RunningCalls.Should().Be(0);
    }

    private static async Task CallAsync(MarketoHost marketo, int calls)
    {
        for (var call = 0; call < calls; call++)
        {
            (await marketo.GetAsync(Describe)).GetProperty("success").GetBoolean().Should().BeTrue("call {0} has a place", call);
        }
    }

    /// <summary>A host whose calls take time: the sign-in waits for the clock to be moved.</summary>
    private static async Task<MarketoHost> SlowAsync(MarketoSimOptions options)
    {
        var marketo = await MarketoHost.StartAsync(options, signIn: false);
        var signIn = marketo.SignInAsync();
        marketo.Time.Advance(TimeSpan.FromSeconds(3));
        await signIn;
        return marketo;
    }
}
