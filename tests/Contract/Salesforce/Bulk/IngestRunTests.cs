using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Bulk;

[Source("Bulk API 2.0 Developer Guide, How Requests Are Processed; Bulk API Limits and Allocations")]
[SimulatorOnly]
public sealed class IngestRunTests
{
    [Fact]
    [Proves("behaviour bulk chunks")]
    public async Task Two_hundred_rows_are_one_transaction_at_an_instant_of_their_own()
    {
        await using var host = await OrgHost.StartAsync();
        var job = await Closed(host, "Account", Accounts(450));

        List<int> counts = [];
        while (host.Org.NextDue is { } due)
        {
            host.Clock.Advance(due - host.Clock.GetUtcNow());
            counts.Add(host.Org.Count("Account"));
        }

        counts.Should().Equal(0, 200, 400, 450);
        host.Records.Commits.Where(commit => commit.Object == "Account").GroupBy(commit => commit.At).Select(chunk => chunk.Count()).Should().Equal(200, 200, 50);
        host.Records.Commits.Select(commit => commit.Cause).Distinct().Should().Equal(OrgHost.Username);
        (await host.Call("GET", "jobs/ingest/" + job))["state"].GetString().Should().Be("JobComplete");
    }

    [Fact]
    [Proves("behaviour bulk parallel batches")]
    public async Task Ten_thousand_rows_are_a_batch_and_batches_run_beside_each_other()
    {
        await using var host = await OrgHost.StartAsync();
        var job = await Closed(host, "Account", Accounts(20_001));
        await host.PassAsync(TimeSpan.FromSeconds(8));

        (await host.Call("GET", "jobs/ingest/" + job))["state"].GetString().Should().Be("InProgress");
        var names = host.Org.Rows("Account").Select(row => row.Text("Name")).ToHashSet();
        names.Should().Contain(["A0", "A10000", "A20000"]).And.NotContain("A9999");
        await host.WaitFor(job);
        host.Org.Count("Account").Should().Be(20_001);
        host.Org.RequestsUsed.Should().BeLessThan(100);
    }

    [Fact]
    public async Task An_aborted_job_keeps_what_is_written_and_tells_of_the_rest()
    {
        await using var host = await OrgHost.StartAsync();
        var job = await Closed(host, "Account", Accounts(450));
        while (host.Org.Count("Account") == 0)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(0.1));
        }

        (await host.SetState(job, "Aborted"))["state"].GetString().Should().Be("Aborted");
        await host.PassAsync(TimeSpan.FromMinutes(5));

        host.Org.Count("Account").Should().Be(200);
        BulkSteps.Rows(await host.Results(job, "successfulResults")).Should().HaveCount(200);
        (await host.Results(job, "unprocessedrecords")).Split('\n').Skip(1).Take(2).Should().Equal("\"A200\"", "\"A201\"");
        BulkSteps.Rows(await host.Results(job, "unprocessedrecords")).Should().HaveCount(250);
    }

    [Fact]
    public async Task Results_are_in_another_order_than_the_rows_and_in_the_same_one_each_time()
    {
        await using var host = await OrgHost.StartAsync();
        var (job, _) = await host.Ingest("insert", "Account", Accounts(300));

        var results = await host.Results(job, "successfulResults");

        (await host.Results(job, "successfulResults")).Should().Be(results);
        var names = results.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[2].Trim('"')).ToList();
        names.Should().BeEquivalentTo(Enumerable.Range(0, 300).Select(number => "A" + number)).And.NotEqual(Enumerable.Range(0, 300).Select(number => "A" + number));
    }

    [Fact]
    [Proves("behaviour bulk job life")]
    public async Task Jobs_live_for_seven_days()
    {
        await using var host = await OrgHost.StartAsync();
        var open = await host.CreateJob("insert", "Account");
        var (done, _) = await host.Ingest("insert", "Account", "Name\nAcme\n");

        host.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        host.SignOut();
        (await host.Call("GET", "jobs/ingest/" + open)).Status.Should().Be(200);
        (await host.Call("GET", "jobs/ingest/" + done)).Status.Should().Be(200);
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        (await host.Call("GET", "jobs/ingest/" + open)).Status.Should().Be(404);
        (await host.Call("GET", "jobs/ingest"))["records"].GetArrayLength().Should().Be(0);
    }

    [Theory]
    [InlineData(true, "sync@example.invalid")]
    [InlineData(false, "ann@example.invalid")]
    [Proves("switch bulk2.assignmentWithoutRuleId")]
    [Unverified]
    public async Task The_assignment_rule_runs_without_an_id_by_its_switch(bool needsId, string owner)
    {
        await using var host = await OrgHost.StartAsync(Assigning(new SalesforceSwitches { BulkAssignmentNeedsRuleId = needsId }));

        await host.Ingest("insert", "Lead", "LastName,Company\nRay,Acme\n");

        OwnerOf(host).Should().Be(owner);
    }

    [Fact]
    [Proves("POST /services/data/{version}/jobs/ingest", "assignmentRuleId")]
    public async Task A_named_assignment_rule_runs()
    {
        await using var host = await OrgHost.StartAsync(Assigning(new SalesforceSwitches()));

        await host.Ingest("insert", "Lead", "LastName,Company\nRay,Acme\n", "\"assignmentRuleId\":\"01Q5g000000AbCd\"");

        OwnerOf(host).Should().Be("ann@example.invalid");
    }

    [Fact]
    [Proves("behaviour bulk quota")]
    public async Task Over_the_days_batches_the_rest_of_a_job_is_not_processed()
    {
        await using var host = await OrgHost.StartAsync(Limited(new BulkLimits { BatchesPerDay = 1 }));

        var (job, info) = await host.Ingest("insert", "Account", Accounts(10_001));

        info["state"].GetString().Should().Be("Failed");
        info["errorMessage"].GetString().Should().StartWith("ExceededQuota : ");
        BulkSteps.Rows(await host.Results(job, "unprocessedrecords")).Should().NotBeEmpty();
        (await host.Call("GET", "limits"))["DailyBulkApiBatches"].GetRawText().Should().Be("""{"Max":1,"Remaining":0}""");
    }

    [Fact]
    [Proves("code EXCEEDEDQUOTA")]
    [Proves("GET /services/data/{version}/limits")]
    public async Task Query_jobs_have_a_limit_of_the_day()
    {
        await using var host = await OrgHost.StartAsync(Limited(new BulkLimits { QueryJobsPerDay = 1, QueryStorageMegabytesPerDay = 1 }));
        await host.Ingest("insert", "Account", Accounts(10));
        await host.RunQuery("SELECT Name FROM Account");

        var refused = await host.Call("POST", "jobs/query", """{"operation":"query","query":"SELECT Id FROM Account"}""");

        (refused.Status, refused.Json[0].GetProperty("errorCode").GetString()).Should().Be((400, "EXCEEDEDQUOTA"));
        var limits = await host.Call("GET", "limits");
        limits["DailyBulkV2QueryJobs"].GetRawText().Should().Be("""{"Max":1,"Remaining":0}""");
        limits["DailyBulkV2QueryFileStorageMB"].GetRawText().Should().Be("""{"Max":1,"Remaining":0}""");
        host.Clock.Advance(TimeSpan.FromHours(25));
        host.SignOut();
        (await host.Call("POST", "jobs/query", """{"operation":"query","query":"SELECT Id FROM Account"}""")).Status.Should().Be(200);
    }

    [Fact]
    [Proves("behaviour bulk row lock")]
    [Proves("code UNABLE_TO_LOCK_ROW")]
    public async Task Batches_beside_each_other_whose_rows_have_one_parent_hinder_each_other()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"Acme"}""");
        var csv = "LastName,AccountId\n" + string.Concat(Enumerable.Range(0, 150_000).Select(number => $"C{number},{account}\n"));

        var job = await Closed(host, "Contact", csv);
        for (var turn = 0; turn < 60 && (await host.Call("GET", "jobs/ingest/" + job))["numberRecordsFailed"].GetInt32() == 0; turn++)
        {
            await host.PassAsync(TimeSpan.FromSeconds(1));
        }

        var info = await host.SetState(job, "Aborted");

        info["state"].GetString().Should().Be("Aborted");
        BulkSteps.Rows(await host.Results(job, "successfulResults")).Should().NotBeEmpty();
        BulkSteps.Rows(await host.Results(job, "failedResults")).First().Should().Contain($"UNABLE_TO_LOCK_ROW:unable to obtain exclusive access to this record or 1 records: {account}:--");
    }

    [Fact]
    [Proves("code EXCEEDED_MAX_SIZE_REQUEST")]
    public async Task Uploads_have_a_largest_size_also_when_they_are_inflated()
    {
        await using var host = await OrgHost.StartAsync(Limited(new BulkLimits { UploadBytes = 1000 }));
        var job = await host.CreateJob("insert", "Account");
        (await host.Upload(job, new string('x', 1001))).Status.Should().Be(413);
        (await Zipped(host, job, new string('x', 1_000_000))).Status.Should().Be(413);

        (await Zipped(host, job, "Name\n" + string.Concat(Enumerable.Repeat("Acme\n", 100)))).Status.Should().Be(201);
        await host.SetState(job, "UploadComplete");
        (await host.WaitFor(job))["numberRecordsProcessed"].GetInt32().Should().Be(100);
    }

    private static async Task<OrgAnswer> Zipped(OrgHost host, string job, string csv)
    {
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(csv), TestContext.Current.CancellationToken);
        }

        using var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        content.Headers.ContentEncoding.Add("gzip");
        return await host.CallWith("PUT", $"jobs/ingest/{job}/batches", content);
    }

    private static async Task<string> Closed(OrgHost host, string @object, string csv)
    {
        var job = await host.CreateJob("insert", @object);
        await host.Upload(job, csv);
        await host.SetState(job, "UploadComplete");
        return job;
    }

    private static string Accounts(int count) => "Name\n" + string.Concat(Enumerable.Range(0, count).Select(number => $"A{number}\n"));

    private static string? OwnerOf(OrgHost host) => host.Org.Find(host.Org.Rows("Lead").Single().Text("OwnerId")!)!.Text("Username");

    private static SalesforceSimOptions Assigning(SalesforceSwitches switches) => new()
    {
        ConnectedApps = OrgHost.DefaultOptions.ConnectedApps,
        Users = OrgHost.DefaultOptions.Users,
        AssignmentRule = new AssignmentRule("Standard", [new AssignmentEntry(null, null, ["ann@example.invalid"])]),
        Switches = switches,
    };

    private static SalesforceSimOptions Limited(BulkLimits limits) => new() { ConnectedApps = OrgHost.DefaultOptions.ConnectedApps, Users = OrgHost.DefaultOptions.Users, Bulk = limits };
}
