using System.Text.Json;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.UiApi;

/// <summary>Records of the User Interface API.</summary>
[Source("Salesforce User Interface API Developer Guide, Records; Record; Field Value")]
public sealed class UiRecordTests
{
    private const string Records = "/services/data/{version}/ui-api/records";

    [Fact]
    [Proves("GET " + Records + "/{id}")]
    public async Task A_record_has_the_fields_asked_for_with_those_of_its_parents()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead("\"Rating\":\"Hot\"");

        var record = await host.Call("GET", $"ui-api/records/{id}?fields=Lead.LastName,Lead.Rating&optionalFields=Lead.Owner.Name,Lead.Nope");

        record.Status.Should().Be(200, record.Body);
        record.Json.EnumerateObject().Select(member => member.Name).Should().Equal(
            "apiName", "childRelationships", "eTag", "fields", "id", "lastModifiedById", "lastModifiedDate", "recordTypeId", "recordTypeInfo", "systemModstamp", "weakEtag");
        record["apiName"].GetString().Should().Be("Lead");
        record["id"].GetString().Should().Be(id);
        record["systemModstamp"].GetString().Should().EndWith("Z");
        var fields = record["fields"];
        fields.EnumerateObject().Select(member => member.Name).Should().Equal("LastName", "Owner", "Rating");
        Value(fields, "LastName").GetString().Should().Be("Ray");
        fields.GetProperty("Rating").GetRawText().Should().Be("""{"displayValue":"Hot","value":"Hot"}""");
        var owner = Value(fields, "Owner");
        owner.GetProperty("apiName").GetString().Should().Be("User");
        Value(owner.GetProperty("fields"), "Name").GetString().Should().Be(fields.GetProperty("Owner").GetProperty("displayValue").GetString());
    }

    [Fact]
    [Proves("GET " + Records + "/{id}")]
    public async Task A_layout_stands_for_its_fields()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.Create("Account", """{"Name":"Acme"}""");

        var full = await host.Call("GET", $"ui-api/records/{id}?layoutTypes=Full&modes=View");
        var compact = await host.Call("GET", $"ui-api/records/{id}?layoutTypes=Compact");

        full["fields"].EnumerateObject().Select(member => member.Name).Should().Contain(["Industry", "Name", "OwnerId"]);
        compact["fields"].EnumerateObject().Count().Should().BeLessThan(full["fields"].EnumerateObject().Count());
        Value(compact["fields"], "Name").GetString().Should().Be("Acme");
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("?fields=Lead.Nope", 400)]
    [InlineData("?fields=Account.Name", 400)]
    [InlineData("?fields=LastName", 400)]
    [InlineData("?fields=Lead.Owner.Nope", 400)]
    [InlineData("?layoutTypes=Wide", 400)]
    [InlineData("?layoutTypes=Full&modes=Look", 400)]
    [Proves("GET " + Records + "/{id}")]
    [Unverified]
    public async Task Fields_that_are_not_there_are_refused(string query, int status)
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();

        (await host.Call("GET", $"ui-api/records/{id}{query}")).Status.Should().Be(status);
    }

    [Theory]
    [InlineData("GET", "ui-api/records/00Q5g00000ZZZZZZZZ?fields=Lead.Name")]
    [InlineData("GET", "ui-api/records/nothing?fields=Lead.Name")]
    [InlineData("PATCH", "ui-api/records/00Q5g00000ZZZZZZZZ")]
    [InlineData("DELETE", "ui-api/records/nothing")]
    [Proves("GET " + Records + "/{id}")]
    [Proves("PATCH " + Records + "/{id}")]
    [Proves("DELETE " + Records + "/{id}")]
    [Proves("code NOT_FOUND")]
    public async Task A_record_that_is_not_there_is_404(string method, string path)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call(method, path, method == "PATCH" ? """{"fields":{}}""" : null)).ShouldRefuse(404, "NOT_FOUND", "The requested resource does not exist");
    }

    [Fact]
    [Proves("POST " + Records)]
    [Proves("PATCH " + Records + "/{id}")]
    [Proves("DELETE " + Records + "/{id}")]
    public async Task A_record_is_created_changed_and_deleted()
    {
        await using var host = await OrgHost.StartAsync();

        var created = await host.Call("POST", "ui-api/records", """{"apiName":"Account","fields":{"Name":"Acme","NumberOfEmployees":7}}""");
        var id = created["id"].GetString()!;
        var changed = await host.Call("PATCH", "ui-api/records/" + id, """{"fields":{"Name":"Beta"}}""");

        created.Status.Should().Be(201, created.Body);
        Value(created["fields"], "Name").GetString().Should().Be("Acme");
        changed.Status.Should().Be(200, changed.Body);
        Value(changed["fields"], "Name").GetString().Should().Be("Beta");
        (await host.Call("GET", "sobjects/Account/" + id))["NumberOfEmployees"].GetInt32().Should().Be(7);
        (await host.Call("DELETE", "ui-api/records/" + id)).Status.Should().Be(204);
        (await host.Call("GET", "sobjects/Account/" + id)).Status.Should().Be(404);
    }

    [Fact]
    [Source("Salesforce User Interface API Developer Guide, Error with Output; Record Exceptions")]
    [Proves("POST " + Records)]
    [Proves("code REQUIRED_FIELD_MISSING")]
    [Unverified]
    public async Task What_cannot_be_saved_says_it_by_field()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("POST", "ui-api/records", """{"apiName":"Lead","fields":{"Company":"Acme"}}""");

        answer.Status.Should().Be(400, answer.Body);
        answer.Json[0].GetProperty("enhancedErrorType").GetString().Should().Be("RecordError");
        var output = answer.Json[0].GetProperty("output");
        output.GetProperty("errors").GetArrayLength().Should().Be(0);
        output.GetProperty("fieldErrors").GetProperty("LastName")[0].GetProperty("errorCode").GetString().Should().Be("REQUIRED_FIELD_MISSING");
    }

    [Theory]
    [InlineData("""{"fields":{"Name":"x"}}""", "INVALID_TYPE")]
    [InlineData("""{"apiName":"Nope","fields":{}}""", "INVALID_TYPE")]
    [InlineData("""{"apiName":"Account"}""", "JSON_PARSER_ERROR")]
    [InlineData("""{"apiName":"Account","fields":[]}""", "JSON_PARSER_ERROR")]
    [InlineData("""{"apiName":"Account","fields":{"Nope":1}}""", "INVALID_FIELD")]
    [InlineData("[", "JSON_PARSER_ERROR")]
    [Proves("POST " + Records)]
    [Unverified]
    public async Task A_body_that_is_no_record_is_refused(string body, string code)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("POST", "ui-api/records", body);

        answer.Status.Should().Be(400, answer.Body);
        answer.Json[0].GetProperty("errorCode").GetString().Should().Be(code);
    }

    [Fact]
    [Proves("GET " + Records + "/batch/{ids}")]
    public async Task A_batch_has_a_result_for_each_id()
    {
        await using var host = await OrgHost.StartAsync();
        var (first, second) = (await host.CreateLead(), await host.CreateLead());

        var answer = await host.Call("GET", $"ui-api/records/batch/{first},00Q5g00000ZZZZZZZZ,{second}?fields=Lead.LastName");

        answer["hasErrors"].GetBoolean().Should().BeTrue();
        answer["results"].EnumerateArray().Select(result => result.GetProperty("statusCode").GetInt32()).Should().Equal(200, 404, 200);
        answer["results"][2].GetProperty("result").GetProperty("id").GetString().Should().Be(second);
    }

    [Fact]
    [Source("Salesforce User Interface API Developer Guide, Child Relationships; Lookups")]
    [Proves("GET " + Records + "/{id}/child-relationships/{relationship}")]
    public async Task Children_come_in_pages()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"Acme"}""");
        foreach (var name in (string[])["Ada", "Bea", "Cleo"])
        {
            await host.Create("Contact", $$"""{"LastName":"{{name}}","AccountId":"{{account}}"}""");
        }

        var first = await host.Call("GET", $"ui-api/records/{account}/child-relationships/Contacts?fields=Contact.LastName&pageSize=2");
        var second = await host.Call("GET", first["nextPageUrl"].GetString()! + "&fields=Contact.LastName");

        first["count"].GetInt32().Should().Be(2);
        second["count"].GetInt32().Should().Be(1);
        second["nextPageUrl"].ValueKind.Should().Be(JsonValueKind.Null);
        second["previousPageToken"].GetString().Should().Be("0");
        first["records"].EnumerateArray().Concat(second["records"].EnumerateArray()).Select(record => Value(record.GetProperty("fields"), "LastName").GetString()).Should().BeEquivalentTo("Ada", "Bea", "Cleo");
        (await host.Call("GET", $"ui-api/records/{account}/child-relationships/Nope")).Status.Should().Be(404);
    }

    [Fact]
    [Source("Salesforce User Interface API Developer Guide, Child Relationships; Lookups")]
    [Proves("GET /services/data/{version}/ui-api/lookups/{object}/{field}")]
    [Proves("GET /services/data/{version}/ui-api/lookups/{object}/{field}/{target}")]
    [Unverified]
    public async Task A_lookup_finds_records_by_a_part_of_their_name()
    {
        await using var host = await OrgHost.StartAsync();
        await host.Create("Account", """{"Name":"Zebra Crossing Ltd"}""");
        await host.Create("Account", """{"Name":"Acme"}""");

        var one = await host.Call("GET", "ui-api/lookups/Contact/AccountId/Account?q=bra%20cross");
        var all = await host.Call("GET", "ui-api/lookups/Contact/AccountId?q=bra%20cross");

        one["records"].EnumerateArray().Select(record => Value(record.GetProperty("fields"), "Name").GetString()).Should().Equal("Zebra Crossing Ltd");
        all["lookupResults"].GetProperty("Account").GetProperty("count").GetInt32().Should().Be(1);
        (await host.Call("GET", "ui-api/lookups/Contact/LastName")).Status.Should().Be(404);
        (await host.Call("GET", "ui-api/lookups/Contact/AccountId/Lead")).Status.Should().Be(404);
    }

    private static JsonElement Value(JsonElement fields, string name) => fields.GetProperty(name).GetProperty("value");
}
