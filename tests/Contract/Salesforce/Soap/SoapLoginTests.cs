using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Soap;

[Source("SOAP API Developer Guide, login()")]
public sealed class SoapLoginTests
{
    private const string Wrong = "Invalid username, password, security token; or user locked out.";

    [Fact]
    [Proves("soap login")]
    [SimulatorOnly("any password is right")]
    public async Task Login_answers_with_unprefixed_tags_as_clients_read_them()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.LogIn(OrgHost.Username, "x");

        answer.Status.Should().Be(200, answer.Http.Body);
        foreach (var tag in new[] { "sessionId", "serverUrl", "userId", "organizationId", "passwordExpired", "sandbox", "metadataServerUrl", "sessionSecondsValid", "userEmail", "userFullName", "userName", "userTimeZone", "userType" })
        {
            answer.Http.Body.Should().MatchRegex($"<{tag}>[^<]+</{tag}>");
        }

        answer["serverUrl"].Should().Be($"http://simulator/services/Soap/u/59.0/{host.Org.OrganizationId[..15]}");
        answer["organizationId"].Should().Be(host.Org.OrganizationId);
        (await host.Call("GET", "limits", null, ("Authorization", "Bearer " + answer["sessionId"]))).Status.Should().Be(200);
        (await host.SoapWith(answer["sessionId"]!, "getUserInfo"))["userName"].Should().Be(OrgHost.Username);
    }

    [Fact]
    [Proves("soap login")]
    [Proves("header CallOptions")]
    [Proves("header LoginScopeHeader")]
    [SimulatorOnly("any password is right")]
    public async Task Headers_that_simple_salesforce_sends_are_taken()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.SoapRaw(
            $"""
            <?xml version="1.0" encoding="utf-8" ?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:urn="urn:partner.soap.sforce.com"><soapenv:Header>
            <urn:CallOptions><urn:client>simple-salesforce</urn:client><urn:defaultNamespace>sf</urn:defaultNamespace></urn:CallOptions>
            <urn:LoginScopeHeader><urn:organizationId>00D000000000001</urn:organizationId></urn:LoginScopeHeader></soapenv:Header>
            <soapenv:Body><urn:login><urn:username>{OrgHost.Username}</urn:username><urn:password>x</urn:password></urn:login></soapenv:Body></soapenv:Envelope>
            """,
            action: "login");

        answer.Status.Should().Be(200, answer.Http.Body);
    }

    [Fact]
    [Proves("soap login")]
    [Proves("code INVALID_LOGIN")]
    [Proves("code ORG_LOCKED")]
    [Proves("code LOGIN_DURING_RESTRICTED_TIME")]
    [SimulatorOnly("sets up a user")]
    public async Task Refusals_are_login_faults_in_their_exact_form()
    {
        await using var host = await OrgHost.StartAsync();

        var wrong = await host.LogIn("who@example.invalid", "x");
        wrong.ShouldFault("INVALID_LOGIN", Wrong, "LoginFault");
        wrong.Http.Body.Should().Be(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:sf=\"urn:fault.partner.soap.sforce.com\" "
            + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><soapenv:Body><soapenv:Fault><faultcode>INVALID_LOGIN</faultcode><faultstring>INVALID_LOGIN: " + Wrong + "</faultstring>"
            + "<detail><sf:LoginFault xsi:type=\"sf:LoginFault\"><sf:exceptionCode>INVALID_LOGIN</sf:exceptionCode><sf:exceptionMessage>" + Wrong + "</sf:exceptionMessage></sf:LoginFault></detail>"
            + "</soapenv:Fault></soapenv:Body></soapenv:Envelope>");
        (await host.LogIn(OrgHost.Username, "")).ShouldFault("INVALID_LOGIN", Wrong, "LoginFault");
        (await host.LogIn("gone@example.invalid", "x")).ShouldFault("INVALID_LOGIN", Wrong, "LoginFault");
        host.Org.SetUser(host.Org.User("ann@example.invalid")! with { LoginRestricted = true }, "setUser");
        (await host.LogIn("ann@example.invalid", "x"))["faultcode"].Should().Be("LOGIN_DURING_RESTRICTED_TIME");
        host.Org.SetLocked(true);
        (await host.LogIn(OrgHost.Username, "x"))["faultcode"].Should().Be("ORG_LOCKED");
    }

    [Theory]
    [InlineData("64.0", 200)]
    [InlineData("65.0", 500)]
    [Proves("soap login")]
    [SimulatorOnly("any password is right")]
    public async Task There_is_no_login_from_version_65_on(string version, int status)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.LogIn(OrgHost.Username, "x", version);

        answer.Status.Should().Be(status);
        if (status == 500)
        {
            answer["faultstring"].Should().StartWith("No operation available for request {urn:partner.soap.sforce.com}login");
        }
    }

    [Theory]
    [InlineData("on", 1)]
    [InlineData("off", 0)]
    [Proves("switch limits.countSoapLogin")]
    [Unverified]
    [SimulatorOnly]
    public async Task Login_costs_a_request_by_switch(string setting, int cost)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSimOptions { Users = OrgHost.DefaultOptions.Users });
        host.Org.SetSwitch("limits.countSoapLogin", setting);

        (await host.LogIn(OrgHost.Username, "x")).Status.Should().Be(200);

        host.Org.RequestsUsed.Should().Be(cost);
    }
}
