using System.Globalization;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Soap;

[Source("SOAP API Developer Guide, query(), queryMore(), retrieve(), describeSObjects(), getUpdated(), getDeleted()")]
public sealed class SoapReadTests
{
    [Fact]
    [Proves("soap query")]
    [Proves("soap create")]
    [Unverified]
    public async Task Rows_of_the_partner_WSDL_have_type_and_id_in_front()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"A & B"}""");
        var contact = await host.Create("Contact", "{\"LastName\":\"Ray\",\"AccountId\":\"" + account + "\"}");
        await host.Create("Contact", """{"LastName":"Alone"}""");

        var answer = await host.Soap("query", "<queryString>SELECT Id, LastName, Account.Name, Email, CreatedDate FROM Contact ORDER BY LastName DESC</queryString>");

        answer.Result.Elements().Select(element => element.Name.LocalName).Should().Equal("done", "queryLocator", "records", "records", "size");
        answer.Http.Body.Should().Contain(
            $"<records xsi:type=\"sf:sObject\"><sf:type>Contact</sf:type><sf:Id>{contact}</sf:Id><sf:Id>{contact}</sf:Id><sf:LastName>Ray</sf:LastName>"
            + "<sf:Account xsi:type=\"sf:sObject\"><sf:type>Account</sf:type><sf:Id xsi:nil=\"true\"/><sf:Name>A &amp; B</sf:Name></sf:Account><sf:Email xsi:nil=\"true\"/><sf:CreatedDate>");
        answer.Http.Body.Should().Contain("<sf:Account xsi:nil=\"true\"/>").And.MatchRegex(@"<sf:CreatedDate>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z</sf:CreatedDate>");
        var enterprise = await host.SoapC("query", "<queryString>SELECT LastName FROM Contact WHERE LastName = 'Ray'</queryString>");
        enterprise.Http.Body.Should().Contain("<records xsi:type=\"sf:Contact\"><sf:LastName>Ray</sf:LastName></records>");
    }

    [Fact]
    [Proves("soap query")]
    [Proves("soap queryMore")]
    [Proves("header QueryOptions")]
    [Proves("code INVALID_QUERY_LOCATOR")]
    public async Task Queries_page_by_locator_500_rows_at_a_time_or_as_many_as_asked()
    {
        await using var host = await OrgHost.StartAsync();
        for (var page = 0; page < 3; page++)
        {
            var rows = string.Join(',', Enumerable.Range(0, 200).Select(number => "{\"attributes\":{\"type\":\"Lead\"},\"LastName\":\"L\",\"Company\":\"C\"}"));
            (await host.Call("POST", "composite/sobjects", "{\"records\":[" + rows + "]}")).Status.Should().Be(200);
        }

        var first = await host.Soap("query", "<queryString>SELECT Id FROM Lead</queryString>");
        var small = await host.Soap("query", "<queryString>SELECT Id FROM Lead</queryString>", "<QueryOptions><batchSize>200</batchSize></QueryOptions>");
        var rest = await host.Soap("queryMore", $"<queryLocator>{first["queryLocator"]}</queryLocator>");

        (first["done"], first["size"], Records(first)).Should().Be(("false", "600", 500));
        Records(small).Should().Be(200);
        (rest["done"], rest["size"], Records(rest)).Should().Be(("true", "600", 100));
        (await host.Soap("queryMore", "<queryLocator>nonsense</queryLocator>")).ShouldFault("sf:INVALID_QUERY_LOCATOR", "invalid query locator", "InvalidQueryLocatorFault");
    }

    [Fact]
    [Proves("soap query")]
    [Proves("soap queryAll")]
    [Proves("code MALFORMED_QUERY")]
    public async Task A_bad_query_is_a_fault_and_queryAll_sees_the_bin()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();
        await host.Call("DELETE", "sobjects/Lead/" + id);

        var bad = await host.Soap("query", "<queryString>SELECT FROM Lead</queryString>");
        (bad["faultcode"], bad.Status).Should().Be(("sf:MALFORMED_QUERY", 500));
        bad.Http.Body.Should().Contain("<sf:MalformedQueryFault xsi:type=\"sf:MalformedQueryFault\">").And.MatchRegex(@"<sf:row>-?\d+</sf:row><sf:column>-?\d+</sf:column>");
        (await host.Soap("query"))["faultcode"].Should().Be("sf:MALFORMED_QUERY");
        (await host.Soap("query", "<queryString>SELECT Id FROM Lead</queryString>"))["size"].Should().Be("0");
        (await host.Soap("queryAll", "<queryString>SELECT Id, IsDeleted FROM Lead</queryString>")).Http.Body.Should().Contain("<sf:IsDeleted>true</sf:IsDeleted>");
    }

    [Fact]
    [Proves("soap retrieve")]
    [Proves("code INVALID_FIELD")]
    [Proves("code INVALID_TYPE")]
    public async Task Retrieve_keeps_the_places_of_rows_that_are_not_there()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();

        var answer = await host.Soap("retrieve", $"<fieldList>Id,LastName</fieldList><sObjectType>Lead</sObjectType><ids>00Q5g0000000001AAA</ids><ids>{id}</ids>");

        answer.Results.Should().HaveCount(2, answer.Http.Body);
        answer.Http.Body.Should().Contain("<result xsi:nil=\"true\"/><result xsi:type=\"sf:sObject\"><sf:type>Lead</sf:type>");
        (await host.Soap("retrieve", $"<fieldList>Nope</fieldList><sObjectType>Lead</sObjectType><ids>{id}</ids>"))["faultcode"].Should().Be("sf:INVALID_FIELD");
        (await host.Soap("retrieve", $"<fieldList>Id</fieldList><sObjectType>Nope</sObjectType><ids>{id}</ids>"))["faultcode"].Should().Be("sf:INVALID_TYPE");
    }

    [Fact]
    [Proves("soap describeSObject")]
    [Proves("soap describeSObjects")]
    [Proves("soap describeGlobal")]
    public async Task Objects_are_described_as_in_REST()
    {
        await using var host = await OrgHost.StartAsync();

        var one = await host.Soap("describeSObject", "<sObjectType>lead</sObjectType>");
        var two = await host.Soap("describeSObjects", "<sObjectType>Lead</sObjectType><sObjectType>Contact</sObjectType>");
        var all = await host.Soap("describeGlobal");

        var rest = await host.Call("GET", "sobjects/Lead/describe");
        one.Result.Elements().Count(element => element.Name.LocalName == "fields").Should().Be(rest["fields"].GetArrayLength());
        one.Result.Elements().Where(element => element.Name.LocalName == "fields").SelectMany(field => field.Elements()).Where(member => member.Name.LocalName == "soapType").Select(member => member.Value)
            .Should().Contain("xsd:string");
        one.Http.Body.Should().Contain("<keyPrefix>00Q</keyPrefix>").And.NotContain("rowTemplate");
        two.Each("name").Should().Equal("Lead", "Contact");
        all.Result.Elements().Where(element => element.Name.LocalName == "sobjects").Should().HaveCount((await host.Call("GET", "sobjects"))["sobjects"].GetArrayLength());
        (await host.Soap("describeSObject", "<sObjectType>Nope</sObjectType>"))["faultcode"].Should().Be("sf:INVALID_TYPE");
    }

    [Fact]
    [Proves("soap getUpdated")]
    [Proves("soap getDeleted")]
    [Proves("code INVALID_REPLICATION_DATE")]
    [SimulatorOnly("moves the clock")]
    public async Task What_changed_and_what_was_deleted_in_a_span_is_listed()
    {
        await using var host = await OrgHost.StartAsync();
        var kept = await host.CreateLead();
        var deleted = await host.CreateLead();
        await host.Call("DELETE", "sobjects/Lead/" + deleted);
        var start = host.Clock.GetUtcNow().AddMinutes(-1);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var span = $"<sObjectType>Lead</sObjectType><startDate>{Text(start)}</startDate><endDate>{Text(start.AddMinutes(4))}</endDate>";

        var updated = await host.Soap("getUpdated", span);
        var gone = await host.Soap("getDeleted", span);

        updated.Result.Elements().Select(element => element.Name.LocalName).Should().Equal("ids", "latestDateCovered");
        (updated["ids"], updated["latestDateCovered"]).Should().Be((kept, "2026-03-11T15:33:00.000Z"));
        gone.Result.Elements().Select(element => element.Name.LocalName).Should().Equal("deletedRecords", "earliestDateAvailable", "latestDateCovered");
        (gone["id"], gone["deletedDate"]).Should().Be((deleted, "2026-03-11T15:30:00.000Z"));
        (await host.Soap("getUpdated", $"<sObjectType>Lead</sObjectType><startDate>{Text(start)}</startDate><endDate>{Text(start)}</endDate>"))["faultcode"].Should().Be("sf:INVALID_REPLICATION_DATE");
    }

    [Fact]
    [Proves("soap search")]
    [Proves("soap describeTabs")]
    [SimulatorOnly("the resource of REST may be absent")]
    public async Task Search_and_tabs_are_those_of_REST()
    {
        await using var host = await OrgHost.StartAsync();
        await host.CreateLead();
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        var search = await host.Soap("search", "<searchString>FIND {Ray} RETURNING Lead(Id)</searchString>");
        var tabs = await host.Soap("describeTabs");

        search.Status.Should().Be(200, search.Http.Body);
        search.Http.Body.Should().Contain("<searchRecords><record xsi:type=\"sf:sObject\"><sf:type>Lead</sf:type>");
        tabs.Status.Should().Be(200);
    }

    private static int Records(SoapAnswer answer) => answer.Result.Elements().Count(element => element.Name.LocalName == "records");

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
