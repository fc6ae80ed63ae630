using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;
using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.Salesforce;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace SfMarketo.Tests.Contract.Clients;

/// <summary>Both clients against a server that gives answers no simulator should: gateways' HTML, cut bodies, missing members. Over sockets.</summary>
public sealed class OddServer : IDisposable
{
    private static readonly string Pem = NewKey();

    private readonly WireMockServer _server = WireMockServer.Start();
    private readonly CallBudget _budget;
    private readonly HttpClient _marketoHttp;
    private readonly HttpClient _salesforceHttp = new() { Timeout = Timeout.InfiniteTimeSpan };

    public OddServer()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
        var origin = new Uri(_server.Url!);
        Answer("/identity/oauth/token", 200, """{"access_token":"t1","token_type":"bearer","expires_in":3599,"scope":"x"}""");
        Answer("/services/oauth2/token", 200, $$"""{"access_token":"s1","instance_url":"{{_server.Url}}","id":"x","token_type":"Bearer"}""");

        _budget = new CallBudget(time, new PacingSettings(), () => 0);
        _marketoHttp = CallBudgetHandler.CreateClient(_budget, time, new SocketsHttpHandler());
        var marketo = new MarketoSettings { BaseAddress = origin, ClientId = "id", ClientSecret = "secret" };
        Marketo = new MarketoClient(_marketoHttp, new MarketoTokens(_marketoHttp, time, marketo), marketo);
        Salesforce = new SalesforceClient(_salesforceHttp, time, new SalesforceSettings { LoginUrl = origin, ClientId = "key", Username = "user", PrivateKeyPem = Pem });
    }

    public MarketoClient Marketo { get; }

    public SalesforceClient Salesforce { get; }

    public int InFlight => _budget.InFlight;

    public void Answer(string path, int status, string body, string contentType = "application/json") =>
        _server.Given(Request.Create().WithPath(path).UsingAnyMethod())
            .RespondWith(Response.Create().WithStatusCode(status).WithHeader("Content-Type", contentType).WithBody(body));

    public void Break(string path) =>
        _server.Given(Request.Create().WithPath(path).UsingAnyMethod()).RespondWith(Response.Create().WithFault(FaultType.MALFORMED_RESPONSE_CHUNK));

    public void Dispose()
    {
        _marketoHttp.Dispose();
        _salesforceHttp.Dispose();
        _budget.Dispose();
        _server.Dispose();
    }

    private static string NewKey()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportPkcs8PrivateKeyPem();
    }
}
