using System.Xml.Linq;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Bulk;

[Source("Bulk API Developer Guide, Bulk Query; client: jsforce, simple-salesforce")]
public sealed class ClassicQueryTests
{
    private const string Result = "/services/async/{version}/job/{job}/batch/{batch}/result/{result}";

    [Fact]
    [Proves("GET " + Result)]
    public async Task Rows_of_CSV_are_fetched_by_the_id_in_the_list_of_results()
    {
        await using var host = await OrgHost.StartAsync();
        await host.Create("Account", """{"Name":"Acme, Inc."}""");
        var (job, batch) = await Query(host, "CSV", "SELECT Name, Site FROM Account");

        var list = XElement.Parse((await host.Async("GET", $"job/{job}/batch/{batch}/result")).Body);
        list.Name.Should().Be(ClassicSteps.Dataload + "result-list");
        var rows = await host.Async("GET", $"job/{job}/batch/{batch}/result/{list.Element(ClassicSteps.Dataload + "result")!.Value}");

        rows.Headers["Content-Type"].Should().StartWith("text/csv");
        rows.Body.Should().Be("\"Name\",\"Site\"\n\"Acme, Inc.\",\"\"\n");
    }

    [Fact]
    [Proves("GET " + Result)]
    public async Task Rows_of_JSON_have_milliseconds_for_datetimes()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"Acme"}""");
        await host.Create("Contact", $$"""{"LastName":"Ray","AccountId":"{{account}}"}""");
        var (job, batch) = await Query(host, "JSON", "SELECT LastName, CreatedDate, Account.Name FROM Contact", "Contact");

        var ids = (await host.Async("GET", $"job/{job}/batch/{batch}/result")).Json;
        var rows = (await host.Async("GET", $"job/{job}/batch/{batch}/result/{ids[0].GetString()}")).Json;

        rows[0].GetProperty("attributes").GetProperty("type").GetString().Should().Be("Contact");
        rows[0].GetProperty("CreatedDate").GetInt64().Should().BeGreaterThan(1_000_000_000_000);
        rows[0].GetProperty("Account").GetProperty("Name").GetString().Should().Be("Acme");
    }

    [Fact]
    [Proves("GET " + Result)]
    public async Task Rows_of_XML_are_records()
    {
        await using var host = await OrgHost.StartAsync();
        await host.Create("Account", """{"Name":"A<B>"}""");
        var (job, batch) = await Query(host, "XML", "SELECT Name, Site FROM Account");
        var list = XElement.Parse((await host.Async("GET", $"job/{job}/batch/{batch}/result")).Body);

        var rows = XElement.Parse((await host.Async("GET", $"job/{job}/batch/{batch}/result/{list.Value}")).Body);

        rows.Name.Should().Be(ClassicSteps.Dataload + "queryResult");
        var row = rows.Elements(ClassicSteps.Dataload + "records").Should().ContainSingle().Subject;
        row.Element(ClassicSteps.Dataload + "Name")!.Value.Should().Be("A<B>");
        row.Element(ClassicSteps.Dataload + "Site")!.Attribute(XName.Get("nil", "http://www.w3.org/2001/XMLSchema-instance"))!.Value.Should().Be("true");
    }

    [Fact]
    [Unverified]
    public async Task A_query_without_rows_says_so_in_CSV()
    {
        await using var host = await OrgHost.StartAsync();
        var (job, batch) = await Query(host, "CSV", "SELECT Name FROM Account WHERE Name = 'Nobody'");
        var list = XElement.Parse((await host.Async("GET", $"job/{job}/batch/{batch}/result")).Body);

        (await host.Async("GET", $"job/{job}/batch/{batch}/result/{list.Value}")).Body.Should().Be("Records not found for this query\n");
    }

    [Theory]
    [InlineData("SELECT Nope__c FROM Account", "InvalidBatch : Failed to process query: INVALID_FIELD: ")]
    [InlineData("SELECT COUNT() FROM Account", "InvalidBatch : Failed to process query: API_ERROR: ")]
    [InlineData("SELECT Id FROM Contact", "InvalidBatch : Failed to process query: the query is of Contact, and the job of Account")]
    public async Task A_query_that_cannot_run_fails_its_batch(string soql, string message)
    {
        await using var host = await OrgHost.StartAsync();
        var job = await host.AsyncJob("query", "Account", "CSV");
        var batch = ClassicSteps.Element(await host.Async("POST", $"job/{job}/batch", soql, "text/csv"), "id");

        ClassicSteps.Element(await host.WaitForBatch(job, batch), "stateMessage").Should().StartWith(message);
    }

    [Fact]
    [Proves("header Sforce-Enable-PKChunking")]
    public async Task A_query_is_cut_by_ids_into_batches_of_their_own()
    {
        await using var host = await OrgHost.StartAsync();
        await host.Ingest("insert", "Account", "Name\n" + string.Concat(Enumerable.Range(0, 25).Select(number => $"A{number}\n")));
        var made = await host.Async("POST", "job", ClassicSteps.JobInfo("<operation>query</operation><object>Account</object><contentType>CSV</contentType>"), headers: ("Sforce-Enable-PKChunking", "chunkSize=10; parent=Account"));
        var job = ClassicSteps.Element(made, "id");
        var whole = ClassicSteps.Element(await host.Async("POST", $"job/{job}/batch", "SELECT Name FROM Account", "text/csv"), "id");

        ClassicSteps.Element(await host.WaitForBatch(job, whole), "state").Should().Be("NotProcessed");
        ClassicSteps.Element(await host.Async("GET", "job/" + job), "state").Should().Be("Closed");
        var batches = XElement.Parse((await host.Async("GET", $"job/{job}/batch")).Body).Elements().Select(batch => batch.Element(ClassicSteps.Dataload + "id")!.Value).Where(id => id != whole).ToList();
        List<string> names = [];
        foreach (var batch in batches)
        {
            await host.WaitForBatch(job, batch);
            var list = XElement.Parse((await host.Async("GET", $"job/{job}/batch/{batch}/result")).Body);
            names.AddRange(BulkSteps.Rows((await host.Async("GET", $"job/{job}/batch/{batch}/result/{list.Value}")).Body));
        }

        batches.Should().HaveCount(3);
        names.Should().BeEquivalentTo(Enumerable.Range(0, 25).Select(number => $"\"A{number}\""));
        (await host.Call("GET", "jobs/query?jobType=Classic&isPkChunkingEnabled=true"))["records"].GetArrayLength().Should().Be(1);
    }

    [Fact]
    [Proves("code ExceededQuota")]
    [SimulatorOnly]
    public async Task Batches_have_a_limit_of_the_day_that_both_APIs_share()
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSimOptions { ConnectedApps = OrgHost.DefaultOptions.ConnectedApps, Users = OrgHost.DefaultOptions.Users, Bulk = new BulkLimits { BatchesPerDay = 1 } });
        await host.Ingest("insert", "Account", "Name\nAcme\n");
        var job = await host.AsyncJob("insert", "Account", "CSV");

        ClassicSteps.Element(await host.Async("POST", $"job/{job}/batch", "Name\nAcme\n", "text/csv"), "exceptionCode").Should().Be("ExceededQuota");
    }

    private static async Task<(string Job, string Batch)> Query(OrgHost host, string content, string soql, string @object = "Account")
    {
        var job = await host.AsyncJob("query", @object, content);
        var made = await host.Async("POST", $"job/{job}/batch", soql, content == "CSV" ? "text/csv" : content == "XML" ? "application/xml" : "application/json");
        made.Status.Should().Be(201, made.Body);
        var batch = content == "JSON" ? made["id"].GetString()! : ClassicSteps.Element(made, "id");
        (await host.WaitForBatch(job, batch)).Body.Should().Contain("Completed");
        return (job, batch);
    }
}
