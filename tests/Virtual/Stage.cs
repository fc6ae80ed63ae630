using SfMarketo.Harness.Running;
using SfMarketo.Harness.VirtualTime;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim.Options;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Sync;
using SfMarketo.Sync.State;

namespace SfMarketo.Tests.Virtual;

/// <summary>A world with an engine in it, for tests that tell a short story.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private static readonly LatencyDistribution Latency = new(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(120));

    private readonly string folder = Directory.CreateTempSubdirectory("sfmarketo-").FullName;
    private int lives;

    private Stage(World world) => World = world;

    public World World { get; }

    public EngineLife Life { get; private set; } = null!;

    /// <summary>Called at each passage of a seam; null: nothing happens there.</summary>
    public Action<string>? OnPassage { get; set; }

    public static async Task<Stage> SetAsync(ulong seed = 7, Func<MarketoSimOptions, MarketoSimOptions>? marketo = null)
    {
        var options = new MarketoSimOptions
        {
            Credentials = [EngineCredentials.MarketoCredential],
            ServiceTime = new LatencyDistribution(TimeSpan.FromMilliseconds(150), TimeSpan.FromSeconds(1.2)),
        };
        var salesforce = new SalesforceSimOptions
        {
            ConnectedApps = [EngineCredentials.ConnectedApp],
            Users = [EngineCredentials.User],
            ServiceTime = new LatencyDistribution(TimeSpan.FromMilliseconds(60), TimeSpan.FromMilliseconds(600)),
        };
        var world = await World.StartAsync(new WorldSettings(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero), seed, marketo?.Invoke(options) ?? options, salesforce));
        return new Stage(world);
    }

    /// <summary>Plays a story in virtual time.</summary>
    public Task PlayAsync(Func<Task> story) => VirtualPump.RunAsync(World.Clock, story);

    public Task WaitAsync(TimeSpan span) => Task.Delay(span, World.Clock);

    /// <summary>Starts an engine life on the state that the last one left, as a restart finds it.</summary>
    public async Task StartEngineAsync(Func<SyncSettings, SyncSettings>? with = null)
    {
        var path = StatePath(lives);
        if (lives > 0)
        {
            EngineLife.CopyState(StatePath(lives - 1), path);
        }

        var draws = World.Draws.Fork("engine " + lives);
        var settings = new SyncSettings
        {
            Salesforce = EngineCredentials.SalesforceSettings,
            Marketo = EngineCredentials.MarketoSettings,
            StatePath = path,
            Durability = Durability.Normal,
            SuppressionCampaign = null,
        };
        var client = "engine " + lives++;
        Life = await EngineLife.StartAsync(World, with?.Invoke(settings) ?? settings, new SyncSeams
        {
            Draw = draws.NextDouble,
            Salesforce = World.NetworkToSalesforce(Latency, client),
            Marketo = World.NetworkToMarketo(Latency, client),
            Passage = name =>
            {
                OnPassage?.Invoke(name);
                return ValueTask.CompletedTask;
            },
        });
    }

    public string CreateLead(string name) =>
        World.Salesforce.CreateRow("Lead", [new("FirstName", name), new("LastName", "Tester"), new("Company", "Testers"), new("Email", name.ToLowerInvariant() + "@example.com")], "lead created");

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A dead life's file is still open; the system's temporary folder is cleaned without us.
        }
    }

    private string StatePath(int life) => Path.Combine(folder, $"state-{life}.db");
}
