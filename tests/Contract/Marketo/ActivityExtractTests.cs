using System.Globalization;
using SfMarketo.Tests.Contract.Fidelity;
using SfMarketo.Tests.Contract.Marketo.Activities;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Bulk activity extract")]
public sealed class ActivityExtractTests
{
    private const string Export = "/bulk/v1/activities/export";

    [Fact]
    [Proves("POST /bulk/v1/activities/export/create.json", "filter", "filter.createdAt", "filter.activityTypeIds", "fields", "columnHeaderNames", "format")]
    [Proves("GET /bulk/v1/activities/export/{exportId}/file.json")]
    public async Task Activities_of_a_span_have_the_columns_of_the_feed_with_attributes_as_a_JSON_object()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await marketo.PostAsync("/rest/v1/leads.json", """{"input":[{"email":"a@example.invalid","title":"CTO"}]}""");
        var row = (await marketo.FeedAsync("13", id)).Single();

        var all = await FileAsync(marketo, $$$"""{"filter":{"createdAt":{{{Span(marketo)}}},"activityTypeIds":[13]}}""");
        var some = await FileAsync(marketo, $$$"""{"fields":["leadId","activityTypeId","actionResult"],"format":"TSV","columnHeaderNames":{"leadId":"Person"},"filter":{"createdAt":{{{Span(marketo)}}},"activityTypeIds":[12,13]}}""");

        all.Should().Be("marketoGUID,leadId,activityDate,activityTypeId,campaignId,primaryAttributeValueId,primaryAttributeValue,attributes\n"
            + $"{row.Text("marketoGUID")},{id},{row.Text("activityDate")},13,null,{row.GetProperty("primaryAttributeValueId").GetInt32()},Job Title,"
            + "\"{\"\"New Value\"\":\"\"CTO\"\",\"\"Reason\"\":\"\"Web service API\"\",\"\"Source\"\":\"\"Web service API\"\"}\"\n");
        some.Should().Be($"Person\tactivityTypeId\tactionResult\n{id}\t12\tsucceeded\n{id}\t13\tsucceeded\n");
    }

    [Fact]
    [Proves("POST /bulk/v1/activities/export/create.json", "filter.primaryAttributeValueIds", "filter.primaryAttributeValues")]
    public async Task Primary_attributes_select_by_id_or_by_value()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await marketo.PostAsync($"/rest/v1/lists/3379/leads.json?id={id}", "");
        await marketo.PostAsync($"/rest/v1/lists/3380/leads.json?id={id}", "");

        var byId = await FileAsync(marketo, $$$"""{"fields":["primaryAttributeValue"],"filter":{"createdAt":{{{Span(marketo)}}},"activityTypeIds":[24,25],"primaryAttributeValueIds":[3380]}}""");
        var byValue = await FileAsync(marketo, $$$"""{"fields":["primaryAttributeValueId"],"filter":{"createdAt":{{{Span(marketo)}}},"activityTypeIds":[24],"primaryAttributeValues":["Acquisition Suppression"]}}""");

        byId.Should().Be("primaryAttributeValue\nCustomers\n");
        byValue.Should().Be("primaryAttributeValueId\n3379\n");
    }

    [Fact]
    [Proves("GET /bulk/v1/activities/export/{exportId}/file.json", "Range")]
    public async Task A_part_of_the_file_is_206()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var job = await marketo.ExportAsync(Export, $$$"""{"fields":["leadId"],"filter":{"createdAt":{{{Span(marketo)}}}}}""");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Export}/{job.Text("exportId")}/file.json");
        request.Headers.Range = new(0, 3);

        using var response = await marketo.Http.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).Should().Be(206);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Be("lead");
    }

    [Fact]
    [Proves("POST /bulk/v1/activities/export/create.json", "filter.activityTypeIds")]
    public async Task Deletes_are_never_extracted()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await marketo.PostAsync("/rest/v1/leads/delete.json", $$"""{"input":[{"id":{{id}}}]}""");

        (await FileAsync(marketo, $$$"""{"fields":["activityTypeId"],"filter":{"createdAt":{{{Span(marketo)}}}}}""")).Should().Be("activityTypeId\n12\n");
        (await marketo.PostAsync(Export + "/create.json", $$$"""{"filter":{"createdAt":{{{Span(marketo)}}},"activityTypeIds":[37]}}""")).ShouldFail("1003");
    }

    [Theory]
    [InlineData("""{"filter":{"activityTypeIds":[13]}}""", "1002")]
    [InlineData("""{"filter":{DATES,"activityTypeIds":[99999]}}""", "1003")]
    [InlineData("""{"filter":{DATES,"activityTypeIds":["x"]}}""", "1001")]
    [InlineData("""{"filter":{DATES,"activityTypeIds":13}}""", "1001")]
    [InlineData("""{"filter":{DATES,"leadIds":[1]}}""", "1003")]
    [InlineData("""{"filter":{DATES,"primaryAttributeValueIds":[1]}}""", "1003")]
    [InlineData("""{"filter":{DATES,"activityTypeIds":[1],"primaryAttributeValueIds":[1]}}""", "1003")]
    [InlineData("""{"filter":{DATES,"activityTypeIds":[13,104],"primaryAttributeValueIds":[1]}}""", "1003")]
    [InlineData("""{"filter":{DATES,"activityTypeIds":[13],"primaryAttributeValueIds":[1],"primaryAttributeValues":["x"]}}""", "1003")]
    [InlineData("""{"filter":{DATES,"activityTypeIds":[13],"primaryAttributeValueIds":[MANY]}}""", "1003")]
    [InlineData("""{"fields":["leadId","color"],"filter":{DATES}}""", "1003")]
    [InlineData("""{"fields":["leadId"],"columnHeaderNames":{"leadId":5},"filter":{DATES}}""", "1003")]
    [Proves("POST /bulk/v1/activities/export/create.json", "fields", "filter", "filter.createdAt", "filter.activityTypeIds", "filter.primaryAttributeValueIds", "filter.primaryAttributeValues", "columnHeaderNames")]
    [Unverified("answer.override")]
    public async Task A_request_that_cannot_be_understood_is_refused(string body, string code)
    {
        await using var marketo = await MarketoHost.StartAsync();
        body = body.Replace("DATES", "\"createdAt\":" + Span(marketo), StringComparison.Ordinal).Replace("MANY", string.Join(',', Enumerable.Range(1, 51)), StringComparison.Ordinal);

        (await marketo.PostAsync(Export + "/create.json", body)).ShouldFail(code);
    }

    [Fact]
    [Source("Marketo, activity data retention policy")]
    [Proves("POST /bulk/v1/activities/export/create.json", "filter.createdAt", "filter.activityTypeIds")]
    [SimulatorOnly("months pass")]
    public async Task What_is_no_longer_kept_is_not_extracted()
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { TokenLifetime = 100_000_000 });
        await marketo.CreateAsync("a@example.invalid");
        await marketo.PostAsync("/rest/v1/leads.json", """{"input":[{"email":"a@example.invalid","title":"CTO"}]}""");
        var body = $$$"""{"fields":["activityTypeId"],"filter":{"createdAt":{{{Span(marketo)}}},"activityTypeIds":[12,13]}}""";

        marketo.Time.Advance(TimeSpan.FromDays(89));
        (await FileAsync(marketo, body)).Should().Be("activityTypeId\n12\n13\n");
        marketo.Time.Advance(TimeSpan.FromDays(2));
        (await FileAsync(marketo, body)).Should().Be("activityTypeId\n12\n");
    }

    [Fact]
    [Source("Marketo REST API, Activities: custom activity types")]
    [Proves("POST /bulk/v1/activities/export/create.json", "filter.activityTypeIds")]
    [Proves("POST /rest/v1/activities/external.json", "input")]
    public async Task Custom_activities_are_extracted_by_the_id_of_their_type()
    {
        const string Name = "simGameExtracted";
        await using var marketo = await MarketoHost.StartAsync();
        var lead = (await marketo.CreateAsync("a@example.invalid"))[0];
        var type = await CustomTypes.ApprovedAsync(marketo, Name);
        await marketo.PostAsync("/rest/v1/activities/external.json", $$"""
            {"input":[{"leadId":{{lead}},"activityDate":"{{marketo.Since}}","activityTypeId":{{type}},"primaryAttributeValue":"Chess","attributes":[{"apiName":"score","value":7}]}]}
            """);

        var file = await FileAsync(marketo, $$$"""{"fields":["leadId","activityTypeId","primaryAttributeValue","attributes"],"filter":{"createdAt":{{{Span(marketo)}}},"activityTypeIds":[{{{type}}}]}}""");
        await CustomTypes.DoAsync(marketo, Name, "delete");

        file.Should().Be($"leadId,activityTypeId,primaryAttributeValue,attributes\n{lead},{type},Chess,\"{{\"\"Score\"\":7}}\"\n");
    }

    private static async Task<string> FileAsync(MarketoHost marketo, string body) =>
        await marketo.FileAsync($"{Export}/{(await marketo.ExportAsync(Export, body)).Text("exportId")}/file.json");

    private static string Span(MarketoHost marketo)
    {
        var end = DateTimeOffset.Parse(marketo.Since, CultureInfo.InvariantCulture).AddDays(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return $$"""{"startAt":"{{marketo.Since}}","endAt":"{{end}}"}""";
    }
}
