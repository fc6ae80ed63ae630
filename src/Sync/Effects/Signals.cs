namespace SfMarketo.Sync.Effects;

/// <summary>One wake-up bell for each kind of effect. A bell rung while nobody waits rings at the next wait.</summary>
internal sealed class Signals
{
    private readonly Bell[] bells = [.. Enumerable.Range(0, Enum.GetValues<EffectKind>().Max(kind => (int)kind) + 1).Select(_ => new Bell())];

    /// <summary>Bell of the inbox.</summary>
    public Bell Inbox => bells[0];

    private readonly bool[] blocked = new bool[Enum.GetValues<EffectKind>().Max(kind => (int)kind) + 1];

    public Bell this[EffectKind kind] => bells[(int)kind];

    /// <summary>Endpoints that were down answer again: whoever rests may go on.</summary>
    public void RingAll()
    {
        foreach (var bell in bells)
        {
            bell.Ring();
        }
    }

    /// <summary>This kind found what it wanted to send locked, and wants to hear of the next release.</summary>
    public void AwaitRelease(EffectKind kind) => blocked[(int)kind] = true;

    /// <summary>A call has ended: its keys are free.</summary>
    public void Released()
    {
        for (var kind = 0; kind < blocked.Length; kind++)
        {
            if (blocked[kind])
            {
                blocked[kind] = false;
                bells[kind].Ring();
            }
        }
    }
}

/// <summary>Wakes one waiter.</summary>
internal sealed class Bell
{
    private readonly Lock gate = new();
    private TaskCompletionSource? waiter;
    private bool rung;

    public void Ring()
    {
        lock (gate)
        {
            rung = true;
            waiter?.TrySetResult();
        }
    }

    /// <summary>Returns when rung, or after <paramref name="atMost"/>.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        TaskCompletionSource mine;
        lock (gate)
        {
            if (rung)
            {
                rung = false;
                return;
            }

            mine = waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        if (atMost == Timeout.InfiniteTimeSpan)
        {
            await mine.Task.WaitAsync(cancellationToken);
        }
        else
        {
            using var alarm = time.CreateTimer(static state => ((TaskCompletionSource)state!).TrySetResult(), mine, atMost, Timeout.InfiniteTimeSpan);
            await mine.Task.WaitAsync(cancellationToken);
        }

        lock (gate)
        {
            rung = false;
            waiter = null;
        }
    }
}
