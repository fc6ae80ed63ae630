namespace SfMarketo.Cli.Workers;

/// <summary>Plays many runs in some workers: each takes the next order when it has done one. A worker that failed is replaced.</summary>
/// <param name="start">Starts a worker.</param>
/// <param name="size">At most so many workers at once.</param>
internal sealed class WorkerPool(Func<IRunWorker> start, int size) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Stack<IRunWorker> idle = [];

    /// <summary>Plays all orders, the first ones first; ends when the last is over. Called again, it uses the workers that it has.</summary>
    /// <param name="orders">What to play.</param>
    /// <param name="answered">Told each result or failure as it comes, one at a time, in no order.</param>
    /// <param name="progress">Told how far a run is, one at a time.</param>
    /// <param name="cancellationToken">Ends all workers.</param>
    /// <exception cref="OperationCanceledException">The user gave up.</exception>
    public async Task PlayAsync(IReadOnlyList<RunOrder> orders, Action<RunOrder, WorkerLine> answered, Action<RunOrder, string> progress, CancellationToken cancellationToken)
    {
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(size, orders.Count)).Select(_ => WorkAsync()));

        async Task WorkAsync()
        {
            while (Take() is { } order)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var line = await PlayOneAsync(order, text => Tell(order, text), cancellationToken);
                lock (gate)
                {
                    answered(order, line);
                }
            }
        }

        RunOrder? Take()
        {
            lock (gate)
            {
                return next < orders.Count ? orders[next++] : null;
            }
        }

        void Tell(RunOrder order, string text)
        {
            lock (gate)
            {
                progress(order, text);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (idle.TryPop(out var worker))
        {
            await worker.DisposeAsync();
        }
    }

    private async Task<WorkerLine> PlayOneAsync(RunOrder order, Action<string> progress, CancellationToken cancellationToken)
    {
        var worker = Idle() ?? start();
        var isGood = false;
        try
        {
            var line = await worker.PlayAsync(order, progress, cancellationToken);
            isGood = line.Failure is null;
            return line;
        }
        finally
        {
            if (!isGood)
            {
                await worker.DisposeAsync();
            }
            else
            {
                lock (gate)
                {
                    idle.Push(worker);
                }
            }
        }
    }

    private IRunWorker? Idle()
    {
        lock (gate)
        {
            return idle.TryPop(out var worker) ? worker : null;
        }
    }
}
