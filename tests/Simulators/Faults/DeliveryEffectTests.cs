using SfMarketo.Tests.Contract.Marketo;
using SfMarketo.Tests.Simulators.Control;

namespace SfMarketo.Tests.Simulators.Faults;

/// <summary>Requests that are delivered twice, and tokens that end.</summary>
public sealed class DeliveryEffectTests
{
    [Fact]
    public async Task A_duplicated_create_makes_two_people_two_lines_and_one_answer()
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", """{"id":"twice","match":{"method":"POST"},"effect":{"duplicated":true},"times":1}""");

        var ids = await marketo.Host.CreateAsync("ada@example.invalid");

        marketo.Host.Instance.LiveCount.Should().Be(2);
        marketo.Host.Instance.UsageToday.Should().Be(2, "each delivery spends a call");
        ids.Should().Equal(1002);
        marketo.Host.Records.Calls.TakeLast(2).Select(line => (line.Fault, line.Status, line.Records)).Should().Equal(("twice", 200, 1), ("twice (again)", 200, 1));
        marketo.Host.Records.Calls.TakeLast(2).Select(line => line.Call).Should().OnlyHaveUniqueItems();
        marketo.Host.Records.Commits.Select(commit => commit.Call).Should().Equal(marketo.Host.Records.Calls.TakeLast(2).Select(line => line.Call));
        (await marketo.DoAsync("GET", "/faults/twice")).GetProperty("hits").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task The_second_delivery_of_an_upsert_finds_what_the_first_made()
    {
        await using var org = await FaultedOrg.StartAsync();
        await org.FaultAsync("""{"match":{"method":"POST"},"effect":{"duplicated":true,"latency":"2s"}}""");

        var call = org.Host.Call("POST", "sobjects/Lead", """{"LastName":"Eve","Company":"x"}""");
        org.Host.Clock.Advance(TimeSpan.FromSeconds(2));
        org.Host.Clock.Advance(TimeSpan.FromSeconds(2));

        (await call).Status.Should().Be(201);
        (await org.LeadsAsync()).Should().Equal("Eve", "Eve");
    }

    [Fact]
    public async Task The_second_delivery_is_refused_when_the_limit_is_spent_by_the_first()
    {
        await using var marketo = await ControlledMarketo.StartAsync(MarketoHost.Options with { CallsPerDay = 1 });
        await marketo.DoAsync("POST", "/faults", """{"match":{"method":"POST"},"effect":{"duplicated":true}}""");

        var answer = await marketo.Host.PostAsync("/rest/v1/leads.json", """{"input":[{"email":"ada@example.invalid"}]}""");

        answer.ShouldFail("607");
        marketo.Host.Instance.LiveCount.Should().Be(1);
    }

    [Theory]
    [InlineData("expired", "602", "601")]
    [InlineData("revoked", "601", "601")]
    public async Task Tokens_end_with_the_call_that_is_hit(string how, string first, string then)
    {
        await using var marketo = await ControlledMarketo.StartAsync();
        await marketo.DoAsync("POST", "/faults", $$$"""{"id":"dead","effect":{"tokens":"{{{how}}}"},"times":1}""");

        (await marketo.ReadAsync(), await marketo.ReadAsync()).Should().Be((first, then));
        var (hit, later) = (marketo.Host.Records.Calls[^2], marketo.Host.Records.Calls[^1]);
        (hit.Fault, later.Fault, marketo.Host.Instance.UsageToday).Should().Be(("dead", null, 0));
        await marketo.Host.SignInAsync();
        (await marketo.ReadAsync()).Should().Be("ok");
    }

    [Fact]
    public async Task Sessions_end_with_the_call_that_is_hit_and_it_spends_no_request()
    {
        await using var org = await FaultedOrg.StartAsync();
        var used = org.Host.Org.RequestsUsed;
        await org.FaultAsync("""{"match":{"nth":2},"effect":{"tokens":"expired"}}""");

        (await org.Host.Call("GET", "limits")).Status.Should().Be(200);
        (await org.Host.Call("GET", "limits")).ShouldRefuse(401, "INVALID_SESSION_ID", "Session expired or invalid");
        org.Host.SignOut();

        (await org.Host.Call("GET", "limits")).Status.Should().Be(200);
        org.Host.Org.RequestsUsed.Should().Be(used + 2);
    }
}
