using SfMarketo.MarketoSim.CustomObjects;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo.Objects;

[Source("Marketo REST API, Custom objects")]
[SimulatorOnly("custom objects of its own")]
public sealed class CustomObjectTests
{
    private const string Cars = "customobjects/car_c";
    private const string Seats = "customobjects/seat_c";

    private static readonly MarketoSimOptions Options = MarketoHost.Options with
    {
        CustomObjects =
        [
            new("seat_c", "Seat",
            [
                new("vin", PersonFieldType.String) { IsDedupe = true, LinkTo = "car_c.vin" }, new("row", PersonFieldType.Integer) { IsDedupe = true }, new("letter", PersonFieldType.String) { IsDedupe = true },
                new("leather", PersonFieldType.Boolean),
            ]),
            new("car_c", "Car",
            [
                new("vin", PersonFieldType.String, "VIN") { IsDedupe = true, Length = 17 }, new("make", PersonFieldType.String), new("owner", PersonFieldType.Integer) { LinkTo = "Lead.id" },
                new("fleet", PersonFieldType.String) { LinkTo = "Company.externalCompanyId" },
            ]) { Description = "A car" },
        ],
    };

    [Fact]
    [Proves("GET /rest/v1/customobjects.json", "names")]
    public async Task The_types_are_listed_by_name_without_their_fields()
    {
        await using var marketo = await MarketoHost.StartAsync(Options);

        var all = (await marketo.GetAsync("/rest/v1/customobjects.json")).Result().ToArray();
        var one = (await marketo.GetAsync("/rest/v1/customobjects.json?names=car_c,none")).Result().Single();

        all.Select(type => type.Text("name")).Should().Equal("car_c", "seat_c");
        (one.Text("displayName"), one.Text("description"), one.Text("idField"), one.TryGetProperty("fields", out _)).Should().Be(("Car", "A car", "marketoGUID", false));
    }

    [Theory]
    [InlineData("customobjects.json")]
    [InlineData("customobjects/car_c.json?filterType=vin&filterValues=1")]
    [InlineData("customobjects/car_c/describe.json")]
    [Proves("code 1026")]
    public async Task A_subscription_without_custom_objects_answers_1026(string path)
    {
        await using var marketo = await MarketoHost.StartAsync(Options with { CustomObjectsEnabled = false });

        (await marketo.GetAsync("/rest/v1/" + path)).ShouldFail("1026", "Custom object not enabled");
    }

    [Fact]
    [Proves("GET /rest/v1/customobjects/{customObjectName}/describe.json")]
    [Proves("code 1013")]
    public async Task Describe_shows_keys_and_links()
    {
        await using var marketo = await MarketoHost.StartAsync(Options);

        var car = (await marketo.GetAsync("/rest/v1/customobjects/car_c/describe.json")).Result().Single();
        var seat = (await marketo.GetAsync("/rest/v1/customobjects/seat_c/describe.json")).Result().Single();

        car.GetProperty("dedupeFields").ToString().Should().Be("""["vin"]""");
        car.GetProperty("searchableFields").ToString().Should().Be("""[["vin"],["marketoGUID"],["owner"],["fleet"]]""");
        car.GetProperty("relationships")[0].ToString().Should().Be("""{"field":"owner","type":"child","relatedTo":{"name":"Lead","field":"id"}}""");
        car.GetProperty("fields").EnumerateArray().Single(field => field.Text("name") == "vin").ToString().Should().Be("""{"name":"vin","displayName":"VIN","dataType":"string","length":17,"updateable":true}""");
        seat.GetProperty("searchableFields").ToString().Should().Be("""[["vin","row","letter"],["marketoGUID"],["vin"]]""");
        (await marketo.GetAsync("/rest/v1/customobjects/none_c/describe.json")).ShouldFail("1013", "Object not found");
        (await marketo.PostAsync("/rest/v1/customobjects/none_c.json", """{"input":[{"x":1}]}""")).ShouldFail("1013");
    }

    [Fact]
    [Proves("POST /rest/v1/customobjects/{customObjectName}.json", "input", "action", "dedupeBy", "input.marketoGUID")]
    [Proves("code 1004")]
    [Proves("code 1013")]
    public async Task Links_must_lead_to_something()
    {
        await using var marketo = await MarketoHost.StartAsync(Options);
        var person = (await marketo.CreateAsync("a@example.invalid")).Single();
        await marketo.MakeAsync("companies", """{"externalCompanyId":"F1"}""");

        var made = (await marketo.MakeAsync(Cars, $$"""{"vin":"V1","make":"Steyr","owner":{{person}},"fleet":"F1"}""")).Single();
        var bad = (await marketo.PostAsync($"/rest/v1/{Cars}.json",
            $$"""{"dedupeBy":"idField","action":"updateOnly","input":[{"marketoGUID":{{made.IdJson()}},"owner":99999999},{"marketoGUID":"none"}]}""")).Result().ToArray();

        bad[0].ShouldBeSkipped("1004", "Lead not found");
        bad[1].ShouldBeSkipped("1013", "Record not found");
        (await marketo.SyncAsync(Cars, """{"vin":"V2","fleet":"F2"}""")).ShouldBeSkipped("1013", "Object not found");
        (await marketo.SyncAsync(Seats, """{"vin":"V2","row":1,"letter":"A"}""")).ShouldBeSkipped("1013");
        (await marketo.SyncAsync(Seats, """{"vin":"V1","row":1,"letter":"A"}""")).Text("status").Should().Be("created");
        (await marketo.SyncAsync(Cars, """{"vin":"123456789012345678"}""")).ShouldBeSkipped("1003");
        (await marketo.SyncAsync(Cars, """{"vin":"V1","owner":null}""")).Text("status").Should().Be("updated");
    }

    [Fact]
    [Proves("GET /rest/v1/customobjects/{customObjectName}.json", "filterType", "filterValues", "fields", "batchSize", "nextPageToken", "input", "input.marketoGUID")]
    [Proves("POST /rest/v1/customobjects/{customObjectName}/delete.json", "input", "deleteBy", "input.marketoGUID")]
    public async Task Records_are_found_by_key_by_link_and_by_compound_key_and_deleted()
    {
        await using var marketo = await MarketoHost.StartAsync(Options);
        var person = (await marketo.CreateAsync("a@example.invalid")).Single();
        var cars = (await marketo.MakeAsync(Cars, $$"""{"vin":"V1","owner":{{person}}}""", $$"""{"vin":"V2","owner":{{person}}}""", """{"vin":"V3"}""")).Select(made => made.IdText()).ToArray();
        await marketo.MakeAsync(Seats, """{"vin":"V1","row":1,"letter":"A","leather":true}""", """{"vin":"V1","row":1,"letter":"B"}""");

        var page = await marketo.GetAsync($"/rest/v1/{Cars}.json?filterType=owner&filterValues={person}&batchSize=1&fields=vin");
        var next = await marketo.GetAsync($"/rest/v1/{Cars}.json?filterType=owner&filterValues={person}&batchSize=1&fields=vin&nextPageToken={Uri.EscapeDataString(page.Text("nextPageToken")!)}");
        var seat = await marketo.PostAsync($"/rest/v1/{Seats}.json?_method=GET", """{"filterType":"dedupeFields","fields":["letter","leather"],"input":[{"vin":"V1","row":1,"letter":"a"}]}""");
        var byId = await marketo.PostAsync($"/rest/v1/{Cars}.json?_method=GET", $$"""{"filterType":"idField","input":[{"marketoGUID":"{{cars[2]}}"}]}""");

        (page.Result().Single().Text("vin"), next.Result().Single().Text("vin")).Should().Be(("V1", "V2"));
        seat.Result().Single().ToString().Should().Be("""{"seq":0,"letter":"A","leather":true}""");
        byId.Result().Single().Text("vin").Should().Be("V3");
        (await marketo.DeleteAsync(Cars, $$"""{"marketoGUID":"{{cars[0]}}"}""", "idField")).Single().Text("status").Should().Be("deleted");
        (await marketo.DeleteAsync(Seats, """{"vin":"V1","row":1,"letter":"B"}""")).Single().Text("status").Should().Be("deleted");
        (await marketo.FindAsync(Cars, "filterType=vin&filterValues=V1,V2,V3")).Select(car => car.IdText()).Should().Equal(cars[1], cars[2]);
    }

    [Fact]
    [Source("Marketo REST API, Leads: Merge Leads")]
    [Proves("POST /rest/v1/leads/{leadId}/merge.json", "leadId")]
    public async Task A_merge_takes_the_losers_records_to_the_winner()
    {
        await using var marketo = await MarketoHost.StartAsync(Options);
        var people = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");
        await marketo.MakeAsync(Cars, $$"""{"vin":"V1","owner":{{people[1]}}}""");

        await marketo.PostAsync($"/rest/v1/leads/{people[0]}/merge.json?leadId={people[1]}", "");

        (await marketo.FindAsync(Cars, "filterType=owner&filterValues=" + people[0])).Single().Text("vin").Should().Be("V1");
        marketo.Instance.Records("car_c").Single().Get("owner").Should().Be(people[0]);
    }

    [Fact]
    [Proves("GET /rest/v1/customobjects.json")]
    public async Task An_instance_takes_what_the_vendor_would_and_no_more()
    {
        await using var marketo = await MarketoHost.StartAsync();
        MarketoCustomObjectField key = new("key", PersonFieldType.String) { IsDedupe = true };
        var instance = marketo.Instance;

        Make("no name", key).Should().Throw<ArgumentException>().WithMessage("*letters, digits*");
        Make("none_c", new MarketoCustomObjectField("key", PersonFieldType.String)).Should().Throw<ArgumentException>().WithMessage("*0 dedupe fields*");
        Make("four_c", key, key with { Name = "b" }, key with { Name = "c" }, key with { Name = "d" }).Should().Throw<ArgumentException>().WithMessage("*4 dedupe fields*");
        Make("link_c", key with { LinkTo = "Lead" }).Should().Throw<ArgumentException>().WithMessage("*Lead.id*");
        Make("twice_c", key, new MarketoCustomObjectField("KEY", PersonFieldType.String), new MarketoCustomObjectField("key", PersonFieldType.Date)).Should().Throw<ArgumentException>().WithMessage("*two fields 'key'*");
        for (var number = 0; number < 10; number++)
        {
            instance.CreateCustomObject(new MarketoCustomObject($"t{number}_c", "T", [key]));
        }

        Make("t1_c", key).Should().Throw<ArgumentException>().WithMessage("*already*");
        Make("t11_c", key).Should().Throw<ArgumentException>().WithMessage("*at most 10*");

        Action Make(string name, params MarketoCustomObjectField[] fields) => () => instance.CreateCustomObject(new MarketoCustomObject(name, "T", fields));
    }
}
