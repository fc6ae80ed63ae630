using System.Text.Json;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo.Objects;

[Source("Marketo REST API, Opportunity roles")]
public sealed class OpportunityRoleTests
{
    private const string Path = "opportunities/roles";

    [Fact]
    [Proves("GET /rest/v1/opportunities/roles/describe.json")]
    public async Task Describe_shows_the_compound_key_and_the_links()
    {
        await using var marketo = await MarketoHost.StartAsync();

        var described = (await marketo.GetAsync("/rest/v1/opportunities/roles/describe.json")).Result().Single();

        (described.Text("name"), described.Text("idField")).Should().Be(("opportunityRole", "marketoGUID"));
        described.GetProperty("dedupeFields").ToString().Should().Be("""["externalOpportunityId","leadId","role"]""");
        described.GetProperty("searchableFields").ToString().Should().Be("""[["externalOpportunityId","leadId","role"],["marketoGUID"],["leadId"],["externalOpportunityId"]]""");
        described.GetProperty("relationships").EnumerateArray().Select(link => link.GetProperty("relatedTo").ToString()).Should()
            .Equal("""{"name":"opportunity","field":"externalOpportunityId"}""", """{"name":"Lead","field":"id"}""");
        described.GetProperty("fields").EnumerateArray().Where(field => field.GetProperty("updateable").GetBoolean()).Select(field => field.Text("name")).Should().Equal("isPrimary", "externalCreatedDate");
    }

    [Fact]
    [Proves("POST /rest/v1/opportunities/roles.json", "input", "action", "dedupeBy", "input.marketoGUID")]
    [Proves("code 1003")]
    [Proves("code 1013")]
    [Proves("code 1017")]
    [Proves("code 1036")]
    public async Task A_role_is_told_by_opportunity_person_and_role_together()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var (ann, ben) = await PeopleAsync(marketo);

        var made = await marketo.MakeAsync(Path, Role("006A", ann, "Buyer"), Role("006A", ann, "User"), Role("006A", ben, "Buyer"), Role("006B", ann, "Buyer"));
        var again = await marketo.SyncAsync(Path, Role("006a", ann, "buyer", ",\"isPrimary\":true"));
        var twice = (await marketo.PostAsync("/rest/v1/opportunities/roles.json", $$"""{"input":[{{Role("006B", ben, "X")}},{{Role("006B", ben, "x")}}]}""")).Result().Last();
        var known = (await marketo.PostAsync("/rest/v1/opportunities/roles.json", $$"""{"action":"createOnly","input":[{{Role("006A", ann, "Buyer")}}]}""")).Result().Single();
        var unknown = (await marketo.PostAsync("/rest/v1/opportunities/roles.json", $$"""{"action":"updateOnly","input":[{{Role("006A", ben, "User")}}]}""")).Result().Single();
        var byId = (await marketo.PostAsync("/rest/v1/opportunities/roles.json",
            $$"""{"action":"updateOnly","dedupeBy":"idField","input":[{"marketoGUID":{{made[1].IdJson()}},"isPrimary":true},{"marketoGUID":{{made[2].IdJson()}},"role":"Other"}]}""")).Result().ToArray();

        made.Select(role => role.IdText()).Should().OnlyHaveUniqueItems();
        again.ToString().Should().Be($$"""{"seq":0,"status":"updated","marketoGUID":{{made[0].IdJson()}}}""");
        twice.ShouldBeSkipped("1036");
        known.ShouldBeSkipped("1017");
        unknown.ShouldBeSkipped("1013");
        byId[0].Text("status").Should().Be("updated");
        byId[1].ShouldBeSkipped("1003");
    }

    [Fact]
    [Proves("POST /rest/v1/opportunities/roles.json", "input")]
    [Proves("code 1002")]
    [Proves("code 1004")]
    [Proves("code 1013")]
    [Unverified("answer.override")]
    public async Task Opportunity_and_person_must_be_there()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var (ann, _) = await PeopleAsync(marketo);

        var results = (await marketo.PostAsync("/rest/v1/opportunities/roles.json",
            $$"""{"input":[{{Role("006Z", ann, "Buyer")}},{{Role("006A", 99999999, "Buyer")}},{"externalOpportunityId":"006A","leadId":{{ann}}},{"externalOpportunityId":"006A","leadId":"one","role":"Buyer"}]}""")).Result().ToArray();

        results[0].ShouldBeSkipped("1013", "Object not found");
        results[1].ShouldBeSkipped("1004", "Lead not found");
        results[2].ShouldBeSkipped("1002", "Missing value for the required parameter 'role'");
        results[3].ShouldBeSkipped("1001");
    }

    [Fact]
    [Proves("GET /rest/v1/opportunities/roles.json", "filterType", "filterValues", "fields")]
    public async Task Roles_are_found_by_each_simple_field()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var (ann, ben) = await PeopleAsync(marketo);
        var made = (await marketo.MakeAsync(Path, Role("006A", ann, "Buyer"), Role("006A", ben, "User"), Role("006B", ann, "User"))).Select(role => role.IdText()).ToArray();

        (await Ids("filterType=leadId&filterValues=" + ann)).Should().Equal(made[0], made[2]);
        (await Ids("filterType=externalOpportunityId&filterValues=006a,006Z")).Should().Equal(made[0], made[1]);
        (await Ids($"filterType=marketoGUID&filterValues={made[1]}")).Should().Equal(made[1]);
        (await Ids($"filterType=idField&filterValues={made[2]}")).Should().Equal(made[2]);
        (await marketo.GetAsync("/rest/v1/opportunities/roles.json?filterType=leadId&filterValues=one")).ShouldFail("1001");
        (await marketo.GetAsync("/rest/v1/opportunities/roles.json?filterType=role&filterValues=Buyer")).ShouldFail("1011");
        (await marketo.GetAsync("/rest/v1/opportunities/roles.json?filterType=dedupeFields&filterValues=006A")).ShouldFail("1003");

        async Task<string[]> Ids(string query) => [.. (await marketo.FindAsync(Path, query)).Select(role => role.IdText())];
    }

    [Fact]
    [Proves("GET /rest/v1/opportunities/roles.json", "filterType", "input", "fields", "batchSize", "nextPageToken", "input.marketoGUID")]
    [Proves("GET /rest/v1/opportunities.json", "filterType", "input", "input.marketoGUID", "fields")]
    [Proves("code 1002")]
    [Proves("code 1006")]
    public async Task A_compound_key_is_looked_up_with_JSON_page_by_page()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var (ann, ben) = await PeopleAsync(marketo);
        var made = (await marketo.MakeAsync(Path, Role("006A", ann, "Buyer"), Role("006A", ben, "User"), Role("006B", ann, "User"))).Select(role => role.IdText()).ToArray();
        var input = $"{Role("006B", ann, "User")},{Role("006A", ann, "Buyer")},{Role("006A", ann, "Nobody")}";

        var first = await LookUpAsync(marketo, $$"""{"filterType":"dedupeFields","fields":["role","marketoGUID"],"batchSize":1,"input":[{{input}}]}""");
        var second = await LookUpAsync(marketo, $$"""{"nextPageToken":"{{first.Text("nextPageToken")}}","batchSize":1,"input":[{{input}}]}""");

        first.Result().Single().ToString().Should().Be($$"""{"seq":0,"role":"Buyer","marketoGUID":"{{made[0]}}"}""");
        second.Result().Single().IdText().Should().Be(made[2]);
        second.TryGetProperty("nextPageToken", out _).Should().BeFalse();
        (await LookUpAsync(marketo, $$"""{"filterType":"idField","input":[{"marketoGUID":"{{made[1]}}"}]}""")).Result().Single().Text("role").Should().Be("User");
        (await LookUpAsync(marketo, """{"filterType":"dedupeFields","input":[{"externalOpportunityId":"006A"}]}""")).ShouldFail("1002");
        (await LookUpAsync(marketo, """{"input":[{"colour":"red"}]}""")).ShouldFail("1006");
        (await LookUpAsync(marketo, """{"input":{}}""")).ShouldFail("609");
        (await LookUpAsync(marketo, """{"fields":["role"]}""")).ShouldFail("1002");
        (await marketo.PostAsync("/rest/v1/opportunities.json?_method=GET", """{"filterType":"dedupeFields","fields":["name"],"input":[{"externalOpportunityId":"006A"}]}""")).Result().Single().Text("name").Should().Be("One");
        var deal = (await marketo.FindAsync("opportunities", "filterType=dedupeFields&filterValues=006B")).Single().IdText();
        (await marketo.PostAsync("/rest/v1/opportunities.json?_method=GET", $$"""{"filterType":"idField","input":[{"marketoGUID":"{{deal}}"}]}""")).Result().Single().Text("externalOpportunityId").Should().Be("006B");
    }

    [Fact]
    [Proves("POST /rest/v1/opportunities/roles/delete.json", "input", "deleteBy", "input.marketoGUID")]
    [Proves("code 1013")]
    public async Task A_role_is_deleted_by_its_key_or_id()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var (ann, ben) = await PeopleAsync(marketo);
        var made = await marketo.MakeAsync(Path, Role("006A", ann, "Buyer"), Role("006A", ben, "User"));

        var byKey = await marketo.DeleteAsync(Path, $"{Role("006A", ann, "Buyer")},{Role("006A", ann, "User")},{{\"leadId\":{ann}}}");
        var byId = await marketo.DeleteAsync(Path, $$"""{"marketoGUID":{{made[1].IdJson()}}}""", "idField");

        byKey[0].Text("status").Should().Be("deleted");
        byKey[1].ShouldBeSkipped("1013", "Record not found");
        byKey[2].ShouldBeSkipped("1002");
        byId.Single().Text("status").Should().Be("deleted");
        (await marketo.FindAsync(Path, $"filterType=leadId&filterValues={ann},{ben}")).Should().BeEmpty();
    }

    [Fact]
    [Source("Marketo REST API, Leads: Merge Leads")]
    [Proves("POST /rest/v1/leads/{leadId}/merge.json", "leadId")]
    [Proves("POST /rest/v1/leads/delete.json", "id")]
    [Unverified("answer.override")]
    public async Task Roles_follow_their_people_through_merge_and_delete()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var (ann, ben) = await PeopleAsync(marketo);
        await marketo.MakeAsync(Path, Role("006A", ann, "Buyer"), Role("006A", ben, "Buyer"), Role("006B", ben, "User"));

        await marketo.PostAsync($"/rest/v1/leads/{ann}/merge.json?leadId={ben}", "");

        (await marketo.FindAsync(Path, $"filterType=leadId&filterValues={ben}")).Should().BeEmpty();
        (await marketo.FindAsync(Path, $"filterType=leadId&filterValues={ann}")).Select(role => role.Text("externalOpportunityId")).Should().Equal("006A", "006B");
        await marketo.PostAsync($"/rest/v1/leads/delete.json?id={ann}", "");
        (await marketo.FindAsync(Path, $"filterType=leadId&filterValues={ann}")).Should().BeEmpty();
        (await marketo.DeleteAsync("opportunities", """{"externalOpportunityId":"006A"}""")).Single().Text("status").Should().Be("deleted");
    }

    private static async Task<(int Ann, int Ben)> PeopleAsync(MarketoHost marketo)
    {
        await marketo.MakeAsync("opportunities", """{"externalOpportunityId":"006A","name":"One"}""", """{"externalOpportunityId":"006B","name":"Two"}""");
        var ids = await marketo.CreateAsync("ann@example.invalid", "ben@example.invalid");
        return (ids[0], ids[1]);
    }

    private static string Role(string opportunity, int person, string role, string more = "") => $$"""{"externalOpportunityId":"{{opportunity}}","leadId":{{person}},"role":"{{role}}"{{more}}}""";

    private static Task<JsonElement> LookUpAsync(MarketoHost marketo, string body) => marketo.PostAsync("/rest/v1/opportunities/roles.json?_method=GET", body);
}
