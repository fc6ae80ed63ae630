using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Hosting;

namespace SfMarketo.Tests.Simulators.Bulk;

/// <summary>Jobs go on by the clock alone: each block of rows at its own instant, on every fork for itself.</summary>
public sealed class BulkForkTests : IAsyncLifetime
{
    private static readonly MarketoSimOptions Options = new() { Credentials = [new MarketoCredential("sync-engine", "s3cret", "sync@example.invalid")] };

    private readonly FakeTimeProvider time = new(DateTimeOffset.Parse("2026-03-02T12:00:00Z", null));
    private MarketoInstance instance = null!;
    private HostedSimulator hosted = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        instance = new MarketoInstance(Options, time, new Draws(7));
        hosted = await HostedSimulator.StartAsync(instance, app => app.MapMarketoSim());
        using var identity = await hosted.Http.GetAsync("/identity/oauth/token?grant_type=client_credentials&client_id=sync-engine&client_secret=s3cret", Cancellation);
        hosted.Http.DefaultRequestHeaders.Authorization = new("Bearer", (await ReadAsync(identity)).GetProperty("access_token").GetString());
    }

    public async ValueTask DisposeAsync() => await hosted.DisposeAsync();

    [Fact]
    public async Task Blocks_of_a_thousand_rows_are_written_each_at_its_instant_whenever_somebody_looks()
    {
        var batch = await ImportAsync(2_500);
        List<int> counts = [];
        while (instance.NextDue is { } due)
        {
            time.Advance(due - time.GetUtcNow());
            instance.RunDue();
            counts.Add(instance.LiveCount);
        }

        counts.Should().Equal(0, 1_000, 2_000, 2_500);
        var status = await StatusAsync(batch);
        status.GetProperty("message").GetString().Should().Be("Import succeeded, 2500 records imported (2500 members)");
    }

    [Fact]
    public async Task Who_looks_late_finds_the_same_instants()
    {
        await ImportAsync(2_500);
        var early = instance.Fork(time);
        while (early.NextDue is { } due)
        {
            time.Advance(due - time.GetUtcNow());
            early.RunDue();
        }

        time.Advance(TimeSpan.FromHours(1));
        instance.RunDue();

        instance.Activities.Select(row => (row.Id, row.At, row.PersonId)).Should().Equal(early.Activities.Select(row => (row.Id, row.At, row.PersonId)));
        instance.Activities.Select(row => row.At).Distinct().Should().HaveCount(3);
    }

    [Fact]
    public async Task A_fork_and_a_reset_go_on_from_the_middle_of_a_file()
    {
        var batch = await ImportAsync(3_000);
        for (var step = 0; step < 2; step++)
        {
            time.Advance(instance.NextDue!.Value - time.GetUtcNow());
            instance.RunDue();
        }

        var middle = instance.Fork(time);
        (instance.LiveCount, middle.LiveCount).Should().Be((1_000, 1_000));
        time.Advance(TimeSpan.FromHours(1));
        instance.RunDue();
        instance.LiveCount.Should().Be(3_000);
        middle.NextDue.Should().BeBefore(time.GetUtcNow(), "the fork has its own rows to come");

        instance.Reset(middle);
        instance.NextDue.Should().Be(middle.NextDue);

        (instance.LiveCount, middle.LiveCount).Should().Be((3_000, 3_000));
        using var identity = await hosted.Http.GetAsync("/identity/oauth/token?grant_type=client_credentials&client_id=sync-engine&client_secret=s3cret", Cancellation);
        hosted.Http.DefaultRequestHeaders.Authorization = new("Bearer", (await ReadAsync(identity)).GetProperty("access_token").GetString());
        (await StatusAsync(batch)).GetProperty("numOfLeadsProcessed").GetInt32().Should().Be(3_000);
    }

    [Fact]
    public async Task An_extract_of_a_fork_is_its_own()
    {
        instance.CreatePerson([new("email", "a@example.invalid")], "create");
        using var created = await hosted.Http.PostAsync("/bulk/v1/leads/export/create.json",
            new StringContent("""{"fields":["email"],"filter":{"createdAt":{"startAt":"2026-03-02T00:00:00Z","endAt":"2026-03-03T00:00:00Z"}}}""", Encoding.UTF8, "application/json"), Cancellation);
        var id = (await ReadAsync(created)).GetProperty("result")[0].GetProperty("exportId").GetString();
        var fork = instance.Fork(time);
        using var enqueued = await hosted.Http.PostAsync($"/bulk/v1/leads/export/{id}/enqueue.json", null, Cancellation);

        (fork.NextDue, instance.NextDue).Should().Be((null, time.GetUtcNow().AddSeconds(60)));
    }

    private async Task<int> ImportAsync(int rows)
    {
        var text = "email\n" + string.Concat(Enumerable.Range(0, rows).Select(row => $"p{row}@example.invalid\n"));
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "people.csv" } };
        using var response = await hosted.Http.PostAsync("/bulk/v1/leads.json?format=csv", form, Cancellation);
        return (await ReadAsync(response)).GetProperty("result")[0].GetProperty("batchId").GetInt32();
    }

    private async Task<JsonElement> StatusAsync(int batch)
    {
        using var response = await hosted.Http.GetAsync($"/bulk/v1/leads/batch/{batch}.json", Cancellation);
        return (await ReadAsync(response)).GetProperty("result")[0];
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Cancellation));
        return document.RootElement.Clone();
    }
}
