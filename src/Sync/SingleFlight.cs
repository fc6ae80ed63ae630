namespace SfMarketo.Sync;

/// <summary>Lets many callers share one running call. A caller that gives up leaves the call to the others.</summary>
internal sealed class SingleFlight<T>
{
    private readonly Lock _lock = new();
    private Task<T>? _running;

    public Task<T> RunAsync(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        TaskCompletionSource<T> mine;
        lock (_lock)
        {
            if (_running is not null)
            {
                return _running.WaitAsync(cancellationToken);
            }

            mine = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _running = mine.Task;
        }

        _ = FlyAsync(call, mine);
        return mine.Task.WaitAsync(cancellationToken);
    }

    private async Task FlyAsync(Func<Task<T>> call, TaskCompletionSource<T> result)
    {
        try
        {
            var value = await call();
            Land();
            result.SetResult(value);
        }
        catch (Exception failure) // passed on to every caller
        {
            Land();
            result.SetException(failure);
        }
    }

    private void Land()
    {
        lock (_lock)
        {
            _running = null;
        }
    }
}
