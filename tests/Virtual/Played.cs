using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Running;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Tests.Virtual;

/// <summary>Plays the text of a scenario from beginning to end, judges and all.</summary>
internal static class Played
{
    /// <param name="body">Everything but version and name.</param>
    /// <param name="killAt">Passage at which the engine is killed.</param>
    /// <param name="outDirectory">Where the records are written; null: nowhere.</param>
    public static async Task<RunResult> RunAsync(string body, long? killAt = null, string? outDirectory = null)
    {
        var reading = new ScenarioReader(StandardVocabulary.Instance).Read("scenarios/x.yaml", "version: 1\nname: x\n" + body);
        reading.Problems.Should().BeEmpty();
        return await new VirtualRunner().RunAsync(reading.Scenario!, new RunOptions(null, outDirectory, null) { KillAt = killAt }, TestContext.Current.CancellationToken);
    }

    public static void ShouldPass(this RunResult result, string what = "the run")
    {
        result.Failure.Should().BeNull(what);
        result.Missed.Should().BeEmpty(what);
        result.Reached.Where(one => !one.Passed).Should().BeEmpty(what);
        result.Expectations.SelectMany(one => one.Failures).Should().BeEmpty(what);
        result.Checks.SelectMany(check => check.Violations.Select(one => check.Id + " " + one.What + " " + one.Record)).Should().BeEmpty(what);
        result.Checks.Where(check => !check.Passed).Select(check => check.Id + " examined " + check.Examined).Should().BeEmpty(what);
        result.Passed.Should().BeTrue(what);
    }
}
