using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Rules;

[Source("Salesforce Help, Validation Rules")]
public sealed class ValidationRuleTests
{
    private const string Rules = """
        {"validationRules": [
          {"name": "Phone", "object": "Lead", "condition": "AND(ISPICKVAL(Status, 'Working - Contacted'), ISBLANK(Phone))", "message": "A contacted lead needs a phone.", "field": "Phone"},
          {"name": "Country", "object": "Lead", "condition": "LEN(Country) = 1", "message": "Write the country out."},
          {"name": "Back", "object": "Lead", "condition": "ISCHANGED(Rating) && ISPICKVAL(PRIORVALUE(Rating), 'Hot')", "message": "Hot leads stay hot."},
          {"name": "Off", "object": "Lead", "active": false, "condition": "TRUE", "message": "Never."}]}
        """;

    [Fact]
    [Proves("behaviour validation rule")]
    [Proves("code FIELD_CUSTOM_VALIDATION_EXCEPTION")]
    [SimulatorOnly]
    public async Task A_row_for_which_the_condition_is_true_is_refused_with_the_rules_text_at_its_field()
    {
        await using var host = await RuledOrg.StartAsync(Rules);

        var answer = await host.Call("POST", "sobjects/Lead", """{"LastName":"A","Company":"B","Status":"Working - Contacted"}""");

        answer.ShouldRefuse(400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "A contacted lead needs a phone.");
        answer.Json[0].GetProperty("fields").EnumerateArray().Select(field => field.GetString()).Should().Equal("Phone");
        (await host.Call("POST", "sobjects/Lead", """{"LastName":"A","Company":"B","Status":"Working - Contacted","Phone":"1"}""")).Status.Should().Be(201);
        (await host.Call("GET", "query?q=SELECT+COUNT()+FROM+Lead"))["totalSize"].GetInt32().Should().Be(1);
    }

    [Fact]
    [Proves("behaviour validation rule")]
    [SimulatorOnly]
    public async Task Several_rules_that_fail_have_an_entry_each()
    {
        await using var host = await RuledOrg.StartAsync(Rules);

        var answer = await host.Call("POST", "sobjects/Lead", """{"LastName":"A","Company":"B","Status":"Working - Contacted","Country":"X"}""");

        answer.Status.Should().Be(400);
        answer.Json.EnumerateArray().Select(error => error.GetProperty("message").GetString()).Should().Equal("A contacted lead needs a phone.", "Write the country out.");
        answer.Json[1].GetProperty("fields").GetArrayLength().Should().Be(0);
    }

    [Fact]
    [Proves("behaviour validation rule")]
    [SimulatorOnly]
    public async Task An_update_is_seen_with_what_was_there_before()
    {
        await using var host = await RuledOrg.StartAsync(Rules);
        var lead = await host.CreateLead("\"Rating\":\"Hot\"");

        (await host.Call("PATCH", "sobjects/Lead/" + lead, """{"Title":"CTO"}""")).Status.Should().Be(204);
        (await host.Call("PATCH", "sobjects/Lead/" + lead, """{"Rating":"Cold"}""")).ShouldRefuse(400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "Hot leads stay hot.");
        (await host.Text(lead, "Rating")).Should().Be("Hot");
    }

    [Fact]
    [Proves("behaviour validation rule")]
    [SimulatorOnly]
    public async Task In_a_collection_only_the_bad_record_fails_and_its_error_has_the_rules_text()
    {
        await using var host = await RuledOrg.StartAsync(Rules);

        var answer = await host.Call("POST", "composite/sobjects", """
            {"records":[{"attributes":{"type":"Lead"},"LastName":"A","Company":"B","Country":"X"},{"attributes":{"type":"Lead"},"LastName":"A","Company":"B"}]}
            """);

        answer.Json[0].GetProperty("errors")[0].GetProperty("statusCode").GetString().Should().Be("FIELD_CUSTOM_VALIDATION_EXCEPTION");
        answer.Json[0].GetProperty("errors")[0].GetProperty("message").GetString().Should().Be("Write the country out.");
        answer.Json[1].GetProperty("success").GetBoolean().Should().BeTrue();
    }
}
