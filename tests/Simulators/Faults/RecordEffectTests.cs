using SfMarketo.Tests.Contract.Marketo;
using SfMarketo.Tests.Simulators.Control;

namespace SfMarketo.Tests.Simulators.Faults;

/// <summary>Errors of single records: the others of the call are written.</summary>
public sealed class RecordEffectTests
{
    private const string Sync = "/rest/v1/leads.json";

    [Fact]
    public async Task Every_third_person_is_skipped_with_the_vendors_reason_and_the_others_are_written()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"id":"bad","effect":{"record":{"code":"1007","every":3}}}""");

        var answer = await marketo.Host.PostAsync(Sync, People(1, 7));

        answer.Result().Select(result => result.Text("status")).Should().Equal("created", "created", "skipped", "created", "created", "skipped", "created");
        answer.Result().ToArray()[2].ToString().Should().Be("""{"status":"skipped","reasons":[{"code":"1007","message":"Multiple leads match the lookup criteria"}]}""");
        marketo.Host.Instance.LiveCount.Should().Be(5);
        var line = marketo.Host.Records.Calls[^1];
        (line.Fault, line.Records).Should().Be(("bad", 7));
        line.Codes.Should().Equal("1007");
    }

    [Fact]
    public async Task The_count_goes_on_over_calls_so_that_writes_of_one_record_are_hit_too()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"match":{"method":"POST"},"effect":{"record":{"code":"1003","every":2}}}""");

        List<string?> words = [];
        for (var number = 0; number < 4; number++)
        {
            words.Add((await marketo.Host.PostAsync(Sync, People(number, 1))).Result().ToArray()[0].Text("status"));
        }

        words.Should().Equal("created", "skipped", "created", "skipped");
    }

    [Fact]
    public async Task A_share_is_drawn_for_each_record_and_the_same_for_the_same_seed()
    {
        async Task<string> Outcome()
        {
            await using var marketo = await ControlledMarketo.StartAsync();
            await marketo.DoAsync("POST", "/faults", """{"effect":{"record":{"code":"1003","share":0.3}}}""");
            return string.Concat((await marketo.Host.PostAsync(Sync, People(1, 200))).Result().Select(result => result.Text("status") == "skipped" ? 'x' : '.'));
        }

        var first = await Outcome();

        first.Count(mark => mark == 'x').Should().BeInRange(40, 80);
        (await Outcome()).Should().Be(first);
    }

    [Theory]
    [InlineData("POST", "/rest/v1/companies.json", """{"input":[{"externalCompanyId":"A"},{"externalCompanyId":"B"}]}""")]
    [InlineData("POST", "/rest/v1/leads/delete.json", """{"input":[{"id":1001},{"id":1002}]}""")]
    public async Task Other_writes_of_records_are_hit_as_well(string method, string path, string body)
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.Host.CreateAsync("a@example.invalid", "b@example.invalid");
        await marketo.DoAsync("POST", "/faults", """{"effect":{"record":{"code":"1003","every":2}}}""");

        var answer = await marketo.Host.SendAsync(new HttpMethod(method), path, body);

        answer.Result().ToArray()[0].Text("status").Should().NotBe("skipped");
        answer.Result().ToArray()[1].Text("status").Should().Be("skipped");
    }

    [Fact]
    public async Task A_collection_refuses_some_rows_in_their_results_and_writes_the_others()
    {
        await using var org = await FaultedOrg.StartAsync();
        await org.FaultAsync("""{"id":"locks","match":{"method":"POST"},"effect":{"record":{"code":"UNABLE_TO_LOCK_ROW","every":2}}}""");

        var answer = await org.Host.Call("POST", "composite/sobjects", Rows(allOrNone: false));

        answer.Status.Should().Be(200);
        answer.Json.EnumerateArray().Select(result => result.GetProperty("success").GetBoolean()).Should().Equal(true, false, true);
        answer.Json[1].ToString().Should().StartWith("""{"success":false,"errors":[{"statusCode":"UNABLE_TO_LOCK_ROW","message":"unable to obtain exclusive access""");
        (await org.LeadsAsync()).Should().Equal("L0", "L2");
        org.Host.Records.Calls[^2].Fault.Should().Be("locks");
    }

    [Fact]
    public async Task In_an_all_or_none_collection_one_refused_row_rolls_back_the_others()
    {
        await using var org = await FaultedOrg.StartAsync();
        await org.FaultAsync("""{"match":{"method":"POST"},"effect":{"record":{"code":"UNABLE_TO_LOCK_ROW","every":2}}}""");

        var answer = await org.Host.Call("POST", "composite/sobjects", Rows(allOrNone: true));

        answer.Json.EnumerateArray().Select(result => result.GetProperty("errors")[0].GetProperty("statusCode").GetString())
            .Should().Equal("ALL_OR_NONE_OPERATION_ROLLED_BACK", "UNABLE_TO_LOCK_ROW", "ALL_OR_NONE_OPERATION_ROLLED_BACK");
        (await org.LeadsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_row_alone_is_refused_as_the_vendor_refuses_it_alone()
    {
        await using var org = await FaultedOrg.StartAsync();
        var id = await org.Host.CreateLead();
        await org.FaultAsync("""{"effect":{"record":{"code":"FIELD_CUSTOM_VALIDATION_EXCEPTION"}}}""");

        (await org.Host.Call("PATCH", "sobjects/Lead/" + id, """{"City":"Rome"}""")).ShouldRefuse(400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "A validation rule refused this record.");
        (await org.Host.Call("DELETE", "sobjects/Lead/" + id)).Status.Should().Be(400);
        (await org.Host.Call("POST", "sobjects/Lead", """{"LastName":"Eve","Company":"x"}""")).Status.Should().Be(400);
        (await org.LeadsAsync()).Should().Equal("Ray");
    }

    [Fact]
    public async Task Every_record_code_has_the_vendors_form()
    {
        await using var org = await FaultedOrg.StartAsync();
        foreach (var code in org.Host.Org.FaultAnswers.Records)
        {
            await org.FaultAsync($$$$"""{"id":"one","effect":{"record":{"code":"{{{{code}}}}"}}}""");
            var answer = await org.Host.Call("POST", "sobjects/Lead", """{"LastName":"Eve","Company":"x"}""");
            await org.Host.Call("DELETE", "/__sim/faults/one");

            answer.Json[0].GetProperty("errorCode").GetString().Should().Be(code);
        }

        await using var marketo = await ControlledMarketo.StartAsync();
        foreach (var code in marketo.Host.Instance.FaultAnswers.Records)
        {
            await marketo.DoAsync("POST", "/faults", $$$$"""{"id":"one","effect":{"record":{"code":"{{{{code}}}}"}}}""");
            var answer = await marketo.Host.PostAsync(Sync, People(1, 1));
            await marketo.DoAsync("DELETE", "/faults/one");

            answer.Result().ToArray()[0].GetProperty("reasons")[0].Text("code").Should().Be(code);
        }
    }

    private static string People(int first, int count) =>
        "{\"input\":[" + string.Join(',', Enumerable.Range(first, count).Select(number => $$"""{"email":"p{{number}}@example.invalid"}""")) + "]}";

    private static string Rows(bool allOrNone) =>
        "{\"allOrNone\":" + (allOrNone ? "true" : "false") + ",\"records\":["
        + string.Join(',', Enumerable.Range(0, 3).Select(number => $$$"""{"attributes":{"type":"Lead"},"LastName":"L{{{number}}}","Company":"x"}""")) + "]}";
}
