using System.Net;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>What the vendor's pages leave open about paths, sign-in errors and broken servers.</summary>
[Source("Marketo REST API, Error Codes")]
[SimulatorOnly("switches are the simulator's")]
public sealed class HttpSwitchTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("610", "610")]
    [InlineData("accept", null)]
    [Proves("switch http.doubleSlash")]
    [Proves("code 610")]
    [Unverified]
    public async Task Two_slashes_are_no_path_or_one_slash(string setting, string? code)
    {
        await using var marketo = await MarketoHost.StartAsync();
        marketo.Instance.SetSwitch("http.doubleSlash", setting);

        var answer = await marketo.GetAsync("http://simulator//rest//v1/leads/describe2.json");

        (answer.TryGetProperty("errors", out var errors) ? errors[0].Text("code") : null).Should().Be(code);
    }

    [Theory]
    [InlineData("byCase", "", "invalid_request")]
    [InlineData("byCase", "grant_type=password&", "unsupported_grant_type")]
    [InlineData("unsupported_grant_type", "", "unsupported_grant_type")]
    [InlineData("unsupported_grant_type", "grant_type=password&", "unsupported_grant_type")]
    [InlineData("invalid_request", "", "invalid_request")]
    [InlineData("invalid_request", "grant_type=password&", "invalid_request")]
    [Proves("switch identity.grantTypeError")]
    [Proves("GET /identity/oauth/token", "grant_type")]
    [Unverified]
    public async Task A_wrong_grant_type_is_HTTP_400_in_OAuth_form(string setting, string grant, string error)
    {
        await using var marketo = await MarketoHost.StartAsync(signIn: false);
        marketo.Instance.SetSwitch("identity.grantTypeError", setting);

        using var response = await marketo.Http.GetAsync($"/identity/oauth/token?{grant}client_id=sync-engine&client_secret=s3cret", Cancellation);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Cancellation)).Should().Contain($"\"error\":\"{error}\"");
    }

    [Theory]
    [InlineData("html", "text/html", "<h1>502 Bad Gateway</h1>")]
    [InlineData("envelope", "application/json", "\"code\":\"502\",\"message\":\"Bad Gateway\"")]
    [InlineData("none", null, "")]
    [Proves("switch http.5xxBody")]
    [Proves("code 502")]
    [Unverified]
    public async Task A_502_of_the_vendor_comes_with_a_page_an_envelope_or_nothing(string setting, string? type, string text)
    {
        await using var marketo = await MarketoHost.StartAsync();
        marketo.Instance.SetSwitch("http.5xxBody", setting);
        using var fault = new StringContent("""{"effect":{"status":502,"body":"vendor"}}""");
        using var added = await marketo.Http.PostAsync("/__sim/faults", fault, Cancellation);

        using var response = await marketo.Http.GetAsync("/rest/v1/leads/describe2.json", Cancellation);

        response.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        response.Content.Headers.ContentType?.MediaType.Should().Be(type);
        var body = await response.Content.ReadAsStringAsync(Cancellation);
        (body.Length > 0, body.Contains(text, StringComparison.Ordinal)).Should().Be((text.Length > 0, true));
        marketo.Records.Calls[^1].Codes.Should().Equal("502");
    }
}
