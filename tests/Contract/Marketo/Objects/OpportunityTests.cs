using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo.Objects;

[Source("Marketo REST API, Opportunities")]
public sealed class OpportunityTests
{
    private const string Path = "opportunities";

    [Fact]
    [Proves("GET /rest/v1/opportunities/describe.json")]
    public async Task Describe_names_keys_and_what_may_be_written()
    {
        await using var marketo = await MarketoHost.StartAsync();

        var described = (await marketo.GetAsync("/rest/v1/opportunities/describe.json")).Result().Single();

        (described.Text("name"), described.Text("displayName"), described.Text("idField")).Should().Be(("opportunity", "Opportunity", "marketoGUID"));
        described.GetProperty("dedupeFields").ToString().Should().Be("""["externalOpportunityId"]""");
        described.GetProperty("searchableFields").ToString().Should().Be("""[["externalOpportunityId"],["marketoGUID"]]""");
        var fields = described.GetProperty("fields").EnumerateArray().ToDictionary(field => field.Text("name")!);
        fields["externalOpportunityId"].ToString().Should().Be("""{"name":"externalOpportunityId","displayName":"External Opportunity Id","dataType":"string","length":50,"updateable":false}""");
        fields["marketoGUID"].GetProperty("updateable").GetBoolean().Should().BeFalse();
        fields.Keys.Should().Contain(["name", "amount", "stage", "isClosed", "isWon", "closeDate", "externalCompanyId", "externalSalesPersonId", "externalCreatedDate"]);
    }

    [Fact]
    [Proves("POST /rest/v1/opportunities.json", "input")]
    [Proves("GET /rest/v1/opportunities.json", "filterType", "filterValues", "fields")]
    [Proves("code 1001")]
    [Proves("code 1002")]
    [Proves("code 1003")]
    public async Task Values_are_kept_by_their_types_and_null_clears_all_but_the_name()
    {
        await using var marketo = await MarketoHost.StartAsync();
        await marketo.MakeAsync(Path, """{"externalOpportunityId":"006A","name":"Deal","stage":"Prospecting","amount":1604.47,"isClosed":false,"isWon":"true","closeDate":"2026-05-01","probability":20}""");

        var bad = (await marketo.PostAsync("/rest/v1/opportunities.json",
            """{"input":[{"externalOpportunityId":"1","name":"x","amount":"much"},{"externalOpportunityId":"2"},{"externalOpportunityId":"3","name":"x","isWon":"maybe"},{"externalOpportunityId":"4","name":"x","closeDate":"soon"},{"externalOpportunityId":"006A","name":null}]}"""))
            .Result().ToArray();
        var tooLong = await marketo.SyncAsync(Path, $$"""{"externalOpportunityId":"{{new string('7', 51)}}","name":"x"}""");
        await marketo.SyncAsync(Path, """{"externalOpportunityId":"006A","stage":null,"amount":""}""");

        bad[0].ShouldBeSkipped("1001", "Invalid value 'much'. Required of type 'currency'");
        bad[1].ShouldBeSkipped("1002", "Missing value for the required parameter 'name'");
        bad[2].ShouldBeSkipped("1001");
        bad[3].ShouldBeSkipped("1001");
        bad[4].ShouldBeSkipped("1002");
        tooLong.ShouldBeSkipped("1003");
        (await marketo.FindAsync(Path, "filterType=dedupeFields&filterValues=006A&fields=name,stage,amount,isClosed,isWon,closeDate,probability")).Single().ToString().Should().Be(
            """{"seq":0,"name":"Deal","stage":null,"amount":null,"isClosed":false,"isWon":true,"closeDate":"2026-05-01","probability":20}""");
    }

    [Fact]
    [Proves("POST /rest/v1/opportunities.json", "input")]
    [Proves("code 718")]
    public async Task An_unknown_sales_person_fails_the_call_and_nothing_is_written()
    {
        await using var marketo = await MarketoHost.StartAsync();
        const string Body = """{"input":[{"externalOpportunityId":"A","name":"a"},{"externalOpportunityId":"B","name":"b","externalSalesPersonId":"S1"}]}""";

        (await marketo.PostAsync("/rest/v1/opportunities.json", Body)).ShouldFail("718", "ExternalSalesPersonID not found");
        (await marketo.FindAsync(Path, "filterType=dedupeFields&filterValues=A,B")).Should().BeEmpty();
        await marketo.MakeAsync("salespersons", """{"externalSalesPersonId":"S1"}""");

        (await marketo.PostAsync("/rest/v1/opportunities.json", Body)).Result().Should().HaveCount(2);
    }

    [Fact]
    [Proves("POST /rest/v1/opportunities.json", "input")]
    [Proves("code 1013")]
    [Unverified("answer.override")]
    public async Task An_unknown_company_skips_the_record()
    {
        await using var marketo = await MarketoHost.StartAsync();
        await marketo.MakeAsync("companies", """{"externalCompanyId":"A"}""");

        var results = (await marketo.PostAsync("/rest/v1/opportunities.json",
            """{"input":[{"externalOpportunityId":"A","name":"a","externalCompanyId":"A"},{"externalOpportunityId":"B","name":"b","externalCompanyId":"Z"}]}""")).Result().ToArray();

        results[0].Text("status").Should().Be("created");
        results[1].ShouldBeSkipped("1013", "Object not found");
        (await marketo.DeleteAsync("companies", """{"externalCompanyId":"A"}""")).Single().ShouldBeSkipped("1022");
    }

    [Fact]
    [Proves("POST /rest/v1/opportunities.json", "input")]
    [Proves("POST /rest/v1/opportunities/delete.json", "input")]
    [Proves("GET /rest/v1/activities.json", "activityTypeIds", "leadIds")]
    [Proves("code 1022")]
    public async Task People_of_an_opportunity_see_it_in_their_activities_and_hold_it()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var people = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");
        await marketo.MakeAsync(Path, """{"externalOpportunityId":"006A","name":"Deal"}""");
        await marketo.MakeAsync("opportunities/roles",
            $$"""{"externalOpportunityId":"006A","leadId":{{people[0]}},"role":"Buyer","isPrimary":true}""", $$"""{"externalOpportunityId":"006A","leadId":{{people[1]}},"role":"User"}""");

        await marketo.SyncAsync(Path, """{"externalOpportunityId":"006A","stage":"Won"}""");
        await marketo.SyncAsync(Path, """{"externalOpportunityId":"006A","stage":"Won"}""");
        var held = (await marketo.DeleteAsync(Path, """{"externalOpportunityId":"006A"}""")).Single();
        await marketo.DeleteAsync("opportunities/roles", $$"""{"externalOpportunityId":"006A","leadId":{{people[1]}},"role":"User"}""");

        held.ShouldBeSkipped("1022", "Object in use");
        var added = (await marketo.FeedAsync("34", people[0])).Single();
        added.Text("primaryAttributeValue").Should().Be("Deal");
        added.GetProperty("attributes").EnumerateArray().Select(attribute => $"{attribute.Text("name")}={attribute.GetProperty("value")}").Should().Contain(["Is Primary=True", "Role=Buyer"]);
        (await marketo.FeedAsync("36", people[0])).Should().ContainSingle().Which.GetProperty("primaryAttributeValueId").GetInt32().Should().Be(added.GetProperty("primaryAttributeValueId").GetInt32());
        (await marketo.FeedAsync("36", people[1])).Should().ContainSingle();
        (await marketo.FeedAsync("35", people)).Select(row => row.GetProperty("leadId").GetInt32()).Should().Equal(people[1]);
        await marketo.DeleteAsync("opportunities/roles", $$"""{"externalOpportunityId":"006A","leadId":{{people[0]}},"role":"Buyer"}""");
        (await marketo.DeleteAsync(Path, """{"externalOpportunityId":"006A"}""")).Single().Text("status").Should().Be("deleted");
    }
}
