namespace SfMarketo.Sync.Salesforce;

/// <summary>Limits our calls at once, first come first served. Too many long ones halve it; each quiet minute gives one back.</summary>
internal sealed class SalesforceGate(TimeProvider time, int maximum)
{
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private int _capacity = maximum;
    private readonly int _maximum = maximum;
    private int _running;
    private long _changedAt;

    public Task EnterAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        lock (_lock)
        {
            if (_running < _capacity)
            {
                _running++;
                return Task.CompletedTask;
            }

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
            return WaitAsync(turn, cancellationToken);
        }
    }

    public void Leave(bool tooMany)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            if (tooMany)
            {
                (_capacity, _changedAt) = (Math.Max(1, _capacity / 2), now);
            }
            else if (_capacity < _maximum && now - _changedAt >= 60 * time.TimestampFrequency)
            {
                (_capacity, _changedAt) = (_capacity + 1, now);
            }

            _running--;
            while (_running < _capacity && _waiting.TryDequeue(out var next))
            {
                _running += next.TrySetResult() ? 1 : 0;
            }
        }
    }

    private static async Task WaitAsync(TaskCompletionSource turn, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.UnsafeRegister(static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), turn);
        await turn.Task;
    }
}
