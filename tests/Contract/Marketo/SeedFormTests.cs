using SfMarketo.MarketoSim.Options;

namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>Forms of the seed text that the vendor refuses. Source: shared/reference/marketo.md section 11.</summary>
public sealed class SeedFormTests
{
    private static readonly MarketoSwitches On = new() { CompatSeed = true };

    [Fact]
    public async Task PATCH_of_many_updates_and_creates_nobody()
    {
        await using var marketo = await MarketoHost.StartAsync(On);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        var answer = await marketo.SendAsync(HttpMethod.Patch, "/rest/v1/leads.json", """{"input":[{"email":"a@example.invalid","leadStatus":"Open"},{"email":"b@example.invalid"}]}""");

        answer.Result().Select(record => record.Text("status")).Should().Equal("updated", "skipped");
        answer.GetProperty("warnings")[0].Text("message").Should().Contain("605");
        marketo.Instance.FindPerson(id)!.Get("leadStatus").Should().Be("Open");
    }

    [Fact]
    public async Task PATCH_of_one_updates_by_id()
    {
        await using var marketo = await MarketoHost.StartAsync(On);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        var answer = await marketo.SendAsync(HttpMethod.Patch, $"/rest/v1/lead/{id}.json", """{"leadStatus":"Open"}""");

        answer.Result().Single().Text("status").Should().Be("updated");
        answer.TryGetProperty("warnings", out _).Should().BeTrue();
        marketo.Instance.FindPerson(id)!.Get("leadStatus").Should().Be("Open");
    }

    [Fact]
    public async Task FilterType_updatedAt_takes_a_range_of_last_changes()
    {
        await using var marketo = await MarketoHost.StartAsync(On);
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");
        marketo.Time.Advance(TimeSpan.FromMinutes(30));
        await marketo.PostAsync("/rest/v1/leads.json", """{"input":[{"email":"b@example.invalid","lifecycleStage":"MQL"}]}""");

        var changed = await marketo.GetAsync("/rest/v1/leads.json?filterType=updatedAt&filterValues=2026-03-02T12:15:00Z,2026-03-02T14:00:00Z");
        var since = await marketo.GetAsync("/rest/v1/leads.json?filterType=updatedAt&filterValues=2026-03-02T00:00:00Z");

        changed.Result().Select(person => person.Id()).Should().Equal(ids[1]);
        changed.GetProperty("warnings")[0].Text("message").Should().Contain("1011");
        since.Result().Select(person => person.Id()).Should().Equal(ids);
    }

    [Fact]
    public async Task With_the_switch_off_PATCH_is_605_and_the_filter_1011()
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await marketo.SendAsync(HttpMethod.Patch, "/rest/v1/leads.json", "{}")).ShouldFail("605");
        (await marketo.GetAsync("/rest/v1/leads.json?filterType=updatedAt&filterValues=2026-03-02T00:00:00Z")).ShouldFail("1011");
    }
}
