using SfMarketo.Harness.Expectations;
using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Harness.Workload;

/// <summary>What the scenario's people did, and what they could not do.</summary>
public sealed class WorkloadLog
{
    private readonly long[] done = new long[BusinessEventWords.All.Count];
    private readonly long[] withoutTarget = new long[BusinessEventWords.All.Count];
    private readonly List<NamedRecord> named = [];
    private readonly List<string> missed = [];
    private readonly List<string> warnings = [];
    private readonly List<StepDone> steps = [];

    /// <summary>Records with a name, in the order in which they were made.</summary>
    public IReadOnlyList<NamedRecord> Named => named;

    /// <summary>Steps and loads that could not happen as written: each makes the run fail.</summary>
    public IReadOnlyList<string> Missed => missed;

    /// <summary>Only events that were due.</summary>
    public IReadOnlyList<EventCount> Events =>
    [
        .. BusinessEventWords.All
            .Select(words => new EventCount(words.Words, done[(int)words.Event], withoutTarget[(int)words.Event]))
            .Where(count => count.Done + count.WithoutTarget > 0),
    ];

    /// <summary>What could not be done and fails nobody, one sentence each.</summary>
    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>Each time that a step of the timeline was done, in order.</summary>
    public IReadOnlyList<StepDone> Steps => steps;

    /// <summary>How often a step was done, by its <c>id</c> or <c>as</c>.</summary>
    public int TimesDone(string name) => steps.Count(done => done.Step.IsNamed(name));

    internal void Done(StepDone step) => steps.Add(step);

    internal void Warn(string sentence) => warnings.Add(sentence);

    internal void Done(BusinessEvent one) => done[(int)one]++;

    internal void WithoutTarget(BusinessEvent one) => withoutTarget[(int)one]++;

    internal void Name(NamedRecord record) => named.Add(record);

    internal void Miss(string sentence) => missed.Add(sentence);
}
