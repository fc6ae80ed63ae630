using System.Text.Json;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo.Objects;

[Source("Marketo REST API, Custom object metadata")]
public sealed class CustomObjectTypeTests
{
    private const string Schema = "/rest/v1/customobjects/schema";

    private static readonly MarketoSimOptions Options = MarketoHost.Options with { CustomObjectMetadata = true };

    [Theory]
    [InlineData("GET", ".json")]
    [InlineData("POST", ".json")]
    [InlineData("GET", "/fieldDataTypes.json")]
    [InlineData("GET", "/linkableObjects.json")]
    [InlineData("POST", "/car_c/addField.json")]
    [InlineData("POST", "/car_c/vin/updateField.json")]
    [InlineData("POST", "/car_c/deleteField.json")]
    [InlineData("POST", "/car_c/approve.json")]
    [InlineData("POST", "/car_c/discardDraft.json")]
    [InlineData("POST", "/car_c/delete.json")]
    [InlineData("GET", "/car_c/dependentAssets.json")]
    [InlineData("GET", "/car_c/describe.json")]
    [Proves("code 616")]
    public async Task Without_the_tier_all_of_it_is_refused(string method, string path)
    {
        await using var marketo = await MarketoHost.StartAsync();

        var answer = method == "GET" ? await marketo.GetAsync(Schema + path) : await marketo.PostAsync(Schema + path, "{}");

        answer.ShouldFail("616", "Invalid subscription type");
    }

    [Fact]
    [Proves("POST /rest/v1/customobjects/schema.json", "action", "displayName", "apiName", "pluralName", "description", "showInLeadDetail")]
    [Proves("GET /rest/v1/customobjects/schema.json", "names", "state")]
    [Proves("code 1002")]
    [Proves("code 1003")]
    [Proves("code 1013")]
    [Proves("code 1017")]
    [SimulatorOnly("the metadata tier")]
    public async Task A_type_begins_as_a_draft_that_has_no_records()
    {
        await using var marketo = await MarketoHost.StartAsync(Options);

        var made = await marketo.PostAsync(Schema + ".json", """{"action":"createOnly","apiName":"car_c","displayName":"Car","pluralName":"Cars","description":"A car","showInLeadDetail":true}""");
        await marketo.PostAsync(Schema + ".json", """{"apiName":"bus_c","displayName":"Bus"}""");
        await marketo.PostAsync(Schema + ".json", """{"action":"updateOnly","apiName":"bus_c","displayName":"Coach"}""");

        made.Result().Should().BeEmpty();
        var car = (await marketo.GetAsync(Schema + ".json?names=car_c&state=draft")).Result().Single();
        (car.Text("apiName"), car.Text("displayName"), car.Text("pluralName"), car.Text("description"), car.Text("state"), car.Text("version")).Should().Be(("car_c", "Car", "Cars", "A car", "draft", "draft"));
        (await marketo.GetAsync(Schema + ".json")).Result().Select(type => type.Text("displayName")).Should().Equal("Coach", "Car");
        (await marketo.GetAsync(Schema + ".json?state=approved")).Result().Should().BeEmpty();
        (await marketo.GetAsync(Schema + ".json?state=new")).ShouldFail("1003");
        (await marketo.GetAsync("/rest/v1/customobjects/car_c/describe.json")).ShouldFail("1013");
        (await marketo.PostAsync(Schema + ".json", """{"action":"createOnly","apiName":"car_c","displayName":"Car"}""")).ShouldFail("1017");
        (await marketo.PostAsync(Schema + ".json", """{"action":"updateOnly","apiName":"van_c","displayName":"Van"}""")).ShouldFail("1013");
        (await marketo.PostAsync(Schema + ".json", """{"action":"createDuplicate","apiName":"van_c","displayName":"Van"}""")).ShouldFail("1003");
        (await marketo.PostAsync(Schema + ".json", """{"apiName":"van_c"}""")).ShouldFail("1002");
        (await marketo.PostAsync(Schema + ".json", """{"displayName":"Van"}""")).ShouldFail("1002");
        (await marketo.PostAsync(Schema + ".json", """{"apiName":"a van","displayName":"Van"}""")).ShouldFail("1003");
        (await marketo.PostAsync(Schema + ".json", """{"apiName":"\ud800","displayName":"Van"}""")).ShouldFail("609");
    }

    [Fact]
    [Proves("POST /rest/v1/customobjects/schema/{apiName}/addField.json", "input", "input.name", "input.displayName", "input.dataType", "input.description", "input.isDedupeField", "input.relatedTo")]
    [Proves("POST /rest/v1/customobjects/schema/{apiName}/approve.json")]
    [Proves("GET /rest/v1/customobjects/schema/{apiName}/describe.json", "state")]
    [Proves("POST /rest/v1/customobjects/schema/{apiName}/{fieldApiName}/updateField.json", "name", "displayName", "dataType", "description", "isDedupeField", "relatedTo", "relatedTo.name", "relatedTo.field")]
    [Proves("POST /rest/v1/customobjects/schema/{apiName}/deleteField.json", "input", "input.name")]
    [SimulatorOnly("the metadata tier")]
    public async Task Records_follow_the_approved_version_and_keep_their_values_through_the_next()
    {
        await using var marketo = await MarketoHost.StartAsync(Options);
        var person = (await marketo.CreateAsync("a@example.invalid")).Single();
        await MakeCarAsync(marketo);
        await marketo.PostAsync(Schema + "/car_c/approve.json", "");
        await marketo.MakeAsync("customobjects/car_c", $$"""{"vin":"V1","owner":{{person}},"make":"Steyr","colour":"red"}""");

        await Ok(marketo.PostAsync(Schema + "/car_c/deleteField.json", """{"input":[{"name":"colour"}]}"""));
        await Ok(marketo.PostAsync(Schema + "/car_c/addField.json", """{"input":[{"name":"price","displayName":"Price","dataType":"currency","isDedupeField":false}]}"""));
        await Ok(marketo.PostAsync(Schema + "/car_c/make/updateField.json", """{"displayName":"Maker","dataType":"string","description":"Who made it","name":"make","isDedupeField":false}"""));
        await Ok(marketo.PostAsync(Schema + "/car_c/owner/updateField.json", """{"dataType":"link","relatedTo":{"name":"Lead","field":"id"}}"""));
        var draft = (await marketo.GetAsync(Schema + "/car_c/describe.json?state=draft")).Result().Single();
        var approved = (await marketo.GetAsync(Schema + "/car_c/describe.json")).Result().Single();
        (await marketo.SyncAsync("customobjects/car_c", """{"vin":"V1","colour":"blue"}""")).Text("status").Should().Be("updated");
        await marketo.PostAsync(Schema + "/car_c/approve.json", "");

        (draft.Text("state"), draft.Text("version"), approved.Text("version")).Should().Be(("approvedWithDraft", "draft", "approved"));
        draft.GetProperty("fields").EnumerateArray().Select(field => field.Text("name")).Should().Equal("vin", "make", "owner", "price");
        approved.GetProperty("fields").EnumerateArray().Select(field => field.Text("name")).Should().Equal("vin", "make", "owner", "colour");
        (await marketo.PostAsync("/rest/v1/customobjects/car_c.json", """{"input":[{"vin":"V1","colour":"green"}]}""")).ShouldFail("1006");
        (await marketo.FindAsync("customobjects/car_c", $"filterType=owner&filterValues={person}&fields=vin,make,price")).Single().ToString().Should().Be("""{"seq":0,"vin":"V1","make":"Steyr","price":null}""");
        (await marketo.GetAsync(Schema + "/car_c/describe.json?state=draft")).ShouldFail("1013");
        (await marketo.SyncAsync("customobjects/car_c", """{"vin":"V2","owner":99999999}""")).ShouldBeSkipped("1004");
    }

    [Fact]
    [Proves("POST /rest/v1/customobjects/schema/{apiName}/addField.json", "input")]
    [Proves("POST /rest/v1/customobjects/schema/{apiName}/{fieldApiName}/updateField.json", "relatedTo")]
    [Proves("POST /rest/v1/customobjects/schema/{apiName}/deleteField.json", "input")]
    [Proves("code 1002")]
    [Proves("code 1003")]
    [Proves("code 1006")]
    [Proves("code 1017")]
    [Proves("code 1028")]
    [SimulatorOnly("the metadata tier")]
    [Unverified("answer.override")]
    public async Task A_field_that_does_not_fit_changes_nothing()
    {
        await using var marketo = await MarketoHost.StartAsync(Options);
        await MakeCarAsync(marketo);

        (await AddAsync("""{"displayName":"A","dataType":"string"}""")).ShouldFail("1002");
        (await AddAsync("""{"name":"a","dataType":"string"}""")).ShouldFail("1002");
        (await AddAsync("""{"name":"a","displayName":"A"}""")).ShouldFail("1002");
        (await AddAsync("""{"name":"a b","displayName":"A","dataType":"string"}""")).ShouldFail("1003");
        (await AddAsync("""{"name":"a","displayName":"A","dataType":"colour"}""")).ShouldFail("1003");
        (await AddAsync("""{"name":"a","displayName":"A","dataType":"link"}""")).ShouldFail("1002");
        (await AddAsync("""{"name":"a","displayName":"A","dataType":"link","relatedTo":{"name":"Lead","field":"title"}}""")).ShouldFail("1003");
        (await AddAsync("""{"name":"vin","displayName":"A","dataType":"string"}""")).ShouldFail("1017");
        (await AddAsync("1")).ShouldFail("609");
        (await AddAsync("")).ShouldFail("1002");
        (await AddAsync(string.Join(',', Enumerable.Range(0, 47).Select(number => $$"""{"name":"f{{number}}","displayName":"F","dataType":"string"}""")))).ShouldFail("1028", "Max field limit reached");
        (await marketo.PostAsync(Schema + "/car_c/none/updateField.json", "{}")).ShouldFail("1006");
        (await marketo.PostAsync(Schema + "/car_c/deleteField.json", """{"input":[{"name":"none"}]}""")).ShouldFail("1006");
        (await marketo.PostAsync(Schema + "/none_c/addField.json", """{"input":[{"name":"a"}]}""")).ShouldFail("1013");
        (await marketo.GetAsync(Schema + "/car_c/describe.json")).Result().Single().GetProperty("fields").GetArrayLength().Should().Be(4);
        await marketo.PostAsync(Schema + "/car_c/approve.json", "");
        (await AddAsync("""{"name":"a","displayName":"A","dataType":"string","isDedupeField":true}""")).ShouldFail("1003");
        (await marketo.PostAsync(Schema + "/car_c/deleteField.json", """{"input":[{"name":"vin"}]}""")).ShouldFail("1003");
        (await marketo.PostAsync(Schema + "/car_c/make/updateField.json", """{"isDedupeField":true}""")).ShouldFail("1003");

        Task<JsonElement> AddAsync(string input) => marketo.PostAsync(Schema + "/car_c/addField.json", $$"""{"input":[{{input}}]}""");
    }

    [Fact]
    [Proves("POST /rest/v1/customobjects/schema/{apiName}/approve.json")]
    [Proves("POST /rest/v1/customobjects/schema/{apiName}/discardDraft.json")]
    [Proves("POST /rest/v1/customobjects/schema/{apiName}/delete.json")]
    [Proves("GET /rest/v1/customobjects/schema/{apiName}/dependentAssets.json")]
    [Proves("code 1003")]
    [Proves("code 1013")]
    [Proves("code 1048")]
    [SimulatorOnly("the metadata tier")]
    public async Task Drafts_are_approved_or_discarded_and_types_deleted()
    {
        await using var marketo = await MarketoHost.StartAsync(Options);
        await marketo.PostAsync(Schema + ".json", """{"apiName":"bus_c","displayName":"Bus"}""");
        await MakeCarAsync(marketo);

        (await marketo.PostAsync(Schema + "/bus_c/approve.json", "")).ShouldFail("1003");
        (await marketo.PostAsync(Schema + "/bus_c/discardDraft.json", "")).Result().Should().BeEmpty();
        (await marketo.PostAsync(Schema + "/bus_c/discardDraft.json", "")).ShouldFail("1013");
        (await marketo.PostAsync(Schema + "/car_c/approve.json", "")).Result().Should().BeEmpty();
        (await marketo.PostAsync(Schema + "/car_c/approve.json", "")).ShouldFail("1003");
        (await marketo.PostAsync(Schema + "/car_c/discardDraft.json", "")).ShouldFail("1048", "Custom Object Discard Draft Failed");
        await marketo.PostAsync(Schema + ".json", """{"apiName":"car_c","displayName":"Vehicle"}""");
        await Ok(marketo.PostAsync(Schema + "/car_c/discardDraft.json", ""));
        (await marketo.GetAsync(Schema + "/car_c/describe.json")).Result().Single().Text("displayName").Should().Be("Car");
        (await marketo.GetAsync(Schema + "/car_c/dependentAssets.json")).Result().Should().BeEmpty();
        await Ok(marketo.PostAsync(Schema + "/car_c/delete.json", ""));
        (await marketo.GetAsync("/rest/v1/customobjects/car_c/describe.json")).ShouldFail("1013");
        (await marketo.GetAsync(Schema + "/car_c/dependentAssets.json")).ShouldFail("1013");
    }

    [Fact]
    [Proves("GET /rest/v1/customobjects/schema/fieldDataTypes.json")]
    [Proves("GET /rest/v1/customobjects/schema/linkableObjects.json")]
    [SimulatorOnly("the metadata tier")]
    public async Task Data_types_and_linkable_objects_are_listed()
    {
        await using var marketo = await MarketoHost.StartAsync(Options);
        await MakeCarAsync(marketo);
        await marketo.PostAsync(Schema + "/car_c/approve.json", "");

        var types = (await marketo.GetAsync(Schema + "/fieldDataTypes.json")).Result().Select(type => type.GetString()).ToArray();
        var objects = (await marketo.GetAsync(Schema + "/linkableObjects.json")).Result().ToDictionary(one => one.Text("name")!, one => one.GetProperty("fields").EnumerateArray().Select(field => field.Text("name")));

        types.Should().Contain(["string", "integer", "date", "datetime", "boolean", "link"]).And.BeInAscendingOrder(StringComparer.Ordinal);
        objects.Keys.Should().Equal("Lead", "Company", "car_c");
        objects["Lead"].Should().Contain(["id", "email"]);
        objects["car_c"].Should().Equal("vin");
    }

    private static async Task MakeCarAsync(MarketoHost marketo)
    {
        await Ok(marketo.PostAsync(Schema + ".json", """{"apiName":"car_c","displayName":"Car"}"""));
        await Ok(marketo.PostAsync(Schema + "/car_c/addField.json",
            """{"input":[{"name":"vin","displayName":"VIN","dataType":"string","isDedupeField":true,"description":"Number"},{"name":"make","displayName":"Make","dataType":"string"},{"name":"owner","displayName":"Owner","dataType":"link","relatedTo":{"name":"Lead","field":"id"}},{"name":"colour","displayName":"Colour","dataType":"string"}]}"""));
    }

    private static async Task Ok(Task<JsonElement> answer) => (await answer).Result().Should().BeEmpty();
}
