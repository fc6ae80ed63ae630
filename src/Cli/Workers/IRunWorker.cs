namespace SfMarketo.Cli.Workers;

/// <summary>Plays one run after another, in a process of its own.</summary>
internal interface IRunWorker : IAsyncDisposable
{
    /// <summary>Plays a run to its end. A worker that failed once is not asked again.</summary>
    /// <param name="order">What to play.</param>
    /// <param name="progress">Told now and then how far the run is.</param>
    /// <param name="cancellationToken">Ends the worker at once.</param>
    /// <returns>A line with a result or a failure.</returns>
    /// <exception cref="OperationCanceledException">The user gave up.</exception>
    Task<WorkerLine> PlayAsync(RunOrder order, Action<string> progress, CancellationToken cancellationToken);
}
