using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim;
using SfMarketo.Tests.Contract.Hosting;
using SfMarketo.Tests.Contract.Salesforce;

namespace SfMarketo.Tests.Simulators.Control;

/// <summary>What is Salesforce's own in the control API.</summary>
public sealed class SalesforceControlTests : IAsyncLifetime
{
    private readonly SalesforceOrg org = new(OrgHost.DefaultOptions, new FakeTimeProvider(new DateTimeOffset(2026, 3, 11, 15, 30, 0, TimeSpan.Zero)), new Draws(7));
    private readonly RecordList records = new();
    private HostedSimulator hosted = null!;

    public async ValueTask InitializeAsync()
    {
        org.Recorder.Add(records);
        hosted = await HostedSimulator.StartAsync(org, app => app.MapSalesforceSim());
    }

    public ValueTask DisposeAsync() => hosted.DisposeAsync();

    [Fact]
    public async Task A_lead_is_created_edited_and_deleted_as_people_do()
    {
        var id = (await ActAsync("create", """{"object":"Lead","fields":{"LastName":"Lovelace","Company":"Engines"}}""")).GetProperty("id").GetString()!;
        await ActAsync("edit", $$$"""{"id":"{{{id[..15]}}}","fields":{"Status":"Working - Contacted"}}""");
        await ActAsync("delete", $$"""{"id":"{{id}}"}""");

        org.Find(id)!.Deleted.Should().BeTrue();
        records.Commits.Select(commit => (commit.Op, commit.Actor.ToString(), commit.Cause)).Should().Equal(
            ("create", "Human", "create"), ("update", "Human", "edit"), ("delete", "Human", "delete"));
    }

    [Fact]
    public async Task Leads_are_merged_and_come_back_out_of_the_bin()
    {
        var ids = new List<string>();
        foreach (var name in new[] { "Ada", "Eve" })
        {
            ids.Add((await ActAsync("create", $$$"""{"object":"Lead","fields":{"LastName":"{{{name}}}","Company":"Engines"}}""")).GetProperty("id").GetString()!);
        }

        await ActAsync("merge", $$$"""{"object":"Lead","master":"{{{ids[0]}}}","losers":["{{{ids[1]}}}"],"fields":{"FirstName":"A."}}""");
        org.Find(ids[1])!.Text("MasterRecordId").Should().Be(ids[0]);
        org.Find(ids[0])!.Text("FirstName").Should().Be("A.");
        await ActAsync("delete", $$"""{"id":"{{ids[0]}}"}""");
        await ActAsync("undelete", $$"""{"id":"{{ids[0]}}"}""");

        org.Find(ids[0])!.Deleted.Should().BeFalse();
    }

    [Theory]
    [InlineData("merge", """{"object":"Lead","master":"00Q000000000000","losers":[]}""", 400, "losers must be one or two ids")]
    [InlineData("undelete", """{"id":"00Q000000000000"}""", 409, "NOT_FOUND: There is no row 00Q000000000000.")]
    [InlineData("create", """{"object":"Lad","fields":{"LastName":"x"}}""", 400, "object 'Lad' is no object of this org")]
    [InlineData("create", """{"object":"Lead","fields":{"LastName":"x"}}""", 409, "REQUIRED_FIELD_MISSING: Required fields are missing: [Company]")]
    [InlineData("create", """{"object":"Lead","fields":{}}""", 400, "fields is missing")]
    [InlineData("edit", """{"id":"00Q000000000000","fields":{"Status":"x"}}""", 409, "NOT_FOUND: There is no row 00Q000000000000.")]
    [InlineData("convert", """{"email":"nobody@lovelace.example"}""", 400, "email fits no open Lead")]
    [InlineData("convert", "{}", 400, "id is missing")]
    [InlineData("win", """{"id":"00Q000000000000"}""", 400, "id is no opportunity's")]
    [InlineData("setUser", "{}", 400, "username is missing")]
    [InlineData("lockOrg", "{}", 400, "locked is missing")]
    [InlineData("setConnectedApp", """{"consumerKey":"mine","publicKey":"no key"}""", 400, "publicKey is no RSA public key or certificate in PEM form")]
    [InlineData("fly", "{}", 404, "there is no /__sim/actions/fly")]
    public async Task What_cannot_be_done_is_said(string action, string body, int status, string error)
    {
        var (answered, answer) = await CallAsync("POST", "/actions/" + action, body);

        (answered, answer.GetProperty("error").GetString()).Should().Be((status, error));
    }

    [Fact]
    public async Task Users_and_apps_are_set_up_and_what_is_not_named_stays()
    {
        (await ActAsync("setUser", """{"username":"new@example.invalid","lastName":"New","password":"Engine1815","apiEnabled":false}""")).GetProperty("created").GetBoolean().Should().BeTrue();
        (await ActAsync("setUser", """{"username":"NEW@example.invalid","firstName":"A.","active":false}""")).GetProperty("created").GetBoolean().Should().BeFalse();
        (await ActAsync("setConnectedApp", """{"consumerKey":"mine","consumerSecret":"s","users":["new@example.invalid"],"scopes":["api"]}""")).GetProperty("created").GetBoolean().Should().BeTrue();
        await ActAsync("setConnectedApp", """{"consumerKey":"mine","rotatesRefreshTokens":true,"runAs":"new@example.invalid"}""");

        var user = org.User("new@example.invalid")!;
        (user.LastName, user.FirstName, user.IsActive, user.Password, user.ApiEnabled).Should().Be(("New", "A.", false, "Engine1815", false));
        var app = org.ConnectedApp("mine")!;
        (app.ConsumerSecret, app.RotatesRefreshTokens, app.RunAsUsername).Should().Be(("s", true, "new@example.invalid"));
        app.Scopes.Should().Equal("api");
        records.Commits.Select(commit => (commit.Object, commit.Op, commit.Cause)).Should().Equal(("User", "create", "setUser"), ("User", "update", "setUser"));
    }

    [Fact]
    public async Task A_locked_org_signs_nobody_in_and_sessions_of_one_user_end_alone()
    {
        var session = await SessionAsync();
        await ActAsync("expireSessions", """{"username":"ann@example.invalid"}""");
        org.RequestsUsed.Should().Be(0);

        await ActAsync("lockOrg", """{"locked":true}""");
        (await SignInAsync("")).GetProperty("error").GetString().Should().Be("inactive_org");
        await ActAsync("lockOrg", """{"locked":false}""");
        (await SessionAsync()).Should().NotBe(session);
    }

    [Fact]
    public async Task Two_open_leads_of_one_address_are_named()
    {
        foreach (var name in new[] { "Ada", "Eve" })
        {
            await ActAsync("create", $$$"""{"object":"Lead","fields":{"LastName":"{{{name}}}","Company":"Engines","Email":"both@lovelace.example"}}""");
        }

        var (_, answer) = await CallAsync("POST", "/actions/convert", """{"email":"both@lovelace.example"}""");

        answer.GetProperty("error").GetString().Should().Be("email fits 2 open Leads");
        answer.GetProperty("help").GetString().Should().Contain("00Q");
    }

    [Fact]
    public async Task Every_code_that_a_fault_takes_is_answered_in_the_vendors_form()
    {
        var session = await SessionAsync();
        foreach (var code in org.FaultAnswers.AnyCall)
        {
            await CallAsync("POST", "/faults", $$$"""{"id":"one","effect":{"code":"{{{code}}}"}}""");
            using var request = new HttpRequestMessage(HttpMethod.Get, OrgHost.Data + "/limits");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", session);
            using var response = await hosted.Http.SendAsync(request, TestContext.Current.CancellationToken);
            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            await CallAsync("DELETE", "/faults/one");

            ((int)response.StatusCode).Should().BeInRange(400, 503);
            document.RootElement[0].GetProperty("errorCode").GetString().Should().Be(code);
            document.RootElement[0].GetProperty("message").GetString().Should().NotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task Limits_usage_and_switches_are_read_and_changed()
    {
        await CallAsync("PUT", "/limits", """{"requestsPerDay":500}""");
        await ActAsync("spendCalls", """{"calls":120}""");
        await CallAsync("PUT", "/switches", """{"rows.getDeletedCode":"NOT_FOUND"}""");

        var (_, state) = await CallAsync("GET", "/state");
        var (_, usage) = await CallAsync("GET", "/usage");

        state.GetProperty("limits").GetProperty("requestsPerDay").GetInt32().Should().Be(500);
        state.GetProperty("switches").GetProperty("rows.getDeletedCode").GetString().Should().Be("NOT_FOUND");
        usage.GetProperty("requestsInLast24Hours").GetInt32().Should().Be(120);
    }

    [Fact]
    public async Task Another_org_is_reached_by_its_path_and_says_so_where_clients_are_sent_on()
    {
        await ActAsync("create", """{"object":"Lead","fields":{"LastName":"Ada","Company":"Engines"}}""");
        var (_, made) = await CallAsync("POST", "/instances", """{"id":"test-7"}""");
        var answer = await SignInAsync("/test-7");

        using var request = new HttpRequestMessage(HttpMethod.Post, answer.GetProperty("instance_url").GetString() + OrgHost.Data + "/composite");
        request.Content = new StringContent(
            $$$"""{"compositeRequest":[{"method":"POST","url":"{{{OrgHost.Data}}}/sobjects/Lead","referenceId":"one","body":{"LastName":"Eve","Company":"Engines"}}]}""", Encoding.UTF8, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", answer.GetProperty("access_token").GetString());
        using var response = await hosted.Http.SendAsync(request, TestContext.Current.CancellationToken);

        made.GetProperty("url").GetString().Should().Be("http://simulator/test-7");
        answer.GetProperty("instance_url").GetString().Should().Be("http://simulator/test-7");
        answer.GetProperty("id").GetString().Should().StartWith("http://simulator/test-7/id/00D");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("\"httpStatusCode\":201");
        org.Count("Lead").Should().Be(1);
        (await CallAsync("GET", "/state", instance: "/test-7")).Body.GetProperty("counts").GetProperty("Lead").GetInt32().Should().Be(2);
    }

    private async Task<string> SessionAsync() => (await SignInAsync("")).GetProperty("access_token").GetString()!;

    private async Task<JsonElement> SignInAsync(string path)
    {
        var expires = new DateTimeOffset(2026, 3, 11, 15, 33, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        var assertion = OrgHost.Sign($$"""
            "iss":"{{OrgHost.ConsumerKey}}","sub":"{{OrgHost.Username}}","aud":"https://login.salesforce.com","exp":{{expires}}
            """);
        using var form = new FormUrlEncodedContent([new("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"), new("assertion", assertion)]);
        using var response = await hosted.Http.PostAsync(path + "/services/oauth2/token", form, TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }

    private async Task<JsonElement> ActAsync(string action, string body)
    {
        var (status, answer) = await CallAsync("POST", "/actions/" + action, body);
        status.Should().Be(200, answer.ToString());
        return answer;
    }

    private async Task<(int Status, JsonElement Body)> CallAsync(string method, string path, string? body = null, string instance = "")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), instance + "/__sim" + path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        using var response = await hosted.Http.SendAsync(request, TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        return ((int)response.StatusCode, document.RootElement.Clone());
    }
}
