using SfMarketo.Harness.Running;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Harness.Workload;

/// <summary>Does the steps of a timeline when their time comes: at moments, every so often, after others, when something is so.</summary>
internal sealed class TimelinePlayer
{
    private readonly IReadOnlyList<TimelineStep> timeline;
    private readonly WorkloadLog log;
    private readonly TimeProvider time;
    private readonly Func<TimelineStep, Draws, bool> play;
    private readonly Draws draws;
    private readonly List<Task> following = [];
    private readonly DateTimeOffset start;
    private readonly CancellationToken ended;
    private Exception? failure;

    /// <param name="timeline">In order of time.</param>
    /// <param name="log">Told of each step that was done.</param>
    /// <param name="time">The run's clock; now is its start.</param>
    /// <param name="draws">The workload's own.</param>
    /// <param name="play">Does a step; false when it could not be.</param>
    /// <param name="ended">The end of the run.</param>
    public TimelinePlayer(IReadOnlyList<TimelineStep> timeline, WorkloadLog log, TimeProvider time, Draws draws, Func<TimelineStep, Draws, bool> play, CancellationToken ended)
    {
        this.timeline = timeline;
        this.log = log;
        this.time = time;
        this.play = play;
        this.draws = draws;
        this.ended = ended;
        start = time.GetUtcNow();
    }

    /// <summary>Told after each step that was done.</summary>
    public Action? OnDone { get; set; }

    /// <param name="triggers">Steps that wait until something is so; null: there are none.</param>
    /// <param name="passages">Of the engine's seams; null: no engine lives.</param>
    public async Task PlayAsync(StepTriggers? triggers, Passages? passages)
    {
        foreach (var step in timeline)
        {
            if (step.Trigger is StepTrigger.Passage passage)
            {
                // Inside the passage: a kill there is a kill at that very instant.
                passages?.On(passage.Seam, passage.Nth, () => Fire(step, Own(step)));
            }
        }

        await Task.WhenAll(
        [
            PlayMomentsAsync(),
            .. timeline.Where(step => step.Trigger is StepTrigger.Every).Select(step => RepeatAsync(step, (StepTrigger.Every)step.Trigger!)),
            triggers?.RunAsync(step => Fire(step, Own(step)), ended) ?? Task.CompletedTask,
        ]);
        for (var place = 0; place < following.Count; place++)
        {
            await following[place];
        }

        if (failure is not null)
        {
            throw failure;
        }
    }

    private async Task PlayMomentsAsync()
    {
        var own = draws.Fork("timeline");
        foreach (var step in timeline.Where(step => step.Trigger is null))
        {
            await WaitUntilAsync(step.At);
            Fire(step, own);
        }
    }

    private async Task RepeatAsync(TimelineStep step, StepTrigger.Every every)
    {
        var own = Own(step);
        for (var at = every.From; at < every.Until; at += every.Period)
        {
            await WaitUntilAsync(at);
            Fire(step, own);
        }
    }

    private async Task FollowAsync(TimelineStep step, StepTrigger.After after)
    {
        await WaitUntilAsync(time.GetUtcNow() - start + after.Wait);
        Fire(step, Own(step));
    }

    private void Fire(TimelineStep step, Draws own)
    {
        // A step in a passage or after a record runs inside somebody else's work, where a failure of ours would be lost.
        try
        {
            if (ended.IsCancellationRequested || !play(step, own))
            {
                return;
            }
        }
        catch (Exception bug)
        {
            failure ??= bug;
            throw;
        }

        log.Done(new StepDone(step, time.GetUtcNow() - start));
        foreach (var next in timeline)
        {
            if (next.Trigger is StepTrigger.After after && step.IsNamed(after.Step))
            {
                following.Add(FollowAsync(next, after));
            }
        }

        OnDone?.Invoke();
    }

    private Draws Own(TimelineStep step) => draws.Fork(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"timeline.{step.Line}"));

    private Task WaitUntilAsync(TimeSpan offset) => Moments.WaitUntilAsync(time, start + offset, ended);
}
