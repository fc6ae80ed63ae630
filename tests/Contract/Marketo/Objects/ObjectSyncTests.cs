using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo.Objects;

/// <summary>What is the same for all objects of the lead database with one key: writing.</summary>
[Source("Marketo REST API, Lead database: Companies, Opportunities, Sales persons, Named accounts, Named account lists")]
public sealed class ObjectSyncTests
{
    /// <summary>Path, key, id, and a further member that a record needs.</summary>
    public static TheoryData<string, string, string, string> Objects => new()
    {
        { "companies", "externalCompanyId", "id", ",\"company\":\"Acme\"" },
        { "opportunities", "externalOpportunityId", "marketoGUID", ",\"name\":\"Deal\"" },
        { "salespersons", "externalSalesPersonId", "id", ",\"lastName\":\"Lovelace\"" },
        { "namedaccounts", "name", "marketoGUID", ",\"city\":\"Graz\"" },
        { "namedAccountLists", "name", "marketoGUID", "" },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    [Proves("POST /rest/v1/companies.json", "input", "input.externalCompanyId")]
    [Proves("POST /rest/v1/opportunities.json", "input")]
    [Proves("POST /rest/v1/salespersons.json", "input")]
    [Proves("POST /rest/v1/namedaccounts.json", "input")]
    [Proves("POST /rest/v1/namedAccountLists.json", "input", "input.name")]
    public async Task A_record_is_created_once_and_then_updated_under_the_same_id(string path, string key, string id, string more)
    {
        await using var marketo = await MarketoHost.StartAsync();

        var created = await marketo.SyncAsync(path, $$"""{"{{key}}":"K1"{{more}}}""");
        var updated = await marketo.SyncAsync(path, $$"""{"{{key}}":"k1"}""");

        created.ToString().Should().Be($$"""{"seq":0,"status":"created","{{id}}":{{created.IdJson()}}}""");
        updated.ToString().Should().Be($$"""{"seq":0,"status":"updated","{{id}}":{{created.IdJson()}}}""");
        (await marketo.FindAsync(path, "filterType=dedupeFields&filterValues=K1")).Single().Text(key).Should().Be("K1");
    }

    [Theory]
    [MemberData(nameof(Objects))]
    [Proves("POST /rest/v1/companies.json", "action")]
    [Proves("POST /rest/v1/opportunities.json", "action")]
    [Proves("POST /rest/v1/salespersons.json", "action")]
    [Proves("POST /rest/v1/namedaccounts.json", "action")]
    [Proves("POST /rest/v1/namedAccountLists.json", "action")]
    [Proves("code 1013")]
    [Proves("code 1017")]
    [Unverified("answer.override")]
    public async Task Each_action_takes_what_it_is_for(string path, string key, string id, string more)
    {
        _ = id;
        await using var marketo = await MarketoHost.StartAsync();
        var known = $$"""{"{{key}}":"K1"{{more}}}""";
        var unknown = $$"""{"{{key}}":"K2"{{more}}}""";
        await marketo.MakeAsync(path, known);

        var createOnly = (await marketo.PostAsync($"/rest/v1/{path}.json", $$"""{"action":"createOnly","input":[{{known}},{{unknown}}]}""")).Result().ToArray();
        var updateOnly = (await marketo.PostAsync($"/rest/v1/{path}.json", $$"""{"input":[{"{{key}}":"K3"{{more}}},{{known}}],"action":"updateOnly"}""")).Result().ToArray();

        createOnly[0].ShouldBeSkipped("1017", "Object already exists");
        createOnly[1].Text("status").Should().Be("created");
        updateOnly[0].ShouldBeSkipped("1013", "Record not found");
        updateOnly[1].Text("status").Should().Be("updated");
        (await marketo.PostAsync($"/rest/v1/{path}.json", $$"""{"action":"createDuplicate","input":[{{known}}]}""")).ShouldFail("1003");
    }

    [Theory]
    [MemberData(nameof(Objects))]
    [Proves("POST /rest/v1/companies.json", "dedupeBy", "input.id")]
    [Proves("POST /rest/v1/opportunities.json", "dedupeBy", "input.marketoGUID")]
    [Proves("POST /rest/v1/salespersons.json", "dedupeBy", "input.id")]
    [Proves("POST /rest/v1/namedaccounts.json", "dedupeBy", "input.marketoGUID")]
    [Proves("POST /rest/v1/namedAccountLists.json", "dedupeBy", "input.marketoGUID")]
    [Proves("code 1003")]
    [Proves("code 1013")]
    public async Task By_id_a_record_is_updated_and_never_made(string path, string key, string id, string more)
    {
        await using var marketo = await MarketoHost.StartAsync();
        var made = (await marketo.MakeAsync(path, $$"""{"{{key}}":"K1"{{more}}}""")).Single();
        var unknown = id == "id" ? "99999999" : "\"dff23271-f996-47d7-984f-f2676861b5fa\"";

        var results = (await marketo.PostAsync($"/rest/v1/{path}.json", $$"""{"dedupeBy":"idField","input":[{"{{id}}":{{made.IdJson()}}{{more}}},{"{{id}}":{{unknown}}}]}""")).Result().ToArray();

        results[0].Text("status").Should().Be("updated");
        results[1].ShouldBeSkipped("1013", "Record not found");
        (await marketo.PostAsync($"/rest/v1/{path}.json", $$"""{"action":"createOnly","dedupeBy":"idField","input":[{"{{id}}":{{made.IdJson()}}}]}""")).ShouldFail("1003");
        (await marketo.PostAsync($"/rest/v1/{path}.json", $$"""{"dedupeBy":"{{key}}","input":[{"{{key}}":"K1"}]}""")).ShouldFail("1003");
    }

    [Theory]
    [MemberData(nameof(Objects))]
    [Proves("POST /rest/v1/companies.json", "input")]
    [Proves("POST /rest/v1/opportunities.json", "input")]
    [Proves("POST /rest/v1/salespersons.json", "input")]
    [Proves("POST /rest/v1/namedaccounts.json", "input")]
    [Proves("POST /rest/v1/namedAccountLists.json", "input")]
    [Proves("code 1002")]
    [Proves("code 1003")]
    [Proves("code 1006")]
    [Proves("code 1036")]
    public async Task A_bad_record_fails_alone_and_an_unknown_field_the_call(string path, string key, string id, string more)
    {
        await using var marketo = await MarketoHost.StartAsync();

        var results = (await marketo.PostAsync(
            $"/rest/v1/{path}.json",
            $$"""{"input":[{"{{key}}":"K1"{{more}}},{"{{key}}":"k1"{{more}}},{"{{key}}":null{{more}}},{"{{key}}":""{{more}}},{"{{key}}":"K2","createdAt":"2026-01-01T00:00:00Z"{{more}}},{"{{key}}":"K3","{{id}}":1{{more}}}]}"""))
            .Result().ToArray();

        results[0].Text("status").Should().Be("created");
        results[1].ShouldBeSkipped("1036", "Duplicate object found in input");
        results[2].ShouldBeSkipped("1002", $"Missing value for the required parameter '{key}'");
        results[3].ShouldBeSkipped("1002");
        results[4].ShouldBeSkipped("1003");
        results[5].ShouldBeSkipped("1003");
        results.Select(result => result.GetProperty("seq").GetInt32()).Should().Equal(0, 1, 2, 3, 4, 5);
        (await marketo.PostAsync($"/rest/v1/{path}.json", $$"""{"input":[{"{{key}}":"K9","colour":"red"}]}""")).ShouldFail("1006", "Field 'colour' not found");
        (await marketo.PostAsync($"/rest/v1/{path}.json", """{"input":[]}""")).ShouldFail("1002");
        (await marketo.PostAsync($"/rest/v1/{path}.json", """{"action":"createOnly"}""")).ShouldFail("1002");
    }

    [Theory]
    [MemberData(nameof(Objects))]
    [Proves("POST /rest/v1/companies.json", "input")]
    [Proves("POST /rest/v1/opportunities.json", "input")]
    [Proves("POST /rest/v1/salespersons.json", "input")]
    [Proves("POST /rest/v1/namedaccounts.json", "input")]
    [Proves("POST /rest/v1/namedAccountLists.json", "input")]
    [Proves("code 609")]
    [Proves("code 612")]
    public async Task A_body_that_is_no_object_of_JSON_fails_the_call(string path, string key, string id, string more)
    {
        _ = (key, id, more);
        await using var marketo = await MarketoHost.StartAsync();

        foreach (var body in new[] { "", "[]", "{", """{"input":[1]}""", """{"input":[{"x":]}""", "\"input\"" })
        {
            (await marketo.PostAsync($"/rest/v1/{path}.json", body)).ShouldFail("609", "Invalid JSON");
            (await marketo.PostAsync($"/rest/v1/{path}/delete.json", body)).ShouldFail("609");
        }

        (await marketo.SendAsync(HttpMethod.Post, $"/rest/v1/{path}.json", """{"input":[]}""", "text/plain")).ShouldFail("612");
    }

    [Theory]
    [MemberData(nameof(Objects))]
    [Proves("POST /rest/v1/companies.json", "input")]
    [Proves("POST /rest/v1/opportunities.json", "input")]
    [Proves("POST /rest/v1/salespersons.json", "input")]
    [Proves("POST /rest/v1/namedaccounts.json", "input")]
    [Proves("POST /rest/v1/namedAccountLists.json", "input")]
    public async Task A_call_takes_300_records_and_301_are_refused_whole(string path, string key, string id, string more)
    {
        _ = id;
        await using var marketo = await MarketoHost.StartAsync();

        var results = await marketo.MakeAsync(path, Records(300, "A"));

        results.Select(result => result.IdText()).Should().OnlyHaveUniqueItems();
        (await marketo.PostAsync($"/rest/v1/{path}.json", $$"""{"input":[{{string.Join(',', Records(301, "B"))}}]}""")).ShouldFail("1003");
        (await marketo.FindAsync(path, "filterType=dedupeFields&filterValues=A0,A299,B0")).Should().HaveCount(2);

        string[] Records(int count, string letter) => [.. Enumerable.Range(0, count).Select(number => $$"""{"{{key}}":"{{letter}}{{number}}"{{more}}}""")];
    }

    [Theory]
    [MemberData(nameof(Objects))]
    [Proves("POST /rest/v1/companies/delete.json", "input", "deleteBy", "input.externalCompanyId", "input.id")]
    [Proves("POST /rest/v1/opportunities/delete.json", "input", "deleteBy", "input.marketoGUID")]
    [Proves("POST /rest/v1/salespersons/delete.json", "input", "deleteBy", "input.id")]
    [Proves("POST /rest/v1/namedaccounts/delete.json", "input", "deleteBy", "input.marketoGUID")]
    [Proves("POST /rest/v1/namedAccountLists/delete.json", "input", "deleteBy", "input.marketoGUID", "input.name")]
    [Proves("code 1013")]
    public async Task A_delete_ends_a_record_once_by_either_key(string path, string key, string id, string more)
    {
        await using var marketo = await MarketoHost.StartAsync();
        var made = await marketo.MakeAsync(path, $$"""{"{{key}}":"K1"{{more}}}""", $$"""{"{{key}}":"K2"{{more}}}""");

        var byKey = await marketo.DeleteAsync(path, $$"""{"{{key}}":"K1"},{"{{key}}":"K1"},{}""");
        var byId = await marketo.DeleteAsync(path, $$"""{"{{id}}":{{made[1].IdJson()}}}""", "idField");

        byKey[0].ToString().Should().Be($$"""{"seq":0,"status":"deleted","{{id}}":{{made[0].IdJson()}}}""");
        byKey[1].ShouldBeSkipped("1013", "Record not found");
        byKey[2].ShouldBeSkipped("1002");
        byId.Single().Text("status").Should().Be("deleted");
        (await marketo.FindAsync(path, "filterType=dedupeFields&filterValues=K1,K2")).Should().BeEmpty();
        (await marketo.FindAsync(path, "filterType=idField&filterValues=" + made[0].IdText())).Should().BeEmpty();
        (await marketo.PostAsync($"/rest/v1/{path}/delete.json", $$"""{"deleteBy":"name","input":[{"{{key}}":"K1"}]}""")).ShouldFail("1003");
        (await marketo.SyncAsync(path, $$"""{"{{key}}":"K1"{{more}}}""")).IdText().Should().NotBe(made[0].IdText());
    }
}
