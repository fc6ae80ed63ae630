using System.Diagnostics;
using SfMarketo.Tests.Planted.Engine;
using SfMarketo.Tests.Planted.Faults;

namespace SfMarketo.Tests.Planted.Running;

/// <summary>A copy of the command line in a folder of its own, in which one engine after the other is tried.</summary>
internal sealed class Bench : IDisposable
{
    /// <summary>A virtual day takes some ten seconds on a free machine.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly EngineCompiler compiler;
    private readonly ScenarioFiles scenarios;
    private readonly string folder = Directory.CreateTempSubdirectory("sfmarketo-planted-").FullName;

    public Bench(EngineCompiler compiler, ScenarioFiles scenarios)
    {
        (this.compiler, this.scenarios) = (compiler, scenarios);
        BuiltOutput.CopyTo(Path.Combine(folder, "cli"));
    }

    private string Records => Path.Combine(folder, "out");

    /// <summary>Plants the fault and its near miss, one after the other.</summary>
    public async Task<FaultTrial> TryAsync(Fault fault)
    {
        var runs = await TryAsync(fault.Edits, fault.Scenarios, stopAtFirst: true);
        var near = await TryAsync(fault.NearMissEdits, fault.Scenarios, stopAtFirst: false);
        return new FaultTrial(fault, runs, near);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<List<RunVerdict>> TryAsync(IReadOnlyList<FaultEdit> edits, IReadOnlyList<string> names, bool stopAtFirst)
    {
        var runs = new List<RunVerdict>();
        if (compiler.Compile(edits, Path.Combine(folder, "cli", BuiltOutput.Engine)) is { } error)
        {
            return [new RunVerdict(names[0], RunEnd.Crashed, "does not compile: " + error)];
        }

        foreach (var name in names)
        {
            var run = await RunAsync(name);
            runs.Add(run);
            if (stopAtFirst && run.End is RunEnd.Judged or RunEnd.TimedOut)
            {
                break;
            }
        }

        return runs;
    }

    private async Task<RunVerdict> RunAsync(string scenario)
    {
        if (Directory.Exists(Records))
        {
            Directory.Delete(Records, recursive: true);
        }

        Directory.CreateDirectory(Records);
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = RepositoryRoot.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in new[] { Path.Combine(folder, "cli", BuiltOutput.CommandLine), "run", scenarios[scenario], "--out", Records })
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var late = new CancellationTokenSource(Longest);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            return new RunVerdict(scenario, RunEnd.TimedOut, $"timed out after {Longest.TotalSeconds:0} s");
        }

        await output;
        return Judge(scenario, process.ExitCode, await errors);
    }

    private RunVerdict Judge(string scenario, int code, string errors)
    {
        if (code == 0)
        {
            return new RunVerdict(scenario, RunEnd.Passed, "");
        }

        var (judges, failure) = JudgesThatFailed.Read(Records);
        if (failure is not null)
        {
            return new RunVerdict(scenario, RunEnd.Crashed, failure);
        }

        return code is 1 or 99 && judges.Count > 0
            ? new RunVerdict(scenario, RunEnd.Judged, string.Join(", ", judges))
            : new RunVerdict(scenario, RunEnd.Crashed, $"exit code {code}: {errors.Split('\n')[0].Trim()}");
    }
}
