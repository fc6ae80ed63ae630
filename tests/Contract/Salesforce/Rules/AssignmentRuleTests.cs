using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Rules;

[Source("Salesforce REST API Developer Guide, Assignment Rule Header")]
public sealed class AssignmentRuleTests
{
    private const string Rules = """
        {"queues": [{"name": "Support", "objects": ["Case"]}],
         "assignmentRules": [
          {"name": "Hot", "object": "Lead", "entries": [{"condition": "ISPICKVAL(Rating, 'Hot')", "owners": ["ann@example.invalid"]}], "defaultOwner": "Inbound"},
          {"name": "Other", "object": "Lead", "active": false, "entries": [{"owners": ["Inbound"]}]},
          {"name": "Cases", "object": "Case", "entries": [{"condition": "ISPICKVAL(Origin, 'Web')", "owners": ["Support"]}]}]}
        """;

    [Fact]
    [Proves("behaviour assignment rule")]
    [SimulatorOnly]
    public async Task A_new_lead_for_which_no_entry_holds_goes_to_the_default_owner_and_a_changed_one_stays()
    {
        await using var host = await RuledOrg.StartAsync(Rules);

        var hot = await host.CreateLead("\"Rating\":\"Hot\"");
        var cold = await host.CreateLead();
        await host.Call("PATCH", "sobjects/Lead/" + hot, """{"Rating":"Cold"}""");

        (await Owner(host, hot), await Owner(host, cold)).Should().Be(("Ann Able", "Inbound"));
    }

    [Fact]
    [Proves("header Sforce-Auto-Assign")]
    [Proves("behaviour assignment rule")]
    [SimulatorOnly]
    public async Task A_rule_that_is_not_active_runs_when_the_header_has_its_id()
    {
        await using var host = await RuledOrg.StartAsync(Rules);
        var rule = (await host.Call("GET", "query?q=SELECT+Id+FROM+AssignmentRule+WHERE+Name='Other'"))["records"][0].GetProperty("Id").GetString()!;

        var answer = await host.Call("POST", "sobjects/Lead", """{"LastName":"A","Company":"B","Rating":"Hot"}""", ("Sforce-Auto-Assign", rule[..15]));

        (await Owner(host, answer["id"].GetString()!)).Should().Be("Inbound");
    }

    [Fact]
    [Proves("behaviour assignment rule")]
    [SimulatorOnly]
    public async Task Cases_have_rules_of_their_own()
    {
        await using var host = await RuledOrg.StartAsync(Rules);

        var web = await host.Create("Case", """{"Subject":"Broken","Origin":"Web"}""");
        var phone = await host.Create("Case", """{"Subject":"Broken","Origin":"Phone"}""");

        (await Owner(host, web), await Owner(host, phone)).Should().Be(("Support", "Sync User"));
    }

    [Fact]
    [Proves("code INVALID_CROSS_REFERENCE_KEY")]
    [Unverified]
    [SimulatorOnly]
    public async Task A_queue_owns_rows_of_its_objects_only()
    {
        await using var host = await RuledOrg.StartAsync(Rules);
        var queue = (await host.Call("GET", "query?q=SELECT+Id+FROM+Group+WHERE+Name='Support'"))["records"][0].GetProperty("Id").GetString()!;

        (await host.Call("POST", "sobjects/Lead", $$"""{"LastName":"A","Company":"B","OwnerId":"{{queue}}"}""", ("Sforce-Auto-Assign", "FALSE")))
            .ShouldRefuse(400, "INVALID_CROSS_REFERENCE_KEY", "Queue not associated with this SObject type: Lead");
        (await host.Call("POST", "sobjects/Case", $$"""{"Subject":"A","OwnerId":"{{queue}}"}""")).Status.Should().Be(201);
    }

    private static async Task<string?> Owner(OrgHost host, string id)
    {
        var name = host.Org.Find(id)!.Object;
        return (await host.Call("GET", $"query?q=SELECT+Owner.Name+FROM+{name}+WHERE+Id='{id}'"))["records"][0].GetProperty("Owner").GetProperty("Name").GetString();
    }
}
