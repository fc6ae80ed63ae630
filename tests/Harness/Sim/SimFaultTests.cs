using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace SfMarketo.Tests.Harness.Sim;

/// <summary>Every effect of a fault over real sockets.</summary>
public sealed class SimFaultTests : IAsyncLifetime
{
    private const string OnePerson = """{"input":[{"email":"ada@lovelace.example"}]}""";

    private RunningSim sim = null!;

    private string Leads => sim.Marketo + "/rest/v1/leads.json";

    public async ValueTask InitializeAsync()
    {
        sim = await RunningSim.StartAsync();
        await sim.SignInToMarketoAsync();
    }

    public ValueTask DisposeAsync() => sim.DisposeAsync();

    [Fact]
    public async Task A_code_is_answered_in_the_vendors_form()
    {
        await FaultAsync("""{"code":"606"}""");

        (await PostAsync()).Body.Should().Contain("""success":false,"errors":[{"code":"606","message":"Max rate limit '100' exceeded with in '20' secs"}]""");
    }

    [Fact]
    public async Task A_gateways_page_is_html()
    {
        await FaultAsync("""{"status":502,"body":"html"}""");

        var (status, type, body) = await PostAsync();

        (status, type).Should().Be((502, "text/html"));
        body.Should().Contain("<h1>502 Bad Gateway</h1>");
    }

    [Fact]
    public async Task Some_records_are_refused()
    {
        await FaultAsync("""{"record":{"code":"1003","every":1}}""");

        (await PostAsync()).Body.Should().Contain("""result":[{"status":"skipped","reasons":[{"code":"1003","message":"Invalid data"}]}]""");
    }

    [Fact]
    public async Task A_truncated_answer_closes_the_connection_before_the_promised_length()
    {
        await FaultAsync("""{"truncated":{"bytes":10}}""");

        var (received, reset) = await ConverseAsync();

        reset.Should().BeFalse("it is closed in order");
        var (head, body) = Parts(received);
        int.Parse(head.Split("Content-Length: ")[1].Split('\r')[0], CultureInfo.InvariantCulture).Should().BeGreaterThan(10);
        body.Should().HaveLength(10);
        (await PeopleAsync()).Should().Be(1);
        var read = () => PostAsync();
        await read.Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task A_reset_in_the_body_is_a_reset_when_all_is_done()
    {
        await FaultAsync("""{"reset":"body"}""");

        (await ConverseAsync()).Reset.Should().BeTrue();
        (await PeopleAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_reset_before_is_a_reset_when_nothing_is_done()
    {
        await FaultAsync("""{"reset":"before"}""");

        var (received, reset) = await ConverseAsync();

        (received, reset, await PeopleAsync()).Should().Be(("", true, 0));
    }

    [Fact]
    public async Task A_slow_body_begins_at_once_and_ends_when_its_time_is_over()
    {
        await FaultAsync("""{"slowBody":"1h"}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, Leads) { Content = Json(OnePerson) };

        using var response = await sim.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var reading = response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        (await PeopleAsync()).Should().Be(1);
        reading.IsCompleted.Should().BeFalse();
        await sim.ControlAsync("POST", sim.Marketo + "/__sim/clock", """{"advance":"1h"}""");

        (await reading).Should().Contain("created").And.EndWith("}");
    }

    [Fact]
    public async Task A_duplicated_request_is_executed_twice()
    {
        await FaultAsync("""{"duplicated":true}""");

        (await PostAsync("""{"action":"createDuplicate","input":[{"email":"ada@lovelace.example"}]}""")).Status.Should().Be(200);

        (await PeopleAsync()).Should().Be(2);
        var journal = await sim.ControlAsync("GET", sim.Marketo + "/__sim/journal?path=/rest/*");
        journal.GetProperty("lines").GetArrayLength().Should().Be(2);
    }

    [Fact]
    public async Task Tokens_end()
    {
        await FaultAsync("""{"tokens":"expired"}""");

        (await PostAsync()).Body.Should().Contain("\"602\"");
        await sim.ControlAsync("DELETE", sim.Marketo + "/__sim/faults");
        (await PostAsync()).Body.Should().Contain("\"601\"");
        await sim.SignInToMarketoAsync();
        (await PostAsync()).Body.Should().Contain("created");
    }

    [Fact]
    public async Task An_activity_is_seen_late()
    {
        await FaultAsync("""{"lateVisibility":"10m"}""");
        var since = (await sim.ControlAsync("GET", sim.Marketo + "/__sim/clock")).GetProperty("clock").GetProperty("now").GetString()![..16];
        var token = (await sim.GetAsync($"{sim.Marketo}/rest/v1/activities/pagingtoken.json?sinceDatetime={since}:00Z")).GetProperty("nextPageToken").GetString();
        await PostAsync();

        var early = await NewPeopleAsync(token);
        await sim.ControlAsync("POST", sim.Marketo + "/__sim/clock", """{"advance":"10m"}""");

        (early, await NewPeopleAsync(token)).Should().Be((0, 1));
    }

    [Fact]
    public async Task The_date_header_is_the_simulators_wrong_clock()
    {
        await sim.ControlAsync("POST", sim.Marketo + "/__sim/reset", """{"clock":"2026-03-08T05:59:00Z"}""");
        await sim.ControlAsync("POST", sim.Marketo + "/__sim/faults", """{"effect":{"clockSkew":"1d"}}""");

        using var response = await sim.Http.GetAsync(Leads, TestContext.Current.CancellationToken);

        response.Headers.Date!.Value.Date.Should().Be(new DateTime(2026, 3, 9, 0, 0, 0, DateTimeKind.Unspecified));
    }

    private Task<JsonElement> FaultAsync(string effect) => sim.ControlAsync("POST", sim.Marketo + "/__sim/faults", $$"""{"match":{"method":"POST"},"effect":{{effect}}}""");

    private async Task<int> PeopleAsync() => (await sim.ControlAsync("GET", sim.Marketo + "/__sim/state")).GetProperty("counts").GetProperty("people").GetInt32();

    private async Task<int> NewPeopleAsync(string? token)
    {
        var page = await sim.GetAsync($"{sim.Marketo}/rest/v1/activities.json?activityTypeIds=12&nextPageToken={token}");
        return page.GetProperty("result").GetArrayLength();
    }

    private async Task<(int Status, string? Type, string Body)> PostAsync(string json = OnePerson)
    {
        using var response = await sim.Http.PostAsync(Leads, Json(json), TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    /// <summary>One request on a bare connection: all that came back, and whether the connection was reset.</summary>
    private async Task<(string Received, bool Reset)> ConverseAsync()
    {
        var address = new Uri(sim.Marketo);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        var token = sim.Http.DefaultRequestHeaders.Authorization!.Parameter;
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /rest/v1/leads.json HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: {OnePerson.Length}\r\n\r\n{OnePerson}"),
            TestContext.Current.CancellationToken);
        var received = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var count)
            {
                received.Append(Encoding.UTF8.GetString(buffer, 0, count));
            }

            return (received.ToString(), false);
        }
        catch (IOException broken) when (broken.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            return (received.ToString(), true);
        }
    }

    private static (string Head, string Body) Parts(string answer) =>
        answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) is var end && end >= 0 ? (answer[..end], answer[(end + 4)..]) : (answer, "");
}
