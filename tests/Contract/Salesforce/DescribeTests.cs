using System.Text.Json;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce;

[Source("Salesforce REST API Developer Guide, Describe Global; sObject Describe")]
public sealed class DescribeTests
{
    [Fact]
    [Proves("GET /services/data/{version}/sobjects")]
    [Proves("GET /services/data/{version}/sobjects/{object}/describe")]
    public async Task Every_object_that_is_listed_can_be_described_and_all_its_fields_read()
    {
        await using var host = await OrgHost.StartAsync();
        var global = await host.Call("GET", "sobjects");

        global["encoding"].GetString().Should().Be("UTF-8");
        global["maxBatchSize"].GetInt32().Should().Be(200);
        global["sobjects"].GetArrayLength().Should().BeGreaterThanOrEqualTo(25);
        foreach (var entry in global["sobjects"].EnumerateArray())
        {
            var path = entry.GetProperty("urls").GetProperty("describe").GetString()!;
            var describe = await host.Call("GET", path);
            describe.Status.Should().Be(200, path);
            describe["name"].GetString().Should().Be(entry.GetProperty("name").GetString());
            describe["fields"].GetArrayLength().Should().BeGreaterThan(6);
        }
    }

    [Fact]
    [Proves("GET /services/data/{version}/sobjects/{object}/describe")]
    public async Task A_read_has_exactly_the_described_fields()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();

        var described = (await host.Call("GET", "sobjects/Lead/describe"))["fields"].EnumerateArray().Select(field => field.GetProperty("name").GetString());

        (await host.Call("GET", "sobjects/Lead/" + id)).Json.EnumerateObject().Skip(1).Select(member => member.Name).Should().Equal(described);
    }

    [Theory]
    [InlineData("Lead", "LastName,Company")]
    [InlineData("Contact", "LastName")]
    [InlineData("Account", "Name")]
    [InlineData("Opportunity", "Name,StageName,CloseDate")]
    [InlineData("OpportunityContactRole", "OpportunityId,ContactId")]
    [InlineData("Task", "")]
    [Proves("GET /services/data/{version}/sobjects/{object}/describe")]
    public async Task Required_on_create_is_createable_and_neither_nillable_nor_defaulted(string @object, string required)
    {
        await using var host = await OrgHost.StartAsync();

        var fields = (await host.Call("GET", $"sobjects/{@object}/describe"))["fields"].EnumerateArray();

        string.Join(',', fields.Where(field => Is(field, "createable") && !Is(field, "nillable") && !Is(field, "defaultedOnCreate")).Select(field => field.GetProperty("name").GetString()))
            .Should().Be(required);
    }

    [Fact]
    [Proves("GET /services/data/{version}/sobjects/{object}/describe")]
    public async Task Fields_have_the_forms_that_clients_compute_with()
    {
        await using var host = await OrgHost.StartAsync();
        var lead = (await host.Call("GET", "sobjects/Lead/describe"))["fields"].EnumerateArray().ToDictionary(field => field.GetProperty("name").GetString()!);

        lead["Company"].GetProperty("byteLength").GetInt32().Should().Be(765);
        lead["Id"].GetProperty("idLookup").GetBoolean().Should().BeTrue();
        lead["Lead_Score__c"].GetProperty("precision").GetInt32().Should().Be(18);
        lead["Lead_Score__c"].GetProperty("soapType").GetString().Should().Be("xsd:double");
        lead["MarketoPersonId__c"].GetProperty("externalId").GetBoolean().Should().BeTrue();
        lead["MarketoPersonId__c"].GetProperty("label").GetString().Should().Be("Marketo Person ID");
        lead["OwnerId"].GetProperty("referenceTo").GetRawText().Should().Be("""["Group","User"]""");
        lead["OwnerId"].GetProperty("polymorphicForeignKey").GetBoolean().Should().BeTrue();
        lead["Status"].GetProperty("picklistValues")[0].GetProperty("defaultValue").GetBoolean().Should().BeTrue();
        lead["Street"].GetProperty("compoundFieldName").GetString().Should().Be("Address");
        lead["Address"].GetProperty("filterable").GetBoolean().Should().BeFalse();
        lead["HasOptedOutOfEmail"].GetProperty("label").GetString().Should().Be("Email Opt Out");
        lead["Company"].EnumerateObject().Should().HaveCount(57);
    }

    [Fact]
    [Proves("GET /services/data/{version}/sobjects/{object}/describe")]
    public async Task An_account_names_its_children()
    {
        await using var host = await OrgHost.StartAsync();

        var children = (await host.Call("GET", "sobjects/Account/describe"))["childRelationships"].EnumerateArray().Select(child => child.GetProperty("relationshipName").GetString());

        children.Should().Contain(["Contacts", "Opportunities", "ChildAccounts", "Tasks"]);
    }

    private static bool Is(JsonElement field, string name) => field.GetProperty(name).GetBoolean();
}
