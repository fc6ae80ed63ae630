namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>Source: Marketo REST API, "Program members": update of member data.</summary>
public sealed class MemberDataTests
{
    private const string Members = "/rest/v1/programs/1044/members.json";

    [Fact]
    public async Task Own_fields_of_members_are_written_logged_and_found()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");
        marketo.Instance.SetProgramStatus(AssetExamples.Webinar, ids[0], "Invited", "enrol");

        var results = (await marketo.PostAsync(Members, $$"""{"input":[{"leadId":{{ids[0]}},"registrationCode":"x7","mealChoice":"Soup"},{"leadId":{{ids[1]}},"mealChoice":"Fish"}]}""")).Result().ToArray();

        results[0].ToString().Should().Be($$"""{"seq":0,"status":"updated","leadId":{{ids[0]}}}""");
        results[1].ShouldBeSkipped("1013", "Membership not found");
        var rows = marketo.Instance.Activities.Where(activity => activity.TypeId == 123).ToArray();
        rows.Select(row => (row.Attribute("Attribute Name"), row.Attribute("New Value"), row.PrimaryAttributeValue)).Should().Equal(
            ("registrationCode", "x7", "Spring Webinar"), ("mealChoice", "Soup", "Spring Webinar"));
        var found = (await marketo.GetAsync(Members + "?filterType=mealChoice&filterValues=soup&fields=leadId,registrationCode,mealChoice")).Result().Single();
        found.ToString().Should().Be($$"""{"seq":0,"leadId":{{ids[0]}},"registrationCode":"x7","mealChoice":"Soup"}""");
        marketo.Instance.MemberValue(marketo.Instance.ProgramMembers(AssetExamples.Webinar).Single(), "mealChoice").Should().Be("Soup");
    }

    [Fact]
    public async Task A_later_status_keeps_them_and_the_same_value_changes_nothing()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        marketo.Instance.SetProgramStatus(AssetExamples.Webinar, id, "Invited", "enrol");
        var body = $$"""{"input":[{"leadId":{{id}},"mealChoice":"Soup"}]}""";
        await marketo.PostAsync(Members, body);
        var version = marketo.Instance.ProgramMembers(AssetExamples.Webinar).Single().Version;

        (await marketo.PostAsync(Members, body)).Result().Single().Text("status").Should().Be("updated");
        marketo.Instance.ProgramMembers(AssetExamples.Webinar).Single().Version.Should().Be(version);
        marketo.Instance.SetProgramStatus(AssetExamples.Webinar, id, "Attended", "attend");

        marketo.Instance.MemberValue(marketo.Instance.ProgramMembers(AssetExamples.Webinar).Single(), "mealChoice").Should().Be("Soup");
    }

    [Theory]
    [InlineData("""{"leadId":1,"statusName":"Attended"}""", "1003")]
    [InlineData("""{"mealChoice":"Soup"}""", "1002")]
    [InlineData("""{"leadId":"x"}""", "1001")]
    public async Task A_bad_record_fails_alone(string record, string code)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.PostAsync(Members, $$"""{"input":[{{record}}]}""")).Result().Single().ShouldBeSkipped(code);
    }

    [Fact]
    public async Task An_unknown_field_or_program_fails_the_call()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.PostAsync(Members, """{"input":[{"leadId":1,"colour":"red"}]}""")).ShouldFail("1006");
        (await marketo.PostAsync("/rest/v1/programs/7/members.json", """{"input":[{"leadId":1}]}""")).ShouldFail("1013");
    }

    [Fact]
    public async Task Describe_tells_which_fields_are_updateable()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        var described = (await marketo.GetAsync("/rest/v1/programs/members/describe.json")).Result().Single();

        described.GetProperty("fields").EnumerateArray().Where(field => field.GetProperty("updateable").GetBoolean()).Select(field => field.Text("name"))
            .Should().Equal("registrationCode", "webinarUrl", "mealChoice");
        described.GetProperty("searchableFields").ToString().Should().Be("""[["leadId"],["reachedSuccess"],["statusName"],["mealChoice"]]""");
    }
}
