using System.Diagnostics;

namespace SfMarketo.Tests.Virtual;

/// <summary>The command line's program as a process of its own, built beside this project.</summary>
internal static class CommandProcess
{
    public static ProcessStartInfo Of(params string[] arguments)
    {
        var mine = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(mine.Parent!.Parent!.FullName, "Cli", mine.Name, "sfmarketo.dll");
        return new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
    }

    /// <summary>Runs to the end. Only awaits: the pool of this process has one thread.</summary>
    public static async Task<(int Code, string Told)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(Of(arguments))!;
        var (told, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(100));
        await process.WaitForExitAsync(late.Token);
        return (process.ExitCode, await told + await errors);
    }

    /// <summary>A scenario of the repository.</summary>
    public static string Scenario(string name)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "SfMarketo.Harness.sln")))
            {
                return Directory.EnumerateFiles(Path.Combine(at.FullName, "scenarios"), name + ".yaml", SearchOption.AllDirectories).Single();
            }
        }

        throw new FileNotFoundException("No folder above this one has the solution.");
    }
}
