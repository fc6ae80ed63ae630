using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce;

[Source("Salesforce REST API Developer Guide, Assignment Rule Header")]
public sealed class AssignmentTests
{
    private static readonly AssignmentRule Rule = new("Route", [
        new AssignmentEntry("LeadSource", "Marketo", ["Inbound"]),
        new AssignmentEntry("Rating", "Hot", ["ann@example.invalid", OrgHost.Username]),
    ]);

    [Theory]
    [InlineData(null, true)]
    [InlineData("TRUE", true)]
    [InlineData("01Q000000000001", true)]
    [InlineData("FALSE", false)]
    [InlineData("false", false)]
    [Proves("header Sforce-Auto-Assign")]
    [Proves("behaviour assignment rule")]
    [SimulatorOnly]
    public async Task The_rule_runs_on_create_unless_the_header_says_FALSE(string? header, bool runs)
    {
        await using var host = await OrgHost.StartAsync(With(Rule));

        var id = await Create(host, "\"LeadSource\":\"marketo\"", header);

        Owner(host, id).Should().Be(runs ? "Inbound" : OrgHost.Username);
        host.Org.AssignmentExecutions.Should().HaveCount(runs ? 1 : 0);
    }

    [Fact]
    [Proves("behaviour assignment rule")]
    [SimulatorOnly]
    public async Task An_assignment_is_a_commit_of_its_own_by_the_rule()
    {
        await using var host = await OrgHost.StartAsync(With(Rule));

        var id = await Create(host, "\"LeadSource\":\"Marketo\"", null);

        host.Records.Commits.Select(commit => (commit.Op, commit.Actor, commit.Cause)).Should().Equal(
            ("create", Actor.Client, OrgHost.Username), ("assign", Actor.Rule, "Route"));
        host.Records.Commits[1].Fields.Should().ContainSingle().Which.Name.Should().Be("OwnerId");
        host.Org.Find(id)!.Version.Should().Be(2);
        host.Org.AssignmentExecutions.Should().ContainSingle().Which.Should().Match<SalesforceSim.Org.Rules.AssignmentExecution>(
            run => run.LeadId == id && run.Created && run.Call == 2 && run.Rule == "Route" && run.OwnerId == host.Org.Rows("Group", false)[0].Id);
    }

    [Fact]
    [Proves("header Sforce-Auto-Assign")]
    [Proves("behaviour assignment rule")]
    [SimulatorOnly]
    public async Task Without_the_header_it_runs_on_updates_too_and_moves_ownership()
    {
        await using var host = await OrgHost.StartAsync(With(Rule));
        var id = await Create(host, "\"LeadSource\":\"Marketo\"", "FALSE");

        await host.Call("PATCH", "sobjects/Lead/" + id, """{"Phone":"1"}""", ("Sforce-Auto-Assign", "FALSE"));
        Owner(host, id).Should().Be(OrgHost.Username);
        await host.Call("PATCH", "sobjects/Lead/" + id, """{"Phone":"2"}""");

        Owner(host, id).Should().Be("Inbound");
        host.Org.AssignmentExecutions.Should().ContainSingle().Which.Created.Should().BeFalse();
    }

    [Fact]
    [Proves("behaviour assignment rule")]
    [SimulatorOnly]
    public async Task Several_owners_take_turns_and_no_entry_leaves_the_owner()
    {
        await using var host = await OrgHost.StartAsync(With(Rule));

        var ids = new[] { await Create(host, "\"Rating\":\"Hot\"", null), await Create(host, "\"Rating\":\"Hot\"", null), await Create(host, "\"Rating\":\"Hot\"", null), await Create(host, "", null) };

        ids.Select(id => Owner(host, id)).Should().Equal("ann@example.invalid", OrgHost.Username, "ann@example.invalid", OrgHost.Username);
    }

    [Fact]
    [Proves("behaviour assignment rule")]
    [SimulatorOnly]
    public async Task Collections_run_it_for_each_lead_but_a_roll_back_leaves_no_run()
    {
        await using var host = await OrgHost.StartAsync(With(Rule));
        const string lead = """{"attributes":{"type":"Lead"},"LastName":"A","Company":"B","LeadSource":"Marketo"}""";

        await host.Call("POST", "composite/sobjects", $$$"""{"allOrNone":true,"records":[{{{lead}}},{"attributes":{"type":"Lead"}}]}""");
        host.Org.AssignmentExecutions.Should().BeEmpty();
        await host.Call("POST", "composite/sobjects", $$"""{"records":[{{lead}},{{lead}}]}""");

        host.Org.AssignmentExecutions.Should().HaveCount(2);
    }

    [Fact]
    [Proves("behaviour assignment rule")]
    [SimulatorOnly]
    public async Task By_default_no_rule_is_active_and_people_do_not_run_it()
    {
        await using var host = await OrgHost.StartAsync();
        await using var ruled = await OrgHost.StartAsync(With(Rule));

        Owner(host, await Create(host, "\"LeadSource\":\"Marketo\"", null)).Should().Be(OrgHost.Username);
        ruled.Org.CreateRow("Lead", [new("LastName", "A"), new("Company", "B"), new("LeadSource", "Marketo")], "test");
        ruled.Org.AssignmentExecutions.Should().BeEmpty();
    }

    private static SalesforceSimOptions With(AssignmentRule rule) => new()
    {
        ConnectedApps = OrgHost.DefaultOptions.ConnectedApps,
        Users = OrgHost.DefaultOptions.Users,
        Queues = ["Inbound"],
        AssignmentRule = rule,
    };

    private static async Task<string> Create(OrgHost host, string more, string? header)
    {
        var json = "{\"LastName\":\"Ray\",\"Company\":\"Acme\"" + (more.Length > 0 ? "," + more : "") + "}";
        var answer = header is null ? await host.Call("POST", "sobjects/Lead", json) : await host.Call("POST", "sobjects/Lead", json, ("Sforce-Auto-Assign", header));
        return answer["id"].GetString()!;
    }

    private static string? Owner(OrgHost host, string id)
    {
        var owner = host.Org.Find(host.Org.Find(id)!.Text("OwnerId")!)!;
        return owner.Object == "Group" ? owner.Text("Name") : owner.Text("Username");
    }
}
