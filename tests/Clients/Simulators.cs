namespace SfMarketo.Tests.Clients;

/// <summary><c>sfmarketo sim</c> as a user starts it, on free ports, in a folder of its own.</summary>
internal sealed class Simulators : IAsyncDisposable
{
    private static readonly TimeSpan ToReady = TimeSpan.FromSeconds(60);

    private readonly string folder;
    private readonly ChildProcess process;

    private Simulators(string folder, ChildProcess process, Dictionary<string, string> settings)
    {
        this.folder = folder;
        this.process = process;
        Settings = settings;
    }

    /// <summary>What <c>sim</c> wrote into its file for clients.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    public static async Task<Simulators> StartAsync(string data)
    {
        var folder = Directory.CreateTempSubdirectory("sfmarketo-").FullName;
        var process = Cli(["sim", "--salesforce-port", "0", "--marketo-port", "0", "--data", data, "--quiet"], folder);
        try
        {
            await process.LineWithAsync("ready", ToReady);
            var settings = File.ReadLines(Path.Combine(folder, ".sfmarketo", "sim.env"))
                .Select(line => line.Split('=', 2))
                .ToDictionary(pair => pair[0], pair => pair[1].Trim('"'), StringComparer.Ordinal);
            return new Simulators(folder, process, settings);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary><c>sfmarketo sync</c> beside it.</summary>
    public ChildProcess Sync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null) => Cli(["sync", .. arguments], folder, environment);

    public Task<int> StopAsync() => process.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static ChildProcess Cli(IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string>? environment = null) =>
        ChildProcess.Start(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "sfmarketo.dll"), .. arguments], folder, environment);
}
