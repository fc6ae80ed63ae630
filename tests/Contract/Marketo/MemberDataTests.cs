using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Program members")]
public sealed class MemberDataTests
{
    private const string Members = "/rest/v1/programs/1044/members.json";

    [Fact]
    [Proves("POST /rest/v1/programs/{programId}/members.json", "input", "input.leadId")]
    [Proves("GET /rest/v1/programs/{programId}/members.json", "filterType", "filterValues", "fields")]
    [Proves("code 1013")]
    public async Task Own_fields_of_members_are_written_logged_and_found()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");
        await EnrolAsync(marketo, ids[0], "Invited");

        var results = (await marketo.PostAsync(Members, $$"""{"input":[{"leadId":{{ids[0]}},"registrationCode":"x7","mealChoice":"Soup"},{"leadId":{{ids[1]}},"mealChoice":"Fish"}]}""")).Result().ToArray();

        results[0].ToString().Should().Be($$"""{"seq":0,"status":"updated","leadId":{{ids[0]}}}""");
        results[1].ShouldBeSkipped("1013", "Membership not found");
        var rows = await marketo.FeedAsync("123", ids[0]);
        rows.Select(row => (EngagementTests.Attribute(row, "Attribute Name"), EngagementTests.Attribute(row, "New Value"), row.Text("primaryAttributeValue"))).Should().Equal(
            ("registrationCode", "x7", "Spring Webinar"), ("mealChoice", "Soup", "Spring Webinar"));
        var found = (await marketo.GetAsync(Members + "?filterType=mealChoice&filterValues=soup&fields=leadId,registrationCode,mealChoice")).Result().Single();
        found.ToString().Should().Be($$"""{"seq":0,"leadId":{{ids[0]}},"registrationCode":"x7","mealChoice":"Soup"}""");
    }

    [Fact]
    [Proves("POST /rest/v1/programs/{programId}/members.json", "input", "input.leadId")]
    public async Task A_later_status_keeps_them_and_the_same_value_changes_nothing()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await EnrolAsync(marketo, id, "Invited");
        var body = $$"""{"input":[{"leadId":{{id}},"mealChoice":"Soup"}]}""";
        await marketo.PostAsync(Members, body);
        var logged = (await marketo.FeedAsync("123", id)).Length;

        (await marketo.PostAsync(Members, body)).Result().Single().Text("status").Should().Be("updated");
        (await marketo.FeedAsync("123", id)).Should().HaveCount(logged);
        await EnrolAsync(marketo, id, "Attended");

        (await marketo.GetAsync(Members + $"?filterType=leadId&filterValues={id}&fields=mealChoice")).Result().Single().Text("mealChoice").Should().Be("Soup");
    }

    [Theory]
    [InlineData("""{"leadId":1,"statusName":"Attended"}""", "1003")]
    [InlineData("""{"mealChoice":"Soup"}""", "1002")]
    [InlineData("""{"leadId":"x"}""", "1001")]
    [Proves("POST /rest/v1/programs/{programId}/members.json", "input", "input.leadId")]
    [Proves("code 1001")]
    [Proves("code 1002")]
    [Proves("code 1003")]
    public async Task A_bad_record_fails_alone(string record, string code)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.PostAsync(Members, $$"""{"input":[{{record}}]}""")).Result().Single().ShouldBeSkipped(code);
    }

    [Fact]
    [Proves("POST /rest/v1/programs/{programId}/members.json", "input", "input.leadId")]
    [Proves("code 1006")]
    [Proves("code 1013")]
    public async Task An_unknown_field_or_program_fails_the_call()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.PostAsync(Members, """{"input":[{"leadId":1,"colour":"red"}]}""")).ShouldFail("1006");
        (await marketo.PostAsync("/rest/v1/programs/7/members.json", """{"input":[{"leadId":1}]}""")).ShouldFail("1013");
    }

    [Fact]
    [Proves("GET /rest/v1/programs/members/describe.json")]
    public async Task Describe_tells_which_fields_are_updateable()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        var described = (await marketo.GetAsync("/rest/v1/programs/members/describe.json")).Result().Single();

        described.GetProperty("fields").EnumerateArray().Where(field => field.GetProperty("updateable").GetBoolean()).Select(field => field.Text("name"))
            .Should().Equal("registrationCode", "webinarUrl", "mealChoice");
        described.GetProperty("searchableFields").ToString().Should().Be("""[["leadId"],["reachedSuccess"],["statusName"],["mealChoice"]]""");
    }

    private static Task<System.Text.Json.JsonElement> EnrolAsync(MarketoHost marketo, int id, string status) =>
        marketo.PostAsync("/rest/v1/programs/1044/members/status.json", $$"""{"statusName":"{{status}}","input":[{"leadId":{{id}}}]}""");
}
