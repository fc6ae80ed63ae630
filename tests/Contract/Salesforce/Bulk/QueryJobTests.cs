using System.IO.Compression;
using System.Text;
using System.Text.Json;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Bulk;

[Source("Bulk API 2.0 Developer Guide, Bulk API 2.0 Query")]
public sealed class QueryJobTests
{
    private const string Jobs = "/services/data/{version}/jobs/query";

    [Fact]
    [Proves("POST " + Jobs, "operation", "query")]
    [Proves("GET " + Jobs + "/{job}")]
    public async Task Create_answers_200_with_a_queued_job_and_fills_the_object_in()
    {
        await using var host = await OrgHost.StartAsync();

        var made = await host.Call("POST", "jobs/query", """{"operation":"query","query":"SELECT Id FROM account"}""", ("Accept", "text/csv"));

        made.Status.Should().Be(200);
        made.Headers["Content-Type"].Should().StartWith("application/json");
        made.Json.EnumerateObject().Select(member => member.Name).Should().Equal(
            "id", "operation", "object", "createdById", "createdDate", "systemModstamp", "state", "concurrencyMode", "contentType", "apiVersion", "lineEnding", "columnDelimiter");
        (made["state"].GetString(), made["object"].GetString()).Should().Be(("UploadComplete", "Account"));
        var info = await host.WaitFor(made["id"].GetString()!, "query");
        (info["jobType"].GetString(), info["numberRecordsProcessed"].GetInt32(), info["retries"].GetInt32(), info["isPkChunkingSupported"].GetBoolean()).Should().Be(("V2Query", 0, 0, true));
    }

    [Fact]
    [Proves("GET " + Jobs + "/{job}/results")]
    [Proves("header Sforce-Locator")]
    [Proves("header Sforce-NumberOfRecords")]
    public async Task Columns_are_spelled_and_ordered_as_in_the_query_and_all_is_quoted()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"Acme \"A\", Inc.","AnnualRevenue":1500}""");
        var contact = await host.Create("Contact", $$"""{"LastName":"Ray","AccountId":"{{account}}","Birthdate":"1980-01-02","HasOptedOutOfEmail":true}""");
        await host.Create("Contact", """{"LastName":"Solo"}""");

        var job = await host.RunQuery("SELECT account.name, c.LastName, ACCOUNT.AnnualRevenue, Id, Birthdate, HasOptedOutOfEmail, Title FROM Contact c ORDER BY LastName");
        var answer = await host.Call("GET", $"jobs/query/{job}/results");

        answer.Body.Split('\n').Should().HaveCount(4).And.StartWith([
            "\"account.name\",\"LastName\",\"ACCOUNT.AnnualRevenue\",\"Id\",\"Birthdate\",\"HasOptedOutOfEmail\",\"Title\"",
            $"\"Acme \"\"A\"\", Inc.\",\"Ray\",\"1500.0\",\"{contact}\",\"1980-01-02\",\"true\",\"\"",
        ]);
        answer.Body.Split('\n')[2].Should().StartWith("\"\",\"Solo\",\"\",").And.EndWith("\"\",\"false\",\"\"");
        answer.Headers["Content-Type"].Should().StartWith("text/csv");
        (answer.Headers["Sforce-Locator"], answer.Headers["Sforce-NumberOfRecords"]).Should().Be(("null", "2"));
    }

    [Fact]
    public async Task Datetimes_end_with_Z()
    {
        await using var host = await OrgHost.StartAsync();
        await host.Create("Account", """{"Name":"Acme"}""");

        var job = await host.RunQuery("SELECT CreatedDate FROM Account");

        (await host.Call("GET", $"jobs/query/{job}/results")).Body.Split('\n')[1].Should().MatchRegex("^\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.000Z\"$");
    }

    [Fact]
    [Proves("GET " + Jobs + "/{job}/results", "locator", "maxRecords")]
    [Proves("code INVALID_QUERY_LOCATOR")]
    public async Task Each_page_has_the_header_and_can_be_read_again_and_the_last_locator_is_the_text_null()
    {
        await using var host = await OrgHost.StartAsync();
        await host.Ingest("insert", "Account", "Name\n" + string.Concat(Enumerable.Range(10, 5).Select(number => $"A{number}\n")));
        var job = await host.RunQuery("SELECT Name FROM Account ORDER BY Name");

        List<string> pages = [];
        for (var locator = ""; locator != "null";)
        {
            var path = $"jobs/query/{job}/results?maxRecords=2" + (locator.Length > 0 ? "&locator=" + locator : "");
            var page = await host.Call("GET", path);
            (await host.Call("GET", path)).Body.Should().Be(page.Body);
            pages.Add(page.Headers["Sforce-NumberOfRecords"] + " " + page.Body);
            locator = page.Headers["Sforce-Locator"];
        }

        pages.Should().Equal("2 \"Name\"\n\"A10\"\n\"A11\"\n", "2 \"Name\"\n\"A12\"\n\"A13\"\n", "1 \"Name\"\n\"A14\"\n");
        (await host.Call("GET", $"jobs/query/{job}/results?locator=nonsense!")).ShouldRefuse(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
        (await host.Call("GET", $"jobs/query/{job}/results?maxRecords=-1")).Status.Should().Be(400);
    }

    [Fact]
    [Proves("GET " + Jobs + "/{job}/resultPages", "locator")]
    public async Task Addresses_of_pages_are_given_out_for_reading_side_by_side()
    {
        await using var host = await OrgHost.StartAsync();
        await host.Create("Account", """{"Name":"Acme"}""");
        var job = await host.RunQuery("SELECT Name FROM Account");

        var pages = await host.Call("GET", $"jobs/query/{job}/resultPages");

        pages["done"].GetBoolean().Should().BeTrue();
        var url = pages["resultPages"].EnumerateArray().Should().ContainSingle().Which.GetProperty("resultUrl").GetString()!;
        url.Should().StartWith($"/services/data/v59.0/jobs/query/{job}/results?locator=");
        (await host.Call("GET", url)).Body.Should().Be("\"Name\"\n\"Acme\"\n");
        (await host.Call("GET", $"/services/data/v57.0/jobs/query/{job}/resultPages")).Status.Should().Be(404);
    }

    [Fact]
    [Proves("POST " + Jobs, "columnDelimiter", "lineEnding")]
    public async Task Delimiter_and_line_ending_are_the_jobs()
    {
        await using var host = await OrgHost.StartAsync();
        await host.Create("Account", """{"Name":"Acme","Site":"HQ"}""");

        var job = await host.RunQuery("SELECT Name, Site FROM Account", "\"columnDelimiter\":\"TAB\",\"lineEnding\":\"CRLF\"");

        (await host.Call("GET", $"jobs/query/{job}/results")).Body.Should().Be("\"Name\"\t\"Site\"\r\n\"Acme\"\t\"HQ\"\r\n");
    }

    [Fact]
    [Proves("POST " + Jobs, "operation")]
    public async Task QueryAll_has_deleted_rows_and_query_has_not()
    {
        await using var host = await OrgHost.StartAsync();
        await host.Call("DELETE", "sobjects/Account/" + await host.Create("Account", """{"Name":"Gone"}"""));

        var all = await host.RunQuery("SELECT Name FROM Account WHERE Name = 'Gone'", operation: "queryAll");
        var live = await host.RunQuery("SELECT Name FROM Account WHERE Name = 'Gone'");

        (await host.Call("GET", $"jobs/query/{all}/results")).Body.Should().Be("\"Name\"\n\"Gone\"\n");
        (await host.Call("GET", $"jobs/query/{live}/results")).Body.Should().Be("\"Name\"\n");
    }

    [Fact]
    public async Task The_rows_are_those_of_the_instant_at_which_the_job_ran()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.Create("Account", """{"Name":"Acme"}""");
        var job = await host.RunQuery("SELECT Name FROM Account");

        await host.Call("PATCH", "sobjects/Account/" + id, """{"Name":"Beta"}""");

        (await host.Call("GET", $"jobs/query/{job}/results")).Body.Should().Be("\"Name\"\n\"Acme\"\n");
    }

    [Fact]
    [Proves("header Accept-Encoding")]
    public async Task Results_are_compressed_for_who_asks()
    {
        await using var host = await OrgHost.StartAsync();
        await host.Create("Account", """{"Name":"Acme"}""");
        var job = await host.RunQuery("SELECT Name FROM Account");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{OrgHost.Data}/jobs/query/{job}/results");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + await host.Token());
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");

        using var answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);

        answer.Content.Headers.ContentEncoding.Should().Equal("gzip");
        await using var unpacked = new GZipStream(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Should().Be("\"Name\"\n\"Acme\"\n");
    }

    [Theory]
    [InlineData("SELECT COUNT() FROM Account", "Aggregate functions are not supported in Bulk Query")]
    [InlineData("SELECT MAX(Name) FROM Account", "Aggregate functions are not supported in Bulk Query")]
    [InlineData("SELECT Name FROM Account GROUP BY Name", "GROUP BY is not supported in Bulk Query")]
    [InlineData("SELECT Name FROM Account LIMIT 5 OFFSET 2", "OFFSET is not supported in Bulk Query")]
    [InlineData("SELECT Name, (SELECT Id FROM Contacts) FROM Account", "Nested queries are not supported in Bulk Query")]
    [InlineData("SELECT TYPEOF Who WHEN Lead THEN Name END FROM Task", "TYPEOF is not supported in Bulk Query")]
    [InlineData("SELECT FIELDS(ALL) FROM Account", "The SOQL FIELDS function is not supported with an unbounded set of fields in this API.")]
    [InlineData("SELECT BillingAddress FROM Account", "Selecting compound data not supported in Bulk Query: BillingAddress")]
    [Proves("behaviour bulk unsupported SOQL")]
    [Proves("code API_ERROR")]
    [Unverified]
    public async Task What_bulk_queries_cannot_have_is_refused(string soql, string message)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("POST", "jobs/query", $$"""{"operation":"query","query":{{BulkSteps.Quote(soql)}}}""")).ShouldRefuse(400, "API_ERROR", message);
    }

    [Theory]
    [InlineData("SELECT Id FROM Account WHERE Name = 'GROUP BY (SELECT x OFFSET 1 \\' COUNT('")]
    [InlineData("SELECT Id FROM Contact WHERE AccountId IN (SELECT Id FROM Account WHERE Name LIKE 'A%')")]
    public async Task Words_in_texts_and_semi_joins_do_not_hinder(string soql)
    {
        await using var host = await OrgHost.StartAsync();

        await host.RunQuery(soql);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Proves("switch bulk2.badQuery")]
    [Unverified]
    public async Task A_query_that_cannot_run_follows_its_switch(bool refused)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { BulkBadQueryRefused = refused });

        var made = await host.Call("POST", "jobs/query", """{"operation":"query","query":"SELECT Nope__c FROM Account"}""");

        if (refused)
        {
            (made.Status, made.Json[0].GetProperty("errorCode").GetString()).Should().Be((400, "INVALID_FIELD"));
            return;
        }

        made.Status.Should().Be(200);
        var info = await host.WaitFor(made["id"].GetString()!, "query");
        info["state"].GetString().Should().Be("Failed");
        info["errorMessage"].GetString().Should().StartWith("INVALID_FIELD: ").And.Contain("No such column 'Nope__c'");
    }

    [Fact]
    [Proves("PATCH " + Jobs + "/{job}", "state")]
    [Proves("DELETE " + Jobs + "/{job}")]
    public async Task A_job_is_aborted_and_deleted()
    {
        await using var host = await OrgHost.StartAsync();
        var job = (await host.Call("POST", "jobs/query", """{"operation":"query","query":"SELECT Id FROM Account"}"""))["id"].GetString()!;

        (await host.SetState(job, "Aborted", "query"))["state"].GetString().Should().Be("Aborted");
        (await host.Call("GET", $"jobs/query/{job}/results")).Json[0].GetProperty("errorCode").GetString().Should().Be("INVALIDJOBSTATE");
        (await host.Call("DELETE", "jobs/query/" + job)).Status.Should().Be(204);
        (await host.Call("GET", "jobs/query/" + job)).ShouldRefuse(404, "NOT_FOUND", "The requested resource does not exist");
    }

    [Fact]
    [Proves("code CONFLICT")]
    [Unverified]
    public async Task Results_are_read_with_the_version_of_the_job()
    {
        await using var host = await OrgHost.StartAsync();
        var job = await host.RunQuery("SELECT Id FROM Account");

        (await host.Call("GET", $"/services/data/v60.0/jobs/query/{job}/results")).Status.Should().Be(409);
    }

    [Fact]
    [Proves("GET " + Jobs, "jobType", "isPkChunkingEnabled", "concurrencyMode", "queryLocator")]
    [Proves("GET /services/data/{version}/jobs/ingest", "jobType", "isPkChunkingEnabled", "queryLocator")]
    public async Task Lists_tell_of_the_jobs_of_their_kind()
    {
        await using var host = await OrgHost.StartAsync();
        var query = await host.RunQuery("SELECT Id FROM Account");
        var ingest = await host.CreateJob("insert", "Account");

        var queries = await host.Call("GET", "jobs/query?jobType=V2Query&isPkChunkingEnabled=false&concurrencyMode=parallel");
        var ingests = await host.Call("GET", "jobs/ingest?jobType=V2Ingest");

        (queries["done"].GetBoolean(), queries["nextRecordsUrl"].ValueKind).Should().Be((true, JsonValueKind.Null));
        queries["records"].EnumerateArray().Should().Contain(job => job.GetProperty("id").GetString() == query && job.GetProperty("jobType").GetString() == "V2Query");
        ingests["records"].EnumerateArray().Should().Contain(job => job.GetProperty("id").GetString() == ingest).And.NotContain(job => job.GetProperty("id").GetString() == query);
        (await host.Call("GET", "jobs/ingest?isPkChunkingEnabled=true"))["records"].GetArrayLength().Should().Be(0);
        (await host.Call("GET", "jobs/ingest?queryLocator=nonsense!")).Status.Should().Be(400);
        (await host.Call("GET", "jobs/query?jobType=Nope")).Status.Should().Be(400);
    }

    [Theory]
    [InlineData("{\"operation\":\"insert\",\"query\":\"SELECT Id FROM Account\"}", "JSON_PARSER_ERROR")]
    [InlineData("{\"operation\":\"query\"}", "MALFORMED_QUERY")]
    [InlineData("{\"operation\":\"query\",\"query\":\"SELECT\"}", "MALFORMED_QUERY")]
    [InlineData("{\"operation\":\"query\",\"query\":\"SELECT Id FROM Nope\"}", "INVALID_TYPE")]
    [InlineData("{\"operation\":\"query\",\"query\":\"SELECT Id FROM Account\",\"contentType\":\"JSON\"}", "INVALIDJOB")]
    [Proves("code MALFORMED_QUERY")]
    public async Task A_job_that_cannot_be_is_refused(string body, string code)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("POST", "jobs/query", body);

        (answer.Status, answer.Json[0].GetProperty("errorCode").GetString()).Should().Be((400, code));
    }
}
