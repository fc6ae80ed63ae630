using System.Text.Json;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.UiApi;

/// <summary>Metadata of the User Interface API.</summary>
[Source("Salesforce User Interface API Developer Guide, Object Info; Record Layout; Picklist Values; Record Defaults; Record UI")]
public sealed class UiScreenTests
{
    private const string Api = "GET /services/data/{version}/ui-api/";
    private const string Master = "012000000000000AAA";

    [Fact]
    [Proves(Api + "object-info")]
    [Proves(Api + "object-info/{object}")]
    [Unverified]
    public async Task Objects_of_the_directory_are_described_with_their_fields()
    {
        await using var host = await OrgHost.StartAsync();

        var lead = (await host.Call("GET", "ui-api/object-info"))["objects"].GetProperty("Lead");
        var info = await host.Call("GET", lead.GetProperty("objectInfoUrl").GetString()!);

        lead.GetProperty("keyPrefix").GetString().Should().Be("00Q");
        info["apiName"].GetString().Should().Be("Lead");
        info["defaultRecordTypeId"].GetString().Should().StartWith("012");
        info["recordTypeInfos"].GetProperty(Master).GetProperty("master").GetBoolean().Should().BeTrue();
        var fields = info["fields"];
        var names = (await host.Call("GET", "sobjects/Lead/describe"))["fields"].EnumerateArray().Select(field => field.GetProperty("name").GetString()).ToList();
        fields.EnumerateObject().Select(field => field.Name).Should().BeEquivalentTo(names);
        fields.GetProperty("LastName").GetProperty("required").GetBoolean().Should().BeTrue();
        fields.GetProperty("Email").GetProperty("dataType").GetString().Should().Be("Email");
        fields.GetProperty("OwnerId").GetProperty("referenceToInfos").EnumerateArray().Select(target => target.GetProperty("apiName").GetString()).Should().Contain("User");
    }

    [Theory]
    [InlineData("object-info/Nope")]
    [InlineData("layout/Nope")]
    [InlineData("object-info/Lead/picklist-values/01200000000000ZAAA")]
    [InlineData("object-info/Lead/picklist-values/" + Master + "/LastName")]
    [InlineData("record-defaults/clone/00Q5g00000ZZZZZZZZ")]
    [InlineData("record-defaults/create/Nope")]
    [InlineData("record-ui/00Q5g00000ZZZZZZZZ")]
    [Proves(Api + "object-info/{object}")]
    [Proves("code NOT_FOUND")]
    public async Task What_is_not_there_is_404(string path)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("GET", "ui-api/" + path)).ShouldRefuse(404, "NOT_FOUND", "The requested resource does not exist");
    }

    [Fact]
    [Proves(Api + "layout/{object}")]
    [Unverified]
    public async Task A_layout_has_rows_of_fields_that_the_object_has()
    {
        await using var host = await OrgHost.StartAsync();

        var layout = await host.Call("GET", "ui-api/layout/Lead?layoutType=Full&mode=Create");
        var fields = (await host.Call("GET", "ui-api/object-info/Lead"))["fields"];

        (layout["layoutType"].GetString(), layout["mode"].GetString(), layout["objectApiName"].GetString()).Should().Be(("Full", "Create", "Lead"));
        var shown = Shown(layout.Json).ToList();
        shown.Should().Contain("LastName").And.NotContain("CreatedDate");
        shown.Where(name => !fields.TryGetProperty(name, out _)).Should().BeEmpty();
        (await host.Call("GET", "ui-api/layout/Lead?mode=Look")).Status.Should().Be(400);
        Shown((await host.Call("GET", "ui-api/layout/Lead?layoutType=Compact")).Json).Should().HaveCountLessThan(shown.Count);
    }

    [Fact]
    [Proves(Api + "object-info/{object}/picklist-values/{recordType}")]
    [Proves(Api + "object-info/{object}/picklist-values/{recordType}/{field}")]
    public async Task Values_of_picklists_are_those_of_describe()
    {
        await using var host = await OrgHost.StartAsync();
        var described = (await host.Call("GET", "sobjects/Lead/describe"))["fields"].EnumerateArray().First(field => field.GetProperty("name").GetString() == "Status").GetProperty("picklistValues");

        var all = (await host.Call("GET", $"ui-api/object-info/Lead/picklist-values/{Master}"))["picklistFieldValues"];
        var one = await host.Call("GET", all.GetProperty("Status").GetProperty("url").GetString()!);

        one["values"].EnumerateArray().Select(Value).Should().Equal(described.EnumerateArray().Select(Value));
        one["defaultValue"].GetProperty("value").GetString().Should().Be(described.EnumerateArray().Single(value => value.GetProperty("defaultValue").GetBoolean()).GetProperty("value").GetString());
        one.Body.Should().Be(all.GetProperty("Status").GetRawText());

        static string? Value(JsonElement value) => value.GetProperty("value").GetString();
    }

    [Fact]
    [Proves(Api + "record-defaults/create/{object}")]
    [Proves(Api + "record-defaults/clone/{id}")]
    [Unverified]
    public async Task Defaults_of_a_new_record_are_its_picklists_and_of_a_clone_its_values()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead("\"City\":\"Bonn\"");

        var made = await host.Call("GET", "ui-api/record-defaults/create/Lead");
        var clone = await host.Call("GET", "ui-api/record-defaults/clone/" + id);

        made.Json.EnumerateObject().Select(member => member.Name).Should().Equal("layout", "objectInfos", "record");
        made["record"].GetProperty("id").ValueKind.Should().Be(JsonValueKind.Null);
        Field(made, "Status").GetString().Should().Be((await host.Call("GET", "sobjects/Lead/" + id))["Status"].GetString());
        Field(made, "City").ValueKind.Should().Be(JsonValueKind.Null);
        Field(clone, "City").GetString().Should().Be("Bonn");
        clone["record"].GetProperty("fields").TryGetProperty("CreatedDate", out _).Should().BeFalse();

        static JsonElement Field(OrgAnswer answer, string name) => answer["record"].GetProperty("fields").GetProperty(name).GetProperty("value");
    }

    [Fact]
    [Proves(Api + "record-ui/{ids}")]
    [Unverified]
    public async Task A_screen_of_records_has_layouts_object_infos_and_records()
    {
        await using var host = await OrgHost.StartAsync();
        var (lead, account) = (await host.CreateLead(), await host.Create("Account", """{"Name":"Acme"}"""));

        var screen = await host.Call("GET", $"ui-api/record-ui/{lead},{account}?layoutTypes=Full");

        screen.Status.Should().Be(200, screen.Body);
        screen["records"].EnumerateObject().Select(record => record.Name).Should().Equal(lead, account);
        screen["objectInfos"].EnumerateObject().Select(info => info.Name).Should().BeEquivalentTo("Account", "Lead");
        Shown(screen["layouts"].GetProperty("Lead").GetProperty(Master).GetProperty("Full").GetProperty("View")).Should().Contain("Company");
    }

    private static IEnumerable<string> Shown(JsonElement layout) =>
        from section in layout.GetProperty("sections").EnumerateArray()
        from row in section.GetProperty("layoutRows").EnumerateArray()
        from item in row.GetProperty("layoutItems").EnumerateArray()
        select item.GetProperty("layoutComponents")[0].GetProperty("apiName").GetString();
}
