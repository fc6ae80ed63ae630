using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Soap;

[Source("SOAP API Developer Guide, API Call Basics; Error Handling; SOAP Headers")]
public sealed class SoapFrameTests
{
    private const string Endpoint = "POST /services/Soap/u/{version}";

    [Fact]
    [Proves(Endpoint)]
    [Proves("header LimitInfoHeader")]
    [Proves("header SessionHeader")]
    [Proves("soap getServerTimestamp")]
    [SimulatorOnly("counts requests")]
    public async Task A_call_counts_and_its_answer_tells_the_use_of_the_limit()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Soap("getServerTimestamp");

        answer.Status.Should().Be(200, answer.Http.Body);
        answer.Http.Headers["Content-Type"].Should().StartWith("text/xml");
        answer.Http.Body.Should().StartWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><soapenv:Envelope ").And.Contain("<current>1</current><limit>100000</limit><type>API REQUESTS</type>");
        answer["timestamp"].Should().Be("2026-03-11T15:30:00.250Z");
        host.Org.RequestsUsed.Should().Be(1);
        host.Records.Calls[^1].Should().Match<Kernel.Recording.CallEntry>(call => call.Operation == "getServerTimestamp" && call.Client == OrgHost.Username && call.Status == 200);
    }

    [Theory]
    [InlineData("/services/Soap/u/59.0/00D5g0000000001")]
    [InlineData("/services/Soap/u/31.0")]
    [Proves("POST /services/Soap/u/{version}/{organization}")]
    public async Task The_org_may_stand_behind_the_version(string path)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.SoapWith(await SoapHost.SessionAsync(host), "getUserInfo", path: path)).Status.Should().Be(200);
    }

    [Fact]
    [Proves("POST /services/Soap/c/{version}")]
    [Proves("POST /services/Soap/c/{version}/{organization}")]
    [Proves("soap getUserInfo")]
    public async Task The_enterprise_endpoint_takes_its_own_namespace()
    {
        await using var host = await OrgHost.StartAsync();
        var session = await SoapHost.SessionAsync(host);

        var answer = await host.SoapWith(session, "getUserInfo", path: "/services/Soap/c/59.0/00D5g0000000001", space: SoapHost.Enterprise);
        var partner = await host.SoapWith(session, "getUserInfo", path: "/services/Soap/c/59.0");

        answer.Result.Name.NamespaceName.Should().Be(SoapHost.Enterprise);
        partner["faultstring"].Should().StartWith("No operation available for request {urn:partner.soap.sforce.com}getUserInfo");
    }

    [Fact]
    [Proves(Endpoint)]
    [Proves("code METHOD_NOT_ALLOWED")]
    public async Task Only_POST_is_allowed()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("GET", "/services/Soap/u/59.0");

        (answer.Status, answer.Body, answer.Headers["Allow"]).Should().Be((405, "Only POST allowed", "POST"));
    }

    [Theory]
    [InlineData("30.0")]
    [InlineData("99.0")]
    [InlineData("59")]
    [InlineData("x")]
    [Proves("code UNSUPPORTED_API_VERSION")]
    public async Task Versions_that_are_not_served_are_faults(string version)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.SoapWith("x", "getUserInfo", path: SoapHost.Path("u", version))).ShouldFault("sf:UNSUPPORTED_API_VERSION", "Invalid Api version specified on URL", "UnexpectedErrorFault");
    }

    [Theory]
    [InlineData("")]
    [InlineData("00D000000000001!dead")]
    [Proves("code INVALID_SESSION_ID")]
    [Proves("header SessionHeader")]
    public async Task A_dead_session_is_a_fault_that_clients_know_by_its_code(string session)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.SoapWith(session, "getUserInfo");

        answer["faultcode"].Should().Be("sf:INVALID_SESSION_ID");
        answer.Status.Should().Be(500);
        answer["faultstring"].Should().StartWith("INVALID_SESSION_ID: Invalid Session ID found in SessionHeader: Illegal Session");
        answer.Http.Body.Should().MatchRegex("<faultcode>[a-zA-Z]+:INVALID_SESSION_ID</faultcode>", "jsforce looks for that");
    }

    [Theory]
    [InlineData("no xml")]
    [InlineData("<a>")]
    [InlineData("<a/>")]
    [InlineData("<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body/></e:Envelope>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body><a>&x;</a></e:Body></e:Envelope>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;\">]><e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body><a>&y;</a></e:Body></e:Envelope>")]
    [Proves(Endpoint)]
    [Unverified]
    [SimulatorOnly("texts are not documented")]
    public async Task What_is_no_envelope_and_what_has_a_document_type_is_the_clients_fault(string body)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.SoapRaw(body);

        (answer.Status, answer["faultcode"]).Should().Be((500, "soapenv:Client"));
        host.Org.UnhandledFailures.Should().Be(0);
        host.Org.RequestsUsed.Should().Be(0);
    }

    [Fact]
    [Proves(Endpoint)]
    [Unverified]
    [SimulatorOnly("texts are not documented")]
    public async Task Depth_is_bounded_and_the_header_SOAPAction_is_needed()
    {
        await using var host = await OrgHost.StartAsync();

        (await host.SoapRaw(string.Concat(Enumerable.Repeat("<a>", 100_000)))).Status.Should().Be(500);
        (await host.SoapRaw("<a/>", action: null))["faultstring"].Should().Be("SOAPAction HTTP header missing");
    }

    [Fact]
    [Proves(Endpoint)]
    [SimulatorOnly("the vendor has it")]
    public async Task Operations_that_the_vendor_has_and_the_simulator_has_not_are_501_and_others_a_fault()
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Soap("sendEmail")).Status.Should().Be(501);
        (await host.Soap("sendEmail"))["exceptionCode"].Should().Be("NOT_SIMULATED");
        (await host.Soap("nonsense"))["faultstring"].Should().StartWith("No operation available for request {urn:partner.soap.sforce.com}nonsense");
        (await host.SoapWith("x", "describeMetadata", path: "/services/Soap/m/59.0", space: "http://soap.sforce.com/2006/04/metadata")).Status.Should().Be(501);
    }

    [Fact]
    [Proves("code REQUEST_LIMIT_EXCEEDED")]
    [Proves("switch limits.infoHeader")]
    [SimulatorOnly("spends the requests of a day")]
    public async Task Limits_and_faults_of_rules_are_in_the_form_of_SOAP()
    {
        await using var host = await OrgHost.StartAsync();
        var session = await SoapHost.SessionAsync(host);
        host.Org.SetLimits(requestsPerDay: 0);

        (await host.SoapWith(session, "getUserInfo")).ShouldFault("sf:REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.", "UnexpectedErrorFault");
        host.Org.SetLimits(requestsPerDay: 10);
        host.Org.SetSwitch("limits.infoHeader", "off");
        (await host.SoapWith(session, "getUserInfo")).Http.Body.Should().NotContain("LimitInfoHeader");
    }

    [Fact]
    [Proves("code API_CURRENTLY_DISABLED")]
    [SimulatorOnly("sets up a user")]
    public async Task A_user_without_the_permission_gets_a_fault()
    {
        await using var host = await OrgHost.StartAsync();
        var session = await SoapHost.SessionAsync(host);
        host.Org.SetUser(host.Org.User(OrgHost.Username)! with { ApiEnabled = false }, "setUser");

        (await host.SoapWith(session, "getUserInfo")).ShouldFault("sf:API_CURRENTLY_DISABLED", "API is disabled for this User", "UnexpectedErrorFault");
    }

    [Fact]
    [Proves("soap logout")]
    [Proves("soap invalidateSessions")]
    [Proves("code INVALID_SESSION_ID")]
    public async Task Sessions_end_on_demand()
    {
        await using var host = await OrgHost.StartAsync();
        var (first, second) = (await SoapHost.SessionAsync(host), await SoapHost.SessionAsync(host));

        var ended = await host.SoapWith(first, "invalidateSessions", $"<sessionIds>{second}</sessionIds><sessionIds>dead</sessionIds>");
        (await host.SoapWith(first, "logout")).Status.Should().Be(200);

        ended.Each("success").Should().Equal("true", "false");
        (await host.SoapWith(first, "getUserInfo")).Status.Should().Be(500);
        (await host.SoapWith(second, "getUserInfo")).Status.Should().Be(500);
    }

    [Fact]
    [Proves("soap setPassword")]
    [Proves("soap resetPassword")]
    [Proves("code INVALID_NEW_PASSWORD")]
    [SimulatorOnly("signs in with the password")]
    public async Task Passwords_are_set_and_made_anew()
    {
        await using var host = await OrgHost.StartAsync(OrgHost.With(new SalesforceSwitches { PasswordGrant = true }));
        var ann = host.Org.Rows("User").Single(user => user.Text("Username") == "ann@example.invalid").Id;

        (await host.Soap("setPassword", $"<userId>{ann}</userId><password>Engine1815</password>")).Status.Should().Be(200);
        (await host.LogIn("ann@example.invalid", "other")).Status.Should().Be(500);
        (await host.LogIn("ann@example.invalid", "Engine1815")).Status.Should().Be(200);
        (await host.Soap("setPassword", $"<userId>{ann}</userId><password>short</password>"))["faultcode"].Should().Be("sf:INVALID_NEW_PASSWORD");
        var made = (await host.Soap("resetPassword", $"<userId>{ann}</userId>"))["password"]!;
        (await host.LogIn("ann@example.invalid", made)).Status.Should().Be(200);
        (await host.Soap("resetPassword", "<userId>nonsense</userId>"))["faultcode"].Should().Be("sf:MALFORMED_ID");
    }
}
