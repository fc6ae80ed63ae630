using SfMarketo.Harness.Scenarios;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Expectations.OverTime;

/// <summary>Holds expectations over time against both systems' state, between the instants of the virtual clock: a call's commits are of one instant, so none is judged in its middle.</summary>
/// <remarks>As a sink it only marks what was written; rows are read when the clock moves on.</remarks>
public sealed class HeldJudge : IRecordSink
{
    private readonly IEndRecords records;
    private readonly Func<IReadOnlyList<NamedRecord>> names;
    private readonly Func<string, DateTimeOffset?> stepDone;
    private readonly long start;
    private readonly List<TrackedRows> tracked = [];
    private readonly List<(HeldVerdict Verdict, RowDeadlines? Deadlines, List<TrackedRows> Of)> held = [];
    private long now;
    private long nextEdge;
    private bool dirty = true;

    /// <param name="expectations">All of the scenario; those of the end are left to <see cref="ExpectationJudge"/>.</param>
    /// <param name="records">As seeded.</param>
    /// <param name="names">What the timeline has named so far.</param>
    /// <param name="stepDone">When a step, by its id or name, was done; null: not yet.</param>
    /// <param name="start">Of the run.</param>
    public HeldJudge(
        IReadOnlyList<Expectation> expectations, IEndRecords records, Func<IReadOnlyList<NamedRecord>> names, Func<string, DateTimeOffset?> stepDone, DateTimeOffset start)
    {
        ArgumentNullException.ThrowIfNull(expectations);
        this.records = records;
        this.names = names;
        this.stepDone = stepDone;
        this.start = Micros.From(start);
        now = this.start;
        foreach (var expectation in expectations.Where(one => one.Held.Hold != Hold.End))
        {
            Follow(expectation);
        }
    }

    public void OnCall(in CallEntry entry)
    {
    }

    public void OnCommit(in CommitEntry entry)
    {
        foreach (var rows in tracked)
        {
            dirty |= rows.Mark(entry);
        }
    }

    public void OnDelivered(in DeliveredEntry entry)
    {
    }

    /// <summary>The clock is about to move: whatever was written at <paramref name="from"/> stands until <paramref name="to"/>.</summary>
    public void Pass(DateTimeOffset from, DateTimeOffset to)
    {
        now = Micros.From(from);
        var next = Micros.From(to);
        if (held.Count > 0 && (dirty || next > nextEdge || AwaitedStep()))
        {
            Judge(next);
        }
    }

    /// <summary>The results, in the order of the scenario; the run is over.</summary>
    public IReadOnlyList<ExpectationResult> Finish(DateTimeOffset end)
    {
        now = Micros.From(end);
        if (held.Count == 0)
        {
            return [];
        }

        AwaitedStep();
        Judge(now + 1);
        var report = new HeldReport(start, now);
        foreach (var (verdict, _, _) in held)
        {
            verdict.Finish();
        }

        return [.. held.Select(one => report.Of(one.Verdict, one.Deadlines))];
    }

    private void Judge(long next)
    {
        if (dirty)
        {
            foreach (var rows in tracked)
            {
                rows.Refresh();
            }
        }

        nextEdge = long.MaxValue;
        foreach (var (verdict, _, of) in held)
        {
            if (dirty)
            {
                foreach (var rows in of)
                {
                    if (rows.Changes.Count > 0 || verdict.Watch is NamedWatch)
                    {
                        verdict.Watch.Apply(rows, now);
                    }
                }
            }

            verdict.Step(now, next);
            nextEdge = Math.Min(nextEdge, verdict.NextEdge);
        }

        dirty = false;
    }

    private bool AwaitedStep()
    {
        var found = false;
        foreach (var (verdict, _, _) in held)
        {
            if (verdict.WaitsFor is { } step && stepDone(step) is { } moment)
            {
                verdict.Begin(Micros.From(moment));
                found = true;
            }
        }

        return found;
    }

    private void Follow(Expectation expectation)
    {
        var deadlines = expectation.Held is { ForEachRow: true, Within: { } within } ? new RowDeadlines(within.Ticks / TimeSpan.TicksPerMicrosecond) : null;
        List<TrackedRows> of = [];
        Watch watch;
        switch (expectation)
        {
            case Expectation.Count count:
                of.Add(Track(count.Of));
                watch = new CountWatch(count, of[0]);
                break;
            case Expectation.Every every:
                of.Add(Track(every.Each));
                if (every.Of is not null && every.Of != every.Each)
                {
                    of.Insert(0, Track(every.Of));
                }

                watch = new EveryWatch(every, of[^1], every.Of is null ? null : of[0], deadlines, start);
                break;
            case Expectation.Named named:
                of.AddRange(new[] { ScenarioObject.Lead, ScenarioObject.Contact, ScenarioObject.Person, named.Of }.Distinct().Select(Track));
                watch = new NamedWatch(named, records, names);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(expectation), expectation, "is judged at the end only");
        }

        held.Add((new HeldVerdict(expectation, watch, deadlines, start), deadlines, of));
    }

    private TrackedRows Track(ScenarioObject of)
    {
        if (tracked.Find(rows => rows.Of == of) is { } known)
        {
            return known;
        }

        var rows = new TrackedRows(records, of);
        tracked.Add(rows);
        return rows;
    }
}
