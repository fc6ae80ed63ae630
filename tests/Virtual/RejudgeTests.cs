using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Rejudging;
using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Running;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Tests.Virtual;

/// <summary>A run judged again from its files has the checks that it had.</summary>
public sealed class RejudgeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sfmarketo-").FullName;

    [Theory]
    [InlineData("promotion-story", null)]
    [InlineData("promotion-story", 400)]
    [InlineData("deals-story", null)]
    [InlineData("engagement-story", null)]
    [InlineData("firmographics-story", null)]
    [InlineData("messages-lost", null)]
    public async Task A_run_judged_from_its_files_has_the_checks_that_it_had(string story, int? killAt)
    {
        var result = await PlayAsync(story, killAt);

        using var replay = RunReplay.Open(folder);
        var again = Applied(replay.Judge(replay.ReadBrief()));

        again.Should().BeEquivalentTo(result.Checks, options => options.WithStrictOrdering());
        again.Should().HaveCountGreaterThan(15);
        replay.Read.Should().BeGreaterThan(1000);
    }

    [Fact]
    public async Task A_stricter_brief_breaks_what_it_is_stricter_about_and_nothing_else()
    {
        var result = await PlayAsync("mql-story", null);

        using var replay = RunReplay.Open(folder);
        var brief = replay.ReadBrief();
        var again = Applied(replay.Judge(brief with { Checks = brief.Checks with { CallsPerWindow = 3 } }));

        again.Where(check => check.Id is "A1").Should().OnlyContain(check => !check.Passed && check.Violations.Count > 0);
        again.Where(check => check.Id is not "A1").Should().BeEquivalentTo(result.Checks.Where(check => check.Id is not "A1"), options => options.WithStrictOrdering());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static IReadOnlyList<CheckReport> Applied(IReadOnlyList<CheckResult> checks) =>
        [.. checks.Where(check => check.Applied).Select(check => new CheckReport(check.Id, check.Title, check.Passed, check.Examined, [.. check.Violations.Select(one => new ViolationReport(one.What, one.At, one.Record, one.Calls))]))];

    private async Task<RunResult> PlayAsync(string story, int? killAt)
    {
        var scenario = new ScenarioReader(StandardVocabulary.Instance).ReadFile(CommandProcess.Scenario(story)).Scenario!;
        return await new VirtualRunner().RunAsync(scenario, new RunOptions(null, folder, null) { KillAt = killAt }, TestContext.Current.CancellationToken);
    }
}
