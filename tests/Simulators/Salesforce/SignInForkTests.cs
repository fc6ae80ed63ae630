using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Hosting;
using SfMarketo.Tests.Contract.Salesforce;

namespace SfMarketo.Tests.Simulators.Salesforce;

/// <summary>Refresh tokens, codes and accounts belong to an org and its forks from the fork on.</summary>
public sealed class SignInForkTests
{
    private const string App = "web";

    [Fact]
    public async Task A_fork_takes_refresh_tokens_and_neither_sees_what_the_other_revokes()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 11, 15, 30, 0, TimeSpan.Zero));
        var origin = new SalesforceOrg(
            new SalesforceSimOptions { ConnectedApps = [new ConnectedApp(App, "", [OrgHost.Username])], Users = OrgHost.DefaultOptions.Users }, clock, new Draws(7));
        await using var first = await HostedSimulator.StartAsync(origin, app => app.MapSalesforceSim());
        var token = await TokenAsync(first.Http);
        var fork = origin.Fork(clock);
        await using var second = await HostedSimulator.StartAsync(fork, app => app.MapSalesforceSim());

        (await RefreshAsync(second.Http, token)).Should().Be(200);
        await PostAsync(second.Http, "revoke", ("token", token));
        fork.SetUser(new OrgUser("new@example.invalid"), "setUser");

        (await RefreshAsync(second.Http, token)).Should().Be(400);
        (await RefreshAsync(first.Http, token)).Should().Be(200);
        origin.User("new@example.invalid").Should().BeNull();
        fork.Reset();
        (await RefreshAsync(second.Http, token)).Should().Be(200, "the fork began with it");
    }

    private static async Task<string> TokenAsync(HttpClient http)
    {
        using var back = await http.GetAsync($"/services/oauth2/authorize?response_type=code&client_id={App}&redirect_uri=http%3A%2F%2Flocalhost%2F", TestContext.Current.CancellationToken);
        var code = Uri.UnescapeDataString(back.Headers.Location!.Query["?code=".Length..]);
        using var answer = await PostAsync(http, "token", ("grant_type", "authorization_code"), ("client_id", App), ("redirect_uri", "http://localhost/"), ("code", code));
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return json.RootElement.GetProperty("refresh_token").GetString()!;
    }

    private static async Task<int> RefreshAsync(HttpClient http, string token)
    {
        using var answer = await PostAsync(http, "token", ("grant_type", "refresh_token"), ("client_id", App), ("refresh_token", token));
        return (int)answer.StatusCode;
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, string endpoint, params (string Name, string Value)[] form) =>
        http.PostAsync("/services/oauth2/" + endpoint, new FormUrlEncodedContent(form.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))), TestContext.Current.CancellationToken);
}
