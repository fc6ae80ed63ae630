using System.Net.Sockets;
using SfMarketo.Tests.Simulators.Control;

namespace SfMarketo.Tests.Simulators.Faults;

/// <summary>What becomes of an answer on its way, when all is done: cut, reset, slow. And the reset before anything is done.</summary>
public sealed class SendingEffectTests
{
    private const string Sync = "/rest/v1/leads.json";
    private const string OnePerson = """{"input":[{"email":"ada@example.invalid"}]}""";

    [Theory]
    [InlineData("0.5", 0.5)]
    [InlineData("""{"bytes":20}""", null)]
    public async Task A_truncated_answer_breaks_off_before_the_promised_length(string value, double? share)
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", $$$"""{"id":"cut","effect":{"truncated":{{{value}}}}}""");

        using var response = await SendAsync(marketo, HttpCompletionOption.ResponseHeadersRead);
        var line = marketo.Host.Records.Calls[^1];
        var sent = share is { } part ? (int)(line.BytesOut * part) : 20;
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var start = new byte[sent];
        await body.ReadExactlyAsync(start, TestContext.Current.CancellationToken);
        var rest = async () => await body.ReadAsync(new byte[1], TestContext.Current.CancellationToken);

        (await rest.Should().ThrowAsync<HttpIOException>()).Which.HttpRequestError.Should().Be(HttpRequestError.ResponseEnded);
        response.Content.Headers.ContentLength.Should().Be(line.BytesOut);
        System.Text.Encoding.UTF8.GetString(start).Should().StartWith("""{"requestId":""");
        marketo.Host.Instance.LiveCount.Should().Be(1);
        line.Fault.Should().Be("cut");
    }

    [Theory]
    [InlineData("""{"truncated":{"bytes":100000}}""")]
    [InlineData("""{"truncated":0}""")]
    [InlineData("""{"reset":"body"}""")]
    public async Task A_client_that_reads_the_whole_answer_gets_an_exception_and_the_call_has_taken_effect(string effect)
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", $$"""{"effect":{{effect}}}""");

        var call = () => SendAsync(marketo, HttpCompletionOption.ResponseContentRead);

        await call.Should().ThrowAsync<HttpRequestException>();
        marketo.Host.Instance.LiveCount.Should().Be(1);
    }

    [Fact]
    public async Task A_reset_in_the_body_is_a_reset_of_the_connection_after_some_bytes()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"effect":{"reset":"body"}}""");

        using var response = await SendAsync(marketo, HttpCompletionOption.ResponseHeadersRead);
        var reading = () => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var failure = (await reading.Should().ThrowAsync<HttpRequestException>()).Which;
        failure.GetBaseException().Should().BeOfType<SocketException>().Which.SocketErrorCode.Should().Be(SocketError.ConnectionReset);
    }

    [Fact]
    public async Task A_reset_before_leaves_no_trace_but_the_journal()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"id":"rst","effect":{"reset":"before"}}""");

        var call = () => SendAsync(marketo, HttpCompletionOption.ResponseHeadersRead);

        await call.Should().ThrowAsync<HttpRequestException>();
        (marketo.Host.Instance.LiveCount, marketo.Host.Instance.UsageToday).Should().Be((0, 0));
        var line = marketo.Host.Records.Calls[^1];
        (line.Status, line.Fault).Should().Be((0, "rst"));
    }

    [Fact]
    public async Task A_slow_body_takes_its_time_outside_of_the_concurrency_slot()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"effect":{"slowBody":"30s"}}""");

        var call = SendAsync(marketo, HttpCompletionOption.ResponseContentRead);
        (marketo.Host.Instance.RunningCalls, marketo.Host.Instance.LiveCount).Should().Be((0, 1));
        var line = marketo.Host.Records.Calls[^1];
        line.DoneAt.Should().Be(line.At, "the journal's end is the end of the work");
        for (var second = 0; second < 29; second++)
        {
            marketo.Host.Time.Advance(TimeSpan.FromSeconds(1));
        }

        call.IsCompleted.Should().BeFalse();
        marketo.Host.Time.Advance(TimeSpan.FromSeconds(1));
        using var response = await call;

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().HaveLength(line.BytesOut).And.Contain("created");
    }

    [Fact]
    public async Task Latency_code_and_a_cut_go_together()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"effect":{"latency":"1s","code":"608","truncated":0.5}}""");

        var call = SendAsync(marketo, HttpCompletionOption.ResponseContentRead);
        marketo.Host.Time.Advance(TimeSpan.FromSeconds(1));
        var waiting = () => call;

        await waiting.Should().ThrowAsync<HttpRequestException>();
        marketo.Host.Records.Calls[^1].Codes.Should().Equal("608");
    }

    private static async Task<HttpResponseMessage> SendAsync(ControlledMarketo marketo, HttpCompletionOption completion)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Sync) { Content = new StringContent(OnePerson, System.Text.Encoding.UTF8, "application/json") };
        return await marketo.Host.Http.SendAsync(request, completion, TestContext.Current.CancellationToken);
    }
}
