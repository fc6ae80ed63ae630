using System.Text.Json;

namespace SfMarketo.Tests.Harness.Sim;

/// <summary>The control API of the running pair: data, clock and faults over real sockets.</summary>
public sealed class SimControlTests
{
    [Fact]
    public async Task A_reset_fills_both_sides_and_the_same_seed_gives_the_same_records()
    {
        await using var sim = await RunningSim.StartAsync();
        await sim.ControlAsync("POST", sim.Marketo + "/__sim/faults", """{"effect":{"status":500}}""");

        var first = await sim.ControlAsync("POST", sim.Salesforce + "/__sim/reset", """{"data":"demo","seed":11,"clock":"2026-03-08T05:59:00Z"}""");
        var people = await PeopleAsync(sim);
        await sim.ControlAsync("POST", sim.Marketo + "/__sim/reset", """{"data":"empty"}""");
        var second = await sim.ControlAsync("POST", sim.Salesforce + "/__sim/reset", """{"data":"demo","seed":11,"clock":"2026-03-08T05:59:00Z"}""");

        first.GetProperty("salesforce").GetProperty("Lead").GetInt32().Should().Be(900);
        first.GetProperty("marketo").GetProperty("people").GetInt32().Should().Be(2_000);
        second.ToString().Should().Be(first.ToString());
        (await PeopleAsync(sim)).Should().Be(people);
        var state = await sim.ControlAsync("GET", sim.Marketo + "/__sim/state");
        state.GetProperty("faults").GetInt32().Should().Be(0);
        state.GetProperty("clock").GetProperty("now").GetString().Should().StartWith("2026-03-08T05:59:");
    }

    [Fact]
    public async Task Moving_the_clock_turns_the_day_and_ends_tokens()
    {
        await using var sim = await RunningSim.StartAsync();
        await sim.ControlAsync("POST", sim.Marketo + "/__sim/reset", """{"clock":"2026-03-08T05:59:00Z"}""");
        await sim.SignInToMarketoAsync();
        await sim.ControlAsync("POST", sim.Marketo + "/__sim/actions/spendCalls", """{"calls":49999}""");
        var read = sim.Marketo + "/rest/v1/leads.json?filterType=id&filterValues=1";
        var before = await CodeAsync(sim, read);
        var spent = await CodeAsync(sim, read);

        await sim.ControlAsync("POST", sim.Salesforce + "/__sim/clock", """{"advance":"PT2M"}""");
        var nextDay = await CodeAsync(sim, read);
        await sim.ControlAsync("POST", sim.Salesforce + "/__sim/clock", """{"advance":"1h"}""");

        (before, spent, nextDay, await CodeAsync(sim, read)).Should().Be(("ok", "607", "ok", "602"));
    }

    [Fact]
    public async Task Data_are_added_to_one_instance_alone()
    {
        await using var sim = await RunningSim.StartAsync();
        await sim.ControlAsync("POST", sim.Marketo + "/__sim/instances", """{"id":"987-XYZ-654"}""");
        await sim.ControlAsync("POST", sim.Salesforce + "/__sim/instances", """{"id":"test-7"}""");

        var people = (await sim.ControlAsync("POST", sim.Marketo + "/987-XYZ-654/__sim/data", """{"people":20,"companies":5}""")).GetProperty("marketo");
        var rows = (await sim.ControlAsync("POST", sim.Salesforce + "/test-7/__sim/data", """{"people":10,"companies":2}""")).GetProperty("salesforce");

        (people.GetProperty("people").GetInt32(), people.GetProperty("companies").GetInt32()).Should().Be((20, 5));
        (rows.GetProperty("Account").GetInt32(), rows.GetProperty("Lead").GetInt32() + rows.GetProperty("Contact").GetInt32()).Should().Be((2, 10));
        (await sim.ControlAsync("GET", sim.Marketo + "/__sim/state")).GetProperty("counts").GetProperty("people").GetInt32().Should().Be(0);
        (await sim.ControlAsync("GET", sim.Salesforce + "/__sim/state")).GetProperty("counts").GetProperty("Account").GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task A_lost_answer_breaks_the_connection_after_the_effect()
    {
        await using var sim = await RunningSim.StartAsync();
        await sim.SignInToMarketoAsync();
        await sim.ControlAsync("POST", sim.Marketo + "/__sim/faults", """{"id":"cut","match":{"method":"POST"},"effect":{"lostAfter":true},"times":1}""");

        using var body = new StringContent("""{"input":[{"email":"ada@lovelace.example"}]}""", System.Text.Encoding.UTF8, "application/json");
        var call = () => sim.Http.PostAsync(sim.Marketo + "/rest/v1/leads.json", body, TestContext.Current.CancellationToken);

        await call.Should().ThrowAsync<HttpRequestException>();
        var state = await sim.ControlAsync("GET", sim.Marketo + "/__sim/state");
        state.GetProperty("counts").GetProperty("people").GetInt32().Should().Be(1);
        var journal = await sim.ControlAsync("GET", sim.Marketo + "/__sim/journal?path=/rest/*");
        journal.GetProperty("lines")[0].GetProperty("fault").GetString().Should().Be("cut");
    }

    [Fact]
    public async Task A_lost_request_breaks_the_connection_before_the_effect()
    {
        await using var sim = await RunningSim.StartAsync();
        await sim.ControlAsync("POST", sim.Salesforce + "/__sim/faults", """{"match":{"simulator":"marketo"},"effect":{"lostBefore":true},"times":1}""");

        var call = () => sim.SignInToMarketoAsync();

        await call.Should().ThrowAsync<HttpRequestException>();
        await call.Should().NotThrowAsync("the rule is spent");
    }

    [Fact]
    public async Task People_are_added_linked_and_a_lead_is_converted_and_its_deal_won_lost_and_reopened()
    {
        await using var sim = await RunningSim.StartAsync();
        var added = await sim.ControlAsync("POST", sim.Salesforce + "/__sim/data", """{"people":20,"companies":5,"locale":"de"}""");
        added.GetProperty("marketo").GetProperty("people").GetInt32().Should().Be(20);
        await sim.ControlAsync("POST", sim.Salesforce + "/__sim/actions/create", """{"object":"Lead","fields":{"LastName":"Lovelace","Company":"Engines","Email":"ada@lovelace.example"}}""");

        var converted = await sim.ControlAsync("POST", sim.Salesforce + "/__sim/actions/convert", """{"email":"ada@lovelace.example"}""");
        var deal = $$"""{"id":"{{converted.GetProperty("opportunityId").GetString()}}"}""";
        var won = await sim.ControlAsync("POST", sim.Salesforce + "/__sim/actions/win", deal);
        var lost = await sim.ControlAsync("POST", sim.Salesforce + "/__sim/actions/lose", deal);
        var open = await sim.ControlAsync("POST", sim.Salesforce + "/__sim/actions/reopen", deal);

        Standing(won).Should().Be(("Closed Won", true, true));
        Standing(lost).Should().Be(("Closed Lost", true, false));
        Standing(open).Should().Be(("Prospecting", false, false));
    }

    private static (string?, bool, bool) Standing(JsonElement deal) =>
        (deal.GetProperty("stage").GetString(), deal.GetProperty("isClosed").GetBoolean(), deal.GetProperty("isWon").GetBoolean());

    private static async Task<string> CodeAsync(RunningSim sim, string url)
    {
        var answer = await sim.GetAsync(url);
        return answer.GetProperty("success").GetBoolean() ? "ok" : answer.GetProperty("errors")[0].GetProperty("code").GetString()!;
    }

    /// <summary>The first 300 people with what links them.</summary>
    private static async Task<string> PeopleAsync(RunningSim sim)
    {
        await sim.SignInToMarketoAsync();
        var answer = await sim.GetAsync(sim.Marketo + "/rest/v1/leads.json?filterType=id&filterValues=" + string.Join(',', Enumerable.Range(1001, 300)) + "&fields=email,sfdcPersonId,leadScore,createdAt");
        return answer.GetProperty("result").ToString();
    }
}
