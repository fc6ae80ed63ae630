using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce;

[Source("Salesforce REST API Developer Guide, Status Codes and Error Responses")]
public sealed class RowErrorTests
{
    private const string Lead = "\"LastName\":\"Ray\",\"Company\":\"Acme\"";

    public static TheoryData<string, string, string, string, string?> Refusals => new()
    {
        { "Lead", "{}", "REQUIRED_FIELD_MISSING", "Required fields are missing: [LastName, Company]", "LastName,Company" },
        { "Lead", $$"""{{{Lead}},"Nope":1}""", "INVALID_FIELD", "No such column 'Nope' on sobject of type Lead", null },
        { "Lead", $$"""{{{Lead}},"CreatedDate":"2026-01-01T00:00:00Z"}""", "INVALID_FIELD_FOR_INSERT_UPDATE", "Unable to create/update fields: CreatedDate. Please check the security settings of this field and verify that it is read/write for your profile or permission set.", "CreatedDate" },
        { "Lead", $$"""{{{Lead}},"IsConverted":true}""", "INVALID_FIELD_FOR_INSERT_UPDATE", "Unable to create/update fields: IsConverted. Please check the security settings of this field and verify that it is read/write for your profile or permission set.", "IsConverted" },
        { "Lead", $$"""{{{Lead}},"Id":"00Q5g0000000001"}""", "INVALID_FIELD_FOR_INSERT_UPDATE", "cannot specify Id in an insert call", "Id" },
        { "Lead", $$"""{{{Lead}},"Title":"{{new string('x', 129)}}"}""", "STRING_TOO_LONG", $"Title: data value too large: {new string('x', 129)} (max length=128)", "Title" },
        { "Lead", $$"""{{{Lead}},"Email":"nope"}""", "INVALID_EMAIL_ADDRESS", "Email: invalid email address: nope", "Email" },
        { "Lead", $$"""{{{Lead}},"OwnerId":"nope"}""", "MALFORMED_ID", "Owner ID: id value of incorrect type: nope", "OwnerId" },
        { "Lead", $$"""{{{Lead}},"NumberOfEmployees":1e20}""", "NUMBER_OUTSIDE_VALID_RANGE", "Employees: value outside of valid range on numeric field: 1.0E20", "NumberOfEmployees" },
        { "Lead", $$"""{{{Lead}},"NumberOfEmployees":1e400}""", "NUMBER_OUTSIDE_VALID_RANGE", "Employees: value outside of valid range on numeric field: Infinity", "NumberOfEmployees" },
        { "Lead", $$"""{{{Lead}},"Lead_Score__c":"many"}""", "JSON_PARSER_ERROR", "Cannot deserialize instance of double from VALUE_STRING value many or request may be missing a required field at [line:1, column:52]", null },
        { "Lead", $$"""{{{Lead}},"Title":5}""", "JSON_PARSER_ERROR", "Cannot deserialize instance of string from VALUE_NUMBER_INT value 5 or request may be missing a required field at [line:1, column:44]", null },
        { "Lead", $$"""{{{Lead}},"Title":["a"]}""", "JSON_PARSER_ERROR", "Cannot deserialize instance of string from START_ARRAY value [line:1, column:44]", null },
        { "Lead", $$"""{{{Lead}},"EmailBouncedDate":"2024-07-30 20:54:16 UTC"}""", "JSON_PARSER_ERROR", "Cannot deserialize instance of datetime from VALUE_STRING value 2024-07-30 20:54:16 UTC or request may be missing a required field at [line:1, column:55]", null },
        { "Lead", $$"""{{{Lead}},"EmailBouncedDate":"2024-07-30T20:54:16"}""", "JSON_PARSER_ERROR", "Cannot deserialize instance of datetime from VALUE_STRING value 2024-07-30T20:54:16 or request may be missing a required field at [line:1, column:55]", null },
        { "Contact", """{"LastName":"Ray","AccountId":"003000000000000AAA"}""", "FIELD_INTEGRITY_EXCEPTION", "Account ID: id value of incorrect type: 003000000000000AAA", "AccountId" },
        { "Contact", """{"LastName":"Ray","AccountId":"001000000000000AAA"}""", "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", "insufficient access rights on cross-reference id: 001000000000000", "" },
        { "Contact", """{"LastName":"Ray","Account":{"External_Id__c":"A-1"}}""", "INVALID_FIELD", "Foreign key external ID: a-1 not found for field External_Id__c in entity Account", null },
        { "Contact", """{"LastName":"Ray","Birthdate":"1.2.1990"}""", "JSON_PARSER_ERROR", "Cannot deserialize instance of date from VALUE_STRING value 1.2.1990 or request may be missing a required field at [line:1, column:31]", null },
    };

    [Fact]
    [Proves("code STORAGE_LIMIT_EXCEEDED")]
    [Proves("code SERVER_UNAVAILABLE")]
    [SimulatorOnly("plants faults")]
    public async Task A_full_org_and_a_server_that_is_away_have_codes_of_their_own()
    {
        await using var host = await OrgHost.StartAsync();
        (await host.Call("POST", "/__sim/faults", """{"match":{"method":"POST"},"effect":{"record":{"code":"STORAGE_LIMIT_EXCEEDED","every":1}}}""")).Status.Should().Be(200);
        (await host.Call("POST", "/__sim/faults", """{"match":{"path":"/services/data/*/limits"},"effect":{"code":"SERVER_UNAVAILABLE"}}""")).Status.Should().Be(200);

        (await host.Call("POST", "sobjects/Lead", "{" + Lead + "}")).ShouldRefuse(400, "STORAGE_LIMIT_EXCEEDED", "storage limit exceeded");
        (await host.Call("GET", "limits")).ShouldRefuse(503, "SERVER_UNAVAILABLE", "The server is temporarily unavailable.");
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    [Proves("POST /services/data/{version}/sobjects/{object}")]
    [Proves("code FIELD_INTEGRITY_EXCEPTION")]
    [Proves("code INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY")]
    [Proves("code INVALID_EMAIL_ADDRESS")]
    [Proves("code INVALID_FIELD")]
    [Proves("code INVALID_FIELD_FOR_INSERT_UPDATE")]
    [Proves("code JSON_PARSER_ERROR")]
    [Proves("code MALFORMED_ID")]
    [Proves("code NUMBER_OUTSIDE_VALID_RANGE")]
    [Proves("code REQUIRED_FIELD_MISSING")]
    [Proves("code STRING_TOO_LONG")]
    public async Task A_bad_row_is_refused_with_the_vendors_text(string @object, string json, string code, string message, string? fields)
    {
        await using var host = await OrgHost.StartAsync();
        var before = await host.Count(@object);

        var answer = await host.Call("POST", "sobjects/" + @object, json);

        answer.ShouldRefuse(400, code, message);
        var has = answer.Json[0].TryGetProperty("fields", out var named);
        has.Should().Be(fields is not null);
        if (fields is not null)
        {
            string.Join(',', named.EnumerateArray()).Should().Be(fields);
        }

        (await host.Count(@object)).Should().Be(before);
    }

    [Fact]
    [Proves("code DUPLICATE_VALUE")]
    public async Task A_unique_field_refuses_a_second_row_ignoring_case_and_frees_its_value_with_the_row()
    {
        await using var host = await OrgHost.StartAsync();
        var first = await host.CreateLead("\"MarketoPersonId__c\":\"a1\"");

        (await host.Call("POST", "sobjects/Lead", $$"""{{{Lead}},"MarketoPersonId__c":"A1"}""")).ShouldRefuse(
            400, "DUPLICATE_VALUE", $"duplicate value found: MarketoPersonId__c duplicates value on record with id: {first[..15]}");
        await host.Call("DELETE", "sobjects/Lead/" + first);
        (await host.Call("POST", "sobjects/Lead", $$"""{{{Lead}},"MarketoPersonId__c":"A1"}""")).Status.Should().Be(201);
    }

    [Fact]
    [Proves("code INVALID_FIELD")]
    public async Task Id_in_the_body_of_an_update_is_refused()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();

        (await host.Call("PATCH", "sobjects/Lead/" + id, $$"""{"id":"{{id}}"}""")).ShouldRefuse(400, "INVALID_FIELD", "The Id field should not be specified in the sobject data.");
    }

    [Fact]
    [Proves("code REQUIRED_FIELD_MISSING")]
    public async Task A_required_field_cannot_be_cleared()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();

        (await host.Call("PATCH", "sobjects/Lead/" + id, """{"LastName":"","Status":null}""")).ShouldRefuse(
            400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [LastName, Status]");
    }

    [Fact]
    [Proves("code ENTITY_IS_DELETED")]
    [Proves("code INACTIVE_OWNER_OR_USER")]
    [SimulatorOnly]
    public async Task A_reference_to_a_deleted_row_and_an_inactive_owner_are_refused()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"Acme"}""");
        await host.Call("DELETE", "sobjects/Account/" + account);
        var gone = host.Org.Rows("User").Single(user => user.Text("Username") == "gone@example.invalid").Id;

        (await host.Call("POST", "sobjects/Contact", $$"""{"LastName":"R","AccountId":"{{account}}"}""")).ShouldRefuse(400, "ENTITY_IS_DELETED", "entity is deleted");
        (await host.Call("POST", "sobjects/Account", $$"""{"Name":"A","OwnerId":"{{gone}}"}""")).ShouldRefuse(
            400, "INACTIVE_OWNER_OR_USER", $"operation performed with inactive user [{gone[..15]}] as owner of account");
    }

    [Fact]
    [Proves("code FIELD_INTEGRITY_EXCEPTION")]
    [SimulatorOnly]
    public async Task Queues_own_leads_but_no_contacts()
    {
        await using var host = await OrgHost.StartAsync();
        var queue = host.Org.Rows("Group").Single().Id;

        (await host.Call("POST", "sobjects/Lead", $$"""{{{Lead}},"OwnerId":"{{queue}}"}""")).Status.Should().Be(201);
        (await host.Call("POST", "sobjects/Contact", $$"""{"LastName":"R","OwnerId":"{{queue}}"}""")).ShouldRefuse(
            400, "FIELD_INTEGRITY_EXCEPTION", $"Owner ID: id value of incorrect type: {queue}");
    }

    [Fact]
    [Proves("POST /services/data/{version}/sobjects/{object}")]
    [Proves("code INVALID_EMAIL_ADDRESS")]
    [Proves("code INVALID_FIELD")]
    [Proves("code INVALID_FIELD_FOR_INSERT_UPDATE")]
    [Proves("code JSON_PARSER_ERROR")]
    public async Task Checks_come_in_the_vendors_order()
    {
        await using var host = await OrgHost.StartAsync();

        // Type before unknown column before read-only before length before required.
        (await host.Call("POST", "sobjects/Lead", """{"Email":"x","CreatedDate":"x","Nope":1,"Title":[]}""")).Json[0].GetProperty("errorCode").GetString().Should().Be("JSON_PARSER_ERROR");
        (await host.Call("POST", "sobjects/Lead", """{"Email":"x","CreatedDate":"x","Nope":1}""")).Json[0].GetProperty("errorCode").GetString().Should().Be("INVALID_FIELD");
        (await host.Call("POST", "sobjects/Lead", """{"Email":"x","CreatedDate":"x"}""")).Json[0].GetProperty("errorCode").GetString().Should().Be("INVALID_FIELD_FOR_INSERT_UPDATE");
        (await host.Call("POST", "sobjects/Lead", """{"Email":"x"}""")).Json[0].GetProperty("errorCode").GetString().Should().Be("INVALID_EMAIL_ADDRESS");
    }

    [Fact]
    [SimulatorOnly]
    public async Task Users_and_setup_rows_are_read_only()
    {
        await using var host = await OrgHost.StartAsync();
        var user = host.Org.Rows("User")[0].Id;

        (await host.Call("PATCH", "sobjects/User/" + user, """{"Title":"x"}""")).Status.Should().Be(400);
        (await host.Call("GET", "sobjects/User/" + user)).Status.Should().Be(200);
    }

    [Theory]
    [InlineData(true, "Marketo", 201)]
    [InlineData(false, "Marketo", 400)]
    [InlineData(false, "web", 201)]
    [Proves("behaviour picklist")]
    [Proves("switch picklist.unrestricted")]
    public async Task Picklists_take_other_values_unless_the_switch_restricts_them(bool unrestricted, string source, int status)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { PicklistsUnrestricted = unrestricted });

        (await host.Call("POST", "sobjects/Lead", $$"""{{{Lead}},"LeadSource":"{{source}}"}""")).Status.Should().Be(status);
    }

    [Theory]
    [InlineData(true, 201)]
    [InlineData(false, 400)]
    [Proves("switch rows.lenientScalars")]
    [Unverified]
    public async Task Numbers_as_text_are_taken_unless_the_switch_is_strict(bool lenient, int status)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { LenientScalars = lenient });

        (await host.Call("POST", "sobjects/Lead", $$"""{{{Lead}},"Lead_Score__c":"42"}""")).Status.Should().Be(status);
    }

    [Fact]
    [Proves("switch rows.getDeletedCode")]
    [Proves("switch rows.missingOnDelete")]
    [Proves("switch rows.alwaysIncludeId")]
    [Proves("switch rows.wrongTypeIdCode")]
    [Proves("switch rows.missingReferenceCode")]
    [Proves("code INVALID_CROSS_REFERENCE_KEY")]
    [Proves("code MALFORMED_ID")]
    [Proves("code NOT_FOUND")]
    [Unverified]
    [SimulatorOnly]
    public async Task Switches_choose_the_other_codes()
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches
        {
            ReadOfDeletedSaysDeleted = false,
            DeleteOfMissingSaysCrossReference = false,
            MissingReferenceSaysAccess = false,
            WrongTypeIdSaysIntegrity = false,
            AlwaysIncludeId = false,
            UnchangedUpdateTouches = false,
            LimitInfoHeader = false,
        });
        var id = await host.CreateLead();
        host.Clock.Advance(TimeSpan.FromSeconds(5));

        (await host.Call("POST", "sobjects/Contact", """{"LastName":"R","AccountId":"001000000000000AAA"}""")).ShouldRefuse(400, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
        (await host.Call("POST", "sobjects/Contact", """{"LastName":"R","AccountId":"003000000000000AAA"}""")).ShouldRefuse(
            400, "MALFORMED_ID", "Account ID: id value of incorrect type: 003000000000000AAA");
        (await host.Call("PATCH", "sobjects/Lead/" + id, """{"LastName":"Ray"}""")).Status.Should().Be(204);
        var row = await host.Call("GET", $"sobjects/Lead/{id}?fields=LastModifiedDate");
        row.Json.EnumerateObject().Select(member => member.Name).Should().Equal("attributes", "LastModifiedDate");
        row["LastModifiedDate"].GetString().Should().Be("2026-03-11T15:30:00.000+0000");
        row.Headers.Should().NotContainKey("Sforce-Limit-Info");
        (await host.Call("DELETE", "sobjects/Lead/00Q000000000000EAA")).ShouldRefuse(404, "NOT_FOUND", "The requested resource does not exist");
        await host.Call("DELETE", "sobjects/Lead/" + id);
        (await host.Call("GET", "sobjects/Lead/" + id)).ShouldRefuse(404, "NOT_FOUND", "The requested resource does not exist");
    }
}
