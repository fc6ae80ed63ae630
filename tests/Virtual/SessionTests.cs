namespace SfMarketo.Tests.Virtual;

/// <summary>Tokens and sessions end while calls are in flight: one sign-in each time, and nothing is lost (engine.md R24).</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task A_token_that_expires_under_calls_in_flight_costs_one_identity_call_each_time()
    {
        await using var stage = await Stage.SetAsync(shape: shape => shape with { TokenLifetime = 300 });
        var calls = stage.Record().Calls;
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            await EditForAsync(stage, TimeSpan.FromMinutes(60), _ => { });
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        var lived = stage.World.Clock.Elapsed;
        calls.Count(call => call.Path.StartsWith("/identity", StringComparison.Ordinal)).Should().BeInRange((int)(lived.TotalSeconds / 330), (int)(lived.TotalSeconds / 300) + 1, "a token lives five minutes");
        stage.ShouldBeInStep();
    }

    [Fact]
    public async Task Tokens_ended_by_hand_cost_one_identity_call_each_time()
    {
        await using var stage = await Stage.SetAsync();
        var calls = stage.Record().Calls;
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            await EditForAsync(stage, TimeSpan.FromMinutes(20), minute =>
            {
                if (minute % 5 == 2)
                {
                    stage.World.Marketo.ExpireTokens();
                }
            });
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        calls.Count(call => call.Path.StartsWith("/identity", StringComparison.Ordinal)).Should().Be(1 + 4);
        stage.ShouldBeInStep();
    }

    [Fact]
    public async Task A_token_asked_for_at_55_minutes_is_the_same_one_and_brings_no_storm()
    {
        await using var stage = await Stage.SetAsync();
        var calls = stage.Record().Calls;
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync(settings => settings with { Marketo = settings.Marketo with { RefreshTokenBefore = TimeSpan.FromMinutes(5) } });
            await EditForAsync(stage, TimeSpan.FromMinutes(175), _ => { });
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        var lived = stage.World.Clock.Elapsed;
        calls.Count(call => call.Path.StartsWith("/identity", StringComparison.Ordinal)).Should()
            .BeInRange((int)(lived.TotalHours * 5), (int)(lived.TotalHours * 7) + 1, "each token is asked for once, and once a minute in the last five minutes of its life");
        calls.Count(call => call.Codes.Contains("601") || call.Codes.Contains("602")).Should().BeLessThanOrEqualTo((int)lived.TotalHours * 10, "only what was in flight when a token ended");
        stage.ShouldBeInStep();
    }

    [Fact]
    public async Task A_Salesforce_session_that_ends_costs_one_sign_in_each_time()
    {
        await using var stage = await Stage.SetAsync(shape: shape => shape with { SessionTimeout = TimeSpan.FromMinutes(10) });
        var calls = stage.Record().Calls;
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            await EditForAsync(stage, TimeSpan.FromMinutes(45), _ => { });
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        var lived = stage.World.Clock.Elapsed;
        calls.Count(call => call.Path.EndsWith("/services/oauth2/token", StringComparison.Ordinal)).Should().BeInRange((int)(lived.TotalMinutes / 11), (int)(lived.TotalMinutes / 10) + 1);
        stage.ShouldBeInStep();
    }

    private static async Task EditForAsync(Stage stage, TimeSpan span, Action<int> eachMinute)
    {
        var leads = new List<string>();
        for (var minute = 0; minute < span.TotalMinutes; minute++)
        {
            leads.Add(stage.CreateLead("Lead" + minute));
            foreach (var lead in leads.TakeLast(5))
            {
                stage.Edit(lead, "MobilePhone", "+1 555 " + (1000 + minute));
            }

            eachMinute(minute);
            await stage.WaitAsync(TimeSpan.FromMinutes(1));
        }
    }
}
