using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Rules;

[Source("Salesforce REST API Developer Guide, Duplicate Rule Header")]
public sealed class DuplicateRuleTests
{
    private const string Ray = """{"LastName":"Ray","FirstName":"John","Company":"Acme","Email":"ray@example.com"}""";
    private const string Text = "You're creating a duplicate record. We recommend you use an existing record instead.";

    private const string Block = """
        {"matchingRules": [{"name": "By_Email", "object": "Lead", "fields": [{"field": "Email"}]}],
         "duplicateRules": [{"name": "No_Second_Lead", "object": "Lead", "matchingRule": "By_Email", "onCreate": "block", "onUpdate": "report", "message": "There is one already."}]}
        """;

    [Fact]
    [Proves("switch duplicates.rules")]
    [Proves("code DUPLICATES_DETECTED")]
    [Proves("behaviour duplicate rule")]
    public async Task None_is_active_in_a_plain_org()
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("POST", "sobjects/Lead", Ray)).Status.Should().Be(201);
        (await host.Call("POST", "sobjects/Lead", Ray)).Status.Should().Be(201);
    }

    [Fact]
    [Proves("switch duplicates.rules")]
    [Proves("switch duplicates.key")]
    [Proves("code DUPLICATES_DETECTED")]
    [Proves("behaviour duplicate rule")]
    public async Task A_standard_rule_refuses_a_row_that_is_nearly_another_and_names_it()
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { StandardDuplicateRules = true });
        var first = await host.Create("Lead", Ray);

        var answer = await host.Call("POST", "sobjects/Lead", """{"LastName":"Ray","FirstName":"Jon","Company":"Other","Email":"RAY@example.com"}""");

        answer.ShouldRefuse(400, "DUPLICATES_DETECTED", Text);
        var result = answer.Json[0].GetProperty("duplicateResut");
        (result.GetProperty("allowSave").GetBoolean(), result.GetProperty("duplicateRule").GetString(), result.GetProperty("duplicateRuleEntityType").GetString())
            .Should().Be((true, "Standard_Lead_Duplicate_Rule", "Lead"));
        var match = result.GetProperty("matchResults")[0];
        (match.GetProperty("matchEngine").GetString(), match.GetProperty("size").GetInt32(), match.GetProperty("success").GetBoolean()).Should().Be(("FuzzyMatchEngine", 1, true));
        var record = match.GetProperty("matchRecords")[0];
        record.GetProperty("matchConfidence").GetRawText().Should().Be("100.0");
        record.GetProperty("record").EnumerateObject().Select(member => member.Name).Should().Equal("attributes", "Id");
        record.GetProperty("record").GetProperty("Id").GetString().Should().Be(first);
    }

    [Theory]
    [InlineData("duplicates.key", "duplicateResut")]
    [InlineData("duplicates.key", "duplicateResult")]
    [InlineData("errors.duplicateResultKey", "duplicateResult")]
    [Proves("switch duplicates.key")]
    [Proves("switch errors.duplicateResultKey")]
    [SimulatorOnly]
    public async Task The_key_of_the_result_is_spelt_as_on_the_wire_or_as_in_the_pages(string name, string key)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { StandardDuplicateRules = true });
        host.Org.SetSwitch(name, key);
        await host.Create("Lead", Ray);

        (await host.Call("POST", "sobjects/Lead", Ray)).Json[0].TryGetProperty(key, out _).Should().BeTrue();
    }

    [Fact]
    [Proves("header Sforce-Duplicate-Rule-Header")]
    [Proves("behaviour duplicate rule")]
    public async Task A_rule_that_alerts_lets_the_row_pass_when_the_header_allows_it()
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { StandardDuplicateRules = true });
        await host.Create("Lead", Ray);

        (await host.Call("POST", "sobjects/Lead", Ray, ("Sforce-Duplicate-Rule-Header", "allowSave=false"))).Status.Should().Be(400);
        (await host.Call("POST", "sobjects/Lead", Ray, ("Sforce-Duplicate-Rule-Header", "allowSave=true; includeRecordDetails=true"))).Status.Should().Be(201);
    }

    [Fact]
    [Proves("header Sforce-Duplicate-Rule-Header")]
    [Unverified]
    public async Task The_header_can_ask_for_the_fields_of_the_rows_that_match()
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { StandardDuplicateRules = true });
        await host.Create("Lead", Ray);

        var answer = await host.Call("POST", "sobjects/Lead", Ray, ("Sforce-Duplicate-Rule-Header", "includeRecordDetails=true"));

        answer.Json[0].GetProperty("duplicateResut").GetProperty("matchResults")[0].GetProperty("matchRecords")[0].GetProperty("record").GetProperty("Company").GetString().Should().Be("Acme");
    }

    [Fact]
    [Proves("behaviour duplicate rule")]
    [SimulatorOnly]
    public async Task A_rule_that_blocks_refuses_whatever_the_header_says_and_one_that_reports_saves()
    {
        await using var host = await RuledOrg.StartAsync(Block);
        await host.Create("Lead", Ray);
        var other = await host.CreateLead();

        var answer = await host.Call("POST", "sobjects/Lead", Ray, ("Sforce-Duplicate-Rule-Header", "allowSave=true"));
        answer.ShouldRefuse(400, "DUPLICATES_DETECTED", "There is one already.");
        answer.Json[0].GetProperty("duplicateResut").GetProperty("allowSave").GetBoolean().Should().BeFalse();
        answer.Json[0].GetProperty("duplicateResut").GetProperty("matchResults")[0].GetProperty("matchEngine").GetString().Should().Be("ExactMatchEngine");
        (await host.Call("PATCH", "sobjects/Lead/" + other, """{"Email":"ray@example.com"}""")).Status.Should().Be(204);
    }

    [Fact]
    [Proves("behaviour duplicate rule")]
    public async Task An_update_is_checked_only_when_it_changes_what_is_compared()
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { StandardDuplicateRules = true });
        await host.Create("Lead", Ray);
        var second = (await host.Call("POST", "sobjects/Lead", Ray, ("Sforce-Duplicate-Rule-Header", "allowSave=true")))["id"].GetString();

        (await host.Call("PATCH", "sobjects/Lead/" + second, """{"Title":"CTO"}""")).Status.Should().Be(204);
        (await host.Call("PATCH", "sobjects/Lead/" + second, """{"FirstName":"Jon"}""")).Status.Should().Be(400);
    }

    [Fact]
    [Proves("behaviour duplicate rule")]
    [Unverified]
    public async Task Records_of_one_collection_are_compared_with_stored_rows_and_not_with_each_other()
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { StandardDuplicateRules = true });
        const string record = """{"attributes":{"type":"Lead"},"LastName":"Ray","Company":"Acme","Email":"ray@example.com"}""";

        var first = await host.Call("POST", "composite/sobjects", $$"""{"records":[{{record}},{{record}}]}""");
        var second = await host.Call("POST", "composite/sobjects", $$"""{"records":[{{record}}]}""");

        first.Json.EnumerateArray().Select(result => result.GetProperty("success").GetBoolean()).Should().Equal(true, true);
        var error = second.Json[0].GetProperty("errors")[0];
        (error.GetProperty("statusCode").GetString(), error.GetProperty("message").GetString(), error.GetProperty("fields").GetArrayLength()).Should().Be(("DUPLICATES_DETECTED", Text, 0));
    }

    [Theory]
    [InlineData("Account", """{"Name":"Acme Inc.","BillingCity":"Oslo"}""", """{"Name":"ACME, LLC","BillingCity":"oslo"}""", 400)]
    [InlineData("Account", """{"Name":"Acme","BillingCity":"Oslo"}""", """{"Name":"Acme","BillingCity":"Bergen"}""", 201)]
    [InlineData("Contact", """{"LastName":"Smith","Phone":"+1 (415) 555-0100"}""", """{"LastName":"Smyth","Phone":"415 555 0100"}""", 400)]
    [InlineData("Contact", """{"LastName":"Smith","Phone":"415 555 0100"}""", """{"LastName":"Jones","Phone":"415 555 0100"}""", 201)]
    [InlineData("Contact", """{"LastName":"Smith"}""", """{"LastName":"Smith"}""", 201)]
    [Proves("behaviour duplicate rule")]
    [Unverified]
    public async Task Standard_rules_match_names_that_are_near_with_one_more_thing_in_common(string name, string stored, string sent, int status)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { StandardDuplicateRules = true });
        await host.Create(name, stored);

        (await host.Call("POST", "sobjects/" + name, sent)).Status.Should().Be(status);
    }
}
