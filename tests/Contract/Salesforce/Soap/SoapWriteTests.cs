using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Soap;

[Source("SOAP API Developer Guide, create(), update(), upsert(), delete()")]
public sealed class SoapWriteTests
{
    private const string Unknown =
        "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.";

    [Fact]
    [Proves("soap create")]
    [Proves("soap update")]
    [Proves("code REQUIRED_FIELD_MISSING")]
    public async Task Rows_are_created_and_updated_each_for_itself()
    {
        await using var host = await OrgHost.StartAsync();

        var made = await host.Soap("create", Row("Lead", "<LastName>Ray &amp; Co</LastName><Company>Acme</Company><NumberOfEmployees>12</NumberOfEmployees><DoNotCall>true</DoNotCall>") + Row("Lead", "<Company>Acme</Company>"));
        made.Each("success").Should().Equal("true", "false");
        made.Results[1].Elements().Select(element => element.Name.LocalName).Should().Equal("errors", "id", "success");
        made.Results[1].Elements().First().Elements().Select(element => (element.Name.LocalName, element.Value)).Should().Equal(
            ("fields", "LastName"), ("message", "Required fields are missing: [LastName]"), ("statusCode", "REQUIRED_FIELD_MISSING"));
        made.Http.Body.Should().Contain("<id xsi:nil=\"true\"/>");
        var id = made.Each("id")[0];

        var changed = await host.Soap("update", Row("Lead", $"<Id>{id}</Id><fieldsToNull>NumberOfEmployees</fieldsToNull><Title>Dr</Title>"));
        changed.Each("success").Should().Equal("true");
        var row = await host.Call("GET", "sobjects/Lead/" + id);
        row["LastName"].GetString().Should().Be("Ray & Co");
        row["DoNotCall"].GetBoolean().Should().BeTrue();
        row["Title"].GetString().Should().Be("Dr");
        row["NumberOfEmployees"].ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    [Proves("soap create")]
    [Proves("header AllOrNoneHeader")]
    [Proves("code ALL_OR_NONE_OPERATION_ROLLED_BACK")]
    public async Task All_or_none_undoes_the_good_rows_with_the_bad()
    {
        await using var host = await OrgHost.StartAsync();

        var made = await host.Soap("create", Row("Lead", "<LastName>Ray</LastName><Company>Acme</Company>") + Row("Lead", ""), "<AllOrNoneHeader><allOrNone>true</allOrNone></AllOrNoneHeader>");

        made.Each("success").Should().Equal("false", "false");
        made.Results[0].Value.Should().Contain("ALL_OR_NONE_OPERATION_ROLLED_BACK");
        (await host.Soap("query", "<queryString>SELECT Id FROM Lead</queryString>"))["size"].Should().Be("0");
    }

    [Fact]
    [Proves("soap create")]
    [Proves("header DuplicateRuleHeader")]
    public async Task The_header_of_duplicate_rules_is_taken()
    {
        await using var host = await OrgHost.StartAsync();

        var made = await host.Soap(
            "create",
            Row("Lead", "<LastName>Ray</LastName><Company>Acme</Company>"),
            "<DuplicateRuleHeader><allowSave>true</allowSave><includeRecordDetails>false</includeRecordDetails><runAsCurrentUser>true</runAsCurrentUser></DuplicateRuleHeader>");

        made.Each("success").Should().Equal("true");
    }

    [Fact]
    [Proves("soap upsert")]
    [Proves("soap create")]
    [Proves("code DUPLICATE_VALUE")]
    public async Task Upsert_goes_by_an_external_id_and_parents_are_found_by_theirs()
    {
        await using var host = await OrgHost.StartAsync();
        const string key = "<externalIDFieldName>MarketoKey__c</externalIDFieldName>";

        var first = await host.Soap("upsert", key + Row("Account", "<MarketoKey__c>a1</MarketoKey__c><Name>Acme</Name>"));
        var second = await host.Soap("upsert", key + Row("Account", "<MarketoKey__c>a1</MarketoKey__c><Name>Acme 2</Name>") + Row("Account", "<MarketoKey__c>b</MarketoKey__c><Name>B</Name>"));
        var twice = await host.Soap("upsert", key + Row("Account", "<MarketoKey__c>c</MarketoKey__c><Name>C</Name>") + Row("Account", "<MarketoKey__c>C</MarketoKey__c><Name>C</Name>"));
        var child = await host.Soap("create", Row("Contact", "<LastName>Ray</LastName><Account><type>Account</type><MarketoKey__c>a1</MarketoKey__c></Account>"));

        first.Each("created").Should().Equal("true");
        second.Each("created").Should().Equal("false", "true");
        second.Each("id")[0].Should().Be(first.Each("id")[0]);
        twice.Each("success").Should().Equal("false", "false");
        (await host.Call("GET", "sobjects/Contact/" + child.Each("id")[0]))["AccountId"].GetString().Should().Be(first.Each("id")[0]);
        (await host.Soap("upsert", "<externalIDFieldName>Fax</externalIDFieldName>" + Row("Account", "<Name>X</Name>")))["faultcode"].Should().Be("sf:INVALID_FIELD");
    }

    [Fact]
    [Proves("soap create")]
    [Proves("code INVALID_FIELD")]
    [Proves("code INVALID_TYPE")]
    [Proves("code EXCEEDED_ID_LIMIT")]
    [Unverified]
    public async Task Unknown_fields_and_objects_and_too_many_rows_refuse_the_call()
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Soap("create", Row("Lead", "<Nope__c>x</Nope__c>"))).ShouldFault("sf:INVALID_FIELD", $"No such column 'Nope__c' on entity 'Lead'. {Unknown}", "InvalidFieldFault");
        (await host.Soap("create", Row("Nope", "<Name>x</Name>"))).Http.Body.Should().Contain("<sf:exceptionCode>INVALID_TYPE</sf:exceptionCode>").And.Contain("sObject type 'Nope' is not supported.");
        (await host.Soap("create", "<sObjects><Name>x</Name></sObjects>"))["exceptionMessage"].Should().Be("Must send a concrete entity type.");
        (await host.Soap("create", string.Concat(Enumerable.Repeat(Row("Lead", ""), 201)))).ShouldFault(
            "sf:EXCEEDED_ID_LIMIT", "record limit reached. cannot submit more than 200 records into this call", "InvalidIdFault");
    }

    [Theory]
    [InlineData("<NumberOfEmployees>many</NumberOfEmployees>", "INVALID_TYPE_ON_FIELD_IN_RECORD")]
    [InlineData("<Id>00Q000000000001AAA</Id>", "INVALID_FIELD_FOR_INSERT_UPDATE")]
    [InlineData("<CreatedDate>2026-01-01T00:00:00Z</CreatedDate>", "INVALID_FIELD_FOR_INSERT_UPDATE")]
    [InlineData("<Email>nobody</Email>", "INVALID_EMAIL_ADDRESS")]
    [Proves("soap create")]
    [Proves("code INVALID_TYPE_ON_FIELD_IN_RECORD")]
    [Proves("code INVALID_FIELD_FOR_INSERT_UPDATE")]
    public async Task Bad_values_are_the_rows_errors(string field, string code)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Soap("create", Row("Lead", "<LastName>Ray</LastName><Company>Acme</Company>" + field)))["statusCode"].Should().Be(code);
    }

    [Theory]
    [InlineData("", "off", false)]
    [InlineData("", "on", true)]
    [InlineData("<AssignmentRuleHeader><useDefaultRule>true</useDefaultRule></AssignmentRuleHeader>", "off", true)]
    [InlineData("<AssignmentRuleHeader><useDefaultRule>false</useDefaultRule></AssignmentRuleHeader>", "on", false)]
    [Proves("switch soap.defaultAssignmentRule")]
    [Proves("header AssignmentRuleHeader")]
    [Unverified]
    [SimulatorOnly("needs an assignment rule")]
    public async Task The_assignment_rule_runs_only_when_the_header_asks_unless_a_switch_says_so(string header, string setting, bool assigned)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSimOptions
        {
            ConnectedApps = OrgHost.DefaultOptions.ConnectedApps,
            Users = OrgHost.DefaultOptions.Users,
            Queues = OrgHost.DefaultOptions.Queues,
            AssignmentRule = new AssignmentRule("route", [new AssignmentEntry(null, null, ["Inbound"])]),
        });
        host.Org.SetSwitch("soap.defaultAssignmentRule", setting);

        var id = (await host.Soap("create", Row("Lead", "<LastName>Ray</LastName><Company>Acme</Company>"), header)).Each("id")[0];

        (await host.Call("GET", "sobjects/Lead/" + id))["OwnerId"].GetString()!.StartsWith("00G", StringComparison.Ordinal).Should().Be(assigned);
    }

    [Fact]
    [Proves("soap delete")]
    [Proves("soap undelete")]
    [Proves("soap emptyRecycleBin")]
    [Proves("behaviour undelete")]
    [Proves("code UNDELETE_FAILED")]
    [Proves("code INVALID_ID_FIELD")]
    [SimulatorOnly("looks into the bin")]
    public async Task Rows_go_to_the_bin_come_back_and_leave_it_for_good()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();
        string[] one = [id];

        (await host.Soap("delete", Ids(one))).Each("success").Should().Equal("true");
        (await host.Soap("delete", Ids(one)))["statusCode"].Should().Be("ENTITY_IS_DELETED");
        (await host.Soap("undelete", Ids(one))).Each("id").Should().Equal(id);
        (await host.Soap("undelete", Ids(one)))["statusCode"].Should().Be("UNDELETE_FAILED");
        (await host.Call("GET", "sobjects/Lead/" + id)).Status.Should().Be(200);
        (await host.Soap("emptyRecycleBin", Ids(one)))["statusCode"].Should().Be("INVALID_ID_FIELD");
        await host.Soap("delete", Ids(one));

        (await host.Soap("emptyRecycleBin", Ids(one))).Each("success").Should().Equal("true");
        (await host.Soap("undelete", Ids(one)))["success"].Should().Be("false");
        (await host.Soap("queryAll", "<queryString>SELECT Id FROM Lead</queryString>"))["size"].Should().Be("0");
        host.Org.UnhandledFailures.Should().Be(0);
    }

    [Fact]
    [Proves("soap create")]
    [SimulatorOnly("jsforce's own namespace is no schema's")]
    public async Task The_forms_of_jsforce_and_of_the_enterprise_WSDL_are_taken()
    {
        await using var host = await OrgHost.StartAsync();

        var jsforce = await host.Soap(
            "create", "<ns1:sObjects xmlns:ns1=\"sobject.partner.soap.sforce.com\"><type>Lead</type><fieldsToNull>Title</fieldsToNull><LastName>Ray</LastName><Company>Acme</Company></ns1:sObjects>");
        var enterprise = await host.SoapC(
            "create", "<p:sObjects xmlns:ens=\"urn:sobject.enterprise.soap.sforce.com\" xsi:type=\"ens:Lead\"><ens:LastName>Ray</ens:LastName><ens:Company>Acme</ens:Company></p:sObjects>");

        jsforce["success"].Should().Be("true", jsforce.Http.Body);
        enterprise["success"].Should().Be("true", enterprise.Http.Body);
        host.Records.Calls[^1].Records.Should().Be(1);
    }

    private static string Row(string type, string fields) => $"<sObjects><type>{type}</type>{fields}</sObjects>";

    private static string Ids(IEnumerable<string> ids) => string.Concat(ids.Select(id => $"<ids>{id}</ids>"));
}
