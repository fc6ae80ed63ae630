using System.ServiceModel;
using System.Xml;
using Duende.IdentityModel.Client;

namespace SfMarketo.Tests.Clients.DotNet;

/// <summary>Clients of .NET from NuGet that know neither simulators nor Salesforce: the SOAP stack with types of the WSDL, and an OAuth client.</summary>
public sealed class DotNetClientTests
{
    [Fact]
    public async Task WCF_signs_in_creates_queries_and_converts_with_types_of_the_partner_WSDL()
    {
        await using var simulators = await Simulators.StartAsync("empty");
        var address = simulators.Settings["SF_URL"] + "/services/Soap/u/59.0";
        var login = await Soap(address).LoginAsync(new PartnerWsdl.LoginRequest { Username = simulators.Settings["SF_USERNAME"], Password = "x" });
        login.Result.ServerUrl.Should().StartWith(address);
        var soap = Soap(login.Result.ServerUrl);
        var session = new PartnerWsdl.SessionHeader { SessionId = login.Result.SessionId };

        var made = await soap.CreateAsync(new PartnerWsdl.CreateRequest { SessionHeader = session, Rows = [Lead("Ada & Co", "Engines"), Lead("Nobody", null)] });
        made.Results.Select(result => result.Success).Should().Equal(true, false);
        made.Results[1].Errors.Should().ContainSingle().Which.StatusCode.Should().Be("REQUIRED_FIELD_MISSING");
        made.LimitInfoHeader.Infos.Should().ContainSingle().Which.Type.Should().Be("API REQUESTS");

        var found = await soap.QueryAsync(new PartnerWsdl.QueryRequest { SessionHeader = session, Statement = "SELECT Id, LastName, Company FROM Lead" });
        (found.Result.Done, found.Result.Size, found.Result.Records[0].Id).Should().Be((true, 1, made.Results[0].Id));
        found.Result.Records[0].Fields.Single(field => field.LocalName == "LastName").InnerText.Should().Be("Ada & Co");

        var converted = await soap.ConvertAsync(new PartnerWsdl.ConvertRequest { SessionHeader = session, Leads = [new PartnerWsdl.LeadConvert { LeadId = made.Results[0].Id! }] });
        (converted.Results[0].Success, converted.Results[0].LeadId).Should().Be((true, made.Results[0].Id));
        converted.Results[0].AccountId.Should().StartWith("001");
    }

    [Fact]
    public async Task WCF_reads_faults_by_their_codes()
    {
        await using var simulators = await Simulators.StartAsync("empty");
        var soap = Soap(simulators.Settings["SF_URL"] + "/services/Soap/u/59.0");

        var wrong = await soap.Invoking(it => it.LoginAsync(new PartnerWsdl.LoginRequest { Username = "nobody@example.com", Password = "x" })).Should().ThrowAsync<FaultException>();
        wrong.Which.Code.Name.Should().Be("INVALID_LOGIN");
        var dead = await soap.Invoking(it => it.QueryAsync(new PartnerWsdl.QueryRequest { Statement = "SELECT Id FROM Lead" })).Should().ThrowAsync<FaultException>();
        dead.Which.Code.Name.Should().Be("INVALID_SESSION_ID");
        dead.Which.Code.Namespace.Should().Be("urn:fault.partner.soap.sforce.com");
    }

    [Fact]
    public async Task An_OAuth_client_discovers_the_endpoints_and_uses_them_all()
    {
        await using var simulators = await Simulators.StartAsync("empty");
        var (client, user) = (simulators.Settings["SF_CLIENT_ID"], simulators.Settings["SF_USERNAME"]);
        using var http = new HttpClient();
        var cancel = TestContext.Current.CancellationToken;

        var found = await http.GetDiscoveryDocumentAsync(simulators.Settings["SF_URL"], cancellationToken: cancel);
        found.IsError.Should().BeFalse(found.Error);
        found.KeySet!.Keys.Should().ContainSingle().Which.Kty.Should().Be("RSA");
        var token = await http.RequestPasswordTokenAsync(new PasswordTokenRequest { Address = found.TokenEndpoint, ClientId = client, ClientSecret = "x", UserName = user, Password = "x" }, cancel);
        token.IsError.Should().BeFalse(token.Error);
        var machine = await http.RequestClientCredentialsTokenAsync(new ClientCredentialsTokenRequest { Address = found.TokenEndpoint, ClientId = client, ClientSecret = "x" }, cancel);
        machine.AccessToken.Should().StartWith("00D");

        var info = await http.GetUserInfoAsync(new UserInfoRequest { Address = found.UserInfoEndpoint, Token = token.AccessToken }, cancel);
        info.Claims.Should().Contain(claim => claim.Type == "preferred_username" && claim.Value == user);
        var look = new TokenIntrospectionRequest { Address = found.IntrospectionEndpoint, ClientId = client, ClientSecret = "x", Token = token.AccessToken! };
        (await http.IntrospectTokenAsync(look, cancel)).IsActive.Should().BeTrue();
        (await http.RevokeTokenAsync(new TokenRevocationRequest { Address = found.RevocationEndpoint, ClientId = client, ClientSecret = "x", Token = token.AccessToken! }, cancel)).IsError.Should().BeFalse();
        (await http.IntrospectTokenAsync(look, cancel)).IsActive.Should().BeFalse();
        (await http.RequestRefreshTokenAsync(new RefreshTokenRequest { Address = found.TokenEndpoint, ClientId = client, ClientSecret = "x", RefreshToken = "gone" }, cancel)).Error.Should().Be("invalid_grant");
    }

    private static PartnerWsdl.ISoap Soap(string address) => new ChannelFactory<PartnerWsdl.ISoap>(new BasicHttpBinding { MaxReceivedMessageSize = 1_000_000 }, new EndpointAddress(address)).CreateChannel();

    private static PartnerWsdl.Row Lead(string name, string? company)
    {
        var document = new XmlDocument();
        XmlElement Field(string field, string value)
        {
            var element = document.CreateElement(field, PartnerWsdl.Rows);
            element.InnerText = value;
            return element;
        }

        return new PartnerWsdl.Row { Type = "Lead", Fields = company is null ? [Field("LastName", name)] : [Field("LastName", name), Field("Company", company)] };
    }
}
