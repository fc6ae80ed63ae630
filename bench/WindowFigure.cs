using SfMarketo.Harness.Expectations;
using SfMarketo.Harness.OrgData;
using SfMarketo.Harness.Running;
using SfMarketo.Harness.VirtualTime;
using SfMarketo.Harness.Workload;
using SfMarketo.Sync;
using SfMarketo.Sync.State;
using SfMarketo.Tests.Load.Targets;

namespace SfMarketo.Bench;

/// <summary>How much of the window the engine uses under more demand than it holds: calls a second after the first minute against min(100/(20+L), 10/L).</summary>
internal static class WindowFigure
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static async Task RunAsync()
    {
        var scenario = ScenarioFile.Read("saturated-window");
        await using var world = await World.StartAsync(new WorldSettings(
            scenario.Clock.StartUtc,
            scenario.Seed,
            SimulatorOptions.Marketo(scenario, [EngineCredentials.MarketoCredential]),
            SimulatorOptions.Salesforce(scenario, [EngineCredentials.ConnectedApp], [EngineCredentials.User])));
        OrgSeeder.Seed(scenario, world.Marketo, world.Salesforce, world.Draws);
        var journal = new Journal();
        world.Marketo.Recorder.Add(journal);
        var folder = Directory.CreateTempSubdirectory("sfmarketo-").FullName;
        var marketo = world.NetworkToMarketo(scenario.Network.Marketo.Latency, "engine");
        var before = marketo.RoundTrips;
        var after = before;
        await VirtualPump.RunAsync(world.Clock, async () =>
        {
            var life = await EngineLife.StartAsync(world, Settings(folder), new SyncSeams
            {
                Draw = world.Draws.Fork("engine").NextDouble,
                Salesforce = world.NetworkToSalesforce(scenario.Network.Salesforce.Latency, "engine"),
                Marketo = marketo,
            });
            using var ended = new CancellationTokenSource();
            var records = new SimulatorRecords(world.Marketo, world.Salesforce, StandardAssets.Campaigns);
            var people = new WorkloadPlayer(scenario, world.Marketo, world.Salesforce, records, world.Draws, world.Clock).PlayAsync(ended.Token);
            await Task.Delay(Minute, world.Clock);
            before = marketo.RoundTrips;
            await Task.Delay(Minute * 9, world.Clock);
            after = marketo.RoundTrips;
            await ended.CancelAsync();
            await Task.WhenAny(people);
            await life.StopAsync();
        });
        Directory.Delete(folder, recursive: true);
        Print(scenario.Clock.StartUtc, journal, after.Calls - before.Calls, after.Seconds - before.Seconds, (world.Marketo.PeakCallsInWindow, world.Marketo.PeakRunningCalls));
    }

    private static SyncSettings Settings(string folder)
    {
        var settings = new SyncSettings
        {
            Salesforce = EngineCredentials.SalesforceSettings,
            Marketo = EngineCredentials.MarketoSettings,
            StatePath = Path.Combine(folder, "state.db"),
            Durability = Durability.Normal,
        };
        return settings with
        {
            Pacing = settings.Pacing with { Exclusive = true, DailyCalls = 500_000 },
            MarketoRecordsPerCall = 1,
            FlushAge = TimeSpan.FromSeconds(1),
        };
    }

    private static void Print(DateTimeOffset start, Journal journal, long roundTrips, double seconds, (int InWindow, int Running) peaks)
    {
        var first = Kernel.Recording.Micros.From(start + Minute);
        var last = Kernel.Recording.Micros.From(start + Minute * 10);
        var calls = journal.Calls.Count(call => call.At >= first && call.At < last && call.Path.StartsWith("/rest", StringComparison.Ordinal));
        var byMinute = journal.Calls.CountBy(call => (call.At - first) / (60 * Kernel.Recording.Micros.PerSecond) + (call.At < first ? 0 : 1)).OrderBy(pair => pair.Key).Select(pair => pair.Value);
        Measurement.Say($"  calls by minute: {string.Join(' ', byMinute)}");
        var refused = journal.Calls.Count(call => call.Codes.Contains("606") || call.Codes.Contains("615"));
        var (rate, mean) = (calls / (Minute * 9).TotalSeconds, seconds / roundTrips);
        var best = Math.Min(100 / (20 + mean), 10 / mean);
        Measurement.Say($"  {calls:N0} calls / {(Minute * 9).TotalSeconds:0} s = {rate:0.000} calls/s; L = {seconds:0.0} s / {roundTrips:N0} round trips = {mean:0.000} s");
        Measurement.Say($"  min(100/(20+L), 10/L) = {best:0.000} calls/s; reached {rate / best:P1}, goal 95%; refused with 606 or 615: {refused}; most in a window {peaks.InWindow}, most at once {peaks.Running}");
    }
}
