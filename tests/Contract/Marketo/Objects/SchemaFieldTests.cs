using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo.Objects;

[Source("Marketo REST API, Lead database: schema of companies, opportunities and named accounts")]
public sealed class SchemaFieldTests
{
    [Theory]
    [InlineData("companies", "externalCompanyId", "string")]
    [InlineData("opportunities", "amount", "currency")]
    [InlineData("namedaccounts", "numberOfEmployees", "integer")]
    [Proves("GET /rest/v1/companies/schema/fields.json", "batchSize", "nextPageToken")]
    [Proves("GET /rest/v1/opportunities/schema/fields.json", "batchSize", "nextPageToken")]
    [Proves("GET /rest/v1/namedaccounts/schema/fields.json", "batchSize", "nextPageToken")]
    [Proves("GET /rest/v1/companies/schema/fields/{fieldApiName}.json")]
    [Proves("GET /rest/v1/opportunities/schema/fields/{fieldApiName}.json")]
    [Proves("GET /rest/v1/namedaccounts/schema/fields/{fieldApiName}.json")]
    public async Task The_fields_come_in_pages_and_one_by_one(string path, string name, string type)
    {
        await using var marketo = await MarketoHost.StartAsync();

        var described = (await marketo.GetAsync($"/rest/v1/{path}/describe.json")).Result().Single().GetProperty("fields").EnumerateArray().Select(field => field.Text("name")).ToArray();
        var read = new List<string>();
        var token = "";
        do
        {
            var page = await marketo.GetAsync($"/rest/v1/{path}/schema/fields.json?batchSize=5{token}");
            read.AddRange(page.Result().Select(field => field.Text("name")!));
            token = page.TryGetProperty("nextPageToken", out var next) ? "&nextPageToken=" + Uri.EscapeDataString(next.GetString()!) : "";
        }
        while (token.Length > 0);

        read.Should().BeEquivalentTo(described).And.OnlyHaveUniqueItems();
        var one = (await marketo.GetAsync($"/rest/v1/{path}/schema/fields/{name}.json")).Result().Single();
        (one.Text("name"), one.Text("dataType"), one.GetProperty("isCustom").GetBoolean(), one.GetProperty("isHidden").GetBoolean()).Should().Be((name, type, false, false));
    }

    [Theory]
    [InlineData("companies")]
    [InlineData("opportunities")]
    [InlineData("namedaccounts")]
    [Proves("GET /rest/v1/companies/schema/fields/{fieldApiName}.json")]
    [Proves("GET /rest/v1/opportunities/schema/fields/{fieldApiName}.json")]
    [Proves("GET /rest/v1/namedaccounts/schema/fields/{fieldApiName}.json")]
    [Proves("code 1006")]
    [Unverified("answer.override")]
    public async Task An_unknown_field_is_an_error(string path)
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await marketo.GetAsync($"/rest/v1/{path}/schema/fields/colour.json")).ShouldFail("1006", "Field 'colour' not found");
    }
}
