using System.Text.Json;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Query;

/// <summary>What is said about a query without running it.</summary>
[Source("Salesforce REST API Developer Guide, Get Feedback on Query Performance; client: the vendor's developer console (columns)")]
public sealed class ExplainTests
{
    [Theory]
    [InlineData("SELECT Id FROM Lead WHERE Email = 'a@example.com'", "Index", "Email")]
    [InlineData("SELECT Id FROM Lead WHERE Id = '00Q000000000001EAA'", "Index", "Id")]
    [InlineData("SELECT Id FROM Lead WHERE SystemModstamp > 2026-01-01T00:00:00Z", "Index", "SystemModstamp")]
    [InlineData("SELECT Id FROM Lead WHERE City = 'Berlin'", "TableScan", "")]
    [Proves("GET /services/data/{version}/query", "explain")]
    [SimulatorOnly("a planner of its own")]
    public async Task A_plan_names_its_index_and_the_table_scan_is_always_there(string statement, string operation, string field)
    {
        await using var host = await OrgHost.StartAsync();
        await host.CreateLead();

        var answer = await host.Call("GET", "query?explain=" + Uri.EscapeDataString(statement));

        answer.Status.Should().Be(200);
        answer["sourceQuery"].GetString().Should().Be(statement);
        var first = answer["plans"][0];
        first.EnumerateObject().Select(member => member.Name).Should().Equal("cardinality", "fields", "leadingOperationType", "notes", "relativeCost", "sobjectCardinality", "sobjectType");
        first.GetProperty("leadingOperationType").GetString().Should().Be(operation);
        string.Join(',', first.GetProperty("fields").EnumerateArray().Select(name => name.GetString())).Should().Be(field);
        first.GetProperty("sobjectCardinality").GetInt32().Should().Be(1);
        answer["plans"].EnumerateArray().Last().GetProperty("leadingOperationType").GetString().Should().Be("TableScan");
    }

    [Fact]
    [Proves("GET /services/data/{version}/query", "explain")]
    [Proves("code MALFORMED_QUERY")]
    public async Task A_bad_statement_is_refused_as_when_it_runs()
    {
        await using var host = await OrgHost.StartAsync();
        (await host.Call("GET", "query?explain=SELECT")).Json[0].GetProperty("errorCode").GetString().Should().Be("MALFORMED_QUERY");
    }

    [Fact]
    [Proves("GET /services/data/{version}/query", "columns")]
    public async Task Columns_are_described_without_rows()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Query("SELECT Id, Name, Owner.Name, (SELECT LastName FROM Contacts) FROM Account", more: "&columns=true");

        answer.Status.Should().Be(200);
        answer["entityName"].GetString().Should().Be("Account");
        answer["groupBy"].GetBoolean().Should().BeFalse();
        answer["idSelected"].GetBoolean().Should().BeTrue();
        answer["keyPrefix"].GetString().Should().Be("001");
        var columns = answer["columnMetadata"].EnumerateArray().ToList();
        columns.Select(Name).Should().Equal("Id", "Name", "Owner", "Contacts");
        columns[1].GetRawText().Should().Be(
            """{"aggregate":false,"apexType":"String","booleanType":false,"columnName":"Name","custom":false,"displayName":"Name","foreignKeyName":null,"insertable":true,"joinColumns":[],"numberType":false,"textType":true,"updatable":true}""");
        columns[2].GetProperty("foreignKeyName").GetString().Should().Be("OwnerId");
        columns[2].GetProperty("joinColumns").EnumerateArray().Select(Name).Should().Equal("Name");
        columns[3].GetProperty("aggregate").GetBoolean().Should().BeTrue();
        columns[3].GetProperty("joinColumns").EnumerateArray().Select(Name).Should().Equal("LastName");
    }

    [Fact]
    [Proves("GET /services/data/{version}/query", "columns")]
    public async Task Columns_of_groups_name_their_functions()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Query("SELECT StageName, AVG(Amount) FROM Opportunity GROUP BY StageName", more: "&columns=true");

        answer["groupBy"].GetBoolean().Should().BeTrue();
        var average = answer["columnMetadata"][1];
        (Name(average), average.GetProperty("displayName").GetString(), average.GetProperty("aggregate").GetBoolean(), average.GetProperty("numberType").GetBoolean())
            .Should().Be(("expr0", "avg(Amount)", true, true));
    }

    private static string? Name(JsonElement column) => column.GetProperty("columnName").GetString();
}
