using System.Net.Http.Headers;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>Several API users with roles of their own share one instance and its limits.</summary>
[Source("Marketo REST API, Authentication")]
[SimulatorOnly("users and roles are made at the screens")]
public sealed class RoleTests
{
    private static readonly MarketoCredential Reader = new("reporting", "r3port", "reporting@example.com") { Permissions = MarketoPermissions.ReadLead };

    [Theory]
    [InlineData("Read-Only Lead", "/rest/v1/leads/describe2.json", "ok")]
    [InlineData("Read-Write Lead", "/rest/v1/leads/describe2.json", "ok")]
    [InlineData("Read-Only Activity", "/rest/v1/leads/describe2.json", "603")]
    [InlineData("Read-Only Activity", "/rest/v1/activities/types.json", "ok")]
    [InlineData("Read-Only Campaign", "/rest/v1/campaigns.json", "ok")]
    [InlineData("Execute Campaign", "/rest/v1/campaigns.json", "603")]
    [InlineData("Read-Only Assets", "/rest/asset/v1/channels.json", "ok")]
    [InlineData("Read-Write Company", "/rest/v1/companies/describe.json", "ok")]
    [InlineData("Read-Only Lead", "/rest/v1/companies/describe.json", "603")]
    [InlineData("Read-Only Lead", "/rest/v1/stats/usage.json", "ok")]
    [Proves("code 603")]
    public async Task A_role_gets_what_it_lists_and_603_for_the_rest(string permission, string path, string expected)
    {
        await using var marketo = await MarketoHost.StartAsync(signIn: false);
        marketo.Instance.AddService(Reader with { Permissions = RolePermissions.Find(permission)!.Value });
        await SignInAsync(marketo);

        var answer = await marketo.GetAsync(path);

        (answer.GetProperty("success").GetBoolean() ? "ok" : answer.GetProperty("errors")[0].Text("code")).Should().Be(expected);
    }

    [Fact]
    [Proves("code 606")]
    public async Task All_users_share_the_window_and_the_day_and_each_has_its_line_of_usage()
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options with { CallsPerWindow = 5 });
        marketo.Instance.AddService(Reader);
        for (var call = 0; call < 3; call++)
        {
            await marketo.GetAsync("/rest/v1/leads/describe2.json");
        }

        await SignInAsync(marketo);
        await marketo.GetAsync("/rest/v1/leads/describe2.json");
        var usage = (await marketo.GetAsync("/rest/v1/stats/usage.json")).Result().First();

        (await marketo.GetAsync("/rest/v1/leads/describe2.json")).ShouldFail("606");
        usage.GetProperty("total").GetInt32().Should().Be(5);
        usage.GetProperty("users").EnumerateArray().Select(user => (user.Text("userId"), user.GetProperty("count").GetInt32())).Should().Equal(("sync@example.invalid", 3), ("reporting@example.com", 2));
    }

    [Fact]
    [Proves("GET /identity/oauth/token", "client_id", "client_secret")]
    [Proves("code 601")]
    public async Task Two_services_have_tokens_of_their_own_and_one_that_is_removed_ends()
    {
        await using var marketo = await MarketoHost.StartAsync();
        marketo.Instance.AddService(Reader);
        var first = await marketo.SignInAsync();
        var second = await SignInAsync(marketo);

        marketo.Instance.RemoveService("reporting").Should().BeTrue();

        second.Should().NotBe(first);
        (await marketo.GetAsync("/rest/v1/leads/describe2.json")).ShouldFail("601");
        (await marketo.GetAsync("/identity/oauth/token?grant_type=client_credentials&client_id=reporting&client_secret=r3port")).Text("error").Should().Be("unauthorized");
    }

    private static async Task<string> SignInAsync(MarketoHost marketo)
    {
        var token = (await marketo.GetAsync("/identity/oauth/token?grant_type=client_credentials&client_id=reporting&client_secret=r3port")).Text("access_token")!;
        marketo.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return token;
    }
}
