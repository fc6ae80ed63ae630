using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo.Objects;

[Source("Marketo REST API, Sales persons")]
public sealed class SalesPersonTests
{
    private const string Path = "salespersons";

    [Fact]
    [Proves("GET /rest/v1/salespersons/describe.json")]
    public async Task Describe_names_keys_and_what_may_be_written()
    {
        await using var marketo = await MarketoHost.StartAsync();

        var described = (await marketo.GetAsync("/rest/v1/salespersons/describe.json")).Result().Single();

        described.Text("idField").Should().Be("id");
        described.GetProperty("dedupeFields").ToString().Should().Be("""["externalSalesPersonId"]""");
        described.GetProperty("searchableFields").EnumerateArray().Select(names => names[0].GetString()).Should().BeEquivalentTo(["email", "id", "externalSalesPersonId"]);
        var key = described.GetProperty("fields").EnumerateArray().Single(field => field.Text("name") == "externalSalesPersonId");
        (key.GetProperty("length").GetInt32(), key.GetProperty("updateable").GetBoolean()).Should().Be((255, false));
    }

    [Fact]
    [Proves("GET /rest/v1/salespersons.json", "filterType", "filterValues")]
    [Proves("POST /rest/v1/salespersons.json", "input")]
    [Proves("code 1003")]
    public async Task A_read_that_names_no_fields_shows_all_that_have_a_value()
    {
        await using var marketo = await MarketoHost.StartAsync();
        await marketo.MakeAsync(Path, """{"externalSalesPersonId":"S1","email":"ada@example.invalid","firstName":"Ada","lastName":"Lovelace"}""", """{"externalSalesPersonId":"S2","email":"ada@example.invalid"}""");

        var found = await marketo.FindAsync(Path, "filterType=email&filterValues=ADA@example.invalid");

        found[0].EnumerateObject().Select(member => member.Name).Should().Equal("seq", "id", "externalSalesPersonId", "createdAt", "updatedAt", "email", "firstName", "lastName");
        found[1].EnumerateObject().Select(member => member.Name).Should().Equal("seq", "id", "externalSalesPersonId", "createdAt", "updatedAt", "email");
        (await marketo.SyncAsync(Path, """{"externalSalesPersonId":"S3","email":"nobody"}""")).ShouldBeSkipped("1003");
    }

    [Fact]
    [Proves("POST /rest/v1/salespersons/delete.json", "input", "deleteBy", "input.id")]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("code 1022")]
    [Unverified("answer.override")]
    public async Task One_to_whom_people_or_opportunities_belong_cannot_be_deleted()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var made = await marketo.MakeAsync(Path, """{"externalSalesPersonId":"S1"}""", """{"externalSalesPersonId":"S2"}""", """{"externalSalesPersonId":"S3"}""");
        await marketo.PostAsync("/rest/v1/leads.json", """{"input":[{"email":"a@example.invalid","externalSalesPersonId":"S1"}]}""");
        await marketo.MakeAsync("opportunities", """{"externalOpportunityId":"A","name":"Deal","externalSalesPersonId":"S2"}""");

        var results = await marketo.DeleteAsync(Path, $"{{\"id\":{made[0].IdJson()}}},{{\"id\":{made[1].IdJson()}}},{{\"id\":{made[2].IdJson()}}}", "idField");

        results[0].ShouldBeSkipped("1022", "Object in use");
        results[1].ShouldBeSkipped("1022");
        results[2].Text("status").Should().Be("deleted");
        await marketo.PostAsync("/rest/v1/leads.json", """{"input":[{"email":"a@example.invalid","externalSalesPersonId":null}]}""");
        (await marketo.DeleteAsync(Path, """{"externalSalesPersonId":"S1"}""")).Single().Text("status").Should().Be("deleted");
    }

    [Fact]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("code 1013")]
    [Unverified("answer.override")]
    public async Task A_person_of_an_unknown_sales_person_is_skipped()
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await marketo.SyncAsync("leads", """{"email":"a@example.invalid","externalSalesPersonId":"S1"}""")).ShouldBeSkipped("1013", "Object not found");
        await marketo.MakeAsync(Path, """{"externalSalesPersonId":"S1"}""");

        var id = (await marketo.SyncAsync("leads", """{"email":"a@example.invalid","externalSalesPersonId":"S1"}""")).Id();
        (await marketo.FieldAsync(id, "externalSalesPersonId")).Should().Be("S1");
    }
}
