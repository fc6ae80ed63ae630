using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Query;

/// <summary>Texts of refused statements, with their places.</summary>
[Source("Salesforce SOQL and SOSL Reference; client: texts that users of the service quote")]
public sealed class RefusalTests
{
    private const string FieldTail = " If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.";
    private const string RelationshipTail = " If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.";

    [Theory]
    [InlineData("SELECT Id, Nope FROM Account", "INVALID_FIELD", "\nSELECT Id, Nope FROM Account\n           ^\nERROR at Row:1:Column:12\nNo such column 'Nope' on entity 'Account'." + FieldTail)]
    [InlineData("SELECT Id FROM NopeNope", "INVALID_TYPE", "\nSELECT Id FROM NopeNope\n               ^\nERROR at Row:1:Column:16\nsObject type 'NopeNope' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.")]
    [InlineData("SELECT Id\nFROM Lead\nWHERE Nope.Id = null", "INVALID_FIELD", "\nWHERE Nope.Id = null\n      ^\nERROR at Row:3:Column:7\nDidn't understand relationship 'Nope' in field path." + RelationshipTail)]
    [InlineData("SELECT Id, FROM Account", "MALFORMED_QUERY", "\nSELECT Id, FROM Account\n           ^\nERROR at Row:1:Column:12\nunexpected token: 'FROM'")]
    [InlineData("SELECT Id FROM Lead WHERE", "MALFORMED_QUERY", "\nSELECT Id FROM Lead WHERE\n                         ^\nERROR at Row:1:Column:26\nunexpected token: '<EOF>'")]
    [InlineData("SELECT Id FROM Lead WHERE CreatedDate > 2020-03-17T21:04:32.000 0000", "MALFORMED_QUERY", "line 1:63 no viable alternative at character ' '")]
    [InlineData("", "MALFORMED_QUERY", "SOQL statements cannot be empty or null")]
    [Proves("soql error place")]
    [Proves("code MALFORMED_QUERY")]
    [Proves("code INVALID_FIELD")]
    [Proves("code INVALID_TYPE")]
    public async Task A_text_shows_row_column_and_caret(string statement, string code, string text)
    {
        await using var host = await OrgHost.StartAsync();
        (await host.Query(statement)).ShouldRefuse(400, code, text);
    }

    [Theory]
    [InlineData("LastName = 5", "value of filter criterion for field 'LastName' must be of type string and should be enclosed in quotes")]
    [InlineData("LastName = Smith", "value of filter criterion for field 'LastName' must be of type string and should be enclosed in quotes")]
    [InlineData("ConvertedDate = '2026-01-01'", "value of filter criterion for field 'ConvertedDate' must be of type date and should not be enclosed in quotes")]
    [InlineData("ConvertedDate = 2026-01-01T00:00:00Z", "value of filter criterion for field 'ConvertedDate' must be of type date and should not be enclosed in quotes")]
    [InlineData("CreatedDate > 2026-01-01", "value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes")]
    [InlineData("NumberOfEmployees = '5'", "value of filter criterion for field 'NumberOfEmployees' must be of type int and should not be enclosed in quotes")]
    [InlineData("AnnualRevenue > '5'", "value of filter criterion for field 'AnnualRevenue' must be of type double and should not be enclosed in quotes")]
    [InlineData("IsConverted = 'true'", "value of filter criterion for field 'IsConverted' must be of type boolean and should not be enclosed in quotes")]
    [InlineData("Description = 'x'", "field 'Description' can not be filtered in a query call")]
    [InlineData("Address = 'x'", "field 'Address' can not be filtered in a query call")]
    [Proves("soql comparison")]
    [Proves("code INVALID_FIELD")]
    public async Task A_literal_of_another_type_is_an_invalid_field(string condition, string text)
    {
        await using var host = await OrgHost.StartAsync();
        await host.ShouldRefuse("SELECT Id FROM Lead WHERE " + condition, "INVALID_FIELD", text);
    }

    [Theory]
    [InlineData("Id = 'xyz'", "invalid ID field: xyz")]
    [InlineData("CreatedDate LIKE '2026%'", "invalid operator on datetime field")]
    [InlineData("IsConverted > true", "invalid operator on boolean field")]
    [InlineData("Email INCLUDES ('x')", "invalid operator on email field")]
    [InlineData("DISTANCE(Address, GEOLOCATION(1, 2), 'km') = 5", "DISTANCE is compared with < and > only")]
    [Proves("code INVALID_QUERY_FILTER_OPERATOR")]
    [Unverified]
    public async Task An_operator_that_does_not_fit_is_refused(string condition, string text)
    {
        await using var host = await OrgHost.StartAsync();
        await host.ShouldRefuse("SELECT Id FROM Lead WHERE " + condition, "INVALID_QUERY_FILTER_OPERATOR", text);
    }

    [Theory]
    [InlineData("SELECT Id FROM Lead WHERE a = 1 AND b = 2 OR c = 3", "unexpected token: 'OR'")]
    [InlineData("SELECT Id FROM Lead WHERE LastName = 'x' AND NOT Email = 'x'", "unexpected token: 'NOT'")]
    [Proves("soql AND OR NOT")]
    [Proves("code MALFORMED_QUERY")]
    public async Task And_and_or_are_not_mixed_without_brackets(string statement, string text)
    {
        await using var host = await OrgHost.StartAsync();
        await host.ShouldRefuse(statement, "MALFORMED_QUERY", text);
    }

    [Theory]
    [InlineData("SELECT Id FROM Contact WHERE LastName = 'x' OR Id IN (SELECT WhoId FROM Task)", "Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.")]
    [InlineData("SELECT Id FROM Contact WHERE Id IN (SELECT Id FROM Contact)", "The inner and outer selects should not be on the same object type")]
    [InlineData("SELECT Id FROM Lead WHERE Id IN (SELECT WhoId FROM Task) AND Id IN (SELECT LeadId FROM CampaignMember) AND OwnerId IN (SELECT Id FROM User)", "Maximum 2 semi join sub-selects are allowed.")]
    [Proves("soql semi-join")]
    [Proves("code MALFORMED_QUERY")]
    public async Task A_semi_join_stands_at_the_top_and_reads_another_object(string statement, string text)
    {
        await using var host = await OrgHost.StartAsync();
        await host.ShouldRefuse(statement, "MALFORMED_QUERY", text);
    }

    [Fact]
    [Proves("soql LIMIT OFFSET")]
    [Proves("code NUMBER_OUTSIDE_VALID_RANGE")]
    public async Task An_offset_is_at_most_2000()
    {
        await using var host = await OrgHost.StartAsync();
        await host.ShouldRefuse("SELECT Id FROM Lead OFFSET 2001", "NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is 2000");
        await host.ShouldRefuse("SELECT Id FROM Lead LIMIT -1", "MALFORMED_QUERY", "unexpected token: '-1'");
    }
}
