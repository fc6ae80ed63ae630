using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace SfMarketo.Cli.Workers;

/// <summary>A worker that is another process: orders go to its standard input, lines come from its standard output.</summary>
internal sealed class WorkerProcess : IRunWorker
{
    private const int LastWords = 20;

    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly Queue<string> errors = [];

    private WorkerProcess(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginErrorReadLine();
    }

    /// <param name="arguments">Of this same program.</param>
    public static WorkerProcess Start(IEnumerable<string> arguments) => Start(new ProcessStartInfo(Host(), [Path.Combine(AppContext.BaseDirectory, "sfmarketo.dll"), .. arguments]));

    public static WorkerProcess Start(ProcessStartInfo program)
    {
        program.UseShellExecute = false;
        program.RedirectStandardInput = true;
        program.RedirectStandardOutput = true;
        program.RedirectStandardError = true;
        return new WorkerProcess(Process.Start(program)!);
    }

    public async Task<WorkerLine> PlayAsync(RunOrder order, Action<string> progress, CancellationToken cancellationToken)
    {
        // A pipe cannot be read in part: the end of the process is the end of the reading.
        await using var ending = cancellationToken.Register(Kill);
        try
        {
            await process.StandardInput.WriteLineAsync(WorkerProtocol.Write(order).AsMemory(), CancellationToken.None);
            await process.StandardInput.FlushAsync(CancellationToken.None);
            while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } text)
            {
                var line = WorkerProtocol.ReadLine(text);
                if (line.Progress is null)
                {
                    return line;
                }

                progress(line.Progress);
            }
        }
        catch (IOException)
        {
            // It ended before it could be told; said below.
        }
        catch (JsonException)
        {
            Kill();
            cancellationToken.ThrowIfCancellationRequested();
            return new WorkerLine { Failure = new WorkerFailure(ExitCode.CouldNotStart, "The worker wrote what is no answer.", Heard()) };
        }

        Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        return new WorkerLine
        {
            Failure = new WorkerFailure(ExitCode.CouldNotStart, string.Create(CultureInfo.InvariantCulture, $"The worker that played it ended without an answer (exit code {process.ExitCode})."), Heard()),
        };
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            process.StandardInput.Close();
            using var late = new CancellationTokenSource(TimeToEnd, TimeProvider.System);
            await process.WaitForExitAsync(late.Token);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            Kill();
        }

        process.Dispose();
    }

    /// <summary>What runs this program: <c>dotnet</c>, unless a test's own host does.</summary>
    private static string Host() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    private void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It had ended.
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (errors)
        {
            errors.Enqueue(line);
            if (errors.Count > LastWords)
            {
                errors.Dequeue();
            }
        }
    }

    private string Heard()
    {
        lock (errors)
        {
            return string.Join('\n', errors);
        }
    }
}
