using System.Text.Json;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Rules;

[Source("Salesforce Help, Record Types; State and Country Picklists")]
public sealed class RecordTypeTests
{
    private const string Types = """
        {"recordTypes": [{"object": "Lead", "name": "Partner", "default": true}, {"object": "Lead", "name": "Old", "active": false}, {"object": "Account", "name": "Key"}]}
        """;

    private const string Countries = """
        {"countries": [{"code": "US", "name": "United States", "states": {"CA": "California", "NY": "New York"}}, {"code": "NO", "name": "Norway"}]}
        """;

    [Fact]
    [Proves("behaviour record type")]
    [Proves("code INVALID_CROSS_REFERENCE_KEY")]
    [SimulatorOnly]
    public async Task A_row_gets_the_default_type_or_one_of_its_objects_active_ones()
    {
        await using var host = await RuledOrg.StartAsync(Types);
        var types = (await host.Call("GET", "query?q=SELECT+Id,DeveloperName+FROM+RecordType"))["records"].EnumerateArray()
            .ToDictionary(row => row.GetProperty("DeveloperName").GetString()!, row => row.GetProperty("Id").GetString()!);

        (await host.Text(await host.CreateLead(), "RecordTypeId")).Should().Be(types["Partner"]).And.StartWith("012");
        (await host.Value(await host.CreateLead("\"RecordTypeId\":\"012000000000000AAA\""), "RecordTypeId")).ValueKind.Should().Be(JsonValueKind.Null);
        foreach (var wrong in (string[])[types["Old"], types["Key"], "0125g000000zzzzAAA"])
        {
            (await host.Call("POST", "sobjects/Lead", $$"""{"LastName":"A","Company":"B","RecordTypeId":"{{wrong}}"}"""))
                .ShouldRefuse(400, "INVALID_CROSS_REFERENCE_KEY", "Record Type ID: this ID value isn't valid for the user: " + wrong);
        }

        (await host.Call("POST", "sobjects/Contact", """{"LastName":"A","RecordTypeId":"012000000000000AAA"}""")).ShouldRefuse(400, "INVALID_FIELD", "No such column 'RecordTypeId' on sobject of type Contact");
    }

    [Fact]
    [Proves("behaviour record type")]
    [Proves("GET /services/data/{version}/sobjects/{object}/describe")]
    [SimulatorOnly]
    public async Task Describe_lists_the_types_with_the_default_one()
    {
        await using var host = await RuledOrg.StartAsync(Types);

        (await host.Call("GET", "sobjects/Lead/describe"))["recordTypeInfos"].EnumerateArray()
            .Select(type => (type.GetProperty("developerName").GetString(), type.GetProperty("master").GetBoolean(), type.GetProperty("active").GetBoolean(), type.GetProperty("defaultRecordTypeMapping").GetBoolean()))
            .Should().Equal(("Master", true, true, false), ("Partner", false, true, true), ("Old", false, false, false));
    }

    [Theory]
    [InlineData("""{"Country":"Norway"}""", "Norway", "NO", null, null)]
    [InlineData("""{"CountryCode":"us","StateCode":"ca"}""", "United States", "US", "California", "CA")]
    [InlineData("""{"Country":"United States","State":"New York"}""", "United States", "US", "New York", "NY")]
    [Proves("behaviour state and country")]
    [SimulatorOnly]
    public async Task State_and_country_fill_their_codes_and_the_other_way_round(string sent, string? country, string? countryCode, string? state, string? stateCode)
    {
        await using var host = await RuledOrg.StartAsync(Countries);

        var lead = (await host.Call("GET", "sobjects/Lead/" + await host.CreateLead(sent[1..^1]))).Json;

        (Text("Country"), Text("CountryCode"), Text("State"), Text("StateCode")).Should().Be((country, countryCode, state, stateCode));
        lead.GetProperty("Address").EnumerateObject().Select(member => member.Name).Should()
            .Equal("city", "country", "countryCode", "geocodeAccuracy", "latitude", "longitude", "postalCode", "state", "stateCode", "street");
        lead.GetProperty("Address").GetProperty("countryCode").GetString().Should().Be(countryCode);

        string? Text(string field) => lead.GetProperty(field).GetString();
    }

    [Theory]
    [InlineData("""{"Country":"Atlantis"}""", "country", "Country")]
    [InlineData("""{"Country":"Norway","CountryCode":"US"}""", "country", "Country")]
    [InlineData("""{"Country":"Norway","State":"California"}""", "state", "State")]
    [InlineData("""{"State":"California"}""", "state", "State")]
    [Proves("behaviour state and country")]
    [Proves("code FIELD_INTEGRITY_EXCEPTION")]
    [SimulatorOnly]
    public async Task A_state_or_country_that_is_none_or_not_the_others_is_refused(string sent, string what, string field)
    {
        await using var host = await RuledOrg.StartAsync(Countries);

        var answer = await host.Call("POST", "sobjects/Lead", """{"LastName":"A","Company":"B",""" + sent[1..]);

        answer.Json[0].GetProperty("errorCode").GetString().Should().Be("FIELD_INTEGRITY_EXCEPTION");
        answer.Json[0].GetProperty("message").GetString().Should().StartWith($"There's a problem with this {what}, even though it may appear correct.");
        answer.Json[0].GetProperty("fields")[0].GetString().Should().Be(field);
    }
}
