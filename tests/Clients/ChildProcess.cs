using System.Diagnostics;

namespace SfMarketo.Tests.Clients;

/// <summary>A program that a test has started, with what it has written so far.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly Process process;
    private readonly List<string> lines = [];

    private ChildProcess(Process process) => this.process = process;

    /// <summary>Both streams, in the order in which lines came.</summary>
    public string Output
    {
        get
        {
            lock (lines)
            {
                return string.Join('\n', lines);
            }
        }
    }

    public int ExitCode => process.ExitCode;

    /// <param name="program">Found in the PATH, or a full path.</param>
    /// <param name="arguments">As they are.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="environment">Set beside what this process has; settings of the systems that this process happens to have are taken away.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("SF_", StringComparison.Ordinal) || name.StartsWith("MKTO_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start };
        var child = new ChildProcess(process);
        process.OutputDataReceived += child.Take;
        process.ErrorDataReceived += child.Take;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return child;
    }

    /// <summary>The first line that contains a text, as soon as it is there.</summary>
    public async Task<string> LineWithAsync(string text, TimeSpan atMost)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < atMost; await Task.Delay(Look))
        {
            lock (lines)
            {
                if (lines.Find(line => line.Contains(text, StringComparison.Ordinal)) is { } found)
                {
                    return found;
                }
            }

            if (process.HasExited)
            {
                await process.WaitForExitAsync();
                break;
            }
        }

        return Output.Split('\n').FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"'{text}' was not written within {atMost}; this was:\n{Output}");
    }

    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync(TimeSpan atMost)
    {
        using var late = new CancellationTokenSource(atMost);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            throw new InvalidOperationException($"it did not end within {atMost}; this was written:\n{Output}");
        }

        return process.ExitCode;
    }

    /// <summary>Asks it to end, as Ctrl-C and service managers do.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(null, null)]);
        await kill.WaitForExitAsync();
        return await EndAsync(TimeSpan.FromSeconds(40));
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private void Take(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            lock (lines)
            {
                lines.Add(text);
            }
        }
    }
}
