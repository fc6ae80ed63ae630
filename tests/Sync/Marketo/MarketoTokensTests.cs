using SfMarketo.Sync;
using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Tests.Sync.Marketo;

public sealed class MarketoTokensTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_callers_share_one_question_to_identity()
    {
        using var bench = new MarketoBench(_ => MarketoBench.Success("[]"));
        var hold = new TaskCompletionSource();
        bench.Server.Hold = hold.Task;

        var calls = Enumerable.Range(0, 10).Select(_ => bench.Tokens.GetAsync(Cancel).AsTask()).ToArray();
        hold.SetResult();
        await Task.WhenAll(calls);

        bench.Tokens.IdentityCalls.Should().Be(1);
    }

    [Fact]
    public async Task A_token_is_used_to_its_last_second_and_asked_for_once_after_it()
    {
        using var bench = new MarketoBench(_ => MarketoBench.Success("[]"));
        await bench.Tokens.GetAsync(Cancel);

        bench.Clock.Advance(TimeSpan.FromSeconds(3600.5));
        (await bench.Tokens.GetAsync(Cancel)).Value.Should().Be("t1", "expires_in is cut to whole seconds: asking now could bring the same token again");
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        (await bench.Tokens.GetAsync(Cancel)).Value.Should().Be("t2");

        bench.Tokens.IdentityCalls.Should().Be(2);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_and_the_call_repeated_once()
    {
        using var bench = new MarketoBench(_ => MarketoBench.Success("""[{"id":1}]"""));
        await bench.Tokens.GetAsync(Cancel);
        bench.Revoke();

        var leads = await bench.Client.GetLeadsByFilterAsync("id", ["1"], "id", Lane.Mql, Cancel);

        leads.Value.Should().ContainSingle();
        bench.Calls.Select(call => call.Token).Should().Equal("t1", "t2");
        bench.Budget.Sent.Should().Be(2, "each physical call takes its own permit, identity none");
    }

    [Fact]
    public async Task A_token_that_is_always_refused_is_not_asked_for_without_end()
    {
        using var bench = new MarketoBench(_ => MarketoBench.Failed("601"));

        var leads = await bench.Client.GetLeadsByFilterAsync("id", ["1"], "id", Lane.Mql, Cancel);

        leads.Failure.Action.Should().Be(ErrorAction.NotExecuted);
        bench.Tokens.IdentityCalls.Should().Be(2);
        bench.Calls.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_late_refusal_of_an_old_token_does_not_throw_the_new_one_away()
    {
        using var bench = new MarketoBench(_ => MarketoBench.Success("[]"));
        await bench.Tokens.GetAsync(Cancel);
        bench.Revoke();
        bench.Tokens.Invalidate("t1");
        await bench.Tokens.GetAsync(Cancel);

        bench.Tokens.Invalidate("t1");

        (await bench.Tokens.GetAsync(Cancel)).Value.Should().Be("t2");
        bench.Tokens.IdentityCalls.Should().Be(2);
    }

    [Fact]
    public async Task Refused_credentials_stop_the_instance()
    {
        using var bench = new MarketoBench(_ => MarketoBench.Success("[]"))
        {
            Refusal = StubServer.Json("""{"error":"invalid_client","error_description":"Bad client credentials"}""", 401),
        };

        var leads = await bench.Client.GetLeadsByFilterAsync("id", ["1"], "id", Lane.Mql, Cancel);

        leads.Failure.Action.Should().Be(ErrorAction.StopInstance);
        bench.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task An_early_question_gets_the_same_token_and_is_asked_once_a_minute_at_most()
    {
        using var bench = new MarketoBench(_ => MarketoBench.Success("[]"));
        var tokens = Early(bench);
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        for (var second = 0; second < 3600; second++)
        {
            seen.Add((await tokens.GetAsync(Cancel)).Value);
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        seen.Should().Equal("t1");
        tokens.IdentityCalls.Should().BeInRange(1 + 4, 1 + 5, "five minutes before its end, and then each minute");
        bench.Clock.Advance(TimeSpan.FromSeconds(2));
        (await tokens.GetAsync(Cancel)).Value.Should().Be("t2");
    }

    [Fact]
    public async Task While_one_caller_asks_early_the_others_go_on()
    {
        using var bench = new MarketoBench(_ => MarketoBench.Success("[]"));
        var tokens = Early(bench);
        await tokens.GetAsync(Cancel);
        bench.Clock.Advance(TimeSpan.FromMinutes(56));
        var hold = new TaskCompletionSource();
        bench.Server.Hold = hold.Task;

        var asking = tokens.GetAsync(Cancel);
        var others = Enumerable.Range(0, 10).Select(_ => tokens.GetAsync(Cancel)).ToList();

        asking.IsCompleted.Should().BeFalse();
        others.Should().OnlyContain(other => other.IsCompletedSuccessfully);
        hold.SetResult();
        (await asking).Value.Should().Be("t1");
        tokens.IdentityCalls.Should().Be(2);
    }

    [Fact]
    public async Task An_early_question_that_fails_costs_no_token()
    {
        using var bench = new MarketoBench(_ => MarketoBench.Success("[]"));
        var tokens = Early(bench);
        await tokens.GetAsync(Cancel);
        bench.Clock.Advance(TimeSpan.FromMinutes(56));
        bench.Refusal = StubServer.Json("{}", 503);

        (await tokens.GetAsync(Cancel)).Value.Should().Be("t1");
    }

    private static MarketoTokens Early(MarketoBench bench) => new(
        bench.Http, bench.Clock, new MarketoSettings { BaseAddress = new Uri("https://marketo.test"), ClientId = "id", ClientSecret = "secret", RefreshTokenBefore = TimeSpan.FromMinutes(5) });
}
