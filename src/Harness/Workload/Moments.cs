namespace SfMarketo.Harness.Workload;

/// <summary>Waits for instants.</summary>
internal static class Moments
{
    public static async Task WaitUntilAsync(TimeProvider time, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        // Timers may fire early: look at the clock again. Task.Delay cuts off what is below a millisecond, so it is rounded up,
        // or a wait of microseconds would come back at once for ever.
        for (var wait = moment - time.GetUtcNow(); wait > TimeSpan.Zero; wait = moment - time.GetUtcNow())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), time, cancellationToken);
        }
    }
}
