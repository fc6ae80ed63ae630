using SfMarketo.Harness.Network;
using SfMarketo.Harness.OrgData;
using SfMarketo.Harness.Running;
using SfMarketo.Harness.VirtualTime;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim.Options;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Sync;
using SfMarketo.Sync.State;

namespace SfMarketo.Tests.Virtual;

/// <summary>A world with an engine in it, for tests that tell a short story.</summary>
internal sealed partial class Stage : IAsyncDisposable
{
    private static readonly LatencyDistribution Latency = new(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(120));

    private const string Seller = "rep@example.invalid";

    private readonly string folder = Directory.CreateTempSubdirectory("sfmarketo-").FullName;
    private int lives;

    private Stage(World world) => World = world;

    public World World { get; }

    public EngineLife Life { get; private set; } = null!;

    /// <summary>The present life's way to Salesforce.</summary>
    public SimulatedNetwork ToSalesforce { get; private set; } = null!;

    /// <summary>The present life's way to Marketo.</summary>
    public SimulatedNetwork ToMarketo { get; private set; } = null!;

    /// <summary>Called at each passage of a seam but those of timers, of which there are too many; null: nothing happens there.</summary>
    public Action<string>? OnPassage { get; set; }

    /// <param name="seed">Of the world.</param>
    /// <param name="shape">Changes what the world is made of.</param>
    public static async Task<Stage> SetAsync(ulong seed = 7, Func<StageShape, StageShape>? shape = null)
    {
        var made = shape?.Invoke(new StageShape()) ?? new StageShape();
        var marketo = new MarketoSimOptions
        {
            Credentials = [EngineCredentials.MarketoCredential, Neighbour.Credential],
            ServiceTime = new LatencyDistribution(TimeSpan.FromMilliseconds(150), TimeSpan.FromSeconds(1.2)),
            Channels = StandardAssets.Channels,
            Programs = StandardAssets.Programs,
            Campaigns = StandardAssets.Campaigns,
            Lists = made.Lists,
            Emails = StandardAssets.Emails,
            Forms = StandardAssets.Forms,
            Switches = made.MarketoSwitches,
            CallsPerDay = made.CallsPerDay,
            TokenLifetime = made.TokenLifetime,
        };
        var salesforce = new SalesforceSimOptions
        {
            ConnectedApps = [EngineCredentials.ConnectedApp],
            Users = [EngineCredentials.User, new OrgUser(Seller, "Sales", "Rep", TimeZone: made.SellerZone)],
            AssignmentRule = new AssignmentRule("Inbound", [new AssignmentEntry(null, null, [Seller])]),
            Queues = made.Queues,
            TaskGuidIsExternalId = made.TaskGuidIsExternalId,
            ConversionFieldMap = made.ConversionFieldMap,
            SessionTimeout = made.SessionTimeout,
            OutboundMessages = made.OutboundMessages,
            WorkflowRules = made.WorkflowRules,
            Switches = new SalesforceSwitches { SessionSlides = false },
            ServiceTime = new LatencyDistribution(TimeSpan.FromMilliseconds(60), TimeSpan.FromMilliseconds(600)),
        };
        return new Stage(await World.StartAsync(new WorldSettings(made.Start, seed, marketo, salesforce)));
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
        };
        var client = "engine " + lives++;
        ToSalesforce = World.NetworkToSalesforce(Latency, client);
        ToMarketo = World.NetworkToMarketo(Latency, client);
        Life = await EngineLife.StartAsync(World, with?.Invoke(settings) ?? settings, new SyncSeams
        {
            Draw = draws.NextDouble,
            Salesforce = ToSalesforce,
            Marketo = ToMarketo,
        }, name =>
        {
            if (!name.StartsWith("timer.", StringComparison.Ordinal))
            {
                OnPassage?.Invoke(name);
            }
        });
    }

    /// <summary>Copies the state as it is on the disk now, as a backup does. Before the first life: there is none.</summary>
    public void CopyState() => EngineLife.CopyState(StatePath(lives - 1), CopyPath);

    /// <summary>Starts an engine life on the copy.</summary>
    public Task StartEngineFromCopyAsync(Func<SyncSettings, SyncSettings>? with = null)
    {
        lives++;
        EngineLife.CopyState(CopyPath, StatePath(lives - 1));
        return StartEngineAsync(with);
    }

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

    private string CopyPath => Path.Combine(folder, "copy.db");

    private string StatePath(int life) => Path.Combine(folder, $"state-{life}.db");
}
