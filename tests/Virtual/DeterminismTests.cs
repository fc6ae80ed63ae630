namespace SfMarketo.Tests.Virtual;

/// <summary>One scenario and one seed give the same bytes in any process; another seed gives others.</summary>
public sealed class DeterminismTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sfmarketo-").FullName;

    [Fact]
    public async Task Two_processes_write_the_same_bytes_and_another_seed_gives_other_ones()
    {
        var one = await RunAsync("one", "7");
        var two = await RunAsync("two", "7");
        var other = await RunAsync("other", "8");

        one.Keys.Should().Contain(name => name.EndsWith(".jsonl", StringComparison.Ordinal)).And.Contain(name => name.EndsWith("result.json", StringComparison.Ordinal));
        two.Keys.Should().BeEquivalentTo(one.Keys);
        foreach (var (name, bytes) in one)
        {
            two[name].AsSpan().SequenceEqual(bytes).Should().BeTrue("{0} is the same in both runs", name);
        }

        one.Where(file => file.Key.EndsWith(".jsonl", StringComparison.Ordinal)).Any(file => !other[file.Key].SequenceEqual(file.Value)).Should().BeTrue();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<SortedDictionary<string, byte[]>> RunAsync(string name, string seed)
    {
        var to = Path.Combine(folder, name);
        var (code, told) = await CommandProcess.RunAsync("run", CommandProcess.Scenario("promotion-story"), "--seed", seed, "--out", to);
        code.Should().Be(0, told);
        return new SortedDictionary<string, byte[]>(Directory.EnumerateFiles(to, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".jsonl", StringComparison.Ordinal) || file.EndsWith("result.json", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetRelativePath(to, file), File.ReadAllBytes), StringComparer.Ordinal);
    }
}
