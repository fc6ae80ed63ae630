using System.Text.Json;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Leads (push lead)")]
public sealed class PushTests
{
    private const string Push = "/rest/v1/leads/push.json";

    [Fact]
    [Proves("POST /rest/v1/leads/push.json", "input", "lookupField", "programName", "programStatus", "source", "reason")]
    public async Task A_push_creates_or_updates_logs_and_enrols()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var known = (await marketo.CreateAsync("a@example.invalid"))[0];

        var answer = await marketo.PostAsync(Push, """
            {"programName":"Spring Webinar","programStatus":"Registered","source":"Fair","reason":"Badge scan","lookupField":"email",
             "input":[{"email":"a@example.invalid","firstName":"Ann"},{"email":"b@example.invalid"}]}
            """);

        var results = answer.Result().ToArray();
        answer.GetProperty("warnings").GetArrayLength().Should().Be(0);
        results.Select(result => result.Text("status")).Should().Equal("updated", "created");
        results[0].Id().Should().Be(known);
        (await marketo.FieldAsync(known, "firstName")).Should().Be("Ann");
        var rows = await marketo.FeedAsync("145", known, results[1].Id());
        rows.Should().HaveCount(2).And.OnlyContain(row => row.GetProperty("primaryAttributeValueId").GetInt32() == AssetExamples.Webinar);
        EngagementTests.Attribute(rows[0], "Source").Should().Be("Fair");
        EngagementTests.Attribute(rows[0], "Reason").Should().Be("Badge scan");
        (await MembershipAsync(marketo, known)).Should().Be("Registered");
    }

    [Fact]
    [Proves("POST /rest/v1/leads/push.json", "input", "programName")]
    [Unverified("answer.override")]
    public async Task The_program_of_a_push_acquires_those_whom_it_makes()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var known = (await marketo.CreateAsync("a@example.invalid"))[0];

        var made = (await marketo.PostAsync(Push, """{"programName":"Spring Webinar","input":[{"email":"a@example.invalid"},{"email":"b@example.invalid"}]}""")).Result().Last().Id();

        (await AcquiredAsync(marketo, known)).Should().Be((null, false));
        (await AcquiredAsync(marketo, made)).Should().Be(($"{AssetExamples.Webinar}", true));
    }

    /// <summary>A person's acquisition program, and whether its membership in the webinar says acquired.</summary>
    internal static async Task<(string? Program, bool AcquiredBy)> AcquiredAsync(MarketoHost marketo, int id) =>
        (await marketo.FieldAsync(id, "acquisitionProgramId"), (await marketo.GetAsync($"/rest/v1/leads/{id}/programMembership.json")).Result().Single().GetProperty("acquiredBy").GetBoolean());

    [Fact]
    [Proves("POST /rest/v1/leads/push.json", "input", "programName")]
    public async Task An_action_is_not_of_a_push_and_a_bad_record_fails_alone()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        await marketo.CreateAsync("twice@example.invalid", "twice@example.invalid");

        var results = (await marketo.PostAsync(Push, """
            {"programName":"Spring Webinar","action":"updateOnly","input":[{"email":"new@example.invalid"},{"email":"twice@example.invalid"},{"firstName":"Nobody"}]}
            """)).Result().ToArray();

        results[0].Text("status").Should().Be("created");
        results[1].ShouldBeSkipped("1007");
        results[2].ShouldBeSkipped("1002");
    }

    [Fact]
    [Proves("POST /rest/v1/leads/push.json", "input", "input.id", "lookupField", "partitionName", "programName")]
    [Proves("code 1003")]
    public async Task A_push_goes_into_the_named_partition_and_never_by_id()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        var id = (await PushAsync(marketo, "\"programName\":\"Spring Webinar\",\"partitionName\":\"Default\",")).Result().Single().Id();

        (await marketo.FieldAsync(id, "leadPartitionId")).Should().Be("1");
        (await marketo.PostAsync(Push, $$"""{"programName":"Spring Webinar","lookupField":"id","input":[{"id":{{id}}}]}""")).ShouldFail("1003");
    }

    [Fact]
    [Proves("POST /rest/v1/leads/push.json", "input", "input.id", "lookupField", "partitionName", "programName", "programStatus")]
    [Proves("code 1002")]
    [Proves("code 1008")]
    [Proves("code 1011")]
    [Proves("code 1013")]
    [Proves("code 1025")]
    [Unverified("answer.override")]
    public async Task A_push_into_nowhere_fails_the_call()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await PushAsync(marketo, "")).ShouldFail("1002", "Missing value for the required parameter 'programName'");
        (await marketo.PostAsync(Push, """{"programName":"Spring Webinar"}""")).ShouldFail("1002");
        (await PushAsync(marketo, "\"programName\":\"Nonsense\",")).ShouldFail("1013");
        (await PushAsync(marketo, "\"programName\":\"Spring Webinar\",\"programStatus\":\"Nonsense\",")).ShouldFail("1025");
        (await PushAsync(marketo, "\"programName\":\"Spring Webinar\",\"partitionName\":\"Nonsense\",")).ShouldFail("1008");
        (await PushAsync(marketo, "\"programName\":\"Spring Webinar\",\"lookupField\":\"firstName\",")).ShouldFail("1011");
        (await marketo.PostAsync(Push, """{"programName":"Spring Webinar","lookupField":"id","input":[{"id":1}]}""")).ShouldFail("1003");
        (await marketo.PostAsync(Push, """{"programName":7,"input":[{"email":"a@example.invalid"}]}""")).ShouldFail("1001");
        (await marketo.CountAsync("a@example.invalid")).Should().Be(0);
    }

    [Fact]
    [Proves("POST /rest/v1/leads/push.json", "input", "lookupField", "programName")]
    [Unverified("answer.override")]
    [SimulatorOnly("a person who clicks")]
    public async Task The_token_of_a_clicked_link_tells_whom_a_push_means()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        using var clicked = await marketo.Http.PostAsync("/__sim/actions/clickEmail", new StringContent($$"""{"person":{{id}},"email":501,"link":"https://www.example.com/"}"""), TestContext.Current.CancellationToken);
        var token = (await BulkSteps.ReadAsync(clicked)).Text("mktToken")!;

        var answer = await marketo.PostAsync(Push,
            $$"""{"programName":"Spring Webinar","lookupField":"mktToken","input":[{"mktToken":"{{token}}","firstName":"Thelma"},{"mktToken":"{{token}}x","firstName":"Louise"},{"firstName":"Nobody"}]}""");

        var results = answer.Result().ToArray();
        (results[0].Id(), results[0].Text("status")).Should().Be((id, "updated"));
        results[1].ShouldBeSkipped("1004");
        results[2].Text("status").Should().Be("skipped");
        (await marketo.FieldAsync(id, "firstName")).Should().Be("Thelma");
        (await marketo.FeedAsync("145", id)).Should().ContainSingle();
        (await marketo.PostAsync(Push, """{"programName":"Spring Webinar","lookupField":"mktToken","input":[7]}""")).ShouldFail("609");
        (await marketo.PostAsync(Push, """{"programName":"Spring Webinar","lookupField":"mktToken"}""")).ShouldFail("1002");
    }

    [Fact]
    [Proves("POST /rest/v1/leads/push.json", "input", "programName")]
    [SimulatorOnly]
    public async Task A_pushed_cookie_is_the_leads_from_now_on_without_its_history()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var visitor = marketo.Instance.VisitPage(CookieTests.One, "Pricing");

        var id = (await marketo.PostAsync(Push, $$"""{"programName":"Spring Webinar","input":[{"email":"a@example.invalid","cookies":"{{CookieTests.One}}"}]}""")).Result().Single().Id();

        marketo.Instance.VisitPage(CookieTests.One, "Contact").Should().Be(id);
        (await marketo.FeedAsync("1")).Select(row => row.GetProperty("leadId").GetInt32()).Should().Equal(visitor, id);
    }

    private static Task<JsonElement> PushAsync(MarketoHost marketo, string members) => marketo.PostAsync(Push, $$"""{{{members}}"input":[{"email":"a@example.invalid"}]}""");

    private static async Task<string?> MembershipAsync(MarketoHost marketo, int id) =>
        (await marketo.GetAsync($"/rest/v1/leads/{id}/programMembership.json")).Result().Single().Text("progressionStatus");
}
