using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce;

/// <summary>What a control API changes while the org runs, and options of the org's own administrator.</summary>
[Source("Salesforce REST API Developer Guide, Status Codes and Error Responses")]
public sealed class OrgSettingTests
{
    [Fact]
    [Proves("code REQUEST_LIMIT_EXCEEDED")]
    [SimulatorOnly]
    public async Task Limits_can_be_changed_and_a_reset_keeps_them()
    {
        await using var host = await OrgHost.StartAsync();
        await host.CreateLead();

        host.Org.SetLimits(requestsPerDay: 1);

        (await host.Call("GET", "limits")).ShouldRefuse(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
        host.Org.Reset();
        host.SignOut();
        (await host.Call("GET", "limits")).Status.Should().Be(200);
        host.Org.RequestsLimit.Should().Be(1);
        host.Org.SetLimits(concurrentLongRunning: 3);
        (host.Org.RequestsLimit, host.Org.ConcurrentLongRunningLimit).Should().Be((1, 3));
    }

    [Fact]
    [Proves("switch rows.getDeletedCode")]
    [Proves("code NOT_FOUND")]
    [Unverified]
    [SimulatorOnly]
    public async Task A_switch_works_from_the_next_call_on()
    {
        await using var host = await OrgHost.StartAsync();
        var lead = await host.CreateLead();
        host.Org.DeleteRow(lead, "test");

        host.Org.SetSwitch("rows.getDeletedCode", "NOT_FOUND");

        (await host.Call("GET", "sobjects/Lead/" + lead)).ShouldRefuse(404, "NOT_FOUND", "The requested resource does not exist");
    }

    [Fact]
    [SimulatorOnly]
    public async Task Every_switch_takes_each_of_its_values_and_says_what_it_takes()
    {
        await using var host = await OrgHost.StartAsync();
        SalesforceOrg.SwitchNames.Should().BeInAscendingOrder(StringComparer.Ordinal).And.HaveCountGreaterThan(25);

        foreach (var name in SalesforceOrg.SwitchNames)
        {
            var before = host.Org.GetSwitch(name);
            foreach (var value in SalesforceOrg.SwitchValues(name) is [var word] ? ["45"] : SalesforceOrg.SwitchValues(name).Reverse())
            {
                host.Org.SetSwitch(name, value);
                host.Org.GetSwitch(name).Should().Be(value, name);
            }

            var set = () => host.Org.SetSwitch(name, "perhaps");
            set.Should().Throw<ArgumentException>().WithMessage($"*{name} takes*perhaps*");
            host.Org.SetSwitch(name, before);
        }

        host.Org.Switches.Should().Be(new SalesforceSwitches(), "all are back at their defaults");
        var unknown = () => host.Org.SetSwitch("nope", "on");
        unknown.Should().Throw<ArgumentException>().WithMessage("*no switch nope*auth.sessionSlides*");
    }

    [Fact]
    [Proves("code INVALID_SESSION_ID")]
    [SimulatorOnly]
    public async Task All_sessions_can_be_ended()
    {
        await using var host = await OrgHost.StartAsync();
        await host.CreateLead();

        host.Org.ExpireSessions();

        (await host.Call("GET", "limits")).ShouldRefuse(401, "INVALID_SESSION_ID", "Session expired or invalid");
    }

    [Fact]
    [Proves("POST /services/oauth2/token", "grant_type", "username", "password", "client_id")]
    [Proves("switch auth.passwordGrant")]
    [Proves("code invalid_client_id")]
    [Proves("code invalid_grant")]
    [SimulatorOnly]
    public async Task The_password_grant_signs_in_where_it_is_allowed()
    {
        await using var strict = await OrgHost.StartAsync();
        await using var developer = await OrgHost.StartAsync(With(allowPassword: true, guidKey: true));

        (await SignIn(strict, OrgHost.Username, "x")).ShouldRefuseSignIn("invalid_grant", "authentication failure");
        var answer = await SignIn(developer, OrgHost.Username, "x");
        answer.Status.Should().Be(200, answer.Body);
        developer.Use(answer["access_token"].GetString()!);
        (await developer.Call("GET", "limits")).Status.Should().Be(200);
        (await SignIn(developer, OrgHost.Username, "")).ShouldRefuseSignIn("invalid_grant", "authentication failure");
        (await SignIn(developer, "who@example.invalid", "x")).ShouldRefuseSignIn("invalid_grant", "authentication failure");
        (await SignIn(developer, "gone@example.invalid", "x")).ShouldRefuseSignIn("invalid_grant", "inactive user");
        (await SignIn(developer, OrgHost.Username, "x", "other")).ShouldRefuseSignIn("invalid_client_id", "client identifier invalid");
    }

    [Theory]
    [InlineData(true, 201)]
    [InlineData(false, 404)]
    [Proves("PATCH /services/data/{version}/sobjects/{object}/{field}/{value}")]
    [SimulatorOnly]
    public async Task The_guid_of_a_task_is_an_external_id_by_option(bool key, int status)
    {
        await using var host = await OrgHost.StartAsync(With(allowPassword: false, guidKey: key));

        (await host.Call("PATCH", "sobjects/Task/MarketoGuid__c/77-1", """{"Subject":"Call"}""")).Status.Should().Be(status);

        var field = (await host.Call("GET", "sobjects/Task/describe"))["fields"].EnumerateArray().Single(each => each.GetProperty("name").GetString() == "MarketoGuid__c");
        (field.GetProperty("externalId").GetBoolean(), field.GetProperty("unique").GetBoolean(), field.GetProperty("length").GetInt32()).Should().Be((key, key, 128));
        await host.Create("Task", """{"MarketoGuid__c":"5"}""");
        (await host.Call("POST", "sobjects/Task", """{"MarketoGuid__c":"5"}""")).Status.Should().Be(key ? 400 : 201);
    }

    [Fact]
    [Proves("PATCH /services/data/{version}/sobjects/{object}/{field}/{value}")]
    public async Task Accounts_and_opportunities_can_be_upserted_by_marketo_key()
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("PATCH", "sobjects/Account/MarketoKey__c/a1", """{"Name":"A"}""")).Status.Should().Be(201);
        (await host.Call("PATCH", "sobjects/Account/MarketoKey__c/A1", """{"Name":"B"}""")).Status.Should().Be(200);
        (await host.Call("PATCH", "sobjects/Opportunity/MarketoKey__c/o1", """{"Name":"A","StageName":"Prospecting","CloseDate":"2026-04-01"}""")).Status.Should().Be(201);
    }

    private static Task<OrgAnswer> SignIn(OrgHost host, string username, string password, string client = OrgHost.ConsumerKey) => host.Post(
        "/services/oauth2/token",
        new FormUrlEncodedContent([new("grant_type", "password"), new("client_id", client), new("client_secret", "s"), new("username", username), new("password", password)]));

    private static SalesforceSimOptions With(bool allowPassword, bool guidKey) => new()
    {
        ConnectedApps = OrgHost.DefaultOptions.ConnectedApps,
        Users = OrgHost.DefaultOptions.Users,
        AllowPasswordGrant = allowPassword,
        TaskGuidIsExternalId = guidKey,
    };
}
