namespace SfMarketo.Sync.Pacing;

/// <summary>A call that waits for its turn.</summary>
internal sealed class CallWaiter(Lane lane, TimeSpan serverTimeout, long arrival)
{
    // Continuations run on their own turn, never inside the budget's lock.
    private readonly TaskCompletionSource<CallPermit> _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Lane Lane { get; } = lane;

    public TimeSpan ServerTimeout { get; } = serverTimeout;

    public long Arrival { get; } = arrival;

    public CancellationTokenRegistration Registration { get; set; }

    public Task<CallPermit> Task => _turn.Task;

    public void Grant(CallPermit permit)
    {
        Registration.Unregister(); // not Dispose: it would wait for a callback that waits for our lock
        _turn.SetResult(permit);
    }

    public void Cancel(CancellationToken cancellationToken) => _turn.TrySetCanceled(cancellationToken);
}
