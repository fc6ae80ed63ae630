using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Pacing;
using SfMarketo.Tests.Sync.Pacing;

namespace SfMarketo.Tests.Sync.Marketo;

/// <summary>A client on a stub of one instance: the identity service as the vendor has it, everything else as the test says.</summary>
internal sealed class MarketoBench : IDisposable
{
    private string _token = "t1";
    private DateTimeOffset _tokenEnds;
    private int _given;

    public MarketoBench(Func<StubRequest, HttpResponseMessage> answer)
    {
        Server = new StubServer(request => request.Path == "/identity/oauth/token" ? Identity() : Authorised(request) ?? answer(request));
        Budget = new CallBudget(Clock, new PacingSettings { Exclusive = true }, () => 0);
        var settings = new MarketoSettings { BaseAddress = new Uri("https://marketo.test"), ClientId = "id", ClientSecret = "secret" };
        Http = CallBudgetHandler.CreateClient(Budget, Clock, Server);
        Tokens = new MarketoTokens(Http, Clock, settings);
        Client = new MarketoClient(Http, Tokens, settings);
    }

    public SimClock Clock { get; } = new();

    public StubServer Server { get; }

    public CallBudget Budget { get; }

    public HttpClient Http { get; }

    public MarketoTokens Tokens { get; }

    public MarketoClient Client { get; }

    /// <summary>What identity answers instead of a token.</summary>
    public HttpResponseMessage? Refusal { get; set; }

    public IEnumerable<StubRequest> Calls => Server.Requests.Where(request => request.Path != "/identity/oauth/token");

    /// <summary>From now on the present token is unknown to the server.</summary>
    public void Revoke() => _tokenEnds = DateTimeOffset.MinValue;

    public static HttpResponseMessage Success(string result) => StubServer.Json($$"""{"requestId":"1#1","result":{{result}},"success":true}""");

    public static HttpResponseMessage Failed(string code, string message = "text") =>
        StubServer.Json($$"""{"requestId":"1#1","success":false,"errors":[{"code":"{{code}}","message":"{{message}}"}]}""");

    public void Dispose()
    {
        Http.Dispose();
        Budget.Dispose();
    }

    private HttpResponseMessage Identity()
    {
        if (Refusal is not null)
        {
            return Refusal;
        }

        if (Clock.GetUtcNow() >= _tokenEnds)
        {
            (_token, _tokenEnds) = ($"t{++_given}", Clock.GetUtcNow().AddSeconds(3600));
        }

        return StubServer.Json($$"""{"access_token":"{{_token}}","token_type":"bearer","expires_in":{{(int)(_tokenEnds - Clock.GetUtcNow()).TotalSeconds}},"scope":"x"}""");
    }

    private HttpResponseMessage? Authorised(StubRequest request) => request.Token == _token && Clock.GetUtcNow() < _tokenEnds ? null : Failed("602", "Access token expired");
}
