using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Rules;

[Source("Salesforce Help, Profiles: Object and Field Permissions")]
public sealed class PermissionTests
{
    private const string Sync = """
        {"profiles": [{"name": "Integration", "objects": {"Lead": ["read", "create", "edit"], "Campaign": ["read"], "Case": []},
                       "fields": {"Lead.Phone": "read", "Lead.Fax": "none", "Contact.AccountId": "none"}, "editConvertedLeads": EDIT, "apiEnabled": API}],
         "apiEnabled": ORG, "users": {"sync@example.invalid": "Integration"}}
        """;

    [Fact]
    [Proves("code INVALID_FIELD_FOR_INSERT_UPDATE")]
    [Proves("code INVALID_FIELD")]
    [Proves("behaviour permission")]
    [SimulatorOnly]
    public async Task A_field_that_may_be_read_only_cannot_be_written_and_a_hidden_one_does_not_exist()
    {
        await using var host = await Start();

        var readOnly = await host.Call("POST", "sobjects/Lead", """{"LastName":"A","Company":"B","Phone":"1"}""");
        readOnly.ShouldRefuse(400, "INVALID_FIELD_FOR_INSERT_UPDATE", "Unable to create/update fields: Phone. Please check the security settings of this field and verify that it is read/write for your profile or permission set.");
        readOnly.Json[0].GetProperty("fields")[0].GetString().Should().Be("Phone");
        (await host.Call("POST", "sobjects/Lead", """{"LastName":"A","Company":"B","Fax":"1"}""")).ShouldRefuse(400, "INVALID_FIELD", "No such column 'Fax' on sobject of type Lead");
    }

    [Fact]
    [Proves("code INVALID_FIELD")]
    [Proves("behaviour permission")]
    [SimulatorOnly]
    public async Task A_hidden_field_is_in_no_read_query_or_describe()
    {
        await using var host = await Start();
        var lead = await host.CreateLead();

        (await host.Call("GET", "sobjects/Lead/" + lead)).Json.TryGetProperty("Fax", out _).Should().BeFalse();
        (await host.Call("GET", $"sobjects/Lead/{lead}?fields=Fax")).ShouldRefuse(400, "INVALID_FIELD", "No such column 'Fax' on sobject of type Lead");
        (await host.Call("GET", "query?q=SELECT+Fax+FROM+Lead")).Json[0].GetProperty("errorCode").GetString().Should().Be("INVALID_FIELD");
        (await host.Call("GET", "query?q=SELECT+Id+FROM+Lead+WHERE+Fax=null")).Json[0].GetProperty("errorCode").GetString().Should().Be("INVALID_FIELD");
        (await host.Call("GET", "query?q=SELECT+Account.Name+FROM+Contact")).Json[0].GetProperty("errorCode").GetString().Should().Be("INVALID_FIELD");
        var fields = (await host.Call("GET", "sobjects/Lead/describe"))["fields"].EnumerateArray().ToDictionary(field => field.GetProperty("name").GetString()!);
        fields.Should().NotContainKey("Fax").And.ContainKey("Phone");
        (fields["Phone"].GetProperty("updateable").GetBoolean(), fields["Title"].GetProperty("updateable").GetBoolean()).Should().Be((false, true));
    }

    [Fact]
    [Proves("code INSUFFICIENT_ACCESS_OR_READONLY")]
    [Proves("code CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY")]
    [Proves("behaviour permission")]
    [Unverified]
    [SimulatorOnly]
    public async Task What_the_profile_lacks_on_an_object_is_refused()
    {
        await using var host = await Start();
        var lead = await host.CreateLead();
        var campaign = host.Org.CreateRow("Campaign", [new("Name", "A")], "test");

        (await host.Call("DELETE", "sobjects/Lead/" + lead)).ShouldRefuse(403, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");
        (await host.Call("PATCH", "sobjects/Campaign/" + campaign, """{"Name":"B"}""")).ShouldRefuse(403, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");
        (await host.Call("POST", "sobjects/Campaign", """{"Name":"B"}""")).ShouldRefuse(400, "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "entity type cannot be inserted: Campaign");
        (await host.Call("GET", "sobjects/Campaign/" + campaign)).Status.Should().Be(200);
        (await host.Call("POST", "sobjects/Case", """{"Subject":"A"}""")).Status.Should().Be(404);
        (await host.Call("GET", "query?q=SELECT+Id+FROM+Case")).Json[0].GetProperty("errorCode").GetString().Should().Be("INVALID_TYPE");
        (await host.Call("GET", "sobjects"))["sobjects"].EnumerateArray().Select(each => each.GetProperty("name").GetString()).Should().NotContain("Case").And.Contain("Campaign");
    }

    [Theory]
    [InlineData("false", "true", "API_CURRENTLY_DISABLED", "API is disabled for this User")]
    [InlineData("true", "false", "API_DISABLED_FOR_ORG", "The REST API is not enabled for this Organization.")]
    [Proves("code API_CURRENTLY_DISABLED")]
    [Proves("code API_DISABLED_FOR_ORG")]
    [SimulatorOnly]
    public async Task Without_the_api_each_call_is_refused(string user, string org, string code, string text)
    {
        await using var host = await Start(user, org);

        (await host.Call("GET", "limits")).ShouldRefuse(403, code, text);
    }

    [Theory]
    [InlineData("false", 400)]
    [InlineData("true", 204)]
    [Proves("code CANNOT_UPDATE_CONVERTED_LEAD")]
    [SimulatorOnly]
    public async Task Converted_leads_can_be_edited_by_profiles_that_may(string edit, int status)
    {
        await using var host = await Start(edit: edit);
        var lead = await host.CreateLead();
        host.Org.ConvertLead(lead, new SalesforceSim.Org.Conversion.LeadConversion(), "test");

        (await host.Call("PATCH", "sobjects/Lead/" + lead, """{"Title":"CTO"}""")).Status.Should().Be(status);
    }

    [Fact]
    [Proves("behaviour permission")]
    [SimulatorOnly]
    public async Task The_profile_of_a_user_can_be_read()
    {
        await using var host = await Start();

        var names = (await host.Call("GET", "query?q=SELECT+Username,Profile.Name+FROM+User+ORDER+BY+Username"))["records"].EnumerateArray()
            .Select(user => (user.GetProperty("Username").GetString(), user.GetProperty("Profile").GetProperty("Name").GetString()));

        names.Should().Contain(("sync@example.invalid", "Integration")).And.Contain(("ann@example.invalid", "System Administrator"));
    }

    private static Task<OrgHost> Start(string user = "true", string org = "true", string edit = "false") =>
        RuledOrg.StartAsync(Sync.Replace("API", user, StringComparison.Ordinal).Replace("ORG", org, StringComparison.Ordinal).Replace("EDIT", edit, StringComparison.Ordinal));
}
