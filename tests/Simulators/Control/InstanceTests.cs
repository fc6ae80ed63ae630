using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SfMarketo.Tests.Simulators.Control;

/// <summary>Several instances of Marketo behind one address.</summary>
public sealed class InstanceTests
{
    private const string Other = "987-XYZ-654";
    private const string Describe = "/rest/v1/leads/describe2.json";

    [Fact]
    public async Task A_new_instance_has_the_others_people_and_nothing_of_it_is_seen_there()
    {
        await using var marketo = await StartAsync();
        await marketo.DoAsync("POST", "/instances", $$"""{"id":"{{Other}}"}""");

        await marketo.DoAsync("POST", "/actions/create", """{"fields":{"email":"eve@example.com"}}""", Other);

        (await PeopleAsync(marketo), await PeopleAsync(marketo, Other)).Should().Be((1, 2));
        (await marketo.DoAsync("GET", "/journal")).GetProperty("lines").GetArrayLength().Should().Be(1, "the sign-in of the first");
    }

    [Theory]
    [InlineData("http://simulator/987-XYZ-654")]
    [InlineData("http://987-xyz-654.localhost:5102")]
    public async Task Clients_reach_it_by_URL_alone_and_their_tokens_are_good_nowhere_else(string url)
    {
        await using var marketo = await StartAsync();
        await marketo.DoAsync("POST", "/instances", $$"""{"id":"{{Other}}"}""");
        var token = await SignInAsync(marketo, url);

        (await CodeAsync(marketo, url + Describe, token)).Should().Be("ok");
        (await CodeAsync(marketo, "http://simulator" + Describe, token)).Should().Be("601");
        var line = (await marketo.DoAsync("GET", "/journal?path=/rest/*", null, Other)).GetProperty("lines")[0];
        line.GetProperty("path").GetString().Should().Be(Describe, "the vendor's path has no name in it");
    }

    [Fact]
    public async Task The_first_one_may_be_named_too()
    {
        await using var marketo = await StartAsync();

        (await CodeAsync(marketo, "http://simulator/123-ABC-456" + Describe, null)).Should().Be("ok");
    }

    [Fact]
    public async Task Limits_switches_faults_and_clock_are_its_own()
    {
        await using var marketo = await StartAsync();
        await marketo.DoAsync("POST", "/instances", $$"""{"id":"{{Other}}"}""");
        var token = await SignInAsync(marketo, "http://simulator/" + Other);

        await marketo.DoAsync("PUT", "/limits", """{"callsPerWindow":1}""", Other);
        await marketo.DoAsync("PUT", "/switches", """{"auth.missingToken":"600"}""", Other);
        await marketo.DoAsync("POST", "/faults", """{"match":{"nth":1},"effect":{"code":"608"}}""", Other);
        var answers = new[] { await OtherAsync(), await OtherAsync() };
        await marketo.DoAsync("POST", "/clock", """{"advance":"PT2H"}""", Other);

        answers.Should().Equal("608", "606");
        (await OtherAsync()).Should().Be("602");
        await marketo.Host.SignInAsync();
        (await marketo.ReadAsync()).Should().Be("ok");
        (await marketo.DoAsync("GET", "/state")).GetProperty("switches").GetProperty("auth.missingToken").GetString().Should().Be("603");

        Task<string> OtherAsync() => CodeAsync(marketo, $"http://simulator/{Other}{Describe}", token);
    }

    [Fact]
    public async Task A_snapshot_gives_as_many_instances_as_are_asked_for_each_reset_to_it()
    {
        await using var marketo = await StartAsync();
        await marketo.DoAsync("POST", "/snapshot", """{"id":"one person"}""");
        await marketo.DoAsync("POST", "/actions/create", """{"fields":{"email":"eve@example.com"}}""");

        var first = (await marketo.DoAsync("POST", "/instances", """{"from":"one person"}""")).GetProperty("id").GetString()!;
        var second = (await marketo.DoAsync("POST", "/instances", """{"from":"one person"}""")).GetProperty("id").GetString()!;
        await marketo.DoAsync("POST", "/actions/delete", """{"person":"ada@example.com"}""", first);
        var deleted = await PeopleAsync(marketo, first);
        await marketo.DoAsync("POST", "/reset", null, first);

        (first, second).Should().Be(("100-SIM-001", "100-SIM-002"));
        (deleted, await PeopleAsync(marketo, first), await PeopleAsync(marketo, second), await PeopleAsync(marketo)).Should().Be((0, 1, 1, 2));
    }

    [Fact]
    public async Task They_are_listed_and_removed()
    {
        await using var marketo = await StartAsync();
        var made = await marketo.DoAsync("POST", "/instances", $$"""{"id":"{{Other}}"}""");
        var listed = await marketo.DoAsync("GET", "/instances");

        await marketo.DoAsync("DELETE", "/instances/" + Other);

        made.GetProperty("url").GetString().Should().Be("http://simulator/" + Other);
        listed.GetProperty("instances").EnumerateArray().Select(one => one.GetProperty("id").GetString()).Should().Equal("123-ABC-456", Other);
        (await CodeAsync(marketo, $"http://simulator/{Other}{Describe}", null)).Should().Be("610");
    }

    [Theory]
    [InlineData("POST", "/instances", """{"id":"test"}""", 400, "id cannot be 'test'")]
    [InlineData("POST", "/instances", """{"id":"123-ABC-456"}""", 409, "there is an instance '123-ABC-456' already")]
    [InlineData("POST", "/instances", """{"from":"nothing"}""", 404, "there is no instance 'nothing'")]
    [InlineData("DELETE", "/instances/123-ABC-456", null, 409, "'123-ABC-456' is the first instance and stays")]
    [InlineData("DELETE", "/instances/987-XYZ-654", null, 404, "there is no instance '987-XYZ-654'")]
    public async Task What_cannot_be_done_is_said(string method, string path, string? body, int status, string error)
    {
        await using var marketo = await StartAsync();

        var (answered, answer) = await marketo.CallAsync(method, path, body);

        (answered, answer.GetProperty("error").GetString()).Should().Be((status, error));
    }

    [Theory]
    [InlineData("/reset", """{"data":"demo"}""", "this instance was made from another one and is reset to that")]
    [InlineData("/data", """{"people":3}""", "people who are linked in both systems are added to the first instances only")]
    public async Task What_an_added_one_cannot_do_is_said(string path, string body, string error)
    {
        await using var marketo = await StartAsync();
        await marketo.DoAsync("POST", "/instances", $$"""{"id":"{{Other}}"}""");

        var (status, answer) = await marketo.CallAsync("POST", path, body, instance: Other);

        (status, answer.GetProperty("error").GetString()).Should().Be((409, error));
    }

    private static async Task<ControlledMarketo> StartAsync()
    {
        var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/actions/create", """{"fields":{"email":"ada@example.com"}}""");
        return marketo;
    }

    private static async Task<int> PeopleAsync(ControlledMarketo marketo, string? instance = null) =>
        (await marketo.DoAsync("GET", "/state", null, instance)).GetProperty("counts").GetProperty("people").GetInt32();

    private static async Task<string> SignInAsync(ControlledMarketo marketo, string url)
    {
        using var response = await marketo.Host.Http.PostAsync(
            url + "/identity/oauth/token?grant_type=client_credentials&client_id=sync-engine&client_secret=s3cret", new StringContent("", Encoding.UTF8), TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        return document.RootElement.GetProperty("access_token").GetString()!;
    }

    private static async Task<string> CodeAsync(ControlledMarketo marketo, string url, string? token)
    {
        if (token is not null)
        {
            marketo.Host.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return await marketo.ReadAsync(url);
    }
}
