using System.Text.Json;
using SfMarketo.Kernel.Control;
using SfMarketo.Tests.Contract.Marketo;
using SfMarketo.Tests.Simulators.Control;

namespace SfMarketo.Tests.Simulators.Faults;

/// <summary>The words of a fault: what is taken comes back as written, what is wrong is said; and what a rule can match.</summary>
public sealed class FaultFormTests
{
    [Theory]
    [InlineData("""{"latency":"2s"}""")]
    [InlineData("""{"latency":{"p50":"1s","p99":"9s"}}""")]
    [InlineData("""{"latency":{"uniform":{"from":"1s","to":"9s"}}}""")]
    [InlineData("""{"latency":{"exponential":{"mean":"1s"}}}""")]
    [InlineData("""{"code":"606"}""")]
    [InlineData("""{"code":"604","applied":true}""")]
    [InlineData("""{"status":502}""")]
    [InlineData("""{"status":502,"body":"html","applied":true}""")]
    [InlineData("""{"record":{"code":"1003","every":3}}""")]
    [InlineData("""{"record":{"code":"1003","share":0.1}}""")]
    [InlineData("""{"duplicated":true}""")]
    [InlineData("""{"lateVisibility":{"p50":"2m","p99":"20m"}}""")]
    [InlineData("""{"lostBefore":true}""")]
    [InlineData("""{"lostAfter":true}""")]
    [InlineData("""{"reset":"before"}""")]
    [InlineData("""{"reset":"body"}""")]
    [InlineData("""{"truncated":0.5}""")]
    [InlineData("""{"truncated":{"bytes":20}}""")]
    [InlineData("""{"slowBody":"30s"}""")]
    [InlineData("""{"tokens":"revoked"}""")]
    [InlineData("""{"clockSkew":"-5m"}""")]
    [InlineData("""{"latency":"2s","record":{"code":"1003","every":1},"duplicated":true,"lateVisibility":"1m","slowBody":"3s"}""")]
    public async Task An_effect_comes_back_as_it_was_written(string effect)
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", $$"""{"id":"one","effect":{{effect}}}""");

        var read = (await marketo.DoAsync("GET", "/faults/one")).GetProperty("effect");

        using var written = JsonDocument.Parse(effect);
        JsonElement.DeepEquals(read, written.RootElement).Should().BeTrue("it is {0}", read);
    }

    [Theory]
    [InlineData("""{"effect":{}}""", "effect", "the effect is empty")]
    [InlineData("""{"effect":{"codes":"606"}}""", "effect.codes", "unknown member 'codes'")]
    [InlineData("""{"effect":{"applied":true,"latency":"1s"}}""", "effect.applied", "applied goes with code and status only")]
    [InlineData("""{"effect":{"body":"html"}}""", "effect.body", "body goes with status only")]
    [InlineData("""{"effect":{"status":502,"body":"text"}}""", "effect.body", "body cannot be 'text'")]
    [InlineData("""{"effect":{"status":503,"body":"vendor"}}""", "effect.body", "body cannot be vendor: marketo has no form for a status 503")]
    [InlineData("""{"effect":{"status":502,"code":"606"}}""", "effect", "these effects do not go together")]
    [InlineData("""{"effect":{"code":"606","duplicated":true}}""", "effect", "these effects do not go together")]
    [InlineData("""{"effect":{"tokens":"expired","latency":"1s"}}""", "effect", "these effects do not go together")]
    [InlineData("""{"effect":{"truncated":0.5,"slowBody":"1s"}}""", "effect", "these effects do not go together")]
    [InlineData("""{"effect":{"code":"1036"}}""", "effect.code", "code '1036' is a code of single records, not of whole calls")]
    [InlineData("""{"effect":{"code":"1016"}}""", "effect.code", "code '1016' does not fit the calls that are matched")]
    [InlineData("""{"match":{"path":"/rest/v1/leads.json"},"effect":{"code":"1016"}}""", "effect.code", "code '1016' does not fit the calls that are matched")]
    [InlineData("""{"effect":{"record":{"code":"606"}}}""", "effect.record.code", "code '606' is no code of marketo for single records")]
    [InlineData("""{"effect":{"record":{"code":"1003","every":2,"share":0.5}}}""", "effect.record.share", "share does not go with every")]
    [InlineData("""{"effect":{"record":{"code":"1003","each":2}}}""", "effect.record.each", "unknown member 'each'")]
    [InlineData("""{"effect":{"truncated":1}}""", "effect.truncated", "truncated cannot be 1")]
    [InlineData("""{"effect":{"reset":"after"}}""", "effect.reset", "reset cannot be 'after'")]
    [InlineData("""{"effect":{"tokens":true}}""", "effect.tokens", "tokens must be a text, not true")]
    [InlineData("""{"effect":{"clockSkew":"5"}}""", "effect.clockSkew", "clockSkew '5' is no duration before or after the true time")]
    [InlineData("""{"effect":{"clockSkew":"--5m"}}""", "effect.clockSkew", "clockSkew '--5m' is no duration before or after the true time")]
    [InlineData("""{"match":{"method":"GET"},"effect":{"clockSkew":"5m"}}""", "match", "the clock is the simulator's and not a call's: clockSkew goes with from and until only")]
    [InlineData("""{"effect":{"clockSkew":"5m"},"times":3}""", "effect", "a clock is off for a span of time: clockSkew does not go with nth, probability and times")]
    [InlineData("""{"match":{"human":true},"effect":{"code":"606"}}""", "effect", "what people do is no call: only lateVisibility goes with match.human")]
    [InlineData("""{"match":{"human":true,"path":"/x"},"effect":{"lateVisibility":"1m"}}""", "match.human", "human does not go with method, path, client, query and body")]
    [InlineData("""{"match":{"object":"Lead"},"effect":{"lateVisibility":"1m"}}""", "match.object", "object goes with human only")]
    [InlineData("""{"effect":{"latency":{}}}""", "effect.latency", "latency says no duration")]
    [InlineData("""{"effect":{"latency":{"constant":"1s","p50":"1s","p99":"2s"}}}""", "effect.latency", "latency says two durations")]
    [InlineData("""{"effect":{"latency":{"uniform":{"from":"9s","to":"1s"}}}}""", "effect.latency.uniform.to", "to is below from")]
    public async Task What_is_wrong_is_said_and_nothing_is_added(string fault, string where, string error)
    {
        await using var marketo = await ControlledMarketo.StartAsync();

        var (status, answer) = await marketo.CallAsync("POST", "/faults", fault);

        (status, answer.GetProperty("where").GetString(), answer.GetProperty("error").GetString()).Should().Be((400, where, error));
        answer.GetProperty("help").GetString().Should().NotBeNullOrEmpty();
        marketo.Host.Instance.Faults.Rules.Should().BeEmpty();
    }

    [Fact]
    public void The_help_shows_every_effect()
    {
        string[] words = ["latency", "code", "status", "record", "duplicated", "lateVisibility", "lostBefore", "lostAfter", "reset", "truncated", "slowBody", "tokens", "clockSkew"];

        FaultEffectReader.Help.Should().ContainAll(words.Select(word => $"\"{word}\""));
    }

    [Fact]
    public async Task A_scenario_adds_a_fault_by_the_same_reader()
    {
        await using var marketo = await ControlledMarketo.StartAsync();

        var rule = FaultReader.Add(ControlInput.Parse("""{"id":"storm","match":{"nth":2},"effect":{"code":"606"},"times":5}"""u8.ToArray()), marketo.Host.Instance);

        (await marketo.ReadAsync(), await marketo.ReadAsync()).Should().Be(("ok", "606"));
        (rule.Id, rule.Occurrence.Seen, rule.Occurrence.Hits).Should().Be(("storm", 2, 1));
    }

    [Theory]
    [InlineData("""{"client":"sync-engine"}""", "608")]
    [InlineData("""{"client":"somebody-else"}""", "ok")]
    [InlineData("""{"query":"filterType=id"}""", "608")]
    [InlineData("""{"query":"filterType=email"}""", "ok")]
    [InlineData("""{"body":"ada@"}""", "ok")]
    public async Task A_read_is_matched_by_client_and_query(string match, string answer)
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", $$$"""{"match":{{{match}}},"effect":{"code":"608"}}""");

        (await marketo.ReadAsync()).Should().Be(answer);
    }

    [Fact]
    public async Task A_write_is_matched_by_its_body_and_a_rule_on_arrival_knows_the_client_too()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"match":{"body":"ada@","client":"sync-engine"},"effect":{"tokens":"revoked"}}""");

        var eve = await marketo.Host.PostAsync("/rest/v1/leads.json", """{"input":[{"email":"eve@example.invalid"}]}""");
        var ada = await marketo.Host.PostAsync("/rest/v1/leads.json", """{"input":[{"email":"ada@example.invalid"}]}""");

        eve.GetProperty("success").GetBoolean().Should().BeTrue();
        ada.ShouldFail("601");
    }

    [Fact]
    public async Task A_sign_in_to_salesforce_is_a_call_of_the_user_it_is_for()
    {
        await using var org = await FaultedOrg.StartAsync();
        await org.FaultAsync("""{"match":{"client":"sync@example.invalid","path":"/services/oauth2/token"},"effect":{"status":503}}""");
        await org.FaultAsync("""{"match":{"client":"ann@example.invalid"},"effect":{"status":502}}""");

        (await org.Host.SignIn(Contract.Salesforce.OrgHost.Sign(org.Host.Claims()))).Status.Should().Be(503);
        (await org.Host.Call("GET", "limits")).Status.Should().Be(200);
    }
}
