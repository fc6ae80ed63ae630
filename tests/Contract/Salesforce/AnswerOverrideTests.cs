using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce;

/// <summary>The same switch for Salesforce's answers.</summary>
[Source("the simulator's own")]
[SimulatorOnly("switches are the simulator's")]
public sealed class AnswerOverrideTests
{
    [Theory]
    [InlineData("none", 404, "NOT_FOUND", "The requested resource does not exist")]
    [InlineData("GET */sobjects/Lead/* NOT_FOUND -> response ENTITY_IS_DELETED", 404, "ENTITY_IS_DELETED", "The requested resource does not exist")]
    [InlineData("GET */sobjects/Lead/* NOT_FOUND -> http 400 MALFORMED_ID malformed id", 400, "MALFORMED_ID", "malformed id")]
    [Proves("switch answer.override")]
    [Proves("switch errors.texts")]
    [Unverified]
    public async Task A_case_of_a_resource_is_answered_as_the_rule_says(string rules, int status, string code, string message)
    {
        await using var org = await OrgHost.StartAsync();
        org.Org.SetSwitch("answer.override", rules);

        (await org.Call("GET", "sobjects/Lead/00Q5g00000ZZZZZ")).ShouldRefuse(status, code, message);
        org.Org.GetSwitch("answer.override").Should().Be(rules);
    }

    [Fact]
    [Proves("switch answer.override")]
    [Unverified]
    public async Task A_record_of_a_collection_is_refused_with_the_other_code()
    {
        await using var org = await OrgHost.StartAsync();
        org.Org.SetSwitch("answer.override", "POST */composite/sobjects REQUIRED_FIELD_MISSING -> record FIELD_CUSTOM_VALIDATION_EXCEPTION Say the company");

        var answer = await org.Call("POST", "composite/sobjects", """{"records":[{"attributes":{"type":"Lead"},"LastName":"Ada"}]}""");

        answer.Json[0].GetProperty("errors")[0].GetProperty("statusCode").GetString().Should().Be("FIELD_CUSTOM_VALIDATION_EXCEPTION");
        answer.Body.Should().Contain("Say the company");
    }
}
