namespace SfMarketo.Harness.VirtualTime;

/// <summary>Runs work in virtual time: whenever nothing can make progress, the clock jumps to the next timer.</summary>
/// <remarks>
/// The pump is a global work item. The pool's only worker takes it up when its own queue is empty; when then nothing is pending at all,
/// the program is quiescent and a timer is fired. Continuations run one after another in the order in which they were queued,
/// those of libraries too: no scheduler or synchronization context of ours is involved (shared/reference/virtual-time.md).
/// </remarks>
public sealed class VirtualPump : IThreadPoolWorkItem
{
    private readonly VirtualClock clock;
    private readonly Func<Task> main;
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task? running;

    private VirtualPump(VirtualClock clock, Func<Task> main)
    {
        this.clock = clock;
        this.main = main;
    }

    /// <summary>Runs <paramref name="main"/> to its end, moving <paramref name="clock"/> as needed.</summary>
    /// <exception cref="InvalidOperationException">The pool has more than one worker, or everything waits and no timer is set.</exception>
    public static Task RunAsync(VirtualClock clock, Func<Task> main)
    {
        VirtualProcess.Require();
        var pump = new VirtualPump(clock, main);
        ThreadPool.UnsafeQueueUserWorkItem(pump, preferLocal: false);
        return pump.done.Task;
    }

    void IThreadPoolWorkItem.Execute()
    {
        try
        {
            running ??= main();
            if (running.IsCompleted)
            {
                Complete(running);
                return;
            }

            if (ThreadPool.PendingWorkItemCount == 0 && !clock.FireNext())
            {
                throw new InvalidOperationException(
                    "Virtual time stands still: work is unfinished, nothing is queued and no timer is set. Something waits for what only real time or a socket can bring.");
            }

            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
        catch (Exception failure)
        {
            done.TrySetException(failure);
        }
    }

    private void Complete(Task ended)
    {
        if (ended.Exception is { } failure)
        {
            done.TrySetException(failure.InnerExceptions);
        }
        else if (ended.IsCanceled)
        {
            done.TrySetCanceled();
        }
        else
        {
            done.TrySetResult();
        }
    }
}
