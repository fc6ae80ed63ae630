using System.Net;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Bulk extract")]
public sealed class ExtractJobTests
{
    private const string Leads = "/bulk/v1/leads/export";
    private const string Activities = "/bulk/v1/activities/export";
    private const string Members = "/bulk/v1/program/members/export";
    private const string OfList = """{"fields":["email"],"filter":{"staticListId":3379}}""";
    private const string OfProgram = """{"fields":["leadId"],"filter":{"programId":1044}}""";
    private const string OfDay = """{"filter":{"createdAt":{"startAt":"2026-03-02T00:00:00Z","endAt":"2026-03-03T00:00:00Z"}}}""";

    private static MarketoSimOptions LongTokens { get; } = AssetExamples.Options with { TokenLifetime = 10_000_000 };

    public static TheoryData<string, string> Kinds => new() { { Leads, OfList }, { Activities, OfDay }, { Members, OfProgram } };

    [Theory]
    [MemberData(nameof(Kinds))]
    [Proves("POST /bulk/v1/leads/export/{exportId}/enqueue.json")]
    [Proves("POST /bulk/v1/activities/export/{exportId}/enqueue.json")]
    [Proves("POST /bulk/v1/program/members/export/{exportId}/enqueue.json")]
    [Proves("GET /bulk/v1/leads/export/{exportId}/status.json")]
    [Proves("GET /bulk/v1/activities/export/{exportId}/status.json")]
    [Proves("GET /bulk/v1/program/members/export/{exportId}/status.json")]
    [Proves("code 1029")]
    public async Task A_job_goes_from_created_to_completed_and_is_enqueued_once(string path, string body)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var created = (await marketo.PostAsync(path + "/create.json", body)).Result().Single();
        var id = created.Text("exportId")!;
        created.Text("status").Should().Be("Created");
        created.Text("format").Should().Be("CSV");
        Guid.TryParse(id, out _).Should().BeTrue();

        var queued = (await marketo.PostAsync($"{path}/{id}/enqueue.json", "")).Result().Single();

        queued.Text("status").Should().Be("Queued");
        queued.TryGetProperty("queuedAt", out _).Should().BeTrue();
        queued.TryGetProperty("fileSize", out _).Should().BeFalse();
        (await marketo.PostAsync($"{path}/{id}/enqueue.json", "")).ShouldFail("1029", "Job already queued");
        (await marketo.UntilAsync($"{path}/{id}/status.json", "Processing", 20)).TryGetProperty("finishedAt", out _).Should().BeFalse();
        (await marketo.UntilAsync($"{path}/{id}/status.json", "Completed", 20)).GetProperty("fileSize").GetInt32().Should().BePositive();
        (await marketo.PostAsync($"{path}/{id}/enqueue.json", "")).ShouldFail("1029", "Job already queued");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Proves("POST /bulk/v1/leads/export/{exportId}/cancel.json")]
    [Proves("POST /bulk/v1/activities/export/{exportId}/cancel.json")]
    [Proves("POST /bulk/v1/program/members/export/{exportId}/cancel.json")]
    public async Task A_job_is_cancelled_before_it_is_completed_and_stays_so(string path, string body)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = await marketo.CreateExportAsync(path, body);
        await marketo.PostAsync($"{path}/{id}/enqueue.json", "");
        await marketo.UntilAsync($"{path}/{id}/status.json", "Processing", 20);

        (await marketo.PostAsync($"{path}/{id}/cancel.json", "")).Result().Single().Text("status").Should().Be("Cancelled");

        await marketo.PassAsync(TimeSpan.FromMinutes(2));
        (await marketo.GetAsync($"{path}/{id}/status.json")).Result().Single().Text("status").Should().Be("Cancelled");
        using var file = await marketo.Http.GetAsync($"{path}/{id}/file.json", TestContext.Current.CancellationToken);
        file.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    [Proves("POST /bulk/v1/leads/export/{exportId}/cancel.json")]
    [Unverified("answer.override")]
    public async Task A_completed_job_cannot_be_cancelled()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var job = await marketo.ExportAsync(Leads, OfList);

        (await marketo.PostAsync($"{Leads}/{job.Text("exportId")}/cancel.json", "")).ShouldFail("1003");
    }

    [Fact]
    [Proves("POST /bulk/v1/leads/export/{exportId}/enqueue.json")]
    [Proves("POST /bulk/v1/program/members/export/{exportId}/enqueue.json")]
    [Proves("code 1029")]
    public async Task All_kinds_share_one_queue_of_ten_of_which_two_are_processed()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        List<(string Path, string Id)> jobs = [];
        for (var number = 0; number < 10; number++)
        {
            var (path, body) = number % 2 == 0 ? (Leads, OfList) : (Members, OfProgram);
            jobs.Add((path, await marketo.CreateExportAsync(path, body)));
            (await marketo.PostAsync($"{path}/{jobs[^1].Id}/enqueue.json", "")).Result().Single().Text("status").Should().Be("Queued");
        }

        var late = await marketo.CreateExportAsync(Leads, OfList);
        (await marketo.PostAsync($"{Leads}/{late}/enqueue.json", "")).ShouldFail("1029", "Too many jobs in queue");

        await marketo.UntilAsync($"{jobs[0].Path}/{jobs[0].Id}/status.json", "Processing", 20);
        var statuses = new List<string>();
        foreach (var (path, id) in jobs)
        {
            statuses.Add((await marketo.GetAsync($"{path}/{id}/status.json")).Result().Single().Text("status")!);
        }

        statuses.Should().Equal(["Processing", "Processing", .. Enumerable.Repeat("Queued", 8)]);
        (await marketo.PostAsync($"{jobs[9].Path}/{jobs[9].Id}/cancel.json", "")).Result().Should().ContainSingle();
        (await marketo.PostAsync($"{Leads}/{late}/enqueue.json", "")).Result().Single().Text("status").Should().Be("Queued");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Proves("GET /bulk/v1/leads/export.json", "status", "batchSize", "nextPageToken")]
    [Proves("GET /bulk/v1/activities/export.json", "status", "batchSize", "nextPageToken")]
    [Proves("GET /bulk/v1/program/members/export.json", "status", "batchSize", "nextPageToken")]
    public async Task Own_jobs_are_listed_by_status_and_in_pages(string path, string body)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        List<string> ids = [];
        for (var number = 0; number < 3; number++)
        {
            ids.Add(await marketo.CreateExportAsync(path, body));
        }

        await marketo.PostAsync($"{path}/{ids[1]}/cancel.json", "");
        await marketo.PostAsync($"{path}/{ids[2]}/enqueue.json", "");

        (await IdsAsync(marketo, path + ".json")).Should().Equal(ids);
        (await IdsAsync(marketo, path + ".json?status=Created")).Should().Equal(ids[0]);
        (await IdsAsync(marketo, path + ".json?status=Canceled")).Should().Equal(ids[1]);
        (await IdsAsync(marketo, path + ".json?status=Queued,Cancelled")).Should().Equal(ids[1], ids[2]);
        (await IdsAsync(marketo, path + ".json?status=Failed")).Should().BeEmpty();
        var page = await marketo.GetAsync(path + ".json?batchSize=2");
        page.Result().Should().HaveCount(2);
        var last = await marketo.GetAsync($"{path}.json?batchSize=2&nextPageToken={Uri.EscapeDataString(page.Text("nextPageToken")!)}");
        last.Result().Single().Text("exportId").Should().Be(ids[2]);
        last.TryGetProperty("nextPageToken", out _).Should().BeFalse();
        (await marketo.GetAsync(path + ".json?status=Sleeping")).ShouldFail("1003");
        (await marketo.GetAsync(path + ".json?nextPageToken=x")).ShouldFail("1003");
    }

    [Fact]
    [SimulatorOnly("a second API user")]
    [Proves("GET /bulk/v1/leads/export.json")]
    [Proves("GET /bulk/v1/leads/export/{exportId}/status.json")]
    [Proves("GET /bulk/v1/leads/export/{exportId}/file.json")]
    public async Task Another_user_does_not_see_the_job()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options with { Credentials = [.. MarketoHost.Options.Credentials, new MarketoCredential("other", "s3cret", "other@example.invalid")] });
        var id = (await marketo.ExportAsync(Leads, OfList)).Text("exportId");
        var other = (await marketo.GetAsync("/identity/oauth/token?grant_type=client_credentials&client_id=other&client_secret=s3cret")).Text("access_token");
        marketo.Http.DefaultRequestHeaders.Authorization = new("Bearer", other);

        (await marketo.GetAsync($"{Leads}/{id}/status.json")).ShouldFail("1013");
        (await IdsAsync(marketo, Leads + ".json")).Should().BeEmpty();
        using var file = await marketo.Http.GetAsync($"{Leads}/{id}/file.json", TestContext.Current.CancellationToken);
        file.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    [SimulatorOnly("a daily volume that a test can use up")]
    [Proves("POST /bulk/v1/leads/export/create.json")]
    [Proves("POST /bulk/v1/leads/export/{exportId}/enqueue.json")]
    [Proves("code 1029")]
    public async Task A_spent_daily_volume_refuses_create_and_enqueue_until_midnight_and_running_jobs_finish()
    {
        await using var marketo = await MarketoHost.StartAsync(LongTokens with { ExportBytesPerDay = 10 });
        var waiting = await marketo.CreateExportAsync(Leads, OfList);
        var second = await marketo.CreateExportAsync(Leads, OfList);
        await marketo.PostAsync($"{Leads}/{second}/enqueue.json", "");
        await marketo.ExportAsync(Leads, OfList);

        (await marketo.PostAsync(Leads + "/create.json", OfList)).ShouldFail("1029", "Export daily quota exceeded");
        (await marketo.PostAsync($"{Leads}/{waiting}/enqueue.json", "")).ShouldFail("1029", "Export daily quota exceeded");
        (await marketo.UntilAsync($"{Leads}/{second}/status.json", "Completed", 20)).Should().NotBeNull();

        marketo.Time.Advance(DateTimeOffset.Parse("2026-03-03T06:00:00Z", null) - marketo.Time.GetUtcNow());
        (await marketo.PostAsync($"{Leads}/{waiting}/enqueue.json", "")).Result().Single().Text("status").Should().Be("Queued");
    }

    [Theory]
    [InlineData(7)]
    [InlineData(10)]
    [SimulatorOnly("weeks pass")]
    [Proves("GET /bulk/v1/leads/export.json")]
    [Proves("GET /bulk/v1/leads/export/{exportId}/status.json")]
    [Proves("GET /bulk/v1/leads/export/{exportId}/file.json")]
    [Proves("switch extract.fileDays")]
    public async Task The_list_goes_back_a_week_the_file_as_far_as_its_switch_says_and_the_status_thirty_days(int days)
    {
        await using var marketo = await MarketoHost.StartAsync(LongTokens with { Switches = MarketoHost.Options.Switches with { ExtractFileDays = days } });
        var created = marketo.Time.GetUtcNow();
        var id = (await marketo.ExportAsync(Leads, OfList)).Text("exportId");
        var path = $"{Leads}/{id}/file.json";
        var finished = DateTimeOffset.Parse((await marketo.GetAsync($"{Leads}/{id}/status.json")).Result().Single().Text("finishedAt")!, null);

        MoveTo(marketo, created.AddDays(7));
        (await IdsAsync(marketo, Leads + ".json")).Should().Equal(id);
        MoveTo(marketo, created.AddDays(7).AddSeconds(1));
        (await IdsAsync(marketo, Leads + ".json")).Should().BeEmpty();
        MoveTo(marketo, finished.AddDays(days).AddSeconds(-1));
        (await marketo.FileAsync(path)).Should().Be("email\n");
        MoveTo(marketo, finished.AddDays(days));
        using (var file = await marketo.Http.GetAsync(path, TestContext.Current.CancellationToken))
        {
            file.StatusCode.Should().Be(HttpStatusCode.NotFound);
        }

        (await marketo.GetAsync($"{Leads}/{id}/status.json")).Result().Single().Text("status").Should().Be("Completed", "a job may be completed with its file gone");
        MoveTo(marketo, created.AddDays(30));
        (await marketo.GetAsync($"{Leads}/{id}/status.json")).ShouldFail("1013");
    }

    [Fact]
    [SimulatorOnly("the instants of the changes")]
    [Proves("GET /bulk/v1/leads/export/{exportId}/status.json")]
    public async Task The_status_changes_at_most_once_a_minute_and_the_file_shows_the_start_of_processing()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync("before@example.invalid", "during@example.invalid");
        await marketo.PostAsync($"/rest/v1/lists/3379/leads.json?id={ids[0]}", "");
        var id = await marketo.CreateExportAsync(Leads, OfList);
        await marketo.PostAsync($"{Leads}/{id}/enqueue.json", "");

        var seen = new List<string>();
        for (var second = 0; second <= 120; second += 30)
        {
            seen.Add((await marketo.GetAsync($"{Leads}/{id}/status.json")).Result().Single().Text("status")!);
            if (second == 60)
            {
                await marketo.PostAsync($"/rest/v1/lists/3379/leads.json?id={ids[1]}", "");
            }

            marketo.Time.Advance(TimeSpan.FromSeconds(30));
        }

        seen.Should().Equal("Queued", "Queued", "Processing", "Processing", "Completed");
        (await marketo.FileAsync($"{Leads}/{id}/file.json")).Should().Be("email\nbefore@example.invalid\n");
    }

    [Fact]
    [Proves("POST /bulk/v1/leads/export/create.json")]
    [SimulatorOnly("the calls of the day")]
    public async Task Bulk_calls_count_to_the_limits_of_calls()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options with { CallsPerWindow = 2 });

        await marketo.CreateExportAsync(Leads, OfList);
        await marketo.ImportAsync("/bulk/v1/leads.json?format=csv", "email\na@example.invalid\n");

        (await marketo.PostAsync(Leads + "/create.json", OfList)).ShouldFail("606");
    }

    private static void MoveTo(MarketoHost marketo, DateTimeOffset instant) => marketo.Time.Advance(instant - marketo.Time.GetUtcNow());

    private static async Task<string[]> IdsAsync(MarketoHost marketo, string path) =>
        [.. (await marketo.GetAsync(path)).Result().Select(job => job.Text("exportId")!)];
}
