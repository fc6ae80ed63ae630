using System.Text;
using System.Xml.Linq;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Frame;

/// <summary>Answers and bodies in XML.</summary>
[Source("Salesforce REST API Developer Guide, Execute a SOQL Query; Create a Record; Status Codes and Error Responses")]
public sealed class XmlTests
{
    private const string Xml = "application/xml";

    [Fact]
    [Proves("header Accept")]
    [Proves("GET /services/data/{version}/sobjects/{object}/{id}", "fields")]
    public async Task A_row_is_an_element_of_its_object_with_attributes_and_empty_fields_as_nil()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();

        var row = XDocument.Parse((await host.Call("GET", $"sobjects/Lead/{id}?fields=LastName,Phone", null, ("Accept", Xml))).Body).Root!;

        row.Name.LocalName.Should().Be("Lead");
        row.Attribute("type")!.Value.Should().Be("Lead");
        row.Attribute("url")!.Value.Should().EndWith(id);
        row.Element("LastName")!.Value.Should().Be("Ray");
        row.Element("Phone")!.Attribute(XName.Get("nil", "http://www.w3.org/2001/XMLSchema-instance"))!.Value.Should().Be("true");
    }

    [Fact]
    [Proves("header Accept")]
    [Proves("GET /services/data/{version}/query", "q")]
    public async Task A_query_result_repeats_its_records()
    {
        await using var host = await OrgHost.StartAsync();
        var ids = new[] { await host.CreateLead(), await host.CreateLead() };

        var result = XDocument.Parse((await host.Call("GET", $"query?q=SELECT+Id,LastName+FROM+Lead+WHERE+Id+IN+('{ids[0]}','{ids[1]}')", null, ("Accept", Xml))).Body).Root!;

        result.Name.LocalName.Should().Be("QueryResult");
        result.Element("totalSize")!.Value.Should().Be("2");
        result.Elements("records").Select(record => record.Element("Id")!.Value).Should().BeEquivalentTo(ids);
        result.Elements("records").Should().OnlyContain(record => record.Attribute("type")!.Value == "Lead");
    }

    [Theory]
    [InlineData("sobjects/Nope", "NOT_FOUND")]
    [InlineData("query?q=SELECT+Nope+FROM+Lead", "INVALID_FIELD")]
    [Proves("header Accept")]
    public async Task Errors_are_in_XML_too(string path, string code)
    {
        await using var host = await OrgHost.StartAsync();

        var errors = XDocument.Parse((await host.Call("GET", path, null, ("Accept", Xml))).Body).Root!;

        errors.Name.LocalName.Should().Be("Errors");
        errors.Elements("Error").Single().Element("errorCode")!.Value.Should().Be(code);
    }

    [Theory]
    [InlineData("limits.json", "application/json", "application/json")]
    [InlineData("limits.json", "application/xml", "application/json")]
    [InlineData("limits.xml", "application/json", "application/xml")]
    [InlineData("sobjects.xml", "text/css", "application/xml")]
    [InlineData("query.xml?q=SELECT+Id+FROM+Lead+LIMIT+1", "*/*", "application/xml")]
    [Proves("header Accept")]
    public async Task A_suffix_of_the_path_wins_over_Accept(string path, string accept, string type)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("GET", path, null, ("Accept", accept));

        answer.Status.Should().Be(200, answer.Body);
        answer.Headers["Content-Type"].Should().StartWith(type);
    }

    [Fact]
    [Proves("header Content-Type")]
    [Proves("POST /services/data/{version}/sobjects/{object}")]
    public async Task A_row_can_be_sent_in_XML()
    {
        await using var host = await OrgHost.StartAsync();
        const string body = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Lead><LastName>42</LastName><Company>Acme &amp; Sons</Company><Lead_Score__c>7.0</Lead_Score__c><HasOptedOutOfEmail>true</HasOptedOutOfEmail><Phone xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/></Lead>
            """;

        var created = await Send(host, "POST", "sobjects/Lead", body);
        created.Status.Should().Be(201, created.Body);
        var row = await host.Call("GET", "sobjects/Lead/" + created["id"].GetString());

        row["LastName"].GetString().Should().Be("42");
        row["Company"].GetString().Should().Be("Acme & Sons");
        row["Lead_Score__c"].GetDouble().Should().Be(7);
        row["HasOptedOutOfEmail"].GetBoolean().Should().BeTrue();
        (await Send(host, "PATCH", "sobjects/Lead/" + created["id"].GetString(), "<Lead><Phone>1</Phone></Lead>")).Status.Should().Be(204);
    }

    [Fact]
    [Proves("header Content-Type")]
    public async Task A_parent_can_be_named_by_its_key_in_XML()
    {
        await using var host = await OrgHost.StartAsync();
        await host.Create("Account", """{"Name":"Acme","External_Id__c":"A-1"}""");

        var created = await Send(host, "POST", "sobjects/Contact", "<Contact><LastName>Ray</LastName><Account><External_Id__c>A-1</External_Id__c></Account></Contact>");

        created.Status.Should().Be(201, created.Body);
        (await host.Call("GET", $"sobjects/Contact/{created["id"].GetString()}/Account"))["Name"].GetString().Should().Be("Acme");
    }

    [Theory]
    [InlineData("<Lead><LastName>")]
    [InlineData("no XML")]
    [InlineData("""<!DOCTYPE Lead [<!ENTITY e SYSTEM "file:///etc/hostname">]><Lead><LastName>&e;</LastName></Lead>""")]
    [InlineData("""<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><Lead><LastName>&b;</LastName></Lead>""")]
    [InlineData("<Lead><a><b><c><d><e/></d></c></b></a></Lead>")]
    [Proves("header Content-Type")]
    [Unverified]
    public async Task XML_that_is_broken_or_has_a_DTD_is_refused(string body)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await Send(host, "POST", "sobjects/Lead", body);

        answer.Status.Should().Be(400, answer.Body);
        answer.Json[0].GetProperty("errorCode").GetString().Should().Be("XML_PARSER_ERROR");
    }

    private static async Task<OrgAnswer> Send(OrgHost host, string method, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, Xml);
        using var request = await host.Request(method, path, content);
        return await host.Send(request);
    }
}
