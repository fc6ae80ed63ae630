using SfMarketo.Harness.Expectations.OverTime;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Harness.VirtualTime;
using SfMarketo.Harness.Workload;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Expectations;

/// <summary>All expectations of a run: those over time are followed from now on, the others are judged at its end.</summary>
public sealed class ExpectationBook
{
    private readonly IReadOnlyList<Expectation> expectations;
    private readonly IEndRecords records;
    private readonly WorkloadLog log;
    private readonly VirtualClock clock;
    private readonly HeldJudge held;

    /// <param name="expectations">Of the scenario.</param>
    /// <param name="records">Both systems, as seeded.</param>
    /// <param name="log">What the scenario's people will do.</param>
    /// <param name="clock">Judged between its instants.</param>
    public ExpectationBook(IReadOnlyList<Expectation> expectations, IEndRecords records, WorkloadLog log, VirtualClock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        (this.expectations, this.records, this.log, this.clock) = (expectations, records, log, clock);
        held = new HeldJudge(expectations, records, () => log.Named, log.Story.WhenDone, clock.GetUtcNow());
        clock.Leaving += held.Pass;
    }

    /// <summary>To be added to both recorders.</summary>
    public IRecordSink Sink => held;

    /// <summary>Results in the order of the scenario.</summary>
    public IReadOnlyList<ExpectationResult> Finish(int deadLetters)
    {
        clock.Leaving -= held.Pass;
        var overTime = new Queue<ExpectationResult>(held.Finish(clock.GetUtcNow()));
        var atEnd = new Queue<ExpectationResult>(new ExpectationJudge(records, log.Named, deadLetters).Judge(expectations));
        return [.. expectations.Select(one => one.Held.Hold == Hold.End ? atEnd.Dequeue() : overTime.Dequeue())];
    }
}
