using SfMarketo.Cli;
using SfMarketo.Harness.Reports;
using SfMarketo.Tests.Harness.Reports;

namespace SfMarketo.Tests.Harness.Cli;

public sealed class ExitCodeTests
{
    private static readonly RunResult Slow = SampleResult.Passed with { Thresholds = SampleResult.Failed.Thresholds };

    [Fact]
    public void A_crossed_threshold_is_99_when_nothing_worse_happened()
    {
        Of(SampleResult.Passed).Should().Be(0);
        Of(SampleResult.Passed, Slow).Should().Be(99);
        Of(Slow, SampleResult.Failed).Should().Be(1);
        Of(SampleResult.Failed with { Thresholds = [] }).Should().Be(1);
    }

    private static int Of(params RunResult[] results) => ExitCode.Of([.. results.Select(result => new FinishedRun(result, TimeSpan.FromSeconds(1)))]);
}
