using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Bulk;

[Source("Bulk API 2.0 Developer Guide, Bulk API 2.0 Ingest")]
public sealed class IngestTests
{
    private const string Job = "/services/data/{version}/jobs/ingest/{job}";

    [Fact]
    [Proves("POST /services/data/{version}/jobs/ingest", "object", "operation", "contentType", "lineEnding", "columnDelimiter")]
    public async Task Create_answers_200_with_an_open_job_and_an_address_without_a_leading_slash()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("POST", "jobs/ingest", """{"object":"account","operation":"insert","contentType":"CSV","lineEnding":"CRLF","columnDelimiter":"PIPE"}""");

        answer.Status.Should().Be(200);
        var id = answer["id"].GetString()!;
        id.Should().StartWith("750").And.HaveLength(18);
        answer["contentUrl"].GetString().Should().Be($"services/data/v59.0/jobs/ingest/{id}/batches");
        answer.Json.EnumerateObject().Select(member => member.Name).Should().Equal(
            "id", "operation", "object", "createdById", "createdDate", "systemModstamp", "state", "concurrencyMode", "contentType", "apiVersion", "contentUrl", "lineEnding", "columnDelimiter");
        (answer["object"].GetString(), answer["state"].GetString(), answer["concurrencyMode"].GetString()).Should().Be(("Account", "Open", "Parallel"));
        answer["apiVersion"].GetRawText().Should().Be("59.0");
        (answer["lineEnding"].GetString(), answer["columnDelimiter"].GetString()).Should().Be(("CRLF", "PIPE"));
    }

    [Fact]
    [Proves("PUT /services/data/{version}/jobs/ingest/{job}/batches")]
    [Proves("PATCH " + Job, "state")]
    [Proves("GET " + Job)]
    [Proves("GET " + Job + "/successfulResults")]
    public async Task Rows_are_inserted_when_the_job_is_closed()
    {
        await using var host = await OrgHost.StartAsync();
        var job = await host.CreateJob("insert", "Lead");

        var upload = await host.Upload(job, "LastName,Company,HasOptedOutOfEmail\nRay,\"Acme, Inc.\",1\n\"O\"\"Hara\",Beta,false\n");
        (upload.Status, upload.Body).Should().Be((201, ""));
        var closed = await host.SetState(job, "UploadComplete");
        closed["state"].GetString().Should().Be("UploadComplete");
        closed.Json.TryGetProperty("contentUrl", out _).Should().BeFalse();
        var info = await host.WaitFor(job);

        info["state"].GetString().Should().Be("JobComplete");
        info["jobType"].GetString().Should().Be("V2Ingest");
        (info["numberRecordsProcessed"].GetInt32(), info["numberRecordsFailed"].GetInt32(), info["retries"].GetInt32()).Should().Be((2, 0, 0));
        info["totalProcessingTime"].GetInt32().Should().BePositive();
        info["apiActiveProcessingTime"].GetInt32().Should().BeLessThanOrEqualTo(info["totalProcessingTime"].GetInt32());
        var results = await host.Results(job, "successfulResults");
        results.Split('\n')[0].Should().Be("\"sf__Id\",\"sf__Created\",\"LastName\",\"Company\",\"HasOptedOutOfEmail\"");
        BulkSteps.Rows(results).Select(line => line[(line.IndexOf(',', StringComparison.Ordinal) + 1)..]).Order(StringComparer.Ordinal)
            .Should().Equal("\"true\",\"O\"\"Hara\",\"Beta\",\"false\"", "\"true\",\"Ray\",\"Acme, Inc.\",\"1\"");
        var query = await host.Call("GET", "query?q=" + Uri.EscapeDataString("SELECT LastName, Company, HasOptedOutOfEmail FROM Lead ORDER BY LastName"));
        query["records"].EnumerateArray().Select(row => $"{row.GetProperty("LastName")} {row.GetProperty("Company")} {row.GetProperty("HasOptedOutOfEmail")}").Should().Equal("O'Hara Beta False".Replace('\'', '"'), "Ray Acme, Inc. True");
    }

    [Fact]
    public async Task A_job_that_is_not_closed_stays_open_and_writes_nothing()
    {
        await using var host = await OrgHost.StartAsync();
        var job = await host.CreateJob("insert", "Account");
        await host.Upload(job, "Name\nAcme\n");
        await host.PassAsync(TimeSpan.FromSeconds(30));

        (await host.Call("GET", "jobs/ingest/" + job))["state"].GetString().Should().Be("Open");
        (await host.Call("GET", "query?q=SELECT+COUNT()+FROM+Account"))["totalSize"].GetInt32().Should().Be(0);
    }

    [Fact]
    [Proves("GET " + Job + "/failedResults")]
    [Proves("code REQUIRED_FIELD_MISSING")]
    public async Task A_row_that_fails_takes_no_other_along_and_processed_counts_it()
    {
        await using var host = await OrgHost.StartAsync();

        var (job, info) = await host.Ingest("insert", "Account", "Name,NumberOfEmployees\nAcme,12\n,7\nBeta,many\n");

        info["state"].GetString().Should().Be("JobComplete");
        (info["numberRecordsProcessed"].GetInt32(), info["numberRecordsFailed"].GetInt32()).Should().Be((3, 2));
        var failed = await host.Results(job, "failedResults");
        failed.Split('\n')[0].Should().Be("\"sf__Id\",\"sf__Error\",\"Name\",\"NumberOfEmployees\"");
        BulkSteps.Rows(failed).Should().Equal(
            "\"\",\"INVALID_TYPE_ON_FIELD_IN_RECORD:Employees: value not of required type: many:NumberOfEmployees --\",\"Beta\",\"many\"",
            "\"\",\"REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --\",\"\",\"7\"");
        BulkSteps.Rows(await host.Results(job, "successfulResults")).Should().ContainSingle();
    }

    [Fact]
    [Proves("POST /services/data/{version}/jobs/ingest", "operation")]
    [Proves("behaviour bulk null cell")]
    public async Task An_empty_cell_of_an_update_leaves_the_field_alone_and_NA_clears_it()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.Create("Account", """{"Name":"Acme","Site":"HQ","Phone":"1"}""");

        var (job, _) = await host.Ingest("update", "Account", $"Id,Site,Phone\n{id[..15]},,#N/A\n");

        BulkSteps.Rows(await host.Results(job, "successfulResults")).Should().Equal($"\"{id}\",\"false\",\"{id[..15]}\",\"\",\"#N/A\"");
        var row = await host.Call("GET", $"sobjects/Account/{id}?fields=Site,Phone");
        (row["Site"].GetString(), row["Phone"].GetString()).Should().Be(("HQ", null));
    }

    [Fact]
    [Proves("POST /services/data/{version}/jobs/ingest", "externalIdFieldName")]
    public async Task An_upsert_updates_what_has_the_key_and_inserts_the_rest()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.Create("Account", """{"Name":"Acme","External_Id__c":"A-1"}""");

        var (job, info) = await host.Ingest("upsert", "Account", "External_Id__c,Name\nA-1,Acme 2\nA-2,Beta\n", "\"externalIdFieldName\":\"external_id__c\"");

        info["externalIdFieldName"].GetString().Should().Be("External_Id__c");
        BulkSteps.Rows(await host.Results(job, "successfulResults")).Should().Contain($"\"{id}\",\"false\",\"A-1\",\"Acme 2\"").And.Contain(line => line.EndsWith("\"true\",\"A-2\",\"Beta\"", StringComparison.Ordinal));
    }

    [Fact]
    [Proves("code DUPLICATE_VALUE")]
    public async Task Two_rows_of_a_chunk_with_one_key_both_fail()
    {
        await using var host = await OrgHost.StartAsync();

        var (job, info) = await host.Ingest("upsert", "Account", "External_Id__c,Name\nA-1,Acme\na-1,Beta\n,Gamma\n", "\"externalIdFieldName\":\"External_Id__c\"");

        info["numberRecordsFailed"].GetInt32().Should().Be(3);
        BulkSteps.Rows(await host.Results(job, "failedResults")).Should().Equal(
            "\"\",\"DUPLICATE_VALUE:Duplicate external id specified: A-1:External_Id__c --\",\"A-1\",\"Acme\"",
            "\"\",\"DUPLICATE_VALUE:Duplicate external id specified: a-1:External_Id__c --\",\"a-1\",\"Beta\"",
            "\"\",\"MISSING_ARGUMENT:External_Id__c not specified:--\",\"\",\"Gamma\"");
    }

    [Fact]
    [Proves("code ENTITY_IS_DELETED")]
    public async Task Deletes_name_the_row_that_failed_where_its_id_could_be_read()
    {
        await using var host = await OrgHost.StartAsync();
        var (live, gone) = (await host.Create("Account", """{"Name":"Acme"}"""), await host.Create("Account", """{"Name":"Beta"}"""));
        await host.Call("DELETE", "sobjects/Account/" + gone);

        var (job, _) = await host.Ingest("delete", "Account", $"Id\n{live}\n{gone}\nnonsense\n001000000000000AAA\n");

        BulkSteps.Rows(await host.Results(job, "successfulResults")).Should().Equal($"\"{live}\",\"false\",\"{live}\"");
        BulkSteps.Rows(await host.Results(job, "failedResults")).Should().BeEquivalentTo(
            $"\"{gone}\",\"ENTITY_IS_DELETED:entity is deleted:--\",\"{gone}\"",
            "\"\",\"MALFORMED_ID:malformed id nonsense:Id --\",\"nonsense\"",
            "\"001000000000000AAA\",\"INVALID_CROSS_REFERENCE_KEY:invalid cross reference id:--\",\"001000000000000AAA\"");
    }

    [Fact]
    public async Task A_hard_delete_leaves_nothing_for_queryAll()
    {
        await using var host = await OrgHost.StartAsync();
        var (soft, hard) = (await host.Create("Account", """{"Name":"Acme"}"""), await host.Create("Account", """{"Name":"Beta"}"""));

        await host.Ingest("delete", "Account", $"Id\n{soft}\n");
        await host.Ingest("hardDelete", "Account", $"Id\n{hard}\n");

        (await host.Call("GET", $"queryAll?q=SELECT+Id+FROM+Account+WHERE+Id+IN+('{soft}','{hard}')"))["records"].EnumerateArray().Select(row => row.GetProperty("Id").GetString()).Should().Equal(soft);
    }

    [Fact]
    [Proves("behaviour bulk parent by key")]
    [Proves("code INVALID_FIELD")]
    public async Task A_parent_is_named_by_a_key_of_its_own()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"Acme","External_Id__c":"A-1"}""");

        var (job, _) = await host.Ingest("insert", "Contact", "LastName,Account.External_Id__c\nRay,A-1\nMay,A-2\n");

        BulkSteps.Rows(await host.Results(job, "failedResults")).Should().ContainSingle().Which
            .Should().Contain("INVALID_FIELD:Foreign key external ID: a-2 not found for field External_Id__c in entity Account:--");
        (await host.Call("GET", "query?q=SELECT+AccountId+FROM+Contact"))["records"][0].GetProperty("AccountId").GetString().Should().Be(account);
    }

    [Fact]
    [Proves("behaviour bulk multipart")]
    public async Task A_job_in_one_multipart_body_starts_at_upload_complete()
    {
        await using var host = await OrgHost.StartAsync();
        using var form = new MultipartFormDataContent("BOUNDARY");
        form.Add(new StringContent("""{"object":"Account","operation":"insert","contentType":"CSV","columnDelimiter":"CARET"}""", System.Text.Encoding.UTF8, "application/json"), "job");
        form.Add(BulkSteps.Csv("Name^Site\nAcme^HQ, East\n"), "content", "content");

        var made = await host.CallWith("POST", "jobs/ingest", form);

        (made.Status, made["state"].GetString()).Should().Be((200, "UploadComplete"));
        var info = await host.WaitFor(made["id"].GetString()!);
        info["numberRecordsProcessed"].GetInt32().Should().Be(1);
        BulkSteps.Rows((await host.Call("GET", $"jobs/ingest/{made["id"].GetString()}/successfulResults")).Body).Should().ContainSingle().Which.Should().EndWith("\"true\"^\"Acme\"^\"HQ, East\"");
    }

    [Theory]
    [InlineData("BACKQUOTE", '`', "LF", "\n")]
    [InlineData("CARET", '^', "CRLF", "\r\n")]
    [InlineData("COMMA", ',', "CRLF", "\r\n")]
    [InlineData("PIPE", '|', "LF", "\n")]
    [InlineData("SEMICOLON", ';', "LF", "\n")]
    [InlineData("TAB", '\t', "CRLF", "\r\n")]
    [Proves("POST /services/data/{version}/jobs/ingest", "columnDelimiter", "lineEnding")]
    public async Task Each_delimiter_and_line_ending_goes_in_and_comes_out(string delimiter, char character, string ending, string end)
    {
        await using var host = await OrgHost.StartAsync();

        var (job, _) = await host.Ingest(
            "insert", "Account", $"Name{character}Description{end}\"A{character}\"\"B\"\"\"{character}\"one{end}two\"{end}", $"\"columnDelimiter\":\"{delimiter}\",\"lineEnding\":\"{ending}\"");

        var results = await host.Results(job, "successfulResults");
        results.Should().StartWith($"\"sf__Id\"{character}\"sf__Created\"{character}\"Name\"{character}\"Description\"{end}").And.EndWith($"{character}\"true\"{character}\"A{character}\"\"B\"\"\"{character}\"one{end}two\"{end}");
    }
}
