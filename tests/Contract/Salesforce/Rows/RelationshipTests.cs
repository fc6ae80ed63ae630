using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Rows;

/// <summary>Parents and children by path, recent items, and what else stands under a row's id.</summary>
[Source("Salesforce REST API Developer Guide, SObject Relationships; Recently Viewed Items; SObject Basic Information")]
public sealed class RelationshipTests
{
    private const string Item = "GET /services/data/{version}/sobjects/{object}/{id}/{relationship}";

    [Fact]
    [Proves(Item, "fields")]
    public async Task A_parent_is_read_changed_and_deleted_by_the_path_from_its_child()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"Acme"}""");
        var contact = await host.Create("Contact", $$"""{"LastName":"Ray","AccountId":"{{account}}"}""");

        var parent = await host.Call("GET", $"sobjects/Contact/{contact}/account?fields=Name");
        parent.Body.Should().Be($$$"""{"attributes":{"type":"Account","url":"/services/data/v59.0/sobjects/Account/{{{account}}}"},"Name":"Acme","Id":"{{{account}}}"}""");
        (await host.Call("PATCH", $"sobjects/Contact/{contact}/Account", """{"Phone":"1"}""")).Status.Should().Be(204);
        (await host.Call("GET", $"sobjects/Account/{account}"))["Phone"].GetString().Should().Be("1");
        (await host.Call("DELETE", $"sobjects/Contact/{contact}/Account")).Status.Should().Be(204);
        (await host.Call("GET", $"sobjects/Account/{account}")).Status.Should().Be(404);
    }

    [Fact]
    [Proves(Item, "fields")]
    public async Task Children_are_a_query_result()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"Acme"}""");
        var contact = await host.Create("Contact", $$"""{"LastName":"Ray","AccountId":"{{account}}"}""");

        var children = await host.Call("GET", $"sobjects/Account/{account}/Contacts");
        children["totalSize"].GetInt32().Should().Be(1);
        children["records"][0].GetProperty("Id").GetString().Should().Be(contact);
        children["records"][0].GetProperty("LastName").GetString().Should().Be("Ray");
        (await host.Call("GET", $"sobjects/Account/{account}/Contacts?fields=LastName"))["records"][0].EnumerateObject().Select(member => member.Name).Should().Equal("attributes", "LastName", "Id");
        (await host.Call("GET", $"sobjects/Account/{account}/Opportunities"))["totalSize"].GetInt32().Should().Be(0);
    }

    [Theory]
    [InlineData("GET", "Account", 404)]
    [InlineData("GET", "Nope", 404)]
    [InlineData("PATCH", "Nope", 404)]
    [InlineData("PATCH", "Tasks", 405)]
    [InlineData("DELETE", "Tasks", 405)]
    [Proves(Item)]
    [Proves("code NOT_FOUND")]
    public async Task An_empty_lookup_and_an_unknown_name_are_404_and_a_list_takes_no_write(string method, string name, int status)
    {
        await using var host = await OrgHost.StartAsync();
        var contact = await host.Create("Contact", """{"LastName":"Ray"}""");

        (await host.Call(method, $"sobjects/Contact/{contact}/{name}", method == "PATCH" ? "{}" : null)).Status.Should().Be(status);
        (await host.Call(method, $"sobjects/Contact/0035g00000ZZZZZ/{name}", method == "PATCH" ? "{}" : null)).Status.Should().Be(404);
    }

    [Fact]
    [Proves(Item, "fields")]
    [Proves("code INVALID_FIELD")]
    public async Task An_unknown_field_of_a_relative_is_refused()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"Acme"}""");

        (await host.Call("GET", $"sobjects/Account/{account}/Contacts?fields=Nope")).ShouldRefuse(400, "INVALID_FIELD", "No such column 'Nope' on sobject of type Contact");
        (await host.Call("GET", $"sobjects/Account/{account}/Owner?fields=Nope")).ShouldRefuse(400, "INVALID_FIELD", "No such column 'Nope' on sobject of type User");
    }

    [Fact]
    [Proves("GET /services/data/{version}/recent", "limit")]
    [Proves("GET /services/data/{version}/sobjects/{object}")]
    public async Task Recent_items_have_attributes_Id_and_Name()
    {
        await using var host = await OrgHost.StartAsync();
        await host.CreateLead();
        await host.Create("Account", """{"Name":"Acme"}""");

        var recent = await host.Call("GET", "recent?limit=1");
        var ofObject = await host.Call("GET", "sobjects/Account");

        recent.Json.GetArrayLength().Should().Be(1);
        recent.Json[0].EnumerateObject().Select(member => member.Name).Should().Equal("attributes", "Id", "Name");
        ofObject["recentItems"][0].GetProperty("Name").GetString().Should().Be("Acme");
        (await host.Call("GET", "recent?limit=none")).Status.Should().Be(400);
    }

    [Theory]
    [InlineData(true, "The requested resource does not exist")]
    [InlineData(false, "No record with the external id 7 in MarketoPersonId__c exists")]
    [Proves("PATCH /services/data/{version}/sobjects/{object}/{field}/{value}")]
    [Proves("switch rows.updateOnlyMissText")]
    [Unverified]
    public async Task An_upsert_that_may_only_update_and_finds_nothing_says_so_by_switch(bool resource, string message)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { UpdateOnlyMissNamesResource = resource });

        (await host.Call("PATCH", "sobjects/Lead/MarketoPersonId__c/7?updateOnly=true", """{"LastName":"Ray","Company":"Acme"}""")).ShouldRefuse(404, "NOT_FOUND", message);
    }

    [Theory]
    [InlineData(false, 404)]
    [InlineData(true, 200)]
    [Proves("GET /services/data/{version}/sobjects/{object}/{id}")]
    [Proves("switch ids.repairCase")]
    [Unverified]
    public async Task Ids_in_wrong_case_are_repaired_by_switch(bool repairs, int status)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { RepairIdCase = repairs });
        var id = await host.CreateLead();

        var answer = await host.Call("GET", "sobjects/Lead/" + id.ToUpperInvariant());

        answer.Status.Should().Be(status, answer.Body);
        if (repairs)
        {
            answer["Id"].GetString().Should().Be(id);
        }
    }

    [Theory]
    [InlineData("PATCH", "sobjects/Lead/Id/00Q5g00000ZZZZZ", 404)]
    [InlineData("POST", "sobjects/Lead/Id", 201)]
    [InlineData("POST", "/services/data/v36.0/sobjects/Lead/Id", 405)]
    [Proves("POST /services/data/{version}/sobjects/{object}")]
    [Proves("PATCH /services/data/{version}/sobjects/{object}/{field}/{value}")]
    public async Task The_record_id_may_be_the_key_of_an_upsert(string method, string path, int status)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call(method, path, """{"LastName":"Ray","Company":"Acme"}""")).Status.Should().Be(status);
    }
}
