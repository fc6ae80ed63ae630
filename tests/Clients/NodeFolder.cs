using System.ComponentModel;

namespace SfMarketo.Tests.Clients;

/// <summary>A folder of packages from npm, installed as its lock file says, with a Node of its own beside them.</summary>
/// <param name="name">Of the folder beside these tests.</param>
/// <param name="what">What is in it, for the sentence that says it cannot be used.</param>
public abstract class NodeFolder(string name, string what) : IAsyncLifetime
{
    private static readonly TimeSpan ToInstall = TimeSpan.FromMinutes(10);

    /// <summary>Why its programs cannot be used here, or null.</summary>
    public string? Missing { get; private set; }

    internal string Folder { get; } = Path.Combine(RepositoryRoot.Path, "tests", "Clients", name);

    internal string Node => Path.Combine(Folder, "node_modules", ".bin", "node");

    public virtual async ValueTask InitializeAsync()
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
            Missing = $"npm is not in the PATH: install Node.js to run {what} against the simulators";
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

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private bool IsInstalled()
    {
        var installed = Path.Combine(Folder, "node_modules", ".package-lock.json");
        return File.Exists(installed) && File.Exists(Node) && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json"));
    }
}
