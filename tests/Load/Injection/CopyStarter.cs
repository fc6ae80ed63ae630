namespace SfMarketo.Tests.Load.Injection;

/// <summary>Starts copies, counts those that run, and measures each.</summary>
internal sealed class CopyStarter(LoadPlan plan, TimeProvider time, LoadTally tally)
{
    private readonly long start = time.GetTimestamp();
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long number = -1;
    private int running = 1; // itself, until nothing more is started

    /// <summary>Since the start of the load.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(start);

    public TimeProvider Time => time;

    /// <summary>Starts the copy of an arrival, or counts it as missed when as many run as may.</summary>
    public void Arrive(TimeSpan due)
    {
        tally.Due();
        if (Volatile.Read(ref running) > plan.MaxCopies)
        {
            tally.Miss();
            return;
        }

        _ = RunAsync(due);
    }

    /// <param name="due">When it was meant to start: a late start is part of the latency that a caller would have seen.</param>
    public async Task RunAsync(TimeSpan due)
    {
        Interlocked.Increment(ref running);
        var started = Elapsed;
        LoadAnswer answer;
        try
        {
            answer = await plan.Step(Interlocked.Increment(ref number));
        }
        catch (Exception failure)
        {
            answer = new LoadAnswer(IsError: true, failure.GetType().Name, 0);
        }

        var ended = Elapsed;
        tally.End(answer, ended - due, ended - started);
        Leave();
    }

    /// <summary>Ends when the last copy has. Nothing may be started any more.</summary>
    public Task AllEndedAsync()
    {
        Leave();
        return idle.Task;
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref running) == 0)
        {
            idle.TrySetResult();
        }
    }
}
