using SfMarketo.Cli.Workers;
using SfMarketo.Harness.Metrics;
using SfMarketo.Harness.Reports;
using SfMarketo.Tests.Harness.Reports;

namespace SfMarketo.Tests.Harness.Cli.Workers;

public sealed class WorkerProtocolTests
{
    [Fact]
    public void A_result_comes_back_from_a_worker_with_everything_that_is_in_it()
    {
        RunResult[] results =
        [
            SampleResult.Passed with { RecordsHash = "ab12", Passages = 17, Warnings = ["a fault never hit"], Failure = "the engine stopped: ü" },
            SampleResult.Failed with { Figures = SampleResult.Failed.Figures with { Lost = 2, Doubled = 3, DeadLetters = 4 } },
            SampleResult.Failed with { Thresholds = [SampleResult.Failed.Thresholds[0] with { Slowest = new LagSample(1, 2, "Lead 00Q1"), Actual = TimeSpan.FromTicks(7) }] },
        ];

        foreach (var result in results)
        {
            var text = WorkerProtocol.Write(new WorkerLine { Result = result, WallSeconds = 1.25 });
            var back = WorkerProtocol.ReadLine(text);

            text.Should().NotContain("\n");
            back.WallSeconds.Should().Be(1.25);
            back.Result.Should().BeEquivalentTo(result, options => options.WithStrictOrdering());
            ResultFile.Text(back.Result!).Should().Be(ResultFile.Text(result));
        }
    }

    [Fact]
    public void An_order_comes_to_a_worker_with_everything_that_is_in_it()
    {
        var order = new RunOrder(3, "story[rate=30]") { Out = "out folder", KillAt = 17, Perturbed = "engine" };

        WorkerProtocol.ReadOrder(WorkerProtocol.Write(order)).Should().Be(order);
        WorkerProtocol.ReadOrder(WorkerProtocol.Write(new RunOrder(0, "a"))).Should().Be(new RunOrder(0, "a"));
    }
}
