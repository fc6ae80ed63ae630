using SfMarketo.Tests.Simulators.Control;

namespace SfMarketo.Tests.Simulators.Faults;

/// <summary>Codes and statuses in the place of an answer, with and without the call's effect.</summary>
public sealed class AnswerEffectTests
{
    private const string Sync = "/rest/v1/leads.json";
    private const string OnePerson = """{"input":[{"email":"ada@example.invalid"}]}""";

    [Fact]
    public async Task A_gateways_page_is_html_and_nothing_took_effect()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"id":"proxy","effect":{"status":502,"body":"html"}}""");

        var (status, type, body) = await PostAsync(marketo);

        (status, type).Should().Be((502, "text/html"));
        body.Should().Be("<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n");
        marketo.Host.Instance.LiveCount.Should().Be(0);
        var line = marketo.Host.Records.Calls[^1];
        (line.Status, line.Fault, line.BytesOut).Should().Be((502, "proxy", body.Length));
    }

    [Theory]
    [InlineData("""{"status":502,"body":"html","applied":true}""", 502)]
    [InlineData("""{"code":"604","applied":true}""", 200)]
    public async Task Applied_means_that_the_call_took_effect_and_its_answer_was_replaced(string effect, int wanted)
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", $$"""{"effect":{{effect}}}""");

        var (status, _, body) = await PostAsync(marketo);

        status.Should().Be(wanted);
        body.Should().NotContain("created");
        marketo.Host.Instance.LiveCount.Should().Be(1);
        marketo.Host.Records.Calls[^1].Codes.Should().ContainSingle();
    }

    [Fact]
    public async Task A_status_in_the_vendors_form_is_marketos_envelope_or_salesforces_array()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("PUT", "/switches", """{"http.5xxBody":"envelope"}""");
        await marketo.DoAsync("POST", "/faults", """{"effect":{"status":502,"body":"vendor"}}""");
        await using var org = await FaultedOrg.StartAsync();
        await org.FaultAsync("""{"effect":{"status":503,"body":"vendor"}}""");

        var (status, _, body) = await PostAsync(marketo);

        status.Should().Be(502);
        body.Should().Contain("""success":false,"errors":[{"code":"502","message":"Bad Gateway"}]""");
        (await org.Host.Call("GET", "limits")).ShouldRefuse(503, "SERVER_UNAVAILABLE", "The server is temporarily unavailable.");
    }

    [Fact]
    public async Task A_created_row_whose_answer_was_replaced_has_no_location()
    {
        await using var org = await FaultedOrg.StartAsync();
        await org.FaultAsync("""{"match":{"method":"POST"},"effect":{"status":502,"body":"html","applied":true}}""");

        var answer = await org.Host.Call("POST", "sobjects/Lead", """{"LastName":"Eve","Company":"x"}""");

        answer.Status.Should().Be(502);
        answer.Headers.Should().NotContainKey("Location").And.NotContainKey("Sforce-Limit-Info");
        (await org.LeadsAsync()).Should().Equal("Eve");
    }

    [Fact]
    public async Task Every_code_of_some_resources_is_taken_with_such_a_path_and_refused_without()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        foreach (var scoped in marketo.Host.Instance.FaultAnswers.SomeCalls)
        {
            var (status, answer) = await marketo.CallAsync("POST", "/faults", $$$"""{"effect":{"code":"{{{scoped.Code}}}"}}""");
            (status, answer.GetProperty("error").GetString()).Should().Be((400, $"code '{scoped.Code}' does not fit the calls that are matched"));
            answer.GetProperty("help").GetString().Should().Contain(scoped.Paths[0]);
            await marketo.DoAsync("POST", "/faults", $$$"""{"match":{"path":"{{{scoped.Paths[0]}}}"},"effect":{"code":"{{{scoped.Code}}}"}}""");
        }
    }

    [Fact]
    public async Task A_code_of_one_resource_is_answered_there()
    {
        await using var org = await FaultedOrg.StartAsync();
        await org.FaultAsync("""{"match":{"path":"/services/data/*/query"},"effect":{"code":"QUERY_TIMEOUT"}}""");

        (await org.Host.Call("GET", "query?q=SELECT+Id+FROM+Lead")).ShouldRefuse(400, "QUERY_TIMEOUT", "Your query request was running for too long.");
        (await org.Host.Call("GET", "limits")).Status.Should().Be(200);
    }

    private static async Task<(int Status, string? Type, string Body)> PostAsync(ControlledMarketo marketo)
    {
        using var content = new StringContent(OnePerson, System.Text.Encoding.UTF8, "application/json");
        using var response = await marketo.Host.Http.PostAsync(Sync, content, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
