using SfMarketo.Kernel.Control.Client;

namespace SfMarketo.Tests.Clients;

/// <summary><c>sfmarketo sim</c> as a user starts it, on free ports, in a folder of its own.</summary>
internal sealed class Simulators : IAsyncDisposable
{
    private static readonly TimeSpan ToReady = TimeSpan.FromSeconds(60);

    private readonly string folder;
    private ChildProcess process;

    private Simulators(string folder, ChildProcess process) => (this.folder, this.process) = (folder, process);

    /// <summary>What <c>sim</c> wrote into its file for clients.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; private set; } = new Dictionary<string, string>();

    /// <summary>What it has written so far.</summary>
    public string Output => process.Output;

    /// <param name="data">The value of <c>--data</c>.</param>
    /// <param name="arguments">Further ones; without any it is quiet.</param>
    public static async Task<Simulators> StartAsync(string data, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("sfmarketo-").FullName;
        string[] ports = ["--salesforce-port", "0", "--marketo-port", "0"];
        var simulators = new Simulators(folder, Cli(["sim", "--data", data, .. ports, .. arguments.Length == 0 ? ["--quiet"] : arguments], folder));
        await simulators.WaitUntilReadyAsync();
        return simulators;
    }

    /// <summary>Ends them and starts them anew in the same folder, on the same ports.</summary>
    public async Task StartAnewAsync(string data)
    {
        await StopAsync();
        await process.DisposeAsync();
        process = Cli(["sim", "--data", data, "--salesforce-port", Port("SF_URL"), "--marketo-port", Port("MKTO_URL"), "--quiet"], folder);
        await WaitUntilReadyAsync();
    }

    /// <summary><c>sfmarketo sync</c> beside it.</summary>
    public ChildProcess Sync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null) => Cli(["sync", .. arguments], folder, environment);

    /// <summary>Sets a switch of Marketo's simulator.</summary>
    public async Task SetSwitchAsync(string name, string value)
    {
        using var http = new HttpClient();
        await new SimControlClient(http, Settings["MKTO_URL"]).SetSwitchesAsync(new Dictionary<string, string> { [name] = value });
    }

    public Task<int> StopAsync() => process.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private string Port(string name) => Settings[name][(Settings[name].LastIndexOf(':') + 1)..];

    private async Task WaitUntilReadyAsync()
    {
        try
        {
            await process.LineWithAsync("ready", ToReady);
            Settings = File.ReadLines(Path.Combine(folder, ".sfmarketo", "sim.env"))
                .Select(line => line.Split('=', 2))
                .ToDictionary(pair => pair[0], pair => pair[1].Trim('"'), StringComparer.Ordinal);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    private static ChildProcess Cli(IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string>? environment = null) =>
        ChildProcess.Start(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "sfmarketo.dll"), .. arguments], folder, environment);
}
