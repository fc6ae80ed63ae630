using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Tooling;

/// <summary>What clients ask of the Tooling API first.</summary>
[Source("Salesforce Tooling API, REST Resources; client: @salesforce/cli")]
public sealed class ToolingTests
{
    [Theory]
    [InlineData("SELECT Id, Name FROM ApexClass", 0)]
    [InlineData("SELECT QualifiedApiName, KeyPrefix FROM EntityDefinition WHERE QualifiedApiName = 'Lead'", 1)]
    [InlineData("SELECT QualifiedApiName, DataType FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Lead' AND QualifiedApiName = 'Company'", 1)]
    [Proves("GET /services/data/{version}/tooling/query", "q")]
    public async Task Definitions_of_the_org_can_be_queried(string statement, int size)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("GET", "tooling/query?q=" + Uri.EscapeDataString(statement));

        answer.Status.Should().Be(200, answer.Body);
        answer["size"].GetInt32().Should().Be(size);
        answer["totalSize"].GetInt32().Should().Be(size);
        answer["done"].GetBoolean().Should().BeTrue();
        answer["records"].EnumerateArray().Select(record => record.GetProperty("attributes").GetProperty("url").GetString()).Where(url => !url!.StartsWith("/services/data/v59.0/tooling/sobjects/", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("tooling/query", "MALFORMED_QUERY")]
    [InlineData("tooling/query?q=SELECT+Nope+FROM+ApexClass", "INVALID_FIELD")]
    [InlineData("tooling/query?q=SELECT+Id+FROM+Nope", "INVALID_TYPE")]
    [Proves("GET /services/data/{version}/tooling/query", "q")]
    [Proves("code MALFORMED_QUERY")]
    public async Task Queries_are_judged_as_elsewhere(string path, string code)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("GET", path);

        answer.Status.Should().Be(400, answer.Body);
        answer.Json[0].GetProperty("errorCode").GetString().Should().Be(code);
    }

    [Fact]
    [Proves("GET /services/data/{version}/tooling/sobjects")]
    [Proves("GET /services/data/{version}/tooling/sobjects/{object}")]
    [Proves("GET /services/data/{version}/tooling/sobjects/{object}/describe")]
    [Proves("GET /services/data/{version}/tooling/sobjects/{object}/{id}")]
    public async Task Every_object_that_is_listed_can_be_described_and_a_row_read()
    {
        await using var host = await OrgHost.StartAsync();
        var names = (await host.Call("GET", "tooling/sobjects/"))["sobjects"].EnumerateArray().Select(entry => entry.GetProperty("name").GetString()!).Take(20).ToList();

        names.Should().Contain("ApexClass");
        foreach (var name in names)
        {
            (await host.Call("GET", $"tooling/sobjects/{name}/describe"))["name"].GetString().Should().Be(name);
            (await host.Call("GET", $"tooling/sobjects/{name}"))["objectDescribe"].GetProperty("name").GetString().Should().Be(name);
        }

        var entity = (await host.Call("GET", "tooling/query?q=SELECT+Id+FROM+EntityDefinition+WHERE+QualifiedApiName='Lead'"))["records"][0].GetProperty("attributes").GetProperty("url").GetString()!;
        (await host.Call("GET", entity))["QualifiedApiName"].GetString().Should().Be("Lead");
    }

    [Theory]
    [InlineData("tooling/sobjects/SourceMember/describe")]
    [InlineData("tooling/sobjects/Nope")]
    [InlineData("tooling/sobjects/ApexClass/01p5g00000ZZZZZ")]
    [Proves("GET /services/data/{version}/tooling/sobjects/{object}/describe")]
    [Proves("code NOT_FOUND")]
    public async Task An_org_without_source_tracking_says_so_by_404(string path)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("GET", path)).ShouldRefuse(404, "NOT_FOUND", "The requested resource does not exist");
    }

    [Theory]
    [InlineData("EntityDefinition", "Entity Definition")]
    [InlineData("FieldDefinition", "Field Definition")]
    [Proves("POST /services/data/{version}/tooling/sobjects/{object}")]
    [Proves("code CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY")]
    [Unverified]
    public async Task Descriptions_cannot_be_created(string name, string label)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("POST", "tooling/sobjects/" + name, """{"DeveloperName":"x"}""")).ShouldRefuse(400, "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "entity type cannot be inserted: " + label);
        (await host.Call("POST", "tooling/sobjects/Nope", "{}")).Status.Should().Be(404);
    }

    [Fact]
    [Proves("GET /services/data/{version}/tooling/search", "q")]
    [Proves("code MALFORMED_SEARCH")]
    public async Task A_search_for_code_that_nobody_wrote_finds_nothing()
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("GET", "tooling/search?q=" + Uri.EscapeDataString("FIND {nobodyWroteThis} RETURNING ApexClass(Id, Name)")))["searchRecords"].GetArrayLength().Should().Be(0);
        (await host.Call("GET", "tooling/search?q=nothing")).Json[0].GetProperty("errorCode").GetString().Should().Be("MALFORMED_SEARCH");
    }
}
