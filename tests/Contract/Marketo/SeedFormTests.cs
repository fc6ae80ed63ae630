using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>Forms of the seed text that the vendor refuses.</summary>
[Source("The seed text; Marketo REST API, Error codes")]
public sealed class SeedFormTests
{
    private const string SeedMembers = "/rest/v1/leads/programs/members.json";

    private static readonly MarketoSwitches On = new() { CompatSeed = true };

    [Fact]
    [Proves("switch compat.seed")]
    [SimulatorOnly]
    public async Task PATCH_of_many_updates_and_creates_nobody()
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { Switches = On });
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        var answer = await marketo.SendAsync(HttpMethod.Patch, "/rest/v1/leads.json", """{"input":[{"email":"a@example.invalid","leadStatus":"Open"},{"email":"b@example.invalid"}]}""");

        answer.Result().Select(record => record.Text("status")).Should().Equal("updated", "skipped");
        answer.GetProperty("warnings")[0].Text("message").Should().Contain("605");
        marketo.Instance.FindPerson(id)!.Get("leadStatus").Should().Be("Open");
    }

    [Fact]
    [Proves("switch compat.seed")]
    [SimulatorOnly]
    public async Task PATCH_of_one_updates_by_id()
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { Switches = On });
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        var answer = await marketo.SendAsync(HttpMethod.Patch, $"/rest/v1/lead/{id}.json", """{"leadStatus":"Open"}""");

        answer.Result().Single().Text("status").Should().Be("updated");
        answer.TryGetProperty("warnings", out _).Should().BeTrue();
        marketo.Instance.FindPerson(id)!.Get("leadStatus").Should().Be("Open");
    }

    [Fact]
    [Proves("switch compat.seed")]
    [SimulatorOnly]
    public async Task FilterType_updatedAt_takes_a_range_of_last_changes()
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { Switches = On });
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
    [Proves("switch compat.seed")]
    [Proves("code 1002")]
    [Proves("code 1003")]
    [Proves("code 1013")]
    [SimulatorOnly]
    public async Task Members_by_leads_programs_are_enrolled_and_removed()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options with { Switches = On });
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        var enrolled = await marketo.PostAsync(SeedMembers, $$"""{"programId":1044,"statusName":"Invited","input":[{"leadId":{{id}}},{"leadId":5}]}""");
        marketo.Instance.ProgramMembers(AssetExamples.Webinar).Single().Status.Should().Be("Invited");
        var removed = await marketo.PostAsync(SeedMembers, $$"""{"input":[{"leadId":{{id}}}],"programId":1044,"action":"remove"}""");

        enrolled.Result().Select(record => record.Text("status")).Should().Equal("created", "skipped");
        enrolled.GetProperty("warnings")[0].Text("message").Should().Contain("605").And.Contain("members/status.json");
        removed.Result().Single().ToString().Should().Be($$"""{"seq":0,"status":"deleted","leadId":{{id}}}""");
        removed.GetProperty("warnings")[0].Text("message").Should().Contain("members/delete.json");
        marketo.Instance.ProgramMembers(AssetExamples.Webinar).Should().BeEmpty();
        (await marketo.PostAsync(SeedMembers, $$"""{"statusName":"Invited","input":[{"leadId":{{id}}}]}""")).ShouldFail("1002");
        (await marketo.PostAsync(SeedMembers, $$"""{"programId":7,"statusName":"Invited","input":[{"leadId":{{id}}}]}""")).ShouldFail("1013");
        (await marketo.PostAsync(SeedMembers, $$"""{"programId":1044,"action":"enrol","input":[{"leadId":{{id}}}]}""")).ShouldFail("1003");
    }

    [Theory]
    [InlineData(MembersPathError.MethodNotSupported, "605")]
    [InlineData(MembersPathError.NotFound, "610")]
    [Proves("switch compat.seed")]
    [Proves("switch compat.membersPathError")]
    [Proves("code 605")]
    [Proves("code 610")]
    public async Task With_the_switch_off_the_members_path_is_605_or_610(MembersPathError setting, string code)
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { Switches = new MarketoSwitches { CompatSeed = false, CompatMembersPathError = setting } });

        (await marketo.PostAsync(SeedMembers, "{}")).ShouldFail(code);
    }

    [Theory]
    [InlineData(false, false, 1)]
    [InlineData(true, false, 1)]
    [InlineData(false, true, 1)]
    [InlineData(true, true, 3)]
    [Proves("switch compat.seed")]
    [Proves("switch compat.seed.activityIds")]
    [SimulatorOnly]
    public async Task Activity_types_1_2_3_are_remapped_only_by_both_switches(bool compat, bool remap, int rows)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options with { Switches = new MarketoSwitches { CompatSeed = compat, CompatSeedActivityIds = remap } });
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        marketo.Instance.OpenEmail(id, AssetExamples.Email, false);
        marketo.Instance.ClickEmail(id, AssetExamples.Email, "x", false);
        marketo.Instance.FillOutForm(id, AssetExamples.Form, []);

        var feed = await EngagementTests.FeedAsync(marketo, "1,2,3");

        feed.Select(row => row.GetProperty("activityTypeId").GetInt32()).Should().Equal(rows == 3 ? [1, 2, 3] : [2]);
    }

    [Fact]
    [Proves("switch compat.seed")]
    [Proves("code 1011")]
    [Proves("code 605")]
    public async Task With_the_switch_off_PATCH_is_605_and_the_filter_1011()
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.VendorForms);

        (await marketo.SendAsync(HttpMethod.Patch, "/rest/v1/leads.json", "{}")).ShouldFail("605");
        (await marketo.GetAsync("/rest/v1/leads.json?filterType=updatedAt&filterValues=2026-03-02T00:00:00Z")).ShouldFail("1011");
    }
}
