using System.Diagnostics;
using System.Runtime.InteropServices;
using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Running;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Tests.Virtual;

/// <summary>Runs in worker processes: the same whatever process plays them, after whatever else.</summary>
public sealed class WorkerRunTests : IDisposable
{
    private static readonly string[] Stories = [CommandProcess.Scenario("promotion-story"), CommandProcess.Scenario("mql-story"), CommandProcess.Scenario("shared-inbox")];

    private readonly string folder = Directory.CreateTempSubdirectory("sfmarketo-").FullName;

    [Fact]
    public async Task What_one_run_leaves_in_a_process_does_not_reach_the_next()
    {
        var runner = new VirtualRunner();
        List<string?> hashes = [];
        foreach (var story in new[] { Stories[0], Stories[1], Stories[0] })
        {
            var scenario = new ScenarioReader(StandardVocabulary.Instance).ReadFile(story).Scenario!;
            hashes.Add((await runner.RunAsync(scenario, new RunOptions(null, null, null), TestContext.Current.CancellationToken)).RecordsHash);
        }

        hashes[2].Should().Be(hashes[0]).And.NotBe(hashes[1]).And.HaveLength(64);
    }

    [Fact]
    public async Task Results_and_their_order_are_the_same_with_one_process_and_with_several()
    {
        var one = await CommandProcess.RunAsync(["run", .. Stories, "--jobs", "1", "--out", Path.Combine(folder, "one")]);
        var several = await CommandProcess.RunAsync(["run", .. Stories, "--jobs", "3", "--out", Path.Combine(folder, "several")]);

        one.Code.Should().Be(0, one.Told);
        several.Code.Should().Be(0, several.Told);
        Names(several.Told).Should().Equal(Names(one.Told)).And.HaveCount(3);
        var files = Directory.GetFiles(Path.Combine(folder, "one"), "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".db", StringComparison.Ordinal)).ToList();
        files.Should().HaveCountGreaterThan(20);
        foreach (var file in files)
        {
            var other = Path.Combine(folder, "several", Path.GetRelativePath(Path.Combine(folder, "one"), file));
            File.ReadAllBytes(other).AsSpan().SequenceEqual(File.ReadAllBytes(file)).Should().BeTrue("{0} is the same", file);
        }
    }

    [Fact]
    public async Task A_run_played_twice_is_the_same()
    {
        var (code, told) = await CommandProcess.RunAsync("run", Stories[0], "--twice");

        code.Should().Be(0, told);
        told.Should().Contain("1 played twice, 1 the same, 0 different");
    }

    [Fact]
    public async Task A_run_that_differs_ends_with_5_and_the_first_line_that_differs()
    {
        var (code, told) = await CommandProcess.RunAsync("run", Stories[0], "--twice", "--perturb", "engine.network.marketo", "--out", folder);

        code.Should().Be(5, told);
        told.Should().Contain("promotion-story is not deterministic: two runs with seed 11 differ.")
            .And.Contain(Path.Combine(folder, "first", "promotion-story"))
            .And.MatchRegex(@"the first difference is [a-z.]+:\d+, column \d+")
            .And.Contain("1 played twice, 0 the same, 1 different");
        File.Exists(Path.Combine(folder, "second", "promotion-story", "result.json")).Should().BeTrue("both records are kept");
    }

    [Fact]
    public async Task An_interrupt_ends_the_workers_too()
    {
        Assert.SkipUnless(RuntimeInformation.IsOSPlatform(OSPlatform.Linux), "signals are sent by kill(1)");
        using var process = Process.Start(CommandProcess.Of("run", CommandProcess.Scenario("a-day-of-sync"), Stories[0], "--jobs", "2", "--out", folder))!;
        var (told, errors) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));

        // The files of the long run are there as soon as a worker plays it.
        SpinWait.SpinUntil(() => File.Exists(Path.Combine(folder, "a-day-of-sync", "order.txt")), TimeSpan.FromSeconds(60)).Should().BeTrue();
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        // Only against a hang: under load the workers take their time.
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await process.WaitForExitAsync(late.Token);

        process.ExitCode.Should().Be(130);
        (await errors).Should().Contain("Interrupted.");
        (await told).Should().BeEmpty();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static IEnumerable<string> Names(string told) => told.Split('\n').Where(line => line.Contains(" passed  ")).Select(line => line.Split(' ')[0]);
}
