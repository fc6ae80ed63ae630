using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Leads (lead partitions)")]
public sealed class PartitionTests
{
    private const string Leads = "/rest/v1/leads.json";
    private const string Partitions = "/rest/v1/leads/partitions.json";

    private static readonly MarketoCredential European = new("europe", "s3cret", "europe@example.invalid") { Partitions = ["Europe"] };

    private static readonly MarketoSimOptions Divided = MarketoHost.Options with
    {
        Partitions = [new(1, "Default"), new(7, "Europe") { Workspace = "Europe" }],
        Credentials = [.. MarketoHost.Options.Credentials, European],
    };

    [Fact]
    [Proves("GET /rest/v1/leads/partitions.json")]
    public async Task An_instance_has_a_default_partition()
    {
        await using var marketo = await MarketoHost.StartAsync();

        var first = (await marketo.GetAsync(Partitions)).Result().First();

        first.Id().Should().Be(1);
        first.Text("name").Should().Be("Default");
    }

    [Fact]
    [Proves("POST /rest/v1/leads/partitions.json", "input", "input.id", "input.partitionName")]
    [Proves("code 1004")]
    [Proves("code 1008")]
    [Unverified("answer.override")]
    public async Task A_record_of_an_unknown_lead_or_partition_is_skipped_alone()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];

        var results = (await marketo.PostAsync(Partitions, $$"""{"input":[{"id":{{id}},"partitionName":"Nowhere"},{"id":5,"partitionName":"Default"},{"id":{{id}},"partitionName":"Default"}]}""")).Result().ToArray();

        Reason(results[0]).Should().Be(("1008", "Access denied to partition 'Nowhere'"));
        Reason(results[1]).Should().Be(("1004", "Lead not found"));
        results[2].Text("status").Should().Be("updated");
    }

    [Theory]
    [InlineData("""{"input":[]}""", "1002")]
    [InlineData("{}", "1002")]
    [InlineData("""{"input":[{"id":1001}]}""", "1002")]
    [InlineData("""{"input":[{"partitionName":"Default"}]}""", "1002")]
    [InlineData("""{"input":[{"id":"x","partitionName":"Default"}]}""", "1001")]
    [InlineData("""{"input":[{"id":1,"partitionName":7}]}""", "1001")]
    [InlineData("""{"input":[1]}""", "609")]
    [InlineData("""{"input":[{"id":1,"partitionName":"\ud800"}]}""", "609")]
    [Proves("POST /rest/v1/leads/partitions.json", "input", "input.id", "input.partitionName")]
    [Proves("code 1001")]
    [Proves("code 1002")]
    [Proves("code 609")]
    public async Task A_bad_body_of_a_move_fails_the_call(string body, string code)
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await marketo.PostAsync(Partitions, body)).ShouldFail(code);
    }

    [Fact]
    [Proves("POST /rest/v1/leads/partitions.json", "input", "input.id", "input.partitionName")]
    [Proves("GET /rest/v1/leads.json", "filterType", "filterValues")]
    [SimulatorOnly]
    public async Task A_move_is_logged_and_the_lead_is_found_in_its_partition()
    {
        await using var marketo = await MarketoHost.StartAsync(Divided);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        var move = $$"""{"input":[{"id":{{id}},"partitionName":"Europe"}]}""";

        (await marketo.PostAsync(Partitions, move)).Result().Single().Text("status").Should().Be("updated");
        (await marketo.PostAsync(Partitions, move)).Result().Single().Text("status").Should().Be("updated");

        (await marketo.GetAsync(Leads + "?filterType=leadPartitionId&filterValues=7")).Result().Single().Id().Should().Be(id);
        (await marketo.GetAsync(Leads + "?filterType=leadPartitionId&filterValues=1")).Result().Should().BeEmpty();
        var row = (await marketo.FeedAsync("100", id)).Should().ContainSingle().Subject;
        EngagementTests.Attribute(row, "New Partition ID").Should().Be("7");
        EngagementTests.Attribute(row, "Old Partition ID").Should().Be("1");
    }

    [Fact]
    [Proves("POST /rest/v1/leads.json", "action", "input", "partitionName")]
    [Proves("code 1010")]
    [SimulatorOnly]
    public async Task A_named_partition_takes_new_people_and_refuses_those_of_another()
    {
        await using var marketo = await MarketoHost.StartAsync(Divided);
        var id = (await marketo.PostAsync(Leads, Sync("createOrUpdate", "Europe", "a@example.invalid"))).Result().Single().Id();

        (await marketo.FieldAsync(id, "leadPartitionId")).Should().Be("7");
        (await marketo.PostAsync(Leads, Sync("createOrUpdate", "Europe", "a@example.invalid"))).Result().Single().Text("status").Should().Be("updated");
        (await marketo.PostAsync(Leads, Sync("createOrUpdate", "Default", "a@example.invalid"))).Result().Single().ShouldBeSkipped("1010", "Partition update not allowed");
        (await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","firstName":"Ann"}]}""")).Result().Single().Text("status").Should().Be("updated");
        (await marketo.PostAsync(Leads, Sync("updateOnly", "Default", "a@example.invalid"))).Result().Single().Text("status").Should().Be("updated", "the name counts for creating only");
    }

    [Fact]
    [Proves("GET /rest/v1/leads/partitions.json")]
    [Proves("GET /rest/v1/lead/{leadId}.json")]
    [Proves("POST /rest/v1/leads.json", "action", "input", "partitionName")]
    [Proves("POST /rest/v1/leads/partitions.json", "input", "input.id", "input.partitionName")]
    [Proves("code 1008")]
    [Proves("code 1009")]
    [SimulatorOnly]
    public async Task A_user_of_one_workspace_sees_its_own_partition_only()
    {
        await using var marketo = await MarketoHost.StartAsync(Divided);
        var hidden = (await marketo.CreateAsync("a@example.invalid"))[0];
        await SignInAsEuropeAsync(marketo);
        var seen = (await marketo.PostAsync(Leads, Sync("createOrUpdate", "Europe", "b@example.invalid"))).Result().Single().Id();

        (await marketo.GetAsync(Partitions)).Result().Select(partition => partition.Text("name")).Should().Equal("Europe");
        (await marketo.GetAsync($"/rest/v1/lead/{hidden}.json")).ShouldFail("1004");
        (await marketo.GetAsync(Leads + "?filterType=email&filterValues=a@example.invalid,b@example.invalid")).Result().Single().Id().Should().Be(seen);
        (await marketo.PostAsync(Leads, """{"input":[{"email":"c@example.invalid"}]}""")).ShouldFail("1009", "Partition name must be specified");
        (await marketo.PostAsync(Leads, Sync("createOrUpdate", "Default", "c@example.invalid"))).ShouldFail("1008", "Access denied to partition 'Default'");
        (await marketo.PostAsync(Leads, Sync("updateOnly", null, "a@example.invalid"))).Result().Single().ShouldBeSkipped("1008");
        (await marketo.PostAsync($"/rest/v1/leads/delete.json?id={hidden}", "")).Result().Single().ShouldBeSkipped("1004");
        Reason((await marketo.PostAsync(Partitions, $$"""{"input":[{"id":{{seen}},"partitionName":"Default"}]}""")).Result().Single()).Code.Should().Be("1008");
    }

    [Fact]
    [Proves("POST /rest/v1/leads.json", "action", "input", "partitionName")]
    [SimulatorOnly]
    public async Task One_email_may_live_in_two_partitions_and_the_named_one_tells_which_is_meant()
    {
        await using var marketo = await MarketoHost.StartAsync(Divided);
        var ids = await marketo.CreateAsync("a@example.invalid", "a@example.invalid");
        await marketo.PostAsync(Partitions, $$"""{"input":[{"id":{{ids[1]}},"partitionName":"Europe"}]}""");

        (await marketo.PostAsync(Leads, Sync("createOrUpdate", "Europe", "a@example.invalid"))).Result().Single().Id().Should().Be(ids[1]);
        (await marketo.PostAsync(Leads, Sync("createOrUpdate", "Default", "a@example.invalid"))).Result().Single().Id().Should().Be(ids[0]);
        (await marketo.PostAsync(Leads, Sync("createOrUpdate", null, "a@example.invalid"))).Result().Single().ShouldBeSkipped("1007");
        await SignInAsEuropeAsync(marketo);
        (await marketo.PostAsync(Leads, Sync("updateOnly", null, "a@example.invalid"))).Result().Single().Id().Should().Be(ids[1]);
    }

    [Fact]
    [Proves("POST /bulk/v1/leads/export/create.json", "filter", "filter.createdAt", "filter.staticListId")]
    [Proves("POST /bulk/v1/program/members/export/create.json", "filter", "filter.programId")]
    [Unverified("answer.override")]
    [SimulatorOnly("a second partition")]
    public async Task An_extract_has_the_people_that_its_user_sees()
    {
        const string Day = """{"createdAt":{"startAt":"2026-03-02T00:00:00Z","endAt":"2026-03-03T00:00:00Z"}}""";
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options with { Partitions = Divided.Partitions, Credentials = Divided.Credentials });
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");
        await marketo.PostAsync(Partitions, $$"""{"input":[{"id":{{ids[1]}},"partitionName":"Europe"}]}""");
        await marketo.PostAsync($"/rest/v1/lists/{AssetExamples.List}/leads.json?id={ids[0]}&id={ids[1]}", "");
        await marketo.PostAsync($"/rest/v1/programs/{AssetExamples.Webinar}/members/status.json", $$"""{"statusName":"Invited","input":[{"leadId":{{ids[0]}}},{"leadId":{{ids[1]}}}]}""");

        (await EmailsAsync(marketo, "leads", Day)).Should().Be("email\na@example.invalid\nb@example.invalid\n");
        await SignInAsEuropeAsync(marketo);
        (await EmailsAsync(marketo, "leads", Day)).Should().Be("email\nb@example.invalid\n");
        (await EmailsAsync(marketo, "leads", $$"""{"staticListId":{{AssetExamples.List}}}""")).Should().Be("email\nb@example.invalid\n");
        (await EmailsAsync(marketo, "program/members", $$"""{"programId":{{AssetExamples.Webinar}}}""")).Should().Be("email\nb@example.invalid\n");
    }

    [Fact]
    [Proves("POST /bulk/v1/leads.json", "partitionName")]
    [Proves("code 1010")]
    [SimulatorOnly("a second partition")]
    public async Task An_import_puts_new_people_into_the_named_partition_and_refuses_those_of_another()
    {
        await using var marketo = await MarketoHost.StartAsync(Divided);
        await marketo.CreateAsync("old@example.invalid");

        var done = await marketo.ImportLeadsAsync("format=csv&partitionName=Europe", "email,title\nold@example.invalid,CTO\nnew@example.invalid,CEO\n");
        var again = await marketo.ImportLeadsAsync("format=csv&partitionName=Europe", "email,title\nnew@example.invalid,COO\n");

        done.Text("message").Should().StartWith("Import completed with errors, 1 records imported");
        (await marketo.FileAsync($"/bulk/v1/leads/batch/{done.GetProperty("batchId").GetInt32()}/failures.json")).Should()
            .Be("email,title,Import Failure Reason\nold@example.invalid,CTO,Partition update not allowed\n");
        again.GetProperty("numOfRowsFailed").GetInt32().Should().Be(0);
        (await marketo.GetAsync(Leads + "?filterType=leadPartitionId&filterValues=7&fields=email,title")).Result().Select(lead => (lead.Text("email"), lead.Text("title")))
            .Should().Equal(("new@example.invalid", "COO"));
    }

    [Fact]
    [Proves("POST /bulk/v1/leads.json", "partitionName", "lookupField")]
    [Proves("code 1008")]
    [Proves("code 1009")]
    [SimulatorOnly("a user of one partition")]
    public async Task An_import_reaches_the_partitions_of_its_user_only()
    {
        await using var marketo = await MarketoHost.StartAsync(Divided);
        var hidden = (await marketo.CreateAsync("a@example.invalid"))[0];
        await SignInAsEuropeAsync(marketo);

        (await marketo.ImportAsync("/bulk/v1/leads.json?format=csv", "email\nb@example.invalid\n")).ShouldFail("1009", "Partition name must be specified");
        (await marketo.ImportAsync("/bulk/v1/leads.json?format=csv&partitionName=Default", "email\nb@example.invalid\n")).ShouldFail("1008", "Access denied to partition 'Default'");
        var done = await marketo.ImportLeadsAsync("format=csv&partitionName=Europe&lookupField=id", $"id,title\n{hidden},CTO\n");

        (await marketo.FileAsync($"/bulk/v1/leads/batch/{done.GetProperty("batchId").GetInt32()}/failures.json")).Should()
            .Be($"id,title,Import Failure Reason\n{hidden},CTO,Access denied to partition 'Default'\n");
    }

    private static async Task SignInAsEuropeAsync(MarketoHost marketo)
    {
        var token = (await marketo.GetAsync("/identity/oauth/token?grant_type=client_credentials&client_id=europe&client_secret=s3cret")).Text("access_token");
        marketo.Http.DefaultRequestHeaders.Authorization = new("Bearer", token);
    }

    private static string Sync(string action, string? partition, string email) =>
        $$"""{"action":"{{action}}",{{(partition is null ? "" : $"\"partitionName\":\"{partition}\",")}}"input":[{"email":"{{email}}"}]}""";

    private static async Task<string> EmailsAsync(MarketoHost marketo, string of, string filter)
    {
        var path = $"/bulk/v1/{of}/export";
        var job = await marketo.ExportAsync(path, $$"""{"fields":["email"],"filter":{{filter}}}""");
        return await marketo.FileAsync($"{path}/{job.Text("exportId")}/file.json");
    }

    private static (string? Code, string? Message) Reason(System.Text.Json.JsonElement record)
    {
        record.Text("status").Should().Be("skipped");
        var reason = record.GetProperty("reasons")[0];
        return (reason.Text("code"), reason.Text("message"));
    }
}
