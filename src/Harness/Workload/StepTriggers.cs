using SfMarketo.Harness.Expectations;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Workload;

/// <summary>Steps that wait until something is so. Looked at whenever a record is made, never by the clock.</summary>
/// <remarks>A sink must not call back into its simulator, so what a record brings about happens right after it, at the same instant.</remarks>
public sealed class StepTriggers(IReadOnlyList<TimelineStep> timeline, IEndRecords records, Func<string, double> figure) : IRecordSink
{
    private readonly List<TimelineStep> waiting = [.. timeline.Where(step => step.Trigger is StepTrigger.Reached or StepTrigger.Rows)];
    private readonly HashSet<(string Sim, string Object)> touched = [];
    private TaskCompletionSource signal = NewSignal();

    /// <summary>Something that is no record has happened: a step was done, the engine died.</summary>
    public void Look()
    {
        if (waiting.Count > 0)
        {
            signal.TrySetResult();
        }
    }

    public void OnCall(in CallEntry entry)
    {
        // Requests and memberships make no commit of their own.
        touched.Add((entry.Sim, ""));
        Look();
    }

    public void OnCommit(in CommitEntry entry)
    {
        touched.Add((entry.Sim, entry.Object.ToLowerInvariant()));
        Look();
    }

    public void OnDelivered(in DeliveredEntry entry)
    {
        // Nothing is counted by what was read.
    }

    /// <summary>Hands out steps whose time has come until the run is over.</summary>
    internal async Task RunAsync(Action<TimelineStep> fire, CancellationToken cancellationToken)
    {
        touched.UnionWith(waiting.Select(step => step.Trigger).OfType<StepTrigger.Rows>().Select(rows => Key(rows.Count.Of)));
        while (waiting.Count > 0 && !cancellationToken.IsCancellationRequested)
        {
            foreach (var step in waiting.Where(Holds).ToList())
            {
                waiting.Remove(step);
                fire(step);
            }

            touched.Clear();
            await signal.Task.WaitAsync(cancellationToken);
            signal = NewSignal();
        }
    }

    private static (string Sim, string Object) Key(ScenarioObject of) =>
        (of.System, of == ScenarioObject.ListMember || of == ScenarioObject.ProgramMember || of == ScenarioObject.CampaignRequest ? "" : of.Name.ToLowerInvariant());

    private bool Holds(TimelineStep step) => step.Trigger switch
    {
        StepTrigger.Reached reached => reached.Is.Holds(figure(reached.Metric)),
        StepTrigger.Rows rows => touched.Contains(Key(rows.Count.Of)) && new ExpectationJudge(records, [], 0).Judge([rows.Count])[0].Passed,
        _ => false,
    };

    // Continuations run on the pool, never under the lock of a simulator.
    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
