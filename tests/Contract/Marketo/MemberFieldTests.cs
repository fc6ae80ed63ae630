using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>The schema of program members. What a test makes stays: Marketo has no delete of fields.</summary>
[Source("Marketo REST API, Program members")]
public sealed class MemberFieldTests
{
    private const string Fields = "/rest/v1/programs/members/schema/fields";

    [Fact]
    [Proves("POST /rest/v1/programs/members/schema/fields.json", "input", "input.displayName", "input.name", "input.dataType", "input.description", "input.isHidden", "input.isHtmlEncodingInEmail", "input.isSensitive")]
    [Proves("GET /rest/v1/programs/members/schema/fields/{fieldApiName}.json")]
    [Proves("GET /rest/v1/programs/members/describe.json")]
    [Proves("POST /rest/v1/programs/{programId}/members.json", "input")]
    [Proves("GET /rest/v1/programs/{programId}/members.json", "filterType", "filterValues", "fields")]
    public async Task A_field_is_made_written_and_searched()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await marketo.PostAsync("/rest/v1/programs/1044/members/status.json", $$"""{"statusName":"Invited","input":[{"leadId":{{id}}}]}""");
        await marketo.PostAsync("/rest/v1/programs/1044/members.json", $$"""{"input":[{"leadId":{{id}},"registrationCode":"r"}]}""");

        var made = await marketo.PostAsync(Fields + ".json", """
            {"input":[{"displayName":"Table No","name":"tableNo","dataType":"integer","description":"where","isHidden":false,"isHtmlEncodingInEmail":false,"isSensitive":true}]}
            """);

        made.Result().Single().ToString().Should().Be("""{"name":"tableNo","status":"created"}""");
        (await marketo.GetAsync(Fields + "/tableNo.json")).Result().Single().ToString().Should().Be(
            """{"displayName":"Table No","name":"tableNo","description":"where","dataType":"integer","isHidden":false,"isHtmlEncodingInEmail":false,"isSensitive":true,"isCustom":true,"isApiCreated":true}""");
        (await marketo.PostAsync("/rest/v1/programs/1044/members.json", $$"""{"input":[{"leadId":{{id}},"tableNo":7}]}""")).Result().Single().Text("status").Should().Be("updated");
        var member = (await marketo.GetAsync("/rest/v1/programs/1044/members.json?filterType=tableNo&filterValues=7&fields=leadId,tableNo,registrationCode")).Result().Single();
        (member.GetProperty("leadId").GetInt32(), member.GetProperty("tableNo").GetInt32(), member.Text("registrationCode")).Should().Be((id, 7, "r"));
        (await marketo.GetAsync("/rest/v1/programs/members/describe.json")).ToString().Should().Contain("[\"tableNo\"]");
    }

    [Fact]
    [Proves("POST /rest/v1/programs/members/schema/fields/{fieldApiName}.json", "input", "input.displayName", "input.description", "input.isHidden", "input.isHtmlEncodingInEmail", "input.isSensitive")]
    [Proves("code 1003")]
    [Proves("code 1006")]
    [Proves("code 1017")]
    public async Task A_change_is_held_to_what_the_field_is()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        await marketo.PostAsync(Fields + ".json", """{"input":[{"displayName":"Seat","name":"seat","dataType":"string"}]}""");

        var updated = await marketo.PostAsync(Fields + "/seat.json", """{"input":[{"displayName":"Seat No","description":"d","isHidden":true,"isHtmlEncodingInEmail":false,"isSensitive":true}]}""");

        updated.Result().Single().ToString().Should().Be("""{"name":"seat","status":"updated"}""");
        var seat = (await marketo.GetAsync(Fields + "/seat.json")).Result().Single();
        (seat.Text("displayName"), seat.Text("description"), seat.GetProperty("isHidden").GetBoolean(), seat.GetProperty("length").GetInt32()).Should().Be(("Seat No", "d", true, 255));
        (await marketo.PostAsync(Fields + "/statusName.json", """{"input":[{"description":"told"}]}""")).Result().Single().Text("status").Should().Be("updated");
        (await marketo.PostAsync(Fields + "/statusName.json", """{"input":[{"displayName":"Standing"}]}""")).ShouldFail("1003");
        (await marketo.PostAsync(Fields + "/seat.json", """{"input":[{"dataType":"integer"}]}""")).ShouldFail("1003");
        (await marketo.PostAsync(Fields + "/seat.json", """{"input":[{"displayName":"Status"}]}""")).ShouldFail("1017");
        (await marketo.PostAsync(Fields + "/seat.json", """{"input":[{},{}]}""")).ShouldFail("1003");
        (await marketo.PostAsync(Fields + "/nonsense.json", """{"input":[{"description":"d"}]}""")).ShouldFail("1006");
    }

    [Fact]
    [Proves("GET /rest/v1/programs/members/schema/fields.json", "batchSize", "nextPageToken")]
    [Proves("GET /rest/v1/programs/members/schema/fields/{fieldApiName}.json")]
    [Proves("code 1006")]
    public async Task Fields_are_listed_in_pages()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        var first = await marketo.GetAsync(Fields + ".json?batchSize=3");
        var rest = await marketo.GetAsync($"{Fields}.json?nextPageToken={Uri.EscapeDataString(first.Text("nextPageToken")!)}");

        first.Result().Should().HaveCount(3);
        first.Result().Concat(rest.Result()).Select(one => one.Text("name")).Should().Contain(["leadId", "statusName", "registrationCode"]).And.OnlyHaveUniqueItems();
        (await marketo.GetAsync(Fields + "/nonsense.json")).ShouldFail("1006");
    }

    [Theory]
    [InlineData("""{"input":[]}""", "1002")]
    [InlineData("""{}""", "1002")]
    [InlineData("""{"input":[7]}""", "609")]
    [InlineData("""{"input":[{"name":"x1","dataType":"string"}]}""", "1002")]
    [InlineData("""{"input":[{"displayName":"X","dataType":"string"}]}""", "1002")]
    [InlineData("""{"input":[{"name":"1x","displayName":"X","dataType":"string"}]}""", "1003")]
    [InlineData("""{"input":[{"name":"x1","displayName":"X","dataType":"text"}]}""", "1003")]
    [InlineData("""{"input":[{"name":"leadid","displayName":"X","dataType":"string"}]}""", "1017")]
    [InlineData("""{"input":[{"name":"x1","displayName":"X","dataType":"string","isHidden":"yes"}]}""", "1001")]
    [Proves("POST /rest/v1/programs/members/schema/fields.json", "input", "input.displayName", "input.name", "input.dataType", "input.isHidden")]
    [Proves("code 1001")]
    [Proves("code 1002")]
    [Proves("code 1003")]
    [Proves("code 1017")]
    [Proves("code 609")]
    public async Task A_bad_field_fails_the_call(string body, string code)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.PostAsync(Fields + ".json", body)).ShouldFail(code);
    }

    [Fact]
    [Proves("POST /rest/v1/programs/members/schema/fields.json", "input")]
    [Proves("code 1028")]
    [SimulatorOnly("an instance of its own, as fields cannot be deleted")]
    public async Task Members_have_20_custom_fields()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var input = string.Join(',', Enumerable.Range(1, 20).Select(number => $$"""{"displayName":"F {{number}}","name":"f{{number}}","dataType":"string"}"""));

        (await marketo.PostAsync(Fields + ".json", $$"""{"input":[{{input}}]}""")).Result().Should().HaveCount(20);

        (await marketo.PostAsync(Fields + ".json", """{"input":[{"displayName":"F 21","name":"f21","dataType":"string"}]}""")).ShouldFail("1028");
    }

    [Fact]
    [Proves("GET /rest/v1/programs/{programId}/members.json", "fields")]
    public async Task Members_show_when_they_reached_success_and_by_whom_they_were_acquired()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        var query = $"/rest/v1/programs/1044/members.json?filterType=leadId&filterValues={id}&fields=reachedSuccess,reachedSuccessDate,acquiredBy,isExhausted,membershipDate";

        await marketo.PostAsync("/rest/v1/programs/1044/members/status.json", $$"""{"statusName":"Invited","input":[{"leadId":{{id}}}]}""");
        var before = (await marketo.GetAsync(query)).Result().Single();
        await marketo.PostAsync("/rest/v1/programs/1044/members/status.json", $$"""{"statusName":"Attended","input":[{"leadId":{{id}}}]}""");
        var after = (await marketo.GetAsync(query)).Result().Single();

        (before.GetProperty("reachedSuccess").GetBoolean(), before.Text("reachedSuccessDate")).Should().Be((false, null));
        (after.GetProperty("reachedSuccess").GetBoolean(), after.GetProperty("acquiredBy").GetBoolean(), after.GetProperty("isExhausted").GetBoolean()).Should().Be((true, false, false));
        after.Text("reachedSuccessDate").Should().EndWith("Z");
        after.Text("membershipDate").Should().Be(before.Text("membershipDate"));
    }
}
