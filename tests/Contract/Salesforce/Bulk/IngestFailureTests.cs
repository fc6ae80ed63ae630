using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Bulk;

[Source("Bulk API 2.0 Developer Guide, Errors; Prepare CSV Files")]
public sealed class IngestFailureTests
{
    private const string Jobs = "POST /services/data/{version}/jobs/ingest";

    [Theory]
    [InlineData("\"object\":\"Nope\",\"operation\":\"insert\"", "INVALIDENTITY", "Entity 'Nope' is not supported by the Bulk API.")]
    [InlineData("\"object\":\"Account\",\"operation\":\"upsert\"", "INVALIDJOB", "InvalidJob : External ID was blank for Account. An External ID must be specified for upsert.")]
    [InlineData("\"object\":\"Account\",\"operation\":\"upsert\",\"externalIdFieldName\":\"Site\"", "INVALIDJOB", "InvalidJob : Field name provided, Site does not match an External ID, Salesforce Id, or indexed field for Account")]
    [InlineData("\"object\":\"Account\",\"operation\":\"insert\",\"contentType\":\"XML\"", "INVALIDJOB", "InvalidJob : Content type XML is not supported. Use CSV.")]
    [InlineData("\"object\":\"Lead\",\"operation\":\"insert\",\"assignmentRuleId\":\"nonsense\"", "INVALIDJOB", "InvalidJob : Invalid assignmentRuleId: nonsense")]
    [Proves(Jobs, "object", "externalIdFieldName", "contentType", "assignmentRuleId")]
    [Proves("code INVALIDENTITY")]
    [Proves("code INVALIDJOB")]
    [Unverified]
    public async Task A_job_that_cannot_be_is_refused(string members, string code, string message)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("POST", "jobs/ingest", "{" + members + "}")).ShouldRefuse(400, code, message);
    }

    [Theory]
    [InlineData("{\"object\":\"Account\",\"operation\":\"merge\"}")]
    [InlineData("{\"object\":\"Account\",\"operation\":\"query\"}")]
    [InlineData("{\"object\":\"Account\",\"operation\":\"insert\",\"columnDelimiter\":\"DOT\"}")]
    [InlineData("{\"object\":\"Account\",\"operation\":\"insert\",\"lineEnding\":\"CR\"}")]
    [InlineData("{\"object\":\"Account\",\"operation\":\"insert\",\"nope\":1}")]
    [InlineData("{\"object\":{},\"operation\":\"insert\"}")]
    [InlineData("[]")]
    [InlineData("{\"operation\":\"insert\"}")]
    [InlineData("{\"object\":\"Account\"")]
    [InlineData("")]
    [Proves("code JSON_PARSER_ERROR")]
    [Unverified]
    public async Task Words_that_there_are_not_and_what_is_no_JSON_are_parser_errors(string body)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("POST", "jobs/ingest", body);

        (answer.Status, answer.Json[0].GetProperty("errorCode").GetString()).Should().Be((400, "JSON_PARSER_ERROR"));
    }

    [Fact]
    [Proves("code UNSUPPORTED_MEDIA_TYPE")]
    public async Task Jobs_are_JSON_and_rows_are_CSV()
    {
        await using var host = await OrgHost.StartAsync();
        using var xml = new StringContent("<jobInfo/>", System.Text.Encoding.UTF8, "application/xml");
        (await host.CallWith("POST", "jobs/ingest", xml)).ShouldRefuse(415, "UNSUPPORTED_MEDIA_TYPE", "MediaType of 'application/xml' is not supported by this resource");

        var job = await host.CreateJob("insert", "Account");
        (await host.Call("PUT", $"jobs/ingest/{job}/batches", "[]")).ShouldRefuse(415, "UNSUPPORTED_MEDIA_TYPE", "MediaType of 'application/json' is not supported by this resource");
    }

    [Fact]
    [Proves("code INVALIDJOBSTATE")]
    [Proves("DELETE /services/data/{version}/jobs/ingest/{job}")]
    [Proves("code NOT_FOUND")]
    [Unverified]
    public async Task What_a_state_does_not_allow_is_refused_and_a_deleted_job_is_gone()
    {
        await using var host = await OrgHost.StartAsync();
        var job = await host.CreateJob("insert", "Account");
        (await host.Call("DELETE", "jobs/ingest/" + job)).Json[0].GetProperty("errorCode").GetString().Should().Be("INVALIDJOBSTATE");
        (await host.Call("GET", $"jobs/ingest/{job}/failedResults")).Json[0].GetProperty("errorCode").GetString().Should().Be("INVALIDJOBSTATE");
        (await host.SetState(job, "JobComplete")).Json[0].GetProperty("errorCode").GetString().Should().Be("INVALIDJOBSTATE");
        await host.Upload(job, "Name\nAcme\n");
        await host.SetState(job, "UploadComplete");
        (await host.Upload(job, "Name\nAcme\n")).Json[0].GetProperty("errorCode").GetString().Should().Be("INVALIDJOBSTATE");
        (await host.SetState(job, "UploadComplete")).Json[0].GetProperty("errorCode").GetString().Should().Be("INVALIDJOBSTATE");
        await host.WaitFor(job);
        (await host.SetState(job, "Aborted")).Json[0].GetProperty("errorCode").GetString().Should().Be("INVALIDJOBSTATE");

        var deleted = await host.Call("DELETE", "jobs/ingest/" + job);

        (deleted.Status, deleted.Body).Should().Be((204, ""));
        (await host.Call("GET", "jobs/ingest/" + job)).ShouldRefuse(404, "NOT_FOUND", "The requested resource does not exist");
    }

    [Fact]
    [Proves("GET /services/data/{version}/jobs/ingest/{job}/unprocessedrecords")]
    [Proves("behaviour bulk unknown column")]
    public async Task A_column_that_the_object_lacks_fails_the_job_and_no_row_is_tried()
    {
        await using var host = await OrgHost.StartAsync();

        var (job, info) = await host.Ingest("insert", "Account", "Name,Nope__c\nAcme,1\n\"Be,ta\",2\n");

        (info["state"].GetString(), info["errorMessage"].GetString()).Should().Be(("Failed", "InvalidBatch : Field name not found : Nope__c"));
        (info["numberRecordsProcessed"].GetInt32(), info["numberRecordsFailed"].GetInt32()).Should().Be((0, 0));
        (await host.Results(job, "unprocessedRecords")).Should().Be("\"Name\",\"Nope__c\"\n\"Acme\",\"1\"\n\"Be,ta\",\"2\"\n");
        (await host.Results(job, "successfulResults")).Should().Be("\"sf__Id\",\"sf__Created\",\"Name\",\"Nope__c\"\n");
    }

    [Theory]
    [InlineData("LF", "Name,Site\r\nAcme,HQ\r\n")]
    [InlineData("LF", "Name,Site\nAcme,HQ\r\nBeta,HQ\n")]
    [InlineData("CRLF", "Name,Site\nAcme,HQ\n")]
    [Proves("behaviour bulk line ending")]
    [Unverified]
    public async Task Other_line_endings_than_the_jobs_fail_it(string setting, string csv)
    {
        await using var host = await OrgHost.StartAsync();

        var (_, info) = await host.Ingest("insert", "Account", csv, $"\"lineEnding\":\"{setting}\"");

        (info["state"].GetString(), info["errorMessage"].GetString()).Should().Be(("Failed", "ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is " + setting));
    }

    [Theory]
    [InlineData("", "Unable to find any data to create batch")]
    [InlineData("Name\nAc\"me\n", "Failed to parse CSV. Found unescaped quote. A value with quote should be within a quote")]
    [InlineData("Name\n\"Acme\n", "Failed to parse CSV. Found unescaped quote. A value with quote should be within a quote")]
    [InlineData("Name\nAcme\nBeta,more\n", "Failed to parse CSV. Row 2 has more values than the header has columns")]
    [Unverified]
    public async Task A_file_that_is_no_table_fails_the_job(string csv, string message)
    {
        await using var host = await OrgHost.StartAsync();

        var (_, info) = await host.Ingest("insert", "Account", csv);

        (info["state"].GetString(), info["errorMessage"].GetString()).Should().Be(("Failed", "ClientInputError : " + message));
    }

    [Fact]
    [Unverified]
    public async Task A_file_with_a_header_only_has_no_rows_and_is_complete()
    {
        await using var host = await OrgHost.StartAsync();

        var (job, info) = await host.Ingest("insert", "Account", "Name\n");

        (info["state"].GetString(), info["numberRecordsProcessed"].GetInt32()).Should().Be(("JobComplete", 0));
        (await host.Results(job, "unprocessedrecords")).Should().Be("\"Name\"\n");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Proves("switch bulk2.secondPut")]
    [Proves("code INVALIDBATCH")]
    [Unverified]
    public async Task A_second_upload_follows_its_switch(bool fails)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { BulkSecondPutFailsJob = fails });
        var job = await host.CreateJob("insert", "Account");
        await host.Upload(job, "Name\nAcme\n");
        var text = $"InvalidBatch : Found multiple contents for job: <{job}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.";

        var second = await host.Upload(job, "Name\nBeta\n");
        await host.SetState(job, "UploadComplete");
        var info = await host.WaitFor(job);

        if (fails)
        {
            second.Status.Should().Be(201);
            (info["state"].GetString(), info["errorMessage"].GetString()).Should().Be(("Failed", text));
        }
        else
        {
            second.ShouldRefuse(400, "INVALIDBATCH", text);
            info["state"].GetString().Should().Be("JobComplete");
        }
    }

    [Theory]
    [InlineData(true, "\"sf__Id\",\"sf__Error\",\"Name\"\n")]
    [InlineData(false, "")]
    [Proves("switch bulk2.emptyResult")]
    [Unverified]
    public async Task A_result_without_rows_follows_its_switch(bool header, string body)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { BulkEmptyResultHasHeader = header });

        var (job, _) = await host.Ingest("insert", "Account", "Name\nAcme\n");

        (await host.Call("GET", $"jobs/ingest/{job}/failedResults")).Body.Should().Be(body);
        BulkSteps.Rows(await host.Results(job, "successfulResults")).Should().ContainSingle();
    }

    [Fact]
    [Proves("switch answer.override")]
    public async Task A_rows_error_and_a_refusal_can_be_given_other_texts()
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches
        {
            AnswerOverride = Kernel.Overrides.AnswerOverrides.TryParse("GET */failedResults REQUIRED_FIELD_MISSING -> record OTHER_CODE Another text | POST */jobs/ingest INVALIDENTITY -> response INVALID_ENTITY Gone")!,
        });

        var (job, _) = await host.Ingest("insert", "Account", "Name,Site\n,HQ\n");

        (await host.Results(job, "failedResults")).Should().Contain("\"OTHER_CODE:Another text:Name --\"");
        (await host.Call("POST", "jobs/ingest", """{"object":"Nope","operation":"insert"}""")).ShouldRefuse(400, "INVALID_ENTITY", "Gone");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Proves("switch bulk2.contentUrlOnGet")]
    [Unverified]
    public async Task The_address_for_the_rows_is_in_get_by_its_switch(bool absent)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { BulkContentUrlOnlyOnCreate = absent });
        var job = await host.CreateJob("insert", "Account");

        (await host.Call("GET", "jobs/ingest/" + job)).Json.TryGetProperty("contentUrl", out _).Should().Be(!absent);
    }
}
