namespace SfMarketo.Tests.Load.Injection;

/// <summary>One timer that walks through the arrivals of a shape. It never waits for a copy.</summary>
internal sealed class ArrivalTimer : IDisposable
{
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    private readonly IEnumerator<TimeSpan> arrivals;
    private readonly CopyStarter copies;
    private readonly CancellationToken cancellationToken;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer timer;
    private readonly TimeSpan end;
    private bool more;

    public ArrivalTimer(LoadShape shape, CopyStarter copies, CancellationToken cancellationToken)
    {
        this.copies = copies;
        this.cancellationToken = cancellationToken;
        end = shape.Length;
        arrivals = shape.Arrivals().GetEnumerator();
        more = arrivals.MoveNext();
        timer = copies.Time.CreateTimer(static state => ((ArrivalTimer)state!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Arm();
    }

    /// <summary>Ends with the shape's last moment.</summary>
    public Task Ended => ended.Task;

    public void Dispose()
    {
        timer.Dispose();
        arrivals.Dispose();
    }

    private void Fire()
    {
        try
        {
            while (more && arrivals.Current <= copies.Elapsed && !cancellationToken.IsCancellationRequested)
            {
                copies.Arrive(arrivals.Current);
                more = arrivals.MoveNext();
            }

            if ((!more && copies.Elapsed >= end) || cancellationToken.IsCancellationRequested)
            {
                ended.TrySetResult();
                return;
            }

            Arm();
        }
        catch (Exception bug)
        {
            ended.TrySetException(bug);
        }
    }

    private void Arm()
    {
        var wait = (more ? arrivals.Current : end) - copies.Elapsed;

        // The system's timers know whole milliseconds and cut the rest off: a wait of less than one would spin.
        var least = copies.Time == TimeProvider.System ? Millisecond : TimeSpan.Zero;
        timer.Change(wait < least ? least : wait, Timeout.InfiniteTimeSpan);
    }
}
