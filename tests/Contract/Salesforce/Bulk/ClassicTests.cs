using System.Xml.Linq;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Bulk;

[Source("Bulk API Developer Guide; client: jsforce, simple-salesforce")]
public sealed class ClassicTests
{
    private const string Job = "/services/async/{version}/job/{job}";

    [Fact]
    [Proves("POST /services/async/{version}/job")]
    [Proves("GET " + Job)]
    [Proves("POST " + Job)]
    [Proves("header X-SFDC-Session")]
    public async Task A_job_in_XML_has_its_elements_in_order_and_is_closed()
    {
        await using var host = await OrgHost.StartAsync();

        var made = await host.Async("POST", "job", ClassicSteps.JobInfo("<operation>upsert</operation><object>Account</object><externalIdFieldName>External_Id__c</externalIdFieldName><concurrencyMode>Serial</concurrencyMode><contentType>CSV</contentType>"));

        made.Status.Should().Be(201);
        made.Headers["Content-Type"].Should().StartWith("application/xml");
        var info = XElement.Parse(made.Body);
        info.Name.Should().Be(ClassicSteps.Dataload + "jobInfo");
        info.Elements().Select(element => element.Name.LocalName).Should().Equal(
            "id", "operation", "object", "createdById", "createdDate", "systemModstamp", "state", "externalIdFieldName", "concurrencyMode", "contentType",
            "numberBatchesQueued", "numberBatchesInProgress", "numberBatchesCompleted", "numberBatchesFailed", "numberBatchesTotal", "numberRecordsProcessed", "numberRetries", "apiVersion",
            "numberRecordsFailed", "totalProcessingTime", "apiActiveProcessingTime", "apexProcessingTime");
        (ClassicSteps.Element(made, "state"), ClassicSteps.Element(made, "concurrencyMode"), ClassicSteps.Element(made, "apiVersion")).Should().Be(("Open", "Serial", "59.0"));
        ClassicSteps.Element(made, "createdDate").Should().EndWith(".000Z");
        var id = ClassicSteps.Element(made, "id");
        ClassicSteps.Element(await host.Async("GET", "job/" + id), "state").Should().Be("Open");
        ClassicSteps.Element(await host.Async("POST", "job/" + id, ClassicSteps.JobInfo("<state>Closed</state>")), "state").Should().Be("Closed");
    }

    [Fact]
    [Proves("POST " + Job + "/batch")]
    [Proves("GET " + Job + "/batch")]
    [Proves("GET " + Job + "/batch/{batch}")]
    [Proves("GET " + Job + "/batch/{batch}/result")]
    [Proves("GET " + Job + "/batch/{batch}/request")]
    public async Task A_batch_of_CSV_answers_its_results_in_the_order_sent()
    {
        await using var host = await OrgHost.StartAsync();
        var job = await host.AsyncJob("insert", "Account", "CSV");

        var made = await host.Async("POST", $"job/{job}/batch", "Name,Site\nAcme,HQ\n,HQ\nBeta,#N/A\n", "text/csv");
        made.Status.Should().Be(201);
        var batch = ClassicSteps.Element(made, "id");
        batch.Should().StartWith("751").And.HaveLength(18);
        (ClassicSteps.Element(made, "jobId"), ClassicSteps.Element(made, "state")).Should().Be((job, "Queued"));
        var info = await host.WaitForBatch(job, batch);

        (ClassicSteps.Element(info, "state"), ClassicSteps.Element(info, "numberRecordsProcessed"), ClassicSteps.Element(info, "numberRecordsFailed")).Should().Be(("Completed", "3", "1"));
        var results = (await host.Async("GET", $"job/{job}/batch/{batch}/result")).Body.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        results[0].Should().Be("\"Id\",\"Success\",\"Created\",\"Error\"");
        results[1].Should().MatchRegex("^\"001.{15}\",\"true\",\"true\",\"\"$");
        results[2].Should().Be("\"\",\"false\",\"false\",\"REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --\"");
        results[3].Should().MatchRegex("^\"001.{15}\",\"true\",\"true\",\"\"$");
        (await host.Async("GET", $"job/{job}/batch/{batch}/request")).Body.Should().Be("Name,Site\nAcme,HQ\n,HQ\nBeta,#N/A\n");
        var list = XElement.Parse((await host.Async("GET", $"job/{job}/batch")).Body);
        list.Name.LocalName.Should().Be("batchInfoList");
        list.Elements(ClassicSteps.Dataload + "batchInfo").Should().ContainSingle().Which.Element(ClassicSteps.Dataload + "id")!.Value.Should().Be(batch);
        ClassicSteps.Element(await host.Async("GET", "job/" + job), "numberBatchesCompleted").Should().Be("1");
    }

    [Fact]
    [Proves("POST " + Job + "/batch")]
    [Proves("GET " + Job + "/batch/{batch}/result")]
    public async Task A_job_in_JSON_has_the_same_names_and_rows_with_parents()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"Acme","External_Id__c":"A-1"}""");

        var made = await host.Async("POST", "job", """{"operation":"insert","object":"Contact","concurrencyMode":1,"contentType":"JSON"}""", "application/json");
        (made.Status, made["state"].GetString(), made["concurrencyMode"].GetString(), made["numberBatchesTotal"].GetInt32()).Should().Be((201, "Open", "Serial", 0));
        var job = made["id"].GetString()!;
        var batch = (await host.Async("POST", $"job/{job}/batch", """[{"LastName":"Ray","Account":{"External_Id__c":"A-1"}},{"FirstName":"May"}]""", "application/json"))["id"].GetString()!;
        (await host.WaitForBatch(job, batch))["state"].GetString().Should().Be("Completed");
        var results = (await host.Async("GET", $"job/{job}/batch/{batch}/result")).Json;

        (results[0].GetProperty("success").GetBoolean(), results[0].GetProperty("created").GetBoolean(), results[0].GetProperty("errors").GetArrayLength()).Should().Be((true, true, 0));
        results[1].GetProperty("errors")[0].GetProperty("statusCode").GetString().Should().Be("REQUIRED_FIELD_MISSING");
        (await host.Call("GET", $"sobjects/Contact/{results[0].GetProperty("id").GetString()}"))["AccountId"].GetString().Should().Be(account);
        (await host.Async("GET", $"job/{job}/batch", type: "application/json"))["batchInfo"].GetArrayLength().Should().Be(1);
        (await host.Async("POST", "job/" + job, """{"state":"Closed"}""", "application/json"))["state"].GetString().Should().Be("Closed");
    }

    [Fact]
    [Proves("POST " + Job + "/batch")]
    public async Task Rows_of_XML_have_nil_and_parents()
    {
        await using var host = await OrgHost.StartAsync();
        await host.Create("Account", """{"Name":"Acme","External_Id__c":"A-1"}""");
        var job = await host.AsyncJob("insert", "Contact", "XML");
        var rows = $"""
            <sObjects xmlns="{ClassicSteps.Dataload}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <sObject><LastName>R&amp;y</LastName><Title xsi:nil="true"/><Account><sObject><External_Id__c>A-1</External_Id__c></sObject></Account></sObject>
              <sObject><LastName><![CDATA[M<y]]></LastName><Nope__c>1</Nope__c></sObject>
            </sObjects>
            """;

        var batch = ClassicSteps.Element(await host.Async("POST", $"job/{job}/batch", rows), "id");
        await host.WaitForBatch(job, batch);
        var results = XElement.Parse((await host.Async("GET", $"job/{job}/batch/{batch}/result")).Body);

        results.Name.Should().Be(ClassicSteps.Dataload + "results");
        var (first, second) = (results.Elements().First(), results.Elements().Last());
        (first.Element(ClassicSteps.Dataload + "success")!.Value, first.Element(ClassicSteps.Dataload + "created")!.Value).Should().Be(("true", "true"));
        second.Element(ClassicSteps.Dataload + "errors")!.Element(ClassicSteps.Dataload + "statusCode")!.Value.Should().Be("INVALID_FIELD");
        (await host.Call("GET", "query?q=SELECT+LastName,Account.Name+FROM+Contact"))["records"][0].GetProperty("Account").GetProperty("Name").GetString().Should().Be("Acme");
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><jobInfo xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"><object>&b;</object></jobInfo>")]
    [InlineData("<jobInfo xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"><object>")]
    [InlineData("<jobInfo/>")]
    [InlineData("")]
    [Proves("code InvalidXML")]
    public async Task What_is_no_jobInfo_is_refused_and_entities_are_never_read(string body)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Async("POST", "job", body);

        answer.Status.Should().Be(400);
        ClassicSteps.Element(answer, "exceptionCode").Should().Be("InvalidXML");
    }

    [Fact]
    [Proves("code InvalidSessionId")]
    public async Task A_bad_session_is_a_400_in_XML_or_JSON()
    {
        await using var host = await OrgHost.StartAsync();

        var xml = await host.Async("GET", "job/750000000000000AAA", session: "nonsense");
        var json = await host.Async("POST", "job", "{}", "application/json", session: "nonsense");

        xml.Status.Should().Be(400);
        xml.Body.Should().Contain("<exceptionCode>InvalidSessionId</exceptionCode><exceptionMessage>Invalid session id</exceptionMessage>");
        (json.Status, json.Body).Should().Be((400, """{"exceptionCode":"InvalidSessionId","exceptionMessage":"Invalid session id"}"""));
    }

    [Theory]
    [InlineData("<operation>merge</operation><object>Account</object>", "InvalidJob")]
    [InlineData("<operation>insert</operation>", "InvalidJob")]
    [InlineData("<operation>insert</operation><object>Nope</object>", "InvalidEntity")]
    [InlineData("<operation>upsert</operation><object>Account</object>", "InvalidJob")]
    [InlineData("<operation>insert</operation><object>Account</object><contentType>TEXT</contentType>", "InvalidJob")]
    [InlineData("<operation>insert</operation><object>Account</object><concurrencyMode>2</concurrencyMode>", "InvalidJob")]
    [Proves("code InvalidJob")]
    [Proves("code InvalidEntity")]
    public async Task A_job_that_cannot_be_is_refused(string members, string code)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Async("POST", "job", ClassicSteps.JobInfo(members));

        (answer.Status, ClassicSteps.Element(answer, "exceptionCode")).Should().Be((400, code));
    }

    [Fact]
    [Proves("header Sforce-Disable-Batch-Retry")]
    public async Task A_job_is_made_whether_batches_are_tried_again_or_not()
    {
        await using var host = await OrgHost.StartAsync();

        var made = await host.Async(
            "POST", "job", ClassicSteps.JobInfo("<operation>insert</operation><object>Account</object><contentType>CSV</contentType>"), headers: ("Sforce-Disable-Batch-Retry", "true"));

        made.Status.Should().Be(201, made.Body);
        ClassicSteps.Element(made, "numberRetries").Should().Be("0");
    }

    [Fact]
    [Proves("code InvalidBatch")]
    [Proves("code InvalidJobState")]
    [Proves("code ClientInputError")]
    [Proves("code InvalidVersion")]
    public async Task Ids_states_and_empty_batches_are_refused()
    {
        await using var host = await OrgHost.StartAsync();
        var job = await host.AsyncJob("insert", "Account", "CSV");

        Code(await host.Async("GET", "job/750000000000000AAA")).Should().Be("InvalidJob");
        Code(await host.Async("GET", $"job/{job}/batch/751000000000000AAA")).Should().Be("InvalidBatch");
        var empty = await host.Async("POST", $"job/{job}/batch", "\n", "text/csv");
        (Code(empty), ClassicSteps.Element(empty, "exceptionMessage")).Should().Be(("ClientInputError", "Unable to find any data to create batch"));
        Code(await host.Async("POST", "/services/async/20.0/job", ClassicSteps.JobInfo(""))).Should().Be("InvalidVersion");
        await host.Async("POST", "job/" + job, ClassicSteps.JobInfo("<state>Closed</state>"));
        Code(await host.Async("POST", $"job/{job}/batch", "Name\nAcme\n", "text/csv")).Should().Be("InvalidJobState");
        Code(await host.Async("POST", "job/" + job, ClassicSteps.JobInfo("<state>Open</state>"))).Should().Be("InvalidJobState");
    }

    [Theory]
    [InlineData("CSV", "Name,Nope__c\nAcme,1\n", "InvalidBatch : Field name not found : Nope__c")]
    [InlineData("XML", "<a/>", "InvalidBatch : Failed to parse XML. The root must be sObjects of http://www.force.com/2009/06/asyncapi/dataload")]
    [InlineData("XML", "<!DOCTYPE a><a/>", "InvalidBatch : Failed to parse XML")]
    [InlineData("JSON", "{}", "InvalidBatch : Failed to parse JSON. An array of records is expected")]
    public async Task A_batch_that_cannot_be_read_fails_and_says_why(string content, string rows, string message)
    {
        await using var host = await OrgHost.StartAsync();
        var job = await host.AsyncJob("insert", "Account", content);
        var made = await host.Async("POST", $"job/{job}/batch", rows, content == "CSV" ? "text/csv" : content == "XML" ? "application/xml" : "application/json");
        var batch = content == "JSON" ? made["id"].GetString()! : ClassicSteps.Element(made, "id");

        var info = await host.WaitForBatch(job, batch);

        (content == "JSON" ? info["stateMessage"].GetString() : ClassicSteps.Element(info, "stateMessage")).Should().Be(message);
        var result = await host.Async("GET", $"job/{job}/batch/{batch}/result");
        Code(result).Should().Be("InvalidBatch");
    }

    [Fact]
    public async Task An_aborted_job_processes_no_more_batches()
    {
        await using var host = await OrgHost.StartAsync();
        var job = await host.AsyncJob("insert", "Account", "CSV");
        var batch = ClassicSteps.Element(await host.Async("POST", $"job/{job}/batch", "Name\nAcme\n", "text/csv"), "id");

        ClassicSteps.Element(await host.Async("POST", "job/" + job, ClassicSteps.JobInfo("<state>Aborted</state>")), "state").Should().Be("Aborted");
        await host.PassAsync(TimeSpan.FromSeconds(10));

        ClassicSteps.Element(await host.Async("GET", $"job/{job}/batch/{batch}"), "state").Should().Be("NotProcessed");
        (await host.Call("GET", "query?q=SELECT+COUNT()+FROM+Account"))["totalSize"].GetInt32().Should().Be(0);
    }

    [Fact]
    [Proves("POST " + Job + "/spec")]
    public async Task A_transformation_spec_is_not_simulated_and_says_so()
    {
        await using var host = await OrgHost.StartAsync();
        var job = await host.AsyncJob("insert", "Account", "CSV");

        var answer = await host.Async("POST", $"job/{job}/spec", "Salesforce Field,Csv Header,Value,Hint\n", "text/csv");

        (answer.Status, Code(answer)).Should().Be((501, "NotImplemented"));
    }

    private static string Code(OrgAnswer answer) => ClassicSteps.Element(answer, "exceptionCode");
}
