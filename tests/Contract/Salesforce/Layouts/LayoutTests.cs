using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Layouts;

/// <summary>Layouts and what the vendor's screens are made of.</summary>
[Source("Salesforce REST API Developer Guide, Describe Layouts; Compact Layouts; Approval Layouts; Tabs; Themes; AppMenu; Quick Actions")]
public sealed class LayoutTests
{
    [Fact]
    [Proves("GET /services/data/{version}/sobjects/{object}/describe/layouts")]
    [Proves("GET /services/data/{version}/sobjects/{object}/describe/layouts/{recordType}")]
    [Proves("GET /services/data/{version}/sobjects/Global/describe/layouts")]
    public async Task An_object_has_a_layout_for_each_of_its_record_types()
    {
        await using var host = await OrgHost.StartAsync();

        var all = await host.Call("GET", "sobjects/Lead/describe/layouts/");
        var recordType = (await host.Call("GET", "sobjects/Lead/describe"))["recordTypeInfos"][0].GetProperty("urls").GetProperty("layout").GetString()!;
        var one = await host.Call("GET", recordType);

        all["recordTypeMappings"][0].GetProperty("layoutId").GetString().Should().Be(all["layouts"][0].GetProperty("id").GetString());
        one["id"].GetString().Should().Be(all["layouts"][0].GetProperty("id").GetString());
        var items = one["editLayoutSections"].EnumerateArray().SelectMany(section => section.GetProperty("layoutRows").EnumerateArray()).SelectMany(row => row.GetProperty("layoutItems").EnumerateArray()).ToList();
        items.Single(item => item.GetProperty("label").GetString() == "Company").GetProperty("required").GetBoolean().Should().BeTrue();
        one["relatedLists"].EnumerateArray().Select(list => list.GetProperty("name").GetString()).Should().Contain("Tasks");
        (await host.Call("GET", "sobjects/Global/describe/layouts/"))["layouts"].GetArrayLength().Should().BeGreaterThanOrEqualTo(0);
    }

    [Theory]
    [InlineData("sobjects/Nope/describe/layouts")]
    [InlineData("sobjects/Organization/describe/layouts")]
    [InlineData("sobjects/Lead/describe/layouts/0125g0000000000AAA")]
    [InlineData("sobjects/Lead/describe/namedLayouts/Nope")]
    [InlineData("sobjects/Lead/describe/approvalLayouts/Nope")]
    [InlineData("appMenu/Nope")]
    [Proves("GET /services/data/{version}/sobjects/{object}/describe/namedLayouts/{layout}")]
    [Proves("GET /services/data/{version}/sobjects/{object}/describe/approvalLayouts/{process}")]
    [Proves("code NOT_FOUND")]
    public async Task Layouts_that_are_not_there_are_404(string path)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("GET", path)).ShouldRefuse(404, "NOT_FOUND", "The requested resource does not exist");
    }

    [Fact]
    [Proves("GET /services/data/{version}/sobjects/{object}/describe/compactLayouts")]
    [Proves("GET /services/data/{version}/compactLayouts", "q")]
    [Proves("GET /services/data/{version}/sobjects/{object}/describe/approvalLayouts")]
    public async Task Compact_layouts_are_the_systems()
    {
        await using var host = await OrgHost.StartAsync();

        var own = await host.Call("GET", "sobjects/Account/describe/compactLayouts");
        var many = await host.Call("GET", "compactLayouts?q=Account,Contact");

        own["compactLayouts"][0].GetProperty("name").GetString().Should().Be("SYSTEM");
        own["recordTypeCompactLayoutMappings"][0].GetProperty("compactLayoutName").GetString().Should().Be("SYSTEM");
        many.Json.EnumerateObject().Select(member => member.Name).Should().Equal("Account", "Contact");
        many["Account"].GetProperty("fieldItems")[0].GetProperty("label").GetString().Should().Be("Account Name");
        (await host.Call("GET", "sobjects/Account/describe/approvalLayouts"))["approvalLayouts"].GetArrayLength().Should().Be(0);
    }

    [Theory]
    [InlineData("compactLayouts", "MISSING_ARGUMENT")]
    [InlineData("compactLayouts?q=Account,Nope", "INVALID_TYPE")]
    [Proves("GET /services/data/{version}/compactLayouts", "q")]
    [Unverified]
    public async Task Compact_layouts_of_nothing_are_refused(string path, string code)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("GET", path);

        answer.Status.Should().Be(400, answer.Body);
        answer.Json[0].GetProperty("errorCode").GetString().Should().Be(code);
    }

    [Fact]
    [Proves("GET /services/data/{version}/tabs")]
    [Proves("GET /services/data/{version}/theme")]
    [Proves("GET /services/data/{version}/appMenu")]
    [Proves("GET /services/data/{version}/quickActions")]
    [Proves("GET /services/data/{version}/sobjects/{object}/quickActions")]
    [Proves("GET /services/data/{version}/process/approvals")]
    public async Task The_screens_of_the_org_can_be_asked_for()
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("GET", "tabs")).Json.EnumerateArray().Select(tab => tab.GetProperty("sobjectName").GetString()).Should().Contain(["Account", "Lead"]);
        (await host.Call("GET", "theme"))["themeItems"].EnumerateArray().Select(item => item.GetProperty("name").GetString()).Should().Contain("Account");
        var menu = (await host.Call("GET", "appMenu/"))["AppSwitcher"].GetString()!;
        (await host.Call("GET", menu))["appMenuItems"][0].GetProperty("type").GetString().Should().Be("Tabset");
        (await host.Call("GET", "quickActions")).Status.Should().Be(200);
        (await host.Call("GET", "sobjects/Lead/quickActions/")).Status.Should().Be(200);
        (await host.Call("GET", "process/approvals"))["approvals"].EnumerateObject().Should().BeEmpty();
    }

    [Fact]
    [Proves("GET /services/data/{version}/sobjects/User/{id}/password")]
    public async Task A_user_knows_whether_the_password_has_expired()
    {
        await using var host = await OrgHost.StartAsync();
        var user = (await host.Call("GET", "query?q=SELECT+Id+FROM+User+LIMIT+1"))["records"][0].GetProperty("Id").GetString();

        (await host.Call("GET", $"sobjects/User/{user}/password")).Body.Should().Be("""{"isExpired":false}""");
        (await host.Call("GET", "sobjects/User/0055g00000ZZZZZ/password")).Status.Should().Be(404);
    }

    [Fact]
    [Proves("GET /services/data/{version}/sobjects/{object}/describe")]
    public async Task A_description_names_all_paths_of_its_object()
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("GET", "sobjects/Account/describe"))["urls"].EnumerateObject().Select(member => member.Name).Should().BeEquivalentTo(
            "compactLayouts", "rowTemplate", "approvalLayouts", "uiDetailTemplate", "uiEditTemplate", "uiNewRecord", "describe", "layouts", "sobject", "quickActions", "listviews", "defaultValues");
        (await host.Call("GET", "sobjects"))["sobjects"][0].GetProperty("urls").EnumerateObject().Select(member => member.Name).Should().BeEquivalentTo("sobject", "describe", "rowTemplate");
    }
}
