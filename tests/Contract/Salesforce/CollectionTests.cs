using System.Text.Json;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce;

[Source("Salesforce REST API Developer Guide, sObject Collections")]
public sealed class CollectionTests
{
    [Fact]
    [Proves("POST /services/data/{version}/composite/sobjects", "records")]
    [Proves("code REQUIRED_FIELD_MISSING")]
    public async Task Each_record_has_its_result_and_the_call_is_200_with_failures_inside()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("POST", "composite/sobjects", Body(Lead("A"), """{"Company":"x","attributes":{"type":"Lead"}}""", Contact("B")));

        answer.Status.Should().Be(200);
        var (first, second, third) = (answer.Json[0], answer.Json[1], answer.Json[2]);
        first.GetRawText().Should().Be($$"""{"id":"{{Id(first)}}","success":true,"errors":[]}""");
        second.GetRawText().Should().Be(
            """{"success":false,"errors":[{"statusCode":"REQUIRED_FIELD_MISSING","message":"Required fields are missing: [LastName]","fields":["LastName"]}]}""");
        Id(third).Should().StartWith("003");
    }

    [Fact]
    [Proves("POST /services/data/{version}/composite/sobjects", "allOrNone", "records")]
    [Proves("code ALL_OR_NONE_OPERATION_ROLLED_BACK")]
    [Proves("code INVALID_EMAIL_ADDRESS")]
    public async Task AllOrNone_keeps_nothing_and_the_good_rows_say_so()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("POST", "composite/sobjects", Body("\"allOrNone\":true,", Lead("A", "\"MarketoPersonId__c\":\"1\""), Lead("B", "\"Email\":\"x\"")));

        answer.Status.Should().Be(200);
        Code(answer.Json[0]).Should().Be("ALL_OR_NONE_OPERATION_ROLLED_BACK");
        Code(answer.Json[1]).Should().Be("INVALID_EMAIL_ADDRESS");
        (await host.Call("GET", "sobjects/Lead/MarketoPersonId__c/1")).Status.Should().Be(404);
        (await host.Call("PATCH", "sobjects/Lead/MarketoPersonId__c/1", """{"LastName":"A","Company":"B"}""")).Status.Should().Be(201);
    }

    [Fact]
    [Proves("POST /services/data/{version}/composite/sobjects", "allOrNone", "records")]
    [SimulatorOnly]
    public async Task What_is_refused_leaves_no_commit()
    {
        await using var host = await OrgHost.StartAsync();

        await host.Call("POST", "composite/sobjects", Body("\"allOrNone\":true,", Lead("A"), Lead("B", "\"Email\":\"x\"")));
        await host.Call("POST", "composite/sobjects", Body(Lead("B", "\"Email\":\"x\"")));
        await host.Call("POST", "sobjects/Lead", """{"LastName":"A","Company":"B","Email":"x"}""");

        host.Records.Commits.Should().BeEmpty();
        host.Records.Calls.Should().HaveCount(4, "the sign-in is one of them");
    }

    [Fact]
    [Proves("PATCH /services/data/{version}/composite/sobjects", "allOrNone", "records")]
    [Proves("code ALL_OR_NONE_OPERATION_ROLLED_BACK")]
    [Proves("code MALFORMED_ID")]
    [SimulatorOnly]
    public async Task AllOrNone_undoes_updates_with_their_indexes_and_versions()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead("\"MarketoPersonId__c\":\"1\"");
        var version = host.Org.Find(id)!.Version;

        var answer = await host.Call("PATCH", "composite/sobjects", Body(
            "\"allOrNone\":true,", Update(id, "\"MarketoPersonId__c\":\"2\""), Update("nope", "\"LastName\":\"x\"")));

        Code(answer.Json[0]).Should().Be("ALL_OR_NONE_OPERATION_ROLLED_BACK");
        Code(answer.Json[1]).Should().Be("MALFORMED_ID");
        host.Org.Find(id)!.Version.Should().Be(version);
        host.Records.Commits.Should().ContainSingle();
        (await host.Call("GET", "sobjects/Lead/MarketoPersonId__c/1")).Status.Should().Be(200);
        (await host.Call("GET", "sobjects/Lead/MarketoPersonId__c/2")).Status.Should().Be(404);
    }

    [Fact]
    [Proves("PATCH /services/data/{version}/composite/sobjects", "records")]
    [Proves("code INVALID_CROSS_REFERENCE_KEY")]
    public async Task An_update_names_its_rows_and_a_second_one_of_a_row_fails()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();

        var answer = await host.Call("PATCH", "composite/sobjects", Body(Update(id, "\"LastName\":\"A\""), Update(id[..15], "\"LastName\":\"B\""), Update("00Q000000000000EAA", "")));

        answer.Json[0].GetRawText().Should().Be($$"""{"id":"{{id}}","success":true,"errors":[]}""");
        answer.Json[1].GetRawText().Should().Contain($"duplicate id specified: {id[..15]}").And.StartWith($"{{\"id\":\"{id}\"");
        Code(answer.Json[2]).Should().Be("INVALID_CROSS_REFERENCE_KEY");
        (await host.Call("GET", "sobjects/Lead/" + id))["LastName"].GetString().Should().Be("A");
    }

    [Fact]
    [Proves("PATCH /services/data/{version}/composite/sobjects", "records")]
    [Proves("switch collections.duplicateIds")]
    [Unverified]
    public async Task A_second_update_of_a_row_works_when_the_switch_allows_it()
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { DuplicateIdsFail = false });
        var id = await host.CreateLead();

        await host.Call("PATCH", "composite/sobjects", Body(Update(id, "\"LastName\":\"A\""), Update(id, "\"FirstName\":\"B\"")));

        (await host.Call("GET", "sobjects/Lead/" + id))["Name"].GetString().Should().Be("B A");
    }

    [Fact]
    [Proves("PATCH /services/data/{version}/composite/sobjects/{object}/{field}", "records")]
    [Proves("code DUPLICATE_VALUE")]
    [Proves("code MISSING_ARGUMENT")]
    public async Task An_upsert_has_the_key_in_its_records_and_says_what_it_made()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead("\"MarketoPersonId__c\":\"1\"");

        var answer = await host.Call("PATCH", "composite/sobjects/Lead/MarketoPersonId__c", Body(
            Lead("A", "\"MarketoPersonId__c\":\"1\""), Lead("B", "\"MarketoPersonId__c\":\"2\""), Lead("C"), Lead("D", "\"MarketoPersonId__c\":\"3\""), Lead("E", "\"MarketoPersonId__c\":\"3\"")));

        answer.Json[0].GetRawText().Should().Be($$"""{"id":"{{id}}","success":true,"errors":[],"created":false}""");
        answer.Json[1].GetProperty("created").GetBoolean().Should().BeTrue();
        Code(answer.Json[2]).Should().Be("MISSING_ARGUMENT");
        Code(answer.Json[3]).Should().Be("DUPLICATE_VALUE");
        Code(answer.Json[4]).Should().Be("DUPLICATE_VALUE");
        (await host.Call("GET", "sobjects/Lead/MarketoPersonId__c/2")).Status.Should().Be(200);
        (await host.Call("GET", "sobjects/Lead/MarketoPersonId__c/3")).Status.Should().Be(404);
    }

    [Fact]
    [Proves("DELETE /services/data/{version}/composite/sobjects", "ids", "allOrNone")]
    [Proves("code ENTITY_IS_DELETED")]
    [Proves("code MALFORMED_ID")]
    public async Task Deletes_are_by_id_of_any_type()
    {
        await using var host = await OrgHost.StartAsync();
        var (lead, contact) = (await host.CreateLead(), await host.Create("Contact", """{"LastName":"R"}"""));

        var answer = await host.Call("DELETE", $"composite/sobjects?ids={lead},{contact},nope");

        answer.Json[0].GetProperty("success").GetBoolean().Should().BeTrue();
        Id(answer.Json[1]).Should().Be(contact);
        Code(answer.Json[2]).Should().Be("MALFORMED_ID");
        Code((await host.Call("DELETE", $"composite/sobjects?allOrNone=true&ids={lead}")).Json[0]).Should().Be("ENTITY_IS_DELETED");
    }

    [Fact]
    [Proves("PATCH /services/data/{version}/composite/sobjects/{object}/{field}", "allOrNone", "records")]
    [Proves("code ALL_OR_NONE_OPERATION_ROLLED_BACK")]
    [Proves("code REQUIRED_FIELD_MISSING")]
    public async Task Upserts_are_all_or_none_too()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("PATCH", "composite/sobjects/Lead/MarketoPersonId__c", Body(
            "\"allOrNone\":true,", Lead("A", "\"MarketoPersonId__c\":\"71\""), """{"attributes":{"type":"Lead"},"Company":"x","MarketoPersonId__c":"72"}"""));

        answer.Status.Should().Be(200, answer.Body);
        (Code(answer.Json[0]), Code(answer.Json[1])).Should().Be(("ALL_OR_NONE_OPERATION_ROLLED_BACK", "REQUIRED_FIELD_MISSING"));
        (await host.Call("GET", "sobjects/Lead/MarketoPersonId__c/71")).Status.Should().Be(404);
    }

    [Fact]
    [Proves("PATCH /services/data/{version}/composite/sobjects/{object}/{field}", "records")]
    [Proves("code DUPLICATE_EXTERNAL_ID")]
    [SimulatorOnly("an external id that is not unique")]
    public async Task A_key_that_several_rows_have_refuses_its_record()
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSimOptions
        {
            ConnectedApps = OrgHost.DefaultOptions.ConnectedApps,
            Users = OrgHost.DefaultOptions.Users,
            ExtraFields = [new("Lead", "Code__c string(20) xid")],
        });
        var (first, second) = (await host.CreateLead("\"Code__c\":\"x\""), await host.CreateLead("\"Code__c\":\"x\""));

        var error = (await host.Call("PATCH", "composite/sobjects/Lead/Code__c", Body(Lead("A", "\"Code__c\":\"x\"")))).Json[0].GetProperty("errors")[0];

        error.GetProperty("statusCode").GetString().Should().Be("DUPLICATE_EXTERNAL_ID");
        error.GetProperty("message").GetString().Should().Be($"Code__c: more than one record found for external id field: [{first}, {second}]");
    }

    [Fact]
    [Proves("GET /services/data/{version}/composite/sobjects/{object}", "ids", "fields")]
    [Proves("POST /services/data/{version}/composite/sobjects/{object}", "ids", "fields")]
    [Proves("code INVALID_FIELD")]
    public async Task Rows_read_together_keep_their_places()
    {
        await using var host = await OrgHost.StartAsync();
        var (first, second) = (await host.CreateLead(), await host.CreateLead());

        var byGet = await host.Call("GET", $"composite/sobjects/Lead?ids={second},00Q000000000000EAA,{first[..15]}&fields=Id,LastName");
        var byPost = await host.Call("POST", "composite/sobjects/Lead", $$"""{"ids":["{{second}}","00Q000000000000EAA","{{first}}"],"fields":["Id","LastName"]}""");

        byGet.Json[0].GetProperty("Id").GetString().Should().Be(second);
        byGet.Json[1].ValueKind.Should().Be(JsonValueKind.Null);
        byGet.Json[2].GetProperty("Id").GetString().Should().Be(first);
        byPost.Body.Should().Be(byGet.Body);
        (await host.Call("GET", $"composite/sobjects/Lead?ids={first}&fields=Nope")).ShouldRefuse(400, "INVALID_FIELD", "No such column 'Nope' on sobject of type Lead");
        (await host.Call("GET", $"composite/sobjects/Lead?ids={first}")).Status.Should().Be(400);
    }

    [Fact]
    [Proves("POST /services/data/{version}/composite/sobjects", "records")]
    [Proves("code EXCEEDED_ID_LIMIT")]
    [Proves("code LIMIT_EXCEEDED")]
    [SimulatorOnly]
    public async Task More_than_200_records_or_10_chunks_are_refused_whole()
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("POST", "composite/sobjects", Body([.. Enumerable.Range(0, 201).Select(i => Lead("L" + i))]))).ShouldRefuse(
            400, "EXCEEDED_ID_LIMIT", "record limit reached. cannot submit more than 200 records into this call");
        host.Records.Calls[^1].Should().Match<Kernel.Recording.CallEntry>(call => call.Records == 201 && call.Codes.Single() == "EXCEEDED_ID_LIMIT");
        host.Org.RequestsUsed.Should().Be(1);
        (await host.Call("POST", "composite/sobjects", Body([.. Enumerable.Range(0, 11).Select(i => i % 2 == 0 ? Lead("L") : Contact("C"))]))).ShouldRefuse(
            400, "LIMIT_EXCEEDED", "Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.");
        host.Org.Count("Lead").Should().Be(0);
        (await host.Call("POST", "composite/sobjects", Body([.. Enumerable.Range(0, 10).Select(i => i % 2 == 0 ? Lead("L") : Contact("C"))]))).Status.Should().Be(200);
        (await host.Call("POST", "composite/sobjects", Body([.. Enumerable.Range(0, 200).Select(i => Lead("L" + i))]))).Status.Should().Be(200);
        host.Org.Count("Lead").Should().Be(205);
    }

    [Fact]
    [Proves("POST /services/data/{version}/composite/sobjects", "records")]
    [Proves("code INVALID_TYPE")]
    [Proves("code JSON_PARSER_ERROR")]
    public async Task A_malformed_request_is_400()
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("POST", "composite/sobjects", "{}")).Json[0].GetProperty("errorCode").GetString().Should().Be("JSON_PARSER_ERROR");
        (await host.Call("POST", "composite/sobjects", """{"records":[{"LastName":"x"}]}""")).ShouldRefuse(400, "INVALID_TYPE", "Must send a concrete entity type.");
        (await host.Call("POST", "composite/sobjects", """{"records":[""")).Json[0].GetProperty("errorCode").GetString().Should().Be("JSON_PARSER_ERROR");
        Code((await host.Call("POST", "composite/sobjects", """{"records":[{"attributes":{"type":"Nope"},"LastName":"x"}]}""")).Json[0]).Should().Be("INVALID_TYPE");
    }

    [Theory]
    [InlineData(true, 200)]
    [InlineData(false, 400)]
    [Proves("POST /services/data/{version}/composite/sobjects", "records")]
    [Proves("switch collections.unknownField")]
    [Unverified]
    public async Task A_bad_column_is_the_records_error_or_the_requests(bool rowOnly, int status)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { UnknownFieldFailsRowOnly = rowOnly });
        var before = await host.Count("Lead");

        var answer = await host.Call("POST", "composite/sobjects", Body(Lead("A"), Lead("B", "\"Nope\":1")));

        answer.Status.Should().Be(status);
        (await host.Count("Lead") - before).Should().Be(rowOnly ? 1 : 0);
    }

    private static string Body(params string[] records) => Body("", records);

    private static string Body(string start, params string[] records) =>
        start.StartsWith("\"allOrNone", StringComparison.Ordinal) ? $"{{{start}\"records\":[{string.Join(',', records)}]}}" : $"{{\"records\":[{string.Join(',', records.Prepend(start).Where(record => record.Length > 0))}]}}";

    private static string Lead(string name, string more = "") => $$$"""{"attributes":{"type":"Lead"},"LastName":"{{{name}}}","Company":"Acme"{{{(more.Length > 0 ? "," + more : "")}}}}""";

    private static string Contact(string name) => $$$"""{"attributes":{"type":"Contact"},"LastName":"{{{name}}}"}""";

    private static string Update(string id, string fields) => $$$"""{"attributes":{"type":"Lead"},"id":"{{{id}}}"{{{(fields.Length > 0 ? "," + fields : "")}}}}""";

    private static string Id(JsonElement result) => result.GetProperty("id").GetString()!;

    private static string Code(JsonElement result) => result.GetProperty("errors")[0].GetProperty("statusCode").GetString()!;
}
