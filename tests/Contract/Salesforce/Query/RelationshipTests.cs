using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Query;

/// <summary>Children of rows, and parents of several kinds.</summary>
[Source("Salesforce SOQL and SOSL Reference, Relationship Queries; TYPEOF")]
public sealed class RelationshipTests
{
    [Fact]
    [Proves("soql child query")]
    public async Task Children_are_a_list_of_their_own_and_none_are_null()
    {
        await using var host = await OrgHost.StartAsync();
        var full = await host.CreateAccount("Full", contacts: 3);
        var empty = await host.CreateAccount("Empty");

        var answer = await host.Query($"SELECT Name, (SELECT LastName FROM Contacts WHERE LastName != 'c1' ORDER BY LastName DESC) FROM Account WHERE Id IN ('{full}', '{empty}') ORDER BY Name");

        answer["records"][0].GetProperty("Contacts").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        var children = answer["records"][1].GetProperty("Contacts");
        children.GetProperty("totalSize").GetInt32().Should().Be(2);
        children.GetProperty("done").GetBoolean().Should().BeTrue();
        children.GetProperty("records").EnumerateArray().Select(row => row.GetProperty("LastName").GetString()).Should().Equal("c2", "c0");
        children.GetProperty("records")[0].GetProperty("attributes").GetProperty("type").GetString().Should().Be("Contact");
    }

    [Fact]
    [Proves("soql child query")]
    public async Task Each_parent_has_a_limit_of_its_own_and_the_relationship_may_be_qualified()
    {
        await using var host = await OrgHost.StartAsync();
        var first = await host.CreateAccount("A", contacts: 2);
        var second = await host.CreateAccount("B", contacts: 2);

        (await host.Rows($"SELECT a.Name, (SELECT Contact.LastName FROM a.Contacts ORDER BY LastName LIMIT 1) FROM Account a WHERE Id IN ('{first}', '{second}') ORDER BY Name"))
            .Should().Be("{Name:A,Contacts:{totalSize:1,done:true,records:[{LastName:c0}]}} {Name:B,Contacts:{totalSize:1,done:true,records:[{LastName:c0}]}}");
    }

    [Fact]
    [Proves("soql child query")]
    public async Task Children_have_children_from_version_58_on()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.CreateAccount("A");
        var contact = await host.Create("Contact", $$"""{"LastName":"Ann","AccountId":"{{account}}"}""");
        await host.Create("Task", $$"""{"Subject":"Call","WhoId":"{{contact}}"}""");
        var statement = $"SELECT (SELECT LastName, (SELECT Subject FROM Tasks) FROM Contacts) FROM Account WHERE Id = '{account}'";

        (await host.Rows(statement)).Should().Contain("Tasks:{totalSize:1,done:true,records:[{Subject:Call}]}");
        (await host.Query(statement, "57.0")).Json[0].GetProperty("errorCode").GetString().Should().Be("MALFORMED_QUERY");
    }

    [Fact]
    [Proves("soql child query")]
    [Proves("GET /services/data/{version}/query/{locator}")]
    public async Task A_list_of_children_longer_than_a_page_has_its_own_next_page()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.CreateAccount("A", contacts: 201);

        var answer = await host.Query($"SELECT (SELECT LastName FROM Contacts) FROM Account WHERE Id = '{account}'", headers: ("Sforce-Query-Options", "batchSize=200"));
        var children = answer["records"][0].GetProperty("Contacts");
        var rest = await host.Call("GET", children.GetProperty("nextRecordsUrl").GetString()!);

        children.GetProperty("totalSize").GetInt32().Should().Be(201);
        children.GetProperty("done").GetBoolean().Should().BeFalse();
        children.GetProperty("records").GetArrayLength().Should().Be(200);
        rest["done"].GetBoolean().Should().BeTrue();
        rest["records"].GetArrayLength().Should().Be(1);
        rest["records"][0].GetProperty("attributes").GetProperty("type").GetString().Should().Be("Contact");
    }

    [Theory]
    [InlineData("SELECT (SELECT Id FROM Opportunity) FROM Account", "INVALID_TYPE", "Didn't understand relationship 'Opportunity' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.")]
    [InlineData("SELECT (SELECT Nope FROM Contacts) FROM Account", "INVALID_FIELD", "No such column 'Nope' on entity 'Contact'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.")]
    [Proves("soql child query")]
    [Proves("code INVALID_TYPE")]
    [Proves("code INVALID_FIELD")]
    public async Task Unknown_names_of_children_are_refused(string statement, string code, string text)
    {
        await using var host = await OrgHost.StartAsync();
        await host.ShouldRefuse(statement, code, text);
    }

    [Theory]
    [InlineData("SELECT (SELECT COUNT(Id) FROM Contacts) FROM Account", "Aggregate expressions are not allowed in child queries")]
    [InlineData("SELECT (SELECT Id FROM Contacts OFFSET 1) FROM Account", "OFFSET is allowed in a child query only when the query around it gives one row.")]
    [InlineData("SELECT (SELECT Id FROM Contacts), (SELECT Id FROM Contacts) FROM Account", "duplicate field selected: Contacts")]
    [Proves("soql child query")]
    [Proves("code MALFORMED_QUERY")]
    [Unverified]
    public async Task What_a_child_query_cannot_have_is_refused(string statement, string text)
    {
        await using var host = await OrgHost.StartAsync();
        await host.ShouldRefuse(statement, "MALFORMED_QUERY", text);
    }

    [Fact]
    [Proves("soql TYPEOF")]
    public async Task Typeof_picks_fields_by_the_object_a_row_points_to()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.CreateAccount("Acme", more: ",\"Phone\":\"1\"");
        var deal = await host.Create("Opportunity", """{"Name":"deal","StageName":"Prospecting","CloseDate":"2026-01-31","Amount":5}""");
        var a = await host.Create("Task", $$"""{"Subject":"a","WhatId":"{{account}}"}""");
        var b = await host.Create("Task", $$"""{"Subject":"b","WhatId":"{{deal}}"}""");
        var c = await host.Create("Task", """{"Subject":"c"}""");
        var where = $"FROM Task WHERE Id IN ('{a}', '{b}', '{c}') ORDER BY Subject";

        (await host.Rows($"SELECT TYPEOF What WHEN Account THEN Phone, Owner.Id WHEN Opportunity THEN Amount, StageName END, Subject {where}"))
            .Should().MatchRegex("""^{What:{Phone:1,Owner:{Id:005\w+}},Subject:a} {What:{Amount:5.0,StageName:Prospecting},Subject:b} {What:null,Subject:c}$""");
        (await host.Rows($"SELECT TYPEOF What WHEN Account THEN Phone ELSE Name END {where}")).Should().Be("{What:{Phone:1}} {What:{Name:deal}} {What:null}");
        (await host.Rows($"SELECT TYPEOF What WHEN Account THEN Phone END {where}")).Should().Be("{What:{Phone:1}} {What:null} {What:null}");
    }

    [Theory]
    [InlineData("SELECT TYPEOF Account WHEN Account THEN Id END FROM Contact")]
    [InlineData("SELECT TYPEOF What WHEN Lead THEN Id END FROM Task")]
    [InlineData("SELECT TYPEOF What WHEN Account THEN Id END, COUNT(Id) FROM Task")]
    [Proves("soql TYPEOF")]
    [Proves("code MALFORMED_QUERY")]
    [Unverified]
    public async Task Typeof_is_for_polymorphic_relationships_and_their_objects(string statement)
    {
        await using var host = await OrgHost.StartAsync();
        (await host.Query(statement)).Json[0].GetProperty("errorCode").GetString().Should().Be("MALFORMED_QUERY");
    }
}
