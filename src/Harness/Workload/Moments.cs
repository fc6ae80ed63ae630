using SfMarketo.Kernel.Clocks;

namespace SfMarketo.Harness.Workload;

/// <summary>Waits for instants.</summary>
internal static class Moments
{
    public static async Task WaitUntilAsync(TimeProvider time, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        // Timers may fire early: look at the clock again.
        for (var wait = moment - time.GetUtcNow(); wait > TimeSpan.Zero; wait = moment - time.GetUtcNow())
        {
            await time.DelayAsync(wait, cancellationToken);
        }
    }
}
