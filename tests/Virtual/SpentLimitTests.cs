namespace SfMarketo.Tests.Virtual;

/// <summary>The day's quota or the window is spent: the engine is silent or slow, and loses nothing (engine.md R1, R2).</summary>
public sealed class SpentLimitTests
{
    [Theory]
    [InlineData("2026-03-03T18:00:00Z", "2026-03-04T06:00:00Z")]
    [InlineData("2026-03-08T18:00:00Z", "2026-03-09T05:00:00Z")]
    public async Task After_a_607_no_call_is_made_until_midnight_in_Chicago_then_the_qualified_come_first(string start, string midnight)
    {
        var reset = Moment(midnight);
        await using var stage = await Stage.SetAsync(shape: shape => shape with { Start = Moment(start) });
        var log = stage.Record();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var leads = Enumerable.Range(0, 20).Select(lead => stage.CreateLead("Lead" + lead)).ToList();
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            stage.World.Marketo.SpendCalls(50_000);
            await stage.WaitAsync(TimeSpan.FromMinutes(10));
            leads.ForEach(lead => stage.Edit(lead, "MobilePhone", "+1 555 0100"));
            Enumerable.Range(0, 20).ToList().ForEach(lead => stage.CreateLead("Late" + lead));
            stage.Qualify(stage.CreatePerson("Qualified"));
            await stage.WaitAsync(reset - stage.World.Clock.GetUtcNow() - TimeSpan.FromMinutes(1));
            stage.People.Should().HaveCount(21, "the engine cannot write yet");
            await stage.EndAsync(TimeSpan.FromHours(2));
        });

        var calls = log.Calls.Where(call => call.Sim == "marketo" && call.Client == "sync-engine" && !call.Path.StartsWith("/identity", StringComparison.Ordinal)).ToList();
        var first607 = calls.First(call => call.Codes.Contains("607"));
        var silent = calls.Where(call => call.At > first607.DoneAt + 2_000_000 && call.At < Micros(reset)).ToList();
        silent.Should().BeEmpty("the quota is spent until midnight");
        calls.Count(call => call.Codes.Contains("607")).Should().BeLessThanOrEqualTo(5, "calls in flight may finish, nothing more is asked");
        calls.First(call => call.At >= Micros(reset)).Path.Should().StartWith("/rest/v1/activities", "the probe is the most urgent call: who is qualified");
        var made = log.Commits.First(commit => commit.Sim == "salesforce" && commit.Object == "Lead" && commit.Op == "create" && commit.Call > 0);
        (made.At - Micros(reset)).Should().BeInRange(0, 120_000_000);
        stage.Leads.Should().HaveCount(41);
        stage.ShouldBeInStep();
    }

    [Fact]
    public async Task A_neighbour_who_spends_the_window_slows_the_engine_and_nothing_is_lost()
    {
        await using var stage = await Stage.SetAsync();
        var log = stage.Record();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync(settings => settings with { MarketoRecordsPerCall = 2, FlushAge = TimeSpan.FromSeconds(1) });
            var neighbour = new Neighbour(stage.World.NetworkToMarketo(default, "neighbour"), stage.World.Clock).CallAsync(callsPerWindow: 84, TimeSpan.FromMinutes(10));
            var leads = new List<string>();
            for (var step = 0; step < 10; step++)
            {
                leads.AddRange(Enumerable.Range(0, 5).Select(lead => stage.CreateLead($"Lead{step}x{lead}")));
                leads.TakeLast(20).ToList().ForEach(lead => stage.Edit(lead, "MobilePhone", "+1 555 " + (1000 + step)));
                await stage.WaitAsync(TimeSpan.FromMinutes(1));
            }

            await neighbour;
            await stage.EndAsync(TimeSpan.FromHours(1));
        });

        var calls = log.Calls.Where(call => call.Sim == "marketo" && call.Client == "sync-engine").ToList();
        log.Calls.Count(call => call.Codes.Contains("606")).Should().BeGreaterThan(0, "the window was spent at times");
        calls.Count(call => call.Codes.Contains("606")).Should().BeLessThan(calls.Count / 5, "the engine gives way");
        stage.World.Marketo.PeakCallsInWindow.Should().BeLessThanOrEqualTo(100);
        stage.Leads.Should().HaveCount(50);
        stage.ShouldBeInStep();
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static long Micros(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds() * 1000;
}
