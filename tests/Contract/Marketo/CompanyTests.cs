using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Companies")]
public sealed class CompanyTests
{
    private const string Companies = "/rest/v1/companies.json";

    [Fact]
    [Proves("GET /rest/v1/companies/describe.json")]
    public async Task Describe_names_id_field_dedupe_fields_and_what_may_be_written()
    {
        await using var marketo = await MarketoHost.StartAsync();

        var described = (await marketo.GetAsync("/rest/v1/companies/describe.json")).Result().Single();

        described.Text("idField").Should().Be("id");
        described.GetProperty("dedupeFields").ToString().Should().Be("""["externalCompanyId"]""");
        described.GetProperty("searchableFields").ToString().Should().Be("""[["externalCompanyId"],["id"],["company"]]""");
        var key = described.GetProperty("fields").EnumerateArray().Single(field => field.Text("name") == "externalCompanyId");
        key.ToString().Should().Be("""{"name":"externalCompanyId","displayName":"External Company Id","dataType":"string","length":100,"updateable":false}""");
        described.GetProperty("fields").EnumerateArray().Select(field => field.Text("name")).Should().Contain(["industry", "annualRevenue", "numberOfEmployees", "billingCity"]);
    }

    [Fact]
    [Proves("POST /rest/v1/companies.json", "input", "input.externalCompanyId", "input.company")]
    public async Task A_sync_creates_then_updates_by_external_key_and_a_null_clears()
    {
        await using var marketo = await MarketoHost.StartAsync();

        var created = await SyncAsync(marketo, """{"externalCompanyId":"001A","company":"Acme","industry":"Steel","annualRevenue":1604.47,"numberOfEmployees":12}""");
        var id = created.Id();
        var updated = await SyncAsync(marketo, """{"externalCompanyId":"001a","industry":null,"billingCity":"Graz"}""");

        created.ToString().Should().Be($$"""{"seq":0,"status":"created","id":{{id}}}""");
        updated.ToString().Should().Be($$"""{"seq":0,"status":"updated","id":{{id}}}""");
        var company = (await marketo.GetAsync(Companies + "?filterType=externalCompanyId&filterValues=001A&fields=externalCompanyId,company,industry,billingCity,annualRevenue")).Result().Single();
        (company.Text("externalCompanyId"), company.Text("company"), company.Text("billingCity")).Should().Be(("001A", "Acme", "Graz"));
        (!company.TryGetProperty("industry", out var industry) || industry.ValueKind == System.Text.Json.JsonValueKind.Null).Should().BeTrue();
        company.GetProperty("annualRevenue").GetDecimal().Should().Be(1604.47m);
    }

    [Theory]
    [InlineData("createOnly", "001A", "1017")]
    [InlineData("updateOnly", "001Z", "1013")]
    [InlineData("createOrUpdate", "001Z", null)]
    [InlineData("updateOnly", "001A", null)]
    [Proves("POST /rest/v1/companies.json", "input", "input.externalCompanyId", "input.company", "action")]
    [Proves("code 1013")]
    [Proves("code 1017")]
    public async Task Each_action_takes_what_it_is_for(string action, string key, string? code)
    {
        await using var marketo = await MarketoHost.StartAsync();
        await SyncAsync(marketo, """{"externalCompanyId":"001A","company":"Acme"}""");

        var record = (await marketo.PostAsync(Companies, $$"""{"input":[{"externalCompanyId":"{{key}}","company":"New"}],"action":"{{action}}"}""")).Result().Single();

        if (code is null)
        {
            record.Text("status").Should().BeOneOf("created", "updated");
        }
        else
        {
            record.ShouldBeSkipped(code);
            record.GetProperty("seq").GetInt32().Should().Be(0);
        }
    }

    [Fact]
    [Proves("POST /rest/v1/companies.json", "input", "input.externalCompanyId", "action", "dedupeBy", "input.id", "input.company")]
    [Proves("code 1003")]
    [Proves("code 1013")]
    public async Task By_id_a_company_is_updated_and_never_made()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var id = (await SyncAsync(marketo, """{"externalCompanyId":"001A"}""")).Id();

        var results = (await marketo.PostAsync(Companies, $$"""{"action":"updateOnly","dedupeBy":"idField","input":[{"id":{{id}},"company":"Acme"},{"id":9999}]}""")).Result().ToArray();

        results[0].Text("status").Should().Be("updated");
        results[1].ShouldBeSkipped("1013", "Record not found");
        (await marketo.PostAsync(Companies, """{"action":"createOnly","dedupeBy":"idField","input":[{"id":1}]}""")).ShouldFail("1003");
    }

    [Fact]
    [Proves("POST /rest/v1/companies.json", "input", "input.externalCompanyId", "input.company", "action")]
    [Proves("code 1001")]
    [Proves("code 1002")]
    [Proves("code 1003")]
    [Proves("code 1006")]
    [Proves("code 1036")]
    public async Task A_bad_record_fails_alone_and_an_unknown_field_the_call()
    {
        await using var marketo = await MarketoHost.StartAsync();

        var answer = await marketo.PostAsync(Companies,
            """{"input":[{"externalCompanyId":"1"},{"externalCompanyId":"1"},{"company":"No Key"},{"externalCompanyId":"2","numberOfEmployees":"many"},{"externalCompanyId":"3","createdAt":"2026-01-01T00:00:00Z"}]}""");

        var results = answer.Result().ToArray();
        results[0].Text("status").Should().Be("created");
        results[1].ShouldBeSkipped("1036", "Duplicate object found in input");
        results[2].ShouldBeSkipped("1002");
        results[3].ShouldBeSkipped("1001");
        results[4].ShouldBeSkipped("1003");
        (await marketo.PostAsync(Companies, """{"input":[{"externalCompanyId":"9","colour":"red"}]}""")).ShouldFail("1006", "Field 'colour' not found");
        (await marketo.PostAsync(Companies, """{"input":[]}""")).ShouldFail("1002");
        (await marketo.PostAsync(Companies, """{"action":"createDuplicate","input":[{"externalCompanyId":"9"}]}""")).ShouldFail("1003");
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [Proves("POST /rest/v1/companies.json", "input", "input.externalCompanyId")]
    public async Task A_call_takes_300_records(int records, bool taken)
    {
        await using var marketo = await MarketoHost.StartAsync();
        var input = string.Join(',', Enumerable.Range(0, records).Select(number => $$"""{"externalCompanyId":"k{{number}}"}"""));

        (await marketo.PostAsync(Companies, $$"""{"input":[{{input}}]}""")).GetProperty("success").GetBoolean().Should().Be(taken);

        (await FindAsync(marketo, "filterType=externalCompanyId&filterValues=k0,k150,k299,k300")).Should().HaveCount(taken ? 3 : 0);
    }

    [Fact]
    [Proves("GET /rest/v1/companies.json", "filterType", "filterValues", "batchSize", "nextPageToken")]
    public async Task Companies_are_found_by_key_id_name_and_the_two_aliases()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var ids = (await marketo.PostAsync(Companies, """{"input":[{"externalCompanyId":"A","company":"Acme"},{"externalCompanyId":"B","company":"Bolt"},{"externalCompanyId":"C","company":"Acme"}]}"""))
            .Result().Select(record => record.Id()).ToArray();

        (await FindAsync(marketo, "filterType=externalCompanyId&filterValues=A,Z,B")).Should().Equal(ids[0], ids[1]);
        (await FindAsync(marketo, "filterType=dedupeFields&filterValues=B")).Should().Equal(ids[1]);
        (await FindAsync(marketo, $"filterType=idField&filterValues={ids[2]},{ids[0]}")).Should().Equal(ids[0], ids[2]);
        (await FindAsync(marketo, "filterType=company&filterValues=acme")).Should().Equal(ids[0], ids[2]);
        var page = await marketo.GetAsync(Companies + "?filterType=externalCompanyId&filterValues=A,B,C&batchSize=2");
        page.GetProperty("moreResult").GetBoolean().Should().BeTrue();
        var token = Uri.EscapeDataString(page.Text("nextPageToken")!);
        (await FindAsync(marketo, $"filterType=externalCompanyId&filterValues=A,B,C&batchSize=2&nextPageToken={token}")).Should().Equal(ids[2]);
        (await marketo.GetAsync(Companies + "?filterType=externalCompanyId&filterValues=A")).Result().Single().ToString().Should().MatchRegex(
            $$"""^\{"seq":0,"id":{{ids[0]}},"externalCompanyId":"A","createdAt":"[^"]+Z","updatedAt":"[^"]+Z"}$""");
    }

    [Theory]
    [InlineData("filterType=industry&filterValues=Steel", "1011")]
    [InlineData("filterType=externalCompanyId", "1002")]
    [InlineData("filterValues=A", "1002")]
    [InlineData("filterType=id&filterValues=A", "1001")]
    [InlineData("filterType=id&filterValues=1&fields=colour", "1006")]
    [Proves("GET /rest/v1/companies.json", "filterType", "filterValues", "fields")]
    [Proves("code 1001")]
    [Proves("code 1002")]
    [Proves("code 1006")]
    [Proves("code 1011")]
    public async Task A_bad_query_fails_the_call(string query, string code)
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await marketo.GetAsync($"{Companies}?{query}")).ShouldFail(code);
    }

    [Fact]
    [Proves("POST /rest/v1/companies/delete.json", "input", "input.externalCompanyId", "deleteBy", "input.id")]
    [Proves("code 1013")]
    [Proves("code 1022")]
    public async Task A_delete_ends_a_company_once_and_is_refused_while_people_are_linked()
    {
        await using var marketo = await MarketoHost.StartAsync();
        await SyncAsync(marketo, """{"externalCompanyId":"A"}""");
        var used = (await SyncAsync(marketo, """{"externalCompanyId":"B"}""")).Id();
        await marketo.PostAsync("/rest/v1/leads.json", """{"input":[{"email":"a@example.invalid","externalCompanyId":"B"}]}""");

        const string Body = """{"input":[{"externalCompanyId":"A"},{"externalCompanyId":"A"},{"externalCompanyId":"B"}]}""";
        var results = (await marketo.PostAsync("/rest/v1/companies/delete.json", Body)).Result().ToArray();
        var byId = (await marketo.PostAsync("/rest/v1/companies/delete.json", $$"""{"deleteBy":"idField","input":[{"id":{{used}}}]}""")).Result().Single();

        results[0].Text("status").Should().Be("deleted");
        results[1].ShouldBeSkipped("1013", "Record not found");
        results[2].ShouldBeSkipped("1022", "Object in use");
        byId.ShouldBeSkipped("1022");
        (await FindAsync(marketo, "filterType=externalCompanyId&filterValues=A")).Should().BeEmpty();
        (await SyncAsync(marketo, """{"externalCompanyId":"A"}""")).Text("status").Should().Be("created");
    }

    [Theory]
    [InlineData(NativeCrm.Off, true, true)]
    [InlineData(NativeCrm.ReadOnly, true, false)]
    [InlineData(NativeCrm.Disabled, false, false)]
    [Proves("GET /rest/v1/companies/describe.json")]
    [Proves("GET /rest/v1/companies.json", "filterType", "filterValues")]
    [Proves("POST /rest/v1/companies.json", "input", "input.externalCompanyId")]
    [Proves("POST /rest/v1/companies/delete.json", "input", "input.externalCompanyId")]
    [Proves("switch crm.native")]
    [Proves("code 1018")]
    public async Task Native_sync_takes_the_companies_away(NativeCrm native, bool reads, bool writes)
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options.Switches with { CrmNative = native });

        Judge(await marketo.GetAsync("/rest/v1/companies/describe.json"), reads);
        var managed = (await marketo.GetAsync("/rest/v1/leads/describe2.json")).Result().Single().GetProperty("fields").EnumerateArray()
            .Where(field => field.GetProperty("crmManaged").GetBoolean()).Select(field => field.Text("name")).ToArray();
        managed.Contains("sfdcLeadId").Should().Be(native != NativeCrm.Off);
        managed.Should().NotContain(["sfdcPersonId", "leadScore"]);
        Judge(await marketo.GetAsync(Companies + "?filterType=id&filterValues=1"), reads);
        Judge(await marketo.PostAsync(Companies, """{"input":[{"externalCompanyId":"A"}]}"""), writes);
        Judge(await marketo.PostAsync("/rest/v1/companies/delete.json", """{"input":[{"externalCompanyId":"A"}]}"""), writes);

        static void Judge(System.Text.Json.JsonElement answer, bool allowed)
        {
            if (allowed)
            {
                _ = answer.Result();
            }
            else
            {
                answer.ShouldFail("1018", "CRM Enabled");
            }
        }
    }

    [Theory]
    [InlineData(MarketoPermissions.ReadWriteCompany, true, true)]
    [InlineData(MarketoPermissions.ReadCompany, true, false)]
    [Proves("GET /rest/v1/companies/describe.json")]
    [Proves("POST /rest/v1/companies.json")]
    [Proves("code 603")]
    [SimulatorOnly]
    public async Task The_role_must_allow_it(MarketoPermissions permissions, bool reads, bool writes)
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { Credentials = [MarketoHost.Options.Credentials[0] with { Permissions = permissions }] });

        (await marketo.GetAsync("/rest/v1/companies/describe.json")).ToString().Contains("\"603\"").Should().Be(!reads);
        (await marketo.PostAsync(Companies, "{}")).ToString().Contains("\"603\"").Should().Be(!writes);
    }

    private static async Task<System.Text.Json.JsonElement> SyncAsync(MarketoHost marketo, string record) =>
        (await marketo.PostAsync(Companies, $$"""{"input":[{{record}}]}""")).Result().Single();

    private static async Task<int[]> FindAsync(MarketoHost marketo, string query) =>
        [.. (await marketo.GetAsync($"{Companies}?{query}")).Result().Select(company => company.Id())];
}
