using System.Net;
using System.Text;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Bulk lead import")]
public sealed class BulkImportTests
{
    private const string Import = "/bulk/v1/leads.json?";

    [Theory]
    [InlineData("csv", ',')]
    [InlineData("tsv", '\t')]
    [InlineData("ssv", ';')]
    [Proves("POST /bulk/v1/leads.json", "format", "file")]
    [Proves("GET /bulk/v1/leads/batch/{batchId}.json")]
    [Proves("GET /bulk/v1/leads/batch/{batchId}/failures.json")]
    [Proves("GET /bulk/v1/leads/batch/{batchId}/warnings.json")]
    public async Task A_file_of_each_format_is_imported_and_its_status_counts_the_rows(string format, char delimiter)
    {
        await using var marketo = await MarketoHost.StartAsync();
        var known = (await marketo.CreateAsync("known@example.invalid"))[0];
        var file = "email,firstName,title\r\nknown@example.invalid,Ada,CTO\r\n\"new@example.invalid\",\"Grace \"\"G\"\"\",\"Head of\nlabs\"\r\nthird@example.invalid,,\r\n".Replace(',', delimiter);

        var queued = (await marketo.ImportAsync($"{Import}format={format}", file)).Result().Single();
        var id = queued.GetProperty("batchId").GetInt32();
        queued.Text("status").Should().Be("Queued");
        queued.Text("importId").Should().Be($"{id}");
        var done = await marketo.UntilAsync($"/bulk/v1/leads/batch/{id}.json", "Complete", 5);

        done.ToString().Should().Be($$"""{"batchId":{{id}},"importId":"{{id}}","status":"Complete","numOfLeadsProcessed":3,"numOfRowsFailed":0,"numOfRowsWithWarning":0,"message":"Import succeeded, 3 records imported (3 members)"}""");
        (await marketo.FieldAsync(known, "title")).Should().Be("CTO");
        var made = (await marketo.GetAsync("/rest/v1/leads.json?filterType=email&filterValues=new@example.invalid&fields=firstName,title")).Result().Single();
        made.Text("firstName").Should().Be("Grace \"G\"");
        made.Text("title").Should().Be("Head of\nlabs");
        (await marketo.FileAsync($"/bulk/v1/leads/batch/{id}/failures.json")).Should().BeEmpty();
        (await marketo.FileAsync($"/bulk/v1/leads/batch/{id}/warnings.json")).Should().BeEmpty();
    }

    [Fact]
    [Proves("GET /bulk/v1/leads/batch/{batchId}.json")]
    [Proves("GET /bulk/v1/leads/batch/{batchId}/failures.json")]
    [Proves("GET /bulk/v1/leads/batch/{batchId}/warnings.json")]
    public async Task Failures_and_warnings_are_files_with_one_more_column_and_a_bad_address_is_only_a_warning()
    {
        await using var marketo = await MarketoHost.StartAsync();

        var done = await marketo.ImportLeadsAsync("format=csv", "email,leadScore\na@example.invalid,five\nno-address,7\nb@example.invalid,8\n");

        done.Text("message").Should().Be("Import completed with errors, 2 records imported (2 members), 1 failed, 1 warning.");
        done.GetProperty("numOfRowsFailed").GetInt32().Should().Be(1);
        done.GetProperty("numOfRowsWithWarning").GetInt32().Should().Be(1);
        var batch = $"/bulk/v1/leads/batch/{done.GetProperty("batchId").GetInt32()}";
        (await marketo.FileAsync(batch + "/failures.json")).Should().Be("email,leadScore,Import Failure Reason\na@example.invalid,five,Invalid data type in field Person Score\n");
        (await marketo.FileAsync(batch + "/warnings.json")).Should().Be("email,leadScore,Import Warning Reason\nno-address,7,Invalid email address\n");
        (await marketo.CountAsync("a@example.invalid")).Should().Be(0);
        (await marketo.CountAsync("no-address")).Should().Be(1);
    }

    [Fact]
    [Proves("POST /bulk/v1/leads.json", "lookupField")]
    [Proves("code 1011")]
    public async Task The_lookup_field_finds_people_and_id_only_updates()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.CreateAsync("old@example.invalid"))[0];

        var byId = await marketo.ImportLeadsAsync("format=csv&lookupField=id", $"id,email,lastName\n{id},new@example.invalid,Lovelace\n9999999,x@example.invalid,Nobody\n");

        byId.Text("message").Should().Be("Import completed with errors, 1 records imported (1 members), 1 failed");
        (await marketo.FieldAsync(id, "email")).Should().Be("new@example.invalid");
        (await marketo.CountAsync("x@example.invalid")).Should().Be(0);
        (await marketo.ImportAsync(Import + "format=csv&lookupField=firstName", "firstName\nAda\n")).ShouldFail("1011", "Lookup field 'firstName' not supported");
    }

    [Fact]
    [Proves("POST /bulk/v1/leads.json")]
    public async Task A_key_of_several_people_fails_its_row_alone()
    {
        await using var marketo = await MarketoHost.StartAsync();
        await marketo.CreateAsync("twice@example.invalid", "twice@example.invalid");

        var done = await marketo.ImportLeadsAsync("format=csv", "email\ntwice@example.invalid\nonce@example.invalid\n");

        done.GetProperty("numOfRowsFailed").GetInt32().Should().Be(1);
        (await marketo.FileAsync($"/bulk/v1/leads/batch/{done.GetProperty("batchId").GetInt32()}/failures.json")).Should().EndWith("twice@example.invalid,Multiple leads match the lookup criteria\n");
        (await marketo.CountAsync("once@example.invalid")).Should().Be(1);
    }

    [Fact]
    [Proves("POST /bulk/v1/leads.json", "listId")]
    [Proves("code 1013")]
    [Proves("code 1019")]
    [Proves("code 1001")]
    public async Task People_are_put_on_the_list_which_takes_one_import_at_a_time()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var into = $"{Import}format=csv&listId={AssetExamples.List}";

        var id = (await marketo.ImportAsync(into, "email\na@example.invalid\nb@example.invalid\na@example.invalid\n")).Result().Single().GetProperty("batchId").GetInt32();
        (await marketo.ImportAsync(into, "email\nc@example.invalid\n")).ShouldFail("1019", "Import in progress");
        (await marketo.ImportAsync($"{Import}format=csv&listId=3380", "email\nc@example.invalid\n")).Result().Should().ContainSingle();
        var done = await marketo.UntilAsync($"/bulk/v1/leads/batch/{id}.json", "Complete", 5);

        done.Text("message").Should().Be("Import succeeded, 3 records imported (2 members)");
        (await marketo.GetAsync($"/rest/v1/lists/{AssetExamples.List}/leads.json")).Result().Should().HaveCount(2);
        (await marketo.ImportAsync(into, "email\nc@example.invalid\n")).Result().Should().ContainSingle();
        (await marketo.ImportAsync(Import + "format=csv&listId=77", "email\nc@example.invalid\n")).ShouldFail("1013");
        (await marketo.ImportAsync(Import + "format=csv&listId=x", "email\nc@example.invalid\n")).ShouldFail("1001");
    }

    [Fact]
    [Proves("POST /bulk/v1/leads.json", "partitionName")]
    [Proves("code 1008")]
    public async Task The_default_partition_is_taken_and_a_foreign_one_denied()
    {
        await using var marketo = await MarketoHost.StartAsync();

        await marketo.ImportLeadsAsync("format=csv&partitionName=Default", "email\na@example.invalid\n");

        (await marketo.CountAsync("a@example.invalid")).Should().Be(1);
        (await marketo.ImportAsync(Import + "format=csv&partitionName=Nowhere", "email\na@example.invalid\n")).ShouldFail("1008", "Access denied to partition 'Nowhere'");
    }

    [Fact]
    [Proves("code 1016")]
    [Proves("POST /bulk/v1/leads.json")]
    public async Task Ten_imports_wait_or_run_and_two_run_at_once_in_the_order_of_their_calls()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var rows = string.Concat(Enumerable.Range(0, 3_500).Select(row => $"r{row}@example.invalid\n"));
        List<int> ids = [];
        for (var import = 0; import < 10; import++)
        {
            ids.Add((await marketo.ImportAsync(Import + "format=csv", $"email\np{import}@example.invalid\n{(import < 2 ? rows : "")}")).Result().Single().GetProperty("batchId").GetInt32());
        }

        (await marketo.ImportAsync(Import + "format=csv", "email\nlast@example.invalid\n")).ShouldFail("1016", "Too many imports");
        var highest = 0;
        var statuses = new List<string>();
        while (statuses.Count == 0 || statuses[^1] != "Complete")
        {
            statuses.Clear();
            foreach (var id in ids)
            {
                statuses.Add((await marketo.GetAsync($"/bulk/v1/leads/batch/{id}.json")).Result().Single().Text("status")!);
            }

            highest = Math.Max(highest, statuses.Count(status => status == "Importing"));
            statuses.LastIndexOf("Importing").Should().BeLessThan(statuses.Contains("Queued") ? statuses.IndexOf("Queued") + 2 : 10);
            // Ten calls in it are the limit of the vendor.
            await marketo.PassAsync(TimeSpan.FromSeconds(2.5));
        }

        highest.Should().Be(2);
        (await marketo.ImportAsync(Import + "format=csv", "email\nlast@example.invalid\n")).Result().Should().ContainSingle();
    }

    [Theory]
    [InlineData("", "email\na@example.invalid\n", "1002")]
    [InlineData("format=xls", "email\na@example.invalid\n", "1003")]
    [InlineData("format=csv", "", "1003")]
    [InlineData("format=csv", "\n\n", "1003")]
    [InlineData("format=csv", "email,\"first", "1003")]
    [InlineData("format=csv", "email,noSuchField\na@example.invalid,x\n", "1006")]
    [InlineData("format=csv", "email,email\na@example.invalid,x\n", "1003")]
    [InlineData("format=csv", "email,createdAt\na@example.invalid,2026-01-01\n", "1003")]
    [InlineData("format=csv", "firstName\nAda\n", "1002")]
    [Proves("POST /bulk/v1/leads.json", "format", "file")]
    [Proves("code 1002")]
    [Proves("code 1003")]
    [Proves("code 1006")]
    [Unverified("answer.override")]
    public async Task A_call_that_cannot_be_understood_is_refused_before_a_row_is_written(string query, string file, string code)
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await marketo.ImportAsync(Import + query, file)).ShouldFail(code);
    }

    [Theory]
    [InlineData("a@example.invalid,one,two,three", "Invalid row: more values than columns")]
    [InlineData("\"a@example.invalid\" x,one", "Invalid row: text follows a quoted value")]
    [InlineData("a@example.invalid,\"one", "Invalid row: a quoted value does not end")]
    [InlineData(",one", "Missing value for the required parameter 'email'")]
    [Proves("GET /bulk/v1/leads/batch/{batchId}/failures.json")]
    [Unverified("answer.override")]
    public async Task A_row_that_is_none_fails_with_its_reason(string row, string reason)
    {
        await using var marketo = await MarketoHost.StartAsync();

        var done = await marketo.ImportLeadsAsync("format=csv", $"email,title\ngood@example.invalid,CTO\n{row}\n");

        done.GetProperty("numOfLeadsProcessed").GetInt32().Should().Be(1);
        (await marketo.FileAsync($"/bulk/v1/leads/batch/{done.GetProperty("batchId").GetInt32()}/failures.json")).Should().EndWith($",{reason}\n");
    }

    [Theory]
    [InlineData("multipart/form-data", "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nemail\r\n--x--")]
    [InlineData("multipart/form-data; boundary=x", "")]
    [InlineData("multipart/form-data; boundary=x", "email\na@example.invalid\n")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nemail\r\n")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Type: text/csv\r\n\r\nemail\r\n--x--")]
    [InlineData("text/csv", "email\na@example.invalid\n")]
    [Proves("POST /bulk/v1/leads.json", "file")]
    [Proves("code 613")]
    public async Task A_body_that_is_no_multipart_is_613(string contentType, string body)
    {
        await using var marketo = await MarketoHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Import + "format=csv") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var response = await marketo.Http.SendAsync(request, TestContext.Current.CancellationToken);

        (await BulkSteps.ReadAsync(response)).ShouldFail("613", "Invalid Multipart Request");
    }

    [Fact]
    [Proves("code 413")]
    [Proves("POST /bulk/v1/leads.json", "file")]
    public async Task A_file_may_be_of_ten_megabytes_and_not_of_more()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var row = Encoding.UTF8.GetBytes("a@example.invalid,x\n");
        var file = new byte[10_485_760];
        for (var place = 0; place + row.Length <= file.Length; place += row.Length)
        {
            row.CopyTo(file, place);
        }

        Encoding.UTF8.GetBytes("email,firstName   \n").CopyTo(file, 0);
        using var whole = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "people.csv" } };
        using var most = new MultipartFormDataContent { { new ByteArrayContent(file, 0, file.Length - 1000), "file", "people.csv" } };

        using var refused = await marketo.Http.PostAsync(Import + "format=csv", whole, TestContext.Current.CancellationToken);
        using var taken = await marketo.Http.PostAsync(Import + "format=csv", most, TestContext.Current.CancellationToken);

        refused.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await BulkSteps.ReadAsync(taken)).Result().Should().ContainSingle();
    }

    [Theory]
    [InlineData(ImportEmptyCell.Keep, "CTO")]
    [InlineData(ImportEmptyCell.Clear, null)]
    [Proves("POST /bulk/v1/leads.json", "file")]
    [Proves("switch import.emptyCell")]
    [Unverified]
    public async Task An_empty_cell_follows_its_switch(ImportEmptyCell setting, string? title)
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options.Switches with { ImportEmptyCell = setting });
        await marketo.ImportLeadsAsync("format=csv", "email,title\na@example.invalid,CTO\n");

        await marketo.ImportLeadsAsync("format=csv", "email,title\na@example.invalid,\n");

        var person = (await marketo.GetAsync("/rest/v1/leads.json?filterType=email&filterValues=a@example.invalid&fields=title")).Result().Single();
        person.Text("title").Should().Be(title);
    }

    [Fact]
    [Proves("POST /bulk/v1/leads.json", "file")]
    [Unverified("answer.override")]
    public async Task Imported_changes_are_in_the_activity_log()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        await marketo.ImportLeadsAsync("format=csv", "email,title\na@example.invalid,CTO\nb@example.invalid,CFO\n");

        (await marketo.FeedAsync("13", id)).Should().ContainSingle(row => row.Text("primaryAttributeValue") == "Job Title");
        (await marketo.FeedAsync("12")).Should().HaveCount(2);
    }

    [Theory]
    [InlineData("/bulk/v1/leads/batch/9999.json")]
    [InlineData("/bulk/v1/program/members/import/9999/status.json")]
    [Proves("GET /bulk/v1/leads/batch/{batchId}.json")]
    [Proves("GET /bulk/v1/program/members/import/{batchId}/status.json")]
    [Proves("code 1013")]
    [Unverified("answer.override")]
    public async Task An_unknown_batch_has_no_status(string path)
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await marketo.GetAsync(path)).ShouldFail("1013");
        (await marketo.GetAsync(path.Replace("9999", "x", StringComparison.Ordinal))).ShouldFail("1001");
    }

    [Fact]
    [Proves("GET /bulk/v1/leads/batch/{batchId}/failures.json")]
    [Proves("GET /bulk/v1/leads/batch/{batchId}/warnings.json")]
    public async Task Files_of_an_import_that_is_not_complete_are_404_in_plain_text()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.ImportAsync(Import + "format=csv", "email\na@example.invalid\n")).Result().Single().GetProperty("batchId").GetInt32();

        foreach (var path in new[] { $"{id}/failures.json", $"{id}/warnings.json", "9999/failures.json", "x/warnings.json" })
        {
            using var response = await marketo.Http.GetAsync("/bulk/v1/leads/batch/" + path, TestContext.Current.CancellationToken);

            response.StatusCode.Should().Be(HttpStatusCode.NotFound);
            response.Content.Headers.ContentType!.MediaType.Should().Be("text/plain");
        }
    }

    [Fact]
    [SimulatorOnly("a week passes")]
    [Proves("GET /bulk/v1/leads/batch/{batchId}.json")]
    public async Task A_batch_id_lives_seven_days()
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { TokenLifetime = 1_000_000 });
        var id = (await marketo.ImportAsync(Import + "format=csv", "email\na@example.invalid\n")).Result().Single().GetProperty("batchId").GetInt32();

        marketo.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        (await marketo.GetAsync($"/bulk/v1/leads/batch/{id}.json")).Result().Single().Text("status").Should().Be("Complete");
        marketo.Time.Advance(TimeSpan.FromSeconds(1));
        (await marketo.GetAsync($"/bulk/v1/leads/batch/{id}.json")).ShouldFail("1013");
    }
}
