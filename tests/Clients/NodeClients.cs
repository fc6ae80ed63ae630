using System.ComponentModel;

namespace SfMarketo.Tests.Clients;

/// <summary>Public clients from npm, installed as their lock file says. They bring a Node of their own: jsforce 3.10 needs version 22.</summary>
public sealed class NodeClients : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "Clients", "node");
    private static readonly TimeSpan ToInstall = TimeSpan.FromMinutes(5);

    private static string Node => Path.Combine(Folder, "node_modules", ".bin", "node");

    /// <summary>Why they cannot be used here, or null.</summary>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (IsInstalled())
        {
            return;
        }

        ChildProcess npm;
        try
        {
            npm = ChildProcess.Start("npm", ["ci", "--no-audit", "--no-fund"], Folder);
        }
        catch (Win32Exception)
        {
            Missing = "npm is not in the PATH: install Node.js to run jsforce and node-marketo-rest against the simulators";
            return;
        }

        await using (npm)
        {
            if (await npm.EndAsync(ToInstall) != 0)
            {
                throw new InvalidOperationException($"npm ci failed:\n{npm.Output}");
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Runs a script and shows what it wrote when it failed.</summary>
    internal static async Task<string> RunAsync(string script, IReadOnlyDictionary<string, string> settings)
    {
        var run = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(null, null);
        await using var node = ChildProcess.Start(Node, [Path.Combine(Folder, script)], Folder, new Dictionary<string, string>(settings) { ["RUN"] = run });
        (await node.EndAsync(TimeSpan.FromMinutes(2))).Should().Be(0, "this was written:\n{0}", node.Output);
        return node.Output;
    }

    private static bool IsInstalled()
    {
        var installed = Path.Combine(Folder, "node_modules", ".package-lock.json");
        return File.Exists(installed) && File.Exists(Node) && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json"));
    }
}
