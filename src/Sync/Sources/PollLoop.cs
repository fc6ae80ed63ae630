using SfMarketo.Sync.Effects;

namespace SfMarketo.Sync.Sources;

/// <summary>Asks a source at its interval. A failure is waited out with growing pauses; the source itself has lost nothing.</summary>
internal sealed class PollLoop(Func<CancellationToken, Task<CallFailure?>> read, TimeSpan interval, TimeProvider time, Func<double> draw)
{
    private const double Growth = 1.5;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly Bell bell = new();

    /// <summary>While nothing new is found the interval grows to this (engine.md R20); null: it does not.</summary>
    public TimeSpan? Longest { get; init; }

    /// <summary>True: the first read is made at the start, others wait for what it brings.</summary>
    public bool AtOnce { get; init; }

    /// <summary>True when the last read found nothing new.</summary>
    public Func<bool>? IsIdle { get; init; }

    /// <summary>A failure that ends the engine, or null.</summary>
    public CallFailure? Fatal { get; private set; }

    /// <summary>Why the last read failed; null when it did not.</summary>
    public CallFailure? Last { get; private set; }

    /// <summary>Endpoints that were down answer again: if the last read failed at them, the next one does not wait any longer.</summary>
    public void Wake(string family)
    {
        if (Last?.Endpoint == family)
        {
            bell.Ring();
        }
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Streams start apart, or all polls of a minute would fall on one instant.
        var apart = interval * draw();
        if (!AtOnce)
        {
            await Task.Delay(apart, time, cancellationToken);
        }

        var failures = 0;
        var present = interval;
        while (true)
        {
            var started = time.GetTimestamp();
            var failure = await read(cancellationToken);
            Last = failure;
            if (failure is { Action: ErrorAction.StopInstance or ErrorAction.StopLane })
            {
                Fatal = failure;
                return;
            }

            failures = failure is null ? 0 : failures + 1;
            present = Longest is { } longest && IsIdle?.Invoke() == true ? TimeSpan.FromTicks(Math.Min(longest.Ticks, (long)(present.Ticks * Growth))) : interval;
            var pause = failures == 0 ? present : TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, interval.TotalSeconds * Math.Pow(2, Math.Min(failures, 8) - 1) * (0.5 + draw() / 2)));
            var left = pause - time.GetElapsedTime(started);
            if (left > TimeSpan.Zero)
            {
                await bell.WaitAsync(left, time, cancellationToken);
            }
        }
    }
}
