using System.Diagnostics;

namespace SfMarketo.Tests.Virtual;

/// <summary>One scenario and one seed give the same bytes in any process; another seed gives others.</summary>
public sealed class DeterminismTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sfmarketo-").FullName;

    [Fact]
    public void Two_processes_write_the_same_bytes_and_another_seed_gives_other_ones()
    {
        var one = Run("one", "7");
        var two = Run("two", "7");
        var other = Run("other", "8");

        one.Keys.Should().Contain(name => name.EndsWith(".jsonl", StringComparison.Ordinal)).And.Contain(name => name.EndsWith("result.json", StringComparison.Ordinal));
        two.Keys.Should().BeEquivalentTo(one.Keys);
        foreach (var (name, bytes) in one)
        {
            two[name].AsSpan().SequenceEqual(bytes).Should().BeTrue("{0} is the same in both runs", name);
        }

        one.Where(file => file.Key.EndsWith(".jsonl", StringComparison.Ordinal)).Any(file => !other[file.Key].SequenceEqual(file.Value)).Should().BeTrue();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private SortedDictionary<string, byte[]> Run(string name, string seed)
    {
        var to = Path.Combine(folder, name);
        var start = new ProcessStartInfo("dotnet", [CommandLine(), "run", Scenario(), "--seed", seed, "--out", to]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var told = process.StandardOutput.ReadToEnd();
        process.WaitForExit(TimeSpan.FromSeconds(100)).Should().BeTrue("the run ends");
        process.ExitCode.Should().Be(0, told);
        return new SortedDictionary<string, byte[]>(Directory.EnumerateFiles(to, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".jsonl", StringComparison.Ordinal) || file.EndsWith("result.json", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetRelativePath(to, file), File.ReadAllBytes), StringComparer.Ordinal);
    }

    /// <summary>The command line's program, built beside this project.</summary>
    private static string CommandLine()
    {
        var mine = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(mine.Parent!.Parent!.FullName, "Cli", mine.Name, "sfmarketo.dll");
    }

    private static string Scenario()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "scenarios", "flows", "promotion-story.yaml")))
            {
                return Path.Combine(at.FullName, "scenarios", "flows", "promotion-story.yaml");
            }
        }

        throw new FileNotFoundException("No folder above this one has scenarios/flows/promotion-story.yaml.");
    }
}
