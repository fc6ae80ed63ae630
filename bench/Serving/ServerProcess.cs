using System.Diagnostics;

namespace SfMarketo.Bench.Serving;

/// <summary>A server in a process of its own: this program, started with a role. It ends when its input does.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;
    private readonly List<LoadConnection> connections = [];

    private ServerProcess(string name, Process process, Uri address, string firstId) => (Name, this.process, Address, FirstId) = (name, process, address, firstId);

    public string Name { get; }

    public Uri Address { get; }

    /// <summary>Id of the first record, the others follow without gaps; empty at servers that have none.</summary>
    public string FirstId { get; }

    /// <summary>Of the whole life of the process; the system counts it in steps of 10 ms.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<ServerProcess> StartAsync(string name, params string[] args)
    {
        var host = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? new[] { typeof(ServerProcess).Assembly.Location } : [];
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. host, Server.Role, .. args]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(' ') is ["ready", var address, var first])
            {
                return new ServerProcess(name, process, new Uri(address), first);
            }
        }

        throw new InvalidOperationException($"The server '{name}' ended before it was ready.");
    }

    /// <summary>Opened when they are first needed, then kept.</summary>
    public IReadOnlyList<LoadConnection> Connections(int count)
    {
        while (connections.Count < count)
        {
            connections.Add(new LoadConnection(Address));
        }

        return connections[..count];
    }

    /// <summary>Resident memory after a full collection, bytes.</summary>
    public async Task<long> ResidentAsync()
    {
        await process.StandardInput.WriteLineAsync(Server.Collect);
        await process.StandardOutput.ReadLineAsync();
        process.Refresh();
        return process.WorkingSet64;
    }

    public void Dispose()
    {
        connections.ForEach(connection => connection.Dispose());
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
