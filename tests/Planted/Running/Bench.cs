using System.Diagnostics;
using SfMarketo.Tests.Planted.Engine;
using SfMarketo.Tests.Planted.Faults;

namespace SfMarketo.Tests.Planted.Running;

/// <summary>A copy of the command line in a folder of its own, in which one engine after the other is tried.</summary>
internal sealed class Bench : IDisposable
{
    /// <summary>Of the processor's time, which a busy machine does not stretch: a virtual day takes some ten seconds.</summary>
    private static readonly TimeSpan MostWork = TimeSpan.FromSeconds(90);

    /// <summary>For a run that hangs and works nothing.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly EngineCompiler compiler;
    private readonly ScenarioFiles scenarios;
    private readonly string folder = Directory.CreateTempSubdirectory("sfmarketo-planted-").FullName;

    public Bench(EngineCompiler compiler, ScenarioFiles scenarios)
    {
        (this.compiler, this.scenarios) = (compiler, scenarios);
        BuiltOutput.CopyTo(Path.Combine(folder, "cli"));
    }

    private string Records => Path.Combine(folder, "out");

    /// <summary>Plants the fault and, if asked for, its near miss, one after the other.</summary>
    public async Task<FaultTrial> TryAsync(Fault fault, bool nearMiss, bool everywhere) =>
        new(fault, await TryFaultAsync(fault, everywhere), nearMiss ? await TryNearMissAsync(fault) : null);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>One scenario after the other, until one catches it.</summary>
    private async Task<List<RunVerdict>> TryFaultAsync(Fault fault, bool everywhere)
    {
        var runs = new List<RunVerdict>();
        if (Compile(fault.Edits, fault.Scenarios) is { } error)
        {
            return [error];
        }

        foreach (var name in fault.Scenarios)
        {
            var run = await RunAsync([name]);
            runs.Add(run);
            if (run.End is RunEnd.Judged or RunEnd.TimedOut)
            {
                return runs;
            }
        }

        if (everywhere)
        {
            runs.Add(await RunAsync(scenarios.Short));
        }

        return runs;
    }

    /// <summary>All scenarios in one process.</summary>
    private async Task<RunVerdict> TryNearMissAsync(Fault fault) => Compile(fault.NearMissEdits, fault.Scenarios) ?? await RunAsync(fault.Scenarios);

    private RunVerdict? Compile(IReadOnlyList<FaultEdit> edits, IReadOnlyList<string> names) =>
        compiler.Compile(edits, Path.Combine(folder, "cli", BuiltOutput.Engine)) is { } error ? new RunVerdict(string.Join(", ", names), RunEnd.Crashed, "does not compile: " + error) : null;

    private async Task<RunVerdict> RunAsync(IReadOnlyList<string> names)
    {
        if (Directory.Exists(Records))
        {
            Directory.Delete(Records, recursive: true);
        }

        Directory.CreateDirectory(Records);
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = RepositoryRoot.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_TieredCompilation"] = "1"; // most runs are short
        foreach (var word in (string[])[Path.Combine(folder, "cli", BuiltOutput.CommandLine), "run", .. names.Select(name => scenarios[name]), "--out", Records])
        {
            start.ArgumentList.Add(word);
        }

        var scenario = string.Join(", ", names);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (await EndOf(process, names.Count) is { } late)
        {
            return new RunVerdict(scenario, RunEnd.TimedOut, late);
        }

        await output;
        return Judge(scenario, process.ExitCode, await errors);
    }

    /// <summary>Waits for the end of a process and makes one that does not come.</summary>
    /// <returns>Null, or why it was ended.</returns>
    private static async Task<string?> EndOf(Process process, int runs)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            using var look = new CancellationTokenSource(Look);
            try
            {
                await process.WaitForExitAsync(look.Token);
                return null;
            }
            catch (OperationCanceledException)
            {
                if (clock.Elapsed < runs * Longest && Work(process) < runs * MostWork)
                {
                    continue;
                }

                var spent = $"timed out after {Work(process).TotalSeconds:0} s of work";
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
                return spent;
            }
        }
    }

    private static TimeSpan Work(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return TimeSpan.Zero; // it has ended just now
        }
    }

    private RunVerdict Judge(string scenario, int code, string errors)
    {
        if (code == 0)
        {
            return new RunVerdict(scenario, RunEnd.Passed, "");
        }

        var (judges, failure) = JudgesThatFailed.Read(Records, names: scenario.Contains(','));
        if (failure is not null)
        {
            return new RunVerdict(scenario, RunEnd.Crashed, failure);
        }

        return code is 1 or 99 && judges.Count > 0
            ? new RunVerdict(scenario, RunEnd.Judged, string.Join(", ", judges))
            : new RunVerdict(scenario, RunEnd.Crashed, $"exit code {code}: {errors.Split('\n')[0].Trim()}");
    }
}
