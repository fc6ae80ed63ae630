namespace SfMarketo.Kernel.Clocks;

/// <summary>Waiting on an injected clock.</summary>
public static class ClockWait
{
    /// <summary>Ends after the wait, rounded up to whole milliseconds: <c>Task.Delay</c> cuts the rest off, and a loop that waits for a rest of microseconds never ends.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="wait">How long; zero and less end at once.</param>
    /// <param name="cancellationToken">Gives the wait up.</param>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public static Task DelayAsync(this TimeProvider time, TimeSpan wait, CancellationToken cancellationToken) =>
        wait > TimeSpan.Zero ? Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), time, cancellationToken) : Task.CompletedTask;
}
