using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Leads (fields)")]
public sealed class LeadSchemaTests
{
    private const string Fields = "/rest/v1/leads/schema/fields.json";
    private const string Leads = "/rest/v1/leads.json";

    [Fact]
    [Proves("POST /rest/v1/leads/schema/fields.json", "input", "input.displayName", "input.name", "input.description", "input.dataType", "input.isHidden", "input.isHtmlEncodingInEmail", "input.isSensitive")]
    [Proves("GET /rest/v1/leads/schema/fields/{fieldApiName}.json")]
    public async Task A_created_field_has_what_was_said_of_it_and_the_documented_defaults()
    {
        await using var marketo = await MarketoHost.StartAsync();

        var results = (await marketo.PostAsync(Fields, """
            {"input":[{"displayName":"Shoe Size","name":"shoeSize","dataType":"integer"},
                      {"displayName":"Secret Wish","name":"secret_wish","dataType":"string","description":"What they want","isHidden":false,"isHtmlEncodingInEmail":false,"isSensitive":true}]}
            """)).Result().ToArray();

        results.Select(result => result.ToString()).Should().Equal("""{"name":"shoeSize","status":"created"}""", """{"name":"secret_wish","status":"created"}""");
        (await FieldAsync(marketo, "shoeSize")).Should().Be(
            """{"displayName":"Shoe Size","name":"shoeSize","description":"","dataType":"integer","isHidden":false,"isHtmlEncodingInEmail":true,"isSensitive":false,"isCustom":true,"isApiCreated":true}""");
        (await FieldAsync(marketo, "secret_wish")).Should().Be(
            """{"displayName":"Secret Wish","name":"secret_wish","description":"What they want","dataType":"string","length":255,"isHidden":false,"isHtmlEncodingInEmail":false,"isSensitive":true,"isCustom":true,"isApiCreated":true}""");
    }

    [Fact]
    [Proves("POST /rest/v1/leads/schema/fields.json", "input", "input.displayName", "input.name", "input.dataType")]
    [Proves("GET /rest/v1/leads/describe.json")]
    [Proves("GET /rest/v1/leads/describe2.json")]
    [Proves("POST /rest/v1/leads.json", "input", "lookupField")]
    [Proves("GET /rest/v1/leads.json", "filterType", "filterValues", "fields")]
    [Proves("GET /rest/v1/activities/leadchanges.json", "fields", "nextPageToken")]
    public async Task Describe_sync_query_and_change_log_know_a_new_field_at_once()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        (await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","crmKey":"K1"}]}""")).ShouldFail("1006");
        await marketo.PostAsync(Fields, """{"input":[{"displayName":"CRM Key","name":"crmKey","dataType":"string"}]}""");

        (await marketo.FieldAsync(id, "crmKey")).Should().BeNull();
        (await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","crmKey":"K1"}]}""")).Result().Single().Text("status").Should().Be("updated");
        (await marketo.PostAsync(Leads, """{"lookupField":"crmKey","input":[{"crmKey":"K1","title":"CTO"},{"crmKey":"K2"}]}""")).Result().Select(result => result.Text("status")).Should().Equal("updated", "created");
        var found = (await marketo.GetAsync(Leads + "?filterType=crmKey&filterValues=k1&fields=crmKey,title")).Result().Single();
        (found.Id(), found.Text("crmKey"), found.Text("title")).Should().Be((id, "K1", "CTO"));
        (await marketo.GetAsync("/rest/v1/leads/describe.json")).Result().Any(field => field.GetProperty("rest").Text("name") == "crmKey").Should().BeTrue();
        var described = (await marketo.GetAsync("/rest/v1/leads/describe2.json")).Result().Single();
        described.GetProperty("searchableFields").EnumerateArray().Any(keys => keys[0].GetString() == "crmKey").Should().BeTrue();
        var token = Uri.EscapeDataString((await marketo.GetAsync("/rest/v1/activities/pagingtoken.json?sinceDatetime=" + marketo.Since)).Text("nextPageToken")!);
        (await marketo.GetAsync($"/rest/v1/activities/leadchanges.json?fields=crmKey&nextPageToken={token}")).Result()
            .Where(row => row.TryGetProperty("fields", out _)).Single().GetProperty("fields")[0].Text("name").Should().Be("crmKey");
    }

    [Theory]
    [InlineData("boolean", "true", "true")]
    [InlineData("currency", "\"1604.47\"", "1604.47")]
    [InlineData("date", "\"2010-05-07\"", "2010-05-07")]
    [InlineData("datetime", "\"2010-05-07T15:41:32-05:00\"", "2010-05-07T20:41:32Z")]
    [InlineData("email", "\"x@example.invalid\"", "x@example.invalid")]
    [InlineData("float", "1.5", "1.5")]
    [InlineData("integer", "42", "42")]
    [InlineData("percent", "12.5", "12.5")]
    [InlineData("phone", "\"+43 1 5551234\"", "+43 1 5551234")]
    [InlineData("score", "7", "7")]
    [InlineData("string", "\"word\"", "word")]
    [InlineData("url", "\"https://www.example.invalid/x\"", "https://www.example.invalid/x")]
    [Proves("POST /rest/v1/leads/schema/fields.json", "input", "input.displayName", "input.name", "input.dataType")]
    [Proves("POST /rest/v1/leads.json", "input")]
    public async Task Every_creatable_type_holds_its_values(string type, string json, string stored)
    {
        await using var marketo = await MarketoHost.StartAsync();
        (await marketo.PostAsync(Fields, $$"""{"input":[{"displayName":"New One","name":"newOne","dataType":"{{type}}"}]}""")).Result().Single().Text("status").Should().Be("created");

        var id = (await marketo.PostAsync(Leads, $$"""{"input":[{"email":"a@example.invalid","newOne":{{json}}}]}""")).Result().Single().Id();

        (await marketo.FieldAsync(id, "newOne"))!.ToLowerInvariant().Should().Be(stored.ToLowerInvariant());
    }

    [Theory]
    [InlineData("""{"displayName":"A","dataType":"string"}""", "1002")]
    [InlineData("""{"name":"a","dataType":"string"}""", "1002")]
    [InlineData("""{"displayName":"A","name":"a"}""", "1002")]
    [InlineData("""{"displayName":"A","name":"a","dataType":"text"}""", "1003")]
    [InlineData("""{"displayName":"A","name":"1a","dataType":"string"}""", "1003")]
    [InlineData("""{"displayName":"A","name":"a b","dataType":"string"}""", "1003")]
    [InlineData("""{"displayName":"A","name":"_a","dataType":"string"}""", "1003")]
    [InlineData("""{"displayName":"A<b>","name":"a","dataType":"string"}""", "1003")]
    [InlineData("""{"displayName":"A","name":"EMAIL","dataType":"string"}""", "1017")]
    [InlineData("""{"displayName":"email address","name":"a","dataType":"string"}""", "1017")]
    [InlineData("""{"displayName":"A","name":"a","dataType":"string","isHidden":"yes"}""", "1001")]
    [InlineData("""{"displayName":7,"name":"a","dataType":"string"}""", "1001")]
    [Proves("POST /rest/v1/leads/schema/fields.json", "input", "input.displayName", "input.name", "input.dataType", "input.isHidden")]
    [Proves("code 1017")]
    [Unverified("answer.override")]
    public async Task A_bad_field_is_refused_and_none_of_the_call_is_made(string field, string code)
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await marketo.PostAsync(Fields, $$"""{"input":[{"displayName":"Good One","name":"goodOne","dataType":"string"},{{field}}]}""")).ShouldFail(code);

        (await marketo.GetAsync("/rest/v1/leads/schema/fields/goodOne.json")).ShouldFail("1006");
    }

    [Fact]
    [Proves("POST /rest/v1/leads/schema/fields.json", "input", "input.displayName", "input.name", "input.dataType")]
    [Proves("code 1028")]
    [Unverified("answer.override")]
    public async Task The_hundred_and_first_field_by_API_is_refused()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var hundred = string.Join(',', Enumerable.Range(1, 100).Select(number => $$"""{"displayName":"Field {{number}}","name":"field{{number}}","dataType":"string"}"""));

        (await marketo.PostAsync(Fields, $$"""{"input":[{{hundred}}]}""")).Result().Should().HaveCount(100);

        (await marketo.PostAsync(Fields, """{"input":[{"displayName":"One More","name":"oneMore","dataType":"string"}]}""")).ShouldFail("1028", "Max field limit reached");
    }

    [Fact]
    [Proves("GET /rest/v1/leads/schema/fields.json", "batchSize", "nextPageToken")]
    public async Task Fields_are_listed_in_pages_hidden_ones_too()
    {
        await using var marketo = await MarketoHost.StartAsync();
        await marketo.PostAsync(Fields, """{"input":[{"displayName":"Out Of Sight","name":"outOfSight","dataType":"string","isHidden":true}]}""");
        var names = new List<string>();
        for (string? token = ""; token is not null;)
        {
            var page = await marketo.GetAsync($"{Fields}?batchSize=20{(token.Length == 0 ? "" : "&nextPageToken=" + Uri.EscapeDataString(token))}");
            var rows = page.Result().ToArray();
            rows.Length.Should().BeInRange(1, 20);
            names.AddRange(rows.Select(row => row.Text("name")!));
            token = page.GetProperty("moreResult").GetBoolean() ? page.Text("nextPageToken") : null;
        }

        names.Should().OnlyHaveUniqueItems().And.Contain(["email", "leadScore", "outOfSight"]);
        (await marketo.GetAsync("/rest/v1/leads/describe.json")).Result().Any(field => field.GetProperty("rest").Text("name") == "outOfSight").Should().BeFalse();
    }

    [Fact]
    [Proves("POST /rest/v1/leads/schema/fields/{fieldApiName}.json", "input", "input.displayName", "input.description", "input.isHidden", "input.isHtmlEncodingInEmail", "input.isSensitive")]
    [Proves("GET /rest/v1/leads/schema/fields/{fieldApiName}.json")]
    public async Task A_field_of_the_API_may_change_all_but_type_length_and_name()
    {
        await using var marketo = await MarketoHost.StartAsync();
        await marketo.PostAsync(Fields, """{"input":[{"displayName":"Before","name":"movable","dataType":"string"}]}""");
        var id = (await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","movable":"kept"}]}""")).Result().Single().Id();

        (await UpdateAsync(marketo, "movable", """{"displayName":"After","description":"Said","isHidden":true,"isHtmlEncodingInEmail":false,"isSensitive":true}""")).Result().Single().ToString()
            .Should().Be("""{"name":"movable","status":"updated"}""");

        (await FieldAsync(marketo, "movable")).Should().Be(
            """{"displayName":"After","name":"movable","description":"Said","dataType":"string","length":255,"isHidden":true,"isHtmlEncodingInEmail":false,"isSensitive":true,"isCustom":true,"isApiCreated":true}""");
        (await marketo.FieldAsync(id, "movable")).Should().Be("kept");
        (await UpdateAsync(marketo, "movable", """{"dataType":"integer"}""")).ShouldFail("1003");
        (await UpdateAsync(marketo, "movable", """{"name":"other"}""")).ShouldFail("1003");
        (await UpdateAsync(marketo, "movable", """{"length":10}""")).ShouldFail("1003");
    }

    [Fact]
    [Proves("POST /rest/v1/leads/schema/fields/{fieldApiName}.json", "input", "input.displayName", "input.description", "input.isHidden", "input.isHtmlEncodingInEmail", "input.isSensitive")]
    [Proves("code 1003")]
    [Proves("code 1006")]
    public async Task A_standard_field_changes_in_three_members_only()
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await UpdateAsync(marketo, "firstName", """{"description":"Given name","isHtmlEncodingInEmail":false,"isSensitive":true}""")).Result().Single().Text("status").Should().Be("updated");
        (await UpdateAsync(marketo, "firstName", """{"displayName":"Given Name"}""")).ShouldFail("1003");
        (await UpdateAsync(marketo, "firstName", """{"isHidden":true}""")).ShouldFail("1003");
        (await UpdateAsync(marketo, "nonsense", """{"description":"x"}""")).ShouldFail("1006", "Field 'nonsense' not found");
        (await marketo.PostAsync("/rest/v1/leads/schema/fields/firstName.json", """{"input":[{"description":"x"},{"description":"y"}]}""")).ShouldFail("1003");
        (await marketo.PostAsync("/rest/v1/leads/schema/fields/firstName.json", """{"input":[]}""")).ShouldFail("1002");
    }

    [Fact]
    [Proves("POST /rest/v1/leads/schema/fields/{fieldApiName}.json", "input", "input.displayName", "input.isHidden")]
    [SimulatorOnly]
    public async Task A_custom_field_of_the_screens_may_be_renamed_and_not_hidden()
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await UpdateAsync(marketo, "lifecycleStage", """{"displayName":"Stage Of Life"}""")).Result().Single().Text("status").Should().Be("updated");
        (await UpdateAsync(marketo, "lifecycleStage", """{"isHidden":true}""")).ShouldFail("1003");
        (await UpdateAsync(marketo, "lifecycleStage", """{"displayName":"Sync Origin"}""")).ShouldFail("1017");
    }

    [Fact]
    [Proves("POST /rest/v1/leads/schema/fields.json", "input", "input.displayName", "input.name", "input.dataType")]
    [Proves("GET /rest/v1/leads/schema/fields.json")]
    [Proves("code 603")]
    [SimulatorOnly]
    public async Task The_schema_needs_permissions_of_its_own()
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { Credentials = [MarketoHost.Options.Credentials[0] with { Permissions = MarketoPermissions.ReadWriteLead }] });

        (await marketo.GetAsync(Fields)).ShouldFail("603");
        (await marketo.PostAsync(Fields, """{"input":[{"displayName":"A","name":"a","dataType":"string"}]}""")).ShouldFail("603");
    }

    [Fact]
    [Proves("POST /rest/v1/leads/schema/fields.json", "input", "input.displayName", "input.name", "input.dataType")]
    [SimulatorOnly]
    public async Task Forks_keep_the_schema_of_their_own()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        var before = marketo.Instance.Fork(marketo.Time);
        await marketo.PostAsync(Fields, """{"input":[{"displayName":"A Later One","name":"later","dataType":"string"}]}""");
        await marketo.PostAsync(Leads, """{"input":[{"email":"a@example.invalid","later":"yes"}]}""");
        var after = marketo.Instance.Fork(marketo.Time);

        before.FindPerson(id)!.Invoking(person => person.Get("later")).Should().Throw<ArgumentException>();
        after.FindPerson(id)!.Get("later").Should().Be("yes");
        after.UpdatePerson(id, [new("later", "no")], "edit").Should().BeTrue();
        marketo.Instance.FindPerson(id)!.Get("later").Should().Be("yes");
        marketo.Instance.Reset(before);
        await marketo.SignInAsync();
        (await marketo.GetAsync($"/rest/v1/lead/{id}.json?fields=later")).ShouldFail("1006");
    }

    private static async Task<string> FieldAsync(MarketoHost marketo, string name) => (await marketo.GetAsync($"/rest/v1/leads/schema/fields/{name}.json")).Result().Single().ToString();

    private static Task<System.Text.Json.JsonElement> UpdateAsync(MarketoHost marketo, string name, string field) =>
        marketo.PostAsync($"/rest/v1/leads/schema/fields/{name}.json", $$"""{"input":[{{field}}]}""");
}
