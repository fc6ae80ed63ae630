using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Bulk extract; Bulk lead extract")]
public sealed class BulkExtractTests
{
    private const string Export = "/bulk/v1/leads/export";
    private const string OfList = """{"fields":["email"],"filter":{"staticListId":3379}}""";

    [Fact]
    [Proves("POST /bulk/v1/leads/export/create.json", "fields", "filter", "filter.createdAt", "format", "columnHeaderNames")]
    [Proves("POST /bulk/v1/leads/export/{exportId}/enqueue.json")]
    [Proves("GET /bulk/v1/leads/export/{exportId}/status.json")]
    [Proves("GET /bulk/v1/leads/export/{exportId}/file.json")]
    public async Task People_of_a_span_are_extracted_with_their_values_and_the_word_null_for_none()
    {
        await using var marketo = await MarketoHost.StartAsync();
        await marketo.PostAsync("/rest/v1/leads.json", """{"input":[{"email":"a@example.invalid","firstName":"Ada, \"Countess\"","unsubscribed":true},{"email":"b@example.invalid"}]}""");

        var job = await marketo.ExportAsync(Export, $$$"""{"fields":["firstName","email","unsubscribed"],"format":"CSV","columnHeaderNames":{"email":"Address"},"filter":{"createdAt":{{{Span(marketo)}}}}}""");

        job.GetProperty("numberOfRecords").GetInt32().Should().Be(2);
        var file = await marketo.FileAsync($"{Export}/{job.Text("exportId")}/file.json");
        file.Should().Be("firstName,Address,unsubscribed\n\"Ada, \"\"Countess\"\"\",a@example.invalid,true\nnull,b@example.invalid,false\n");
        job.GetProperty("fileSize").GetInt32().Should().Be(Encoding.UTF8.GetByteCount(file));
        job.Text("fileChecksum").Should().Be("sha256:" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(file))).ToLower(CultureInfo.InvariantCulture));
        foreach (var stamp in new[] { "createdAt", "queuedAt", "startedAt", "finishedAt" })
        {
            job.Text(stamp).Should().MatchRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$");
        }
    }

    [Theory]
    [InlineData("TSV", "firstName\temail\nAda\ta@example.invalid\n")]
    [InlineData("ssv", "firstName;email\nAda;a@example.invalid\n")]
    [Proves("POST /bulk/v1/leads/export/create.json", "format", "filter.staticListId", "filter.staticListName")]
    public async Task Members_of_a_static_list_are_extracted_in_other_formats(string format, string expected)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = (await marketo.CreateAsync("a@example.invalid", "elsewhere@example.invalid"))[0];
        await marketo.PostAsync("/rest/v1/leads.json", $$"""{"action":"updateOnly","lookupField":"id","input":[{"id":{{id}},"firstName":"Ada"}]}""");
        await marketo.PostAsync($"/rest/v1/lists/3379/leads.json?id={id}", "");

        foreach (var filter in new[] { "\"staticListId\":3379", "\"staticListName\":\"Acquisition Suppression\"" })
        {
            var job = await marketo.ExportAsync(Export, $$$"""{"fields":["firstName","email"],"format":"{{{format}}}","filter":{{{{filter}}}}}""");

            job.Text("format").Should().Be(format.ToUpperInvariant());
            (await marketo.FileAsync($"{Export}/{job.Text("exportId")}/file.json")).Should().Be(expected);
        }
    }

    [Theory]
    [InlineData(UpdatedAtFilter.Unsupported)]
    [InlineData(UpdatedAtFilter.Accepted)]
    [Proves("POST /bulk/v1/leads/export/create.json", "filter.updatedAt", "filter.smartListId", "filter.smartListName")]
    [Proves("switch extract.updatedAtFilter")]
    [Proves("code 1035")]
    public async Task Filters_that_not_every_subscription_has_follow_their_switch(UpdatedAtFilter setting)
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options.Switches with { ExtractUpdatedAtFilter = setting });
        await marketo.CreateAsync("a@example.invalid");
        var body = $$$"""{"fields":["email"],"filter":{"updatedAt":{{{Span(marketo)}}}}}""";

        if (setting == UpdatedAtFilter.Unsupported)
        {
            (await marketo.PostAsync(Export + "/create.json", body)).ShouldFail("1035", "Unsupported filter type for target subscription");
            (await marketo.PostAsync(Export + "/create.json", """{"fields":["email"],"filter":{"smartListId":5}}""")).ShouldFail("1035");
            (await marketo.PostAsync(Export + "/create.json", """{"fields":["email"],"filter":{"smartListName":"x"}}""")).ShouldFail("1035");
        }
        else
        {
            (await marketo.ExportAsync(Export, body)).GetProperty("numberOfRecords").GetInt32().Should().Be(1);
            (await marketo.PostAsync(Export + "/create.json", """{"fields":["email"],"filter":{"smartListId":5}}""")).ShouldFail("1013");
        }
    }

    [Fact]
    [Proves("POST /bulk/v1/leads/export/create.json", "filter.smartListId", "filter.smartListName")]
    [Proves("switch extract.updatedAtFilter")]
    public async Task People_of_a_smart_list_are_those_that_pass_its_rules_when_the_file_is_written()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options with { Switches = MarketoHost.Options.Switches with { ExtractUpdatedAtFilter = UpdatedAtFilter.Accepted } });
        await marketo.PostAsync("/rest/v1/leads.json", """{"input":[{"email":"a@example.invalid","country":"Austria"},{"email":"b@example.invalid","country":"Chad"},{"email":"c@example.invalid","country":"austria"}]}""");
        var id = (await marketo.GetAsync("/rest/v1/leads.json?filterType=email&filterValues=c@example.invalid")).Result().Single().Id();

        foreach (var (filter, expected) in new[] { ($"\"smartListId\":{AssetExamples.SmartList}", "email\na@example.invalid\nc@example.invalid\n"), ("\"smartListName\":\"Austrians\"", "email\na@example.invalid\n") })
        {
            var job = await marketo.ExportAsync(Export, $$$"""{"fields":["email"],"filter":{{{{filter}}}}}""");

            (await marketo.FileAsync($"{Export}/{job.Text("exportId")}/file.json")).Should().Be(expected);
            await marketo.PostAsync($"/rest/v1/lists/{AssetExamples.List}/leads.json?id={id}", "");
        }
    }

    [Theory]
    [InlineData("""{"filter":{"staticListId":3379}}""", "1002")]
    [InlineData("""{"fields":[],"filter":{"staticListId":3379}}""", "1002")]
    [InlineData("""{"fields":["email"]}""", "1002")]
    [InlineData("""{"fields":["email"],"filter":{}}""", "1003")]
    [InlineData("""{"fields":["email"],"filter":{"staticListId":3379,"staticListName":"Customers"}}""", "1003")]
    [InlineData("""{"fields":["email"],"filter":{"color":"red"}}""", "1003")]
    [InlineData("""{"fields":["email"],"filter":{"staticListId":1}}""", "1013")]
    [InlineData("""{"fields":["email"],"filter":{"staticListId":"x"}}""", "1001")]
    [InlineData("""{"fields":["email"],"filter":{"staticListName":5}}""", "1001")]
    [InlineData("""{"fields":["email"],"filter":[]}""", "1001")]
    [InlineData("""{"fields":"email","filter":{"staticListId":3379}}""", "1001")]
    [InlineData("""{"fields":[5],"filter":{"staticListId":3379}}""", "1001")]
    [InlineData("""{"fields":["email"],"format":"XLS","filter":{"staticListId":3379}}""", "1003")]
    [InlineData("""{"fields":["email"],"columnHeaderNames":{"title":"x"},"filter":{"staticListId":3379}}""", "1003")]
    [InlineData("""{"fields":["email"],"columnHeaderNames":[],"filter":{"staticListId":3379}}""", "1001")]
    [InlineData("""{"fields":["email"],"filter":{"createdAt":5}}""", "1001")]
    [InlineData("""{"fields":["email"],"filter":{"createdAt":{"startAt":"2023-01-01T00:00:00Z"}}}""", "1002")]
    [InlineData("""{"fields":["email"],"filter":{"createdAt":{"startAt":"soon","endAt":"2023-01-01T00:00:00Z"}}}""", "704")]
    [InlineData("""{"fields":["email"],"filter":{"createdAt":{"startAt":"2023-01-02T00:00:00Z","endAt":"2023-01-01T00:00:00Z"}}}""", "1003")]
    [InlineData("""{"fields":["email"],"filter":{"createdAt":{"startAt":"2023-01-01T00:00:00Z","endAt":"2023-02-01T00:00:01Z"}}}""", "1003")]
    [InlineData("""{"fields":["\ud800"],"filter":{"staticListId":3379}}""", "609")]
    [InlineData("""{"fields":["email"],""", "609")]
    [Proves("POST /bulk/v1/leads/export/create.json", "fields", "filter", "filter.createdAt", "filter.staticListId", "filter.staticListName", "format", "columnHeaderNames")]
    [Proves("code 609")]
    [Proves("code 704")]
    [Unverified("answer.override")]
    public async Task A_request_that_cannot_be_understood_is_refused(string body, string code)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.PostAsync(Export + "/create.json", body)).ShouldFail(code);
    }

    [Fact]
    [Source("client: issue thread")]
    [Proves("POST /bulk/v1/leads/export/create.json", "fields")]
    [Proves("code 1003")]
    public async Task Unknown_fields_are_named_together()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.PostAsync(Export + "/create.json", """{"fields":["a","email","b"],"filter":{"staticListId":3379}}""")).ShouldFail("1003", "Invalid fields [a, b]");
    }

    [Fact]
    [Proves("GET /bulk/v1/leads/export/{exportId}/file.json", "Range")]
    public async Task A_part_of_the_file_is_206_with_its_place()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var path = $"{Export}/{(await marketo.ExportAsync(Export, OfList)).Text("exportId")}/file.json";

        using var whole = await marketo.Http.GetAsync(path, TestContext.Current.CancellationToken);
        whole.StatusCode.Should().Be(HttpStatusCode.OK);
        whole.Headers.AcceptRanges.Should().Equal("bytes");
        (await RangeAsync(marketo, path, "bytes=0-2")).Should().Be((206, "ema", "bytes 0-2/6", 3));
        (await RangeAsync(marketo, path, "bytes=2-")).Should().Be((206, "ail\n", "bytes 2-5/6", 4));
        (await RangeAsync(marketo, path, "bytes=4-9999")).Should().Be((206, "l\n", "bytes 4-5/6", 2));
        (await RangeAsync(marketo, path, "bytes=-3")).Should().Be((206, "il\n", "bytes 3-5/6", 3));
    }

    [Theory]
    [InlineData("bytes=6-", 416)]
    [InlineData("bytes=9-12", 416)]
    [InlineData("bytes=0-1,3-4", 200)]
    [InlineData("lines=0-1", 200)]
    [InlineData("bytes=x", 200)]
    [InlineData("bytes=5-2", 200)]
    [Proves("GET /bulk/v1/leads/export/{exportId}/file.json", "Range")]
    [Unverified("answer.override")]
    public async Task Another_range_is_the_whole_file_and_one_behind_its_end_is_416(string range, int status)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var path = $"{Export}/{(await marketo.ExportAsync(Export, OfList)).Text("exportId")}/file.json";

        (await RangeAsync(marketo, path, range)).Should().Be((status, status == 200 ? "email\n" : "", status == 200 ? "" : "bytes */6", status == 200 ? 6 : 0));
    }

    [Fact]
    [Proves("GET /bulk/v1/leads/export/{exportId}/file.json")]
    [Proves("POST /bulk/v1/leads/export/{exportId}/cancel.json")]
    public async Task A_file_that_is_not_there_is_404_in_plain_text()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var created = await marketo.CreateExportAsync(Export, OfList);
        var cancelled = await marketo.CreateExportAsync(Export, OfList);
        (await marketo.PostAsync($"{Export}/{cancelled}/cancel.json", "")).Result().Single().Text("status").Should().Be("Cancelled");

        foreach (var id in new[] { created, cancelled, "7220a628-3d79-4ab9-9e25-5b2a2108b249", "x" })
        {
            using var response = await marketo.Http.GetAsync($"{Export}/{id}/file.json", TestContext.Current.CancellationToken);

            response.StatusCode.Should().Be(HttpStatusCode.NotFound);
            response.Content.Headers.ContentType!.MediaType.Should().Be("text/plain");
        }
    }

    [Theory]
    [InlineData("status.json", "GET")]
    [InlineData("enqueue.json", "POST")]
    [InlineData("cancel.json", "POST")]
    [Proves("GET /bulk/v1/leads/export/{exportId}/status.json")]
    [Proves("POST /bulk/v1/leads/export/{exportId}/enqueue.json")]
    [Proves("POST /bulk/v1/leads/export/{exportId}/cancel.json")]
    [Unverified("answer.override")]
    public async Task An_unknown_job_fails_the_call(string action, string method)
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await marketo.SendAsync(new HttpMethod(method), $"{Export}/7220a628-3d79-4ab9-9e25-5b2a2108b249/{action}", "")).ShouldFail("1013");
    }

    private static async Task<(int Status, string Body, string Range, int Length)> RangeAsync(MarketoHost marketo, string path, string range)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Range", range);
        using var response = await marketo.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, body, response.Content.Headers.ContentRange is ContentRangeHeaderValue place ? place.ToString() : "", (int)(response.Content.Headers.ContentLength ?? 0));
    }

    /// <summary>From the beginning of the test for a day.</summary>
    private static string Span(MarketoHost marketo)
    {
        var end = DateTimeOffset.Parse(marketo.Since, CultureInfo.InvariantCulture).AddDays(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return $$"""{"startAt":"{{marketo.Since}}","endAt":"{{end}}"}""";
    }
}
