using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce;

[Source("Salesforce REST API Developer Guide, sObject Rows by External ID")]
public sealed class UpsertTests
{
    private const string Row = """{"LastName":"Ray","Company":"Acme"}""";

    [Fact]
    [Proves("PATCH /services/data/{version}/sobjects/{object}/{field}/{value}")]
    [Proves("GET /services/data/{version}/sobjects/{object}/{field}/{value}")]
    public async Task No_match_creates_and_one_match_updates()
    {
        await using var host = await OrgHost.StartAsync();

        var created = await host.Call("PATCH", "sobjects/Lead/MarketoPersonId__c/10045", Row);
        var id = created["id"].GetString()!;
        var updated = await host.Call("PATCH", "sobjects/Lead/marketopersonid__c/10045?updateOnly=false", """{"LastName":"Lee"}""");

        created.Status.Should().Be(201);
        created.Body.Should().Be($$"""{"id":"{{id}}","success":true,"errors":[],"created":true}""");
        updated.Status.Should().Be(200);
        updated.Body.Should().Be($$"""{"id":"{{id}}","success":true,"errors":[],"created":false}""");
        (await host.Call("GET", "sobjects/Lead/" + id))["MarketoPersonId__c"].GetString().Should().Be("10045");
        (await host.Call("GET", "sobjects/Lead/MarketoPersonId__c/10045"))["LastName"].GetString().Should().Be("Lee");
    }

    [Fact]
    [Proves("GET /services/data/{version}/sobjects/{object}/{field}/{value}", "fields")]
    [Proves("code INVALID_FIELD")]
    public async Task A_read_by_key_has_the_fields_that_it_names()
    {
        await using var host = await OrgHost.StartAsync();
        await host.Call("PATCH", "sobjects/Lead/MarketoPersonId__c/77", Row);

        var answer = await host.Call("GET", "sobjects/Lead/MarketoPersonId__c/77?fields=LastName,Company");

        answer.Json.EnumerateObject().Select(member => member.Name).Where(name => name != "Id").Should().Equal("attributes", "LastName", "Company");
        (await host.Call("GET", "sobjects/Lead/MarketoPersonId__c/77?fields=Nope")).ShouldRefuse(400, "INVALID_FIELD", "No such column 'Nope' on sobject of type Lead");
    }

    [Fact]
    [Proves("PATCH /services/data/{version}/sobjects/{object}/{id}", "_HttpMethod")]
    public async Task POST_stands_for_PATCH_when_the_query_says_so()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();

        (await host.Call("POST", $"sobjects/Lead/{id}?_HttpMethod=PATCH", """{"LastName":"Lee"}""")).Status.Should().Be(204);

        (await host.Call("GET", "sobjects/Lead/" + id))["LastName"].GetString().Should().Be("Lee");
    }

    [Fact]
    [Proves("PATCH /services/data/{version}/sobjects/{object}/{field}/{value}")]
    public async Task Up_to_version_45_an_update_has_no_body()
    {
        await using var host = await OrgHost.StartAsync();
        await host.Call("PATCH", "sobjects/Lead/MarketoPersonId__c/1", Row);

        (await host.Call("PATCH", "/services/data/v45.0/sobjects/Lead/MarketoPersonId__c/1", Row)).Status.Should().Be(204);
        (await host.Call("PATCH", "/services/data/v46.0/sobjects/Lead/MarketoPersonId__c/1", Row)).Status.Should().Be(200);
    }

    [Fact]
    [Proves("PATCH /services/data/{version}/sobjects/{object}/{field}/{value}")]
    [Proves("code INVALID_FIELD")]
    public async Task The_key_or_Id_in_the_body_is_refused()
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("PATCH", "sobjects/Lead/MarketoPersonId__c/1", """{"MarketoPersonId__c":"1"}""")).ShouldRefuse(
            400, "INVALID_FIELD", "The MarketoPersonId__c field should not be specified in the sobject data.");
        (await host.Call("PATCH", "sobjects/Lead/MarketoPersonId__c/1", """{"Id":"00Q000000000000EAA"}""")).ShouldRefuse(
            400, "INVALID_FIELD", "The Id field should not be specified in the sobject data.");
    }

    [Theory]
    [InlineData("Nope__c")]
    [InlineData("LastName")]
    [Proves("PATCH /services/data/{version}/sobjects/{object}/{field}/{value}")]
    [Proves("code NOT_FOUND")]
    public async Task A_field_that_is_no_external_id_is_404(string field)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("PATCH", $"sobjects/Lead/{field}/1", Row)).ShouldRefuse(404, "NOT_FOUND", $"Provided external ID field does not exist or is not accessible: {field}");
    }

    [Fact]
    [Proves("PATCH /services/data/{version}/sobjects/{object}/{field}/{value}")]
    [Proves("code NOT_FOUND")]
    public async Task UpdateOnly_creates_nothing()
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("PATCH", "sobjects/Lead/MarketoPersonId__c/1?updateOnly=true", Row)).ShouldRefuse(404, "NOT_FOUND", "The requested resource does not exist");
        (await host.Call("GET", "sobjects/Lead/MarketoPersonId__c/1")).Status.Should().Be(404);
    }

    [Fact]
    [Proves("PATCH /services/data/{version}/sobjects/{object}/{field}/{value}")]
    [SimulatorOnly]
    public async Task Two_matches_are_300_and_their_paths()
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSimOptions
        {
            ConnectedApps = OrgHost.DefaultOptions.ConnectedApps,
            Users = OrgHost.DefaultOptions.Users,
            ExtraFields = [new("Lead", "Code__c string(20) xid")],
        });
        var (first, second) = (await host.CreateLead("\"Code__c\":\"x\""), await host.CreateLead("\"Code__c\":\"X\""));

        var answer = await host.Call("PATCH", "sobjects/Lead/Code__c/x", Row);

        answer.Status.Should().Be(300);
        answer.Body.Should().Be($"[\"/services/data/v59.0/sobjects/Lead/{first}\",\"/services/data/v59.0/sobjects/Lead/{second}\"]");
        host.Records.Commits.Should().HaveCount(2);
    }

    [Fact]
    [Proves("PATCH /services/data/{version}/sobjects/{object}/{field}/{value}")]
    public async Task The_value_is_decoded_once()
    {
        await using var host = await OrgHost.StartAsync();

        var id = (await host.Call("PATCH", "sobjects/Lead/MarketoPersonId__c/a%2Fb+c%20d%2541", Row))["id"].GetString();

        (await host.Call("GET", "sobjects/Lead/" + id))["MarketoPersonId__c"].GetString().Should().Be("a/b+c d%41");
    }

    [Fact]
    [Proves("PATCH /services/data/{version}/sobjects/{object}/{field}/{value}")]
    [Proves("POST /services/data/{version}/sobjects/{object}")]
    public async Task By_Id_it_updates_and_never_creates_but_POST_to_Id_creates()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();

        (await host.Call("PATCH", "sobjects/Lead/Id/" + id, """{"LastName":"Lee"}""")).Status.Should().Be(200);
        (await host.Call("PATCH", "sobjects/Lead/Id/00Q000000000000EAA", Row)).Status.Should().Be(404);
        (await host.Call("POST", "sobjects/Lead/Id", Row)).Status.Should().Be(201);
    }

    [Fact]
    [Proves("PATCH /services/data/{version}/sobjects/{object}/{field}/{value}")]
    [Proves("DELETE /services/data/{version}/sobjects/{object}/{field}/{value}")]
    public async Task Rows_are_deleted_by_their_key_and_deleted_rows_do_not_match()
    {
        await using var host = await OrgHost.StartAsync();
        await host.Call("PATCH", "sobjects/Lead/MarketoPersonId__c/1", Row);

        (await host.Call("DELETE", "sobjects/Lead/MarketoPersonId__c/1")).Status.Should().Be(204);

        (await host.Call("DELETE", "sobjects/Lead/MarketoPersonId__c/1")).Status.Should().Be(404);
        (await host.Call("PATCH", "sobjects/Lead/MarketoPersonId__c/1", Row)).Status.Should().Be(201);
    }

    [Fact]
    [Proves("POST /services/data/{version}/sobjects/{object}")]
    [SimulatorOnly]
    public async Task A_parent_is_found_by_its_external_id()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"Acme","External_Id__c":"A-1"}""");

        var contact = await host.Create("Contact", """{"LastName":"Ray","Account":{"External_Id__c":"a-1"}}""");

        host.Org.Find(contact)!.Text("AccountId").Should().Be(account);
    }
}
