namespace SfMarketo.Tests.Contract.Targets;

/// <summary>Keeps calls to a vendor's system below its limit of 100 in 20 seconds; some room is left for other users of the instance.</summary>
internal sealed class CallPace
{
    private const int Most = 80;

    private static readonly TimeSpan Span = TimeSpan.FromSeconds(20);

    private readonly Queue<DateTimeOffset> calls = [];

    /// <summary>One at a time: tests against another system do not run beside one another.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        var clock = TimeProvider.System;
        if (calls.Count == Most && Span - (clock.GetUtcNow() - calls.Dequeue()) is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait, clock, cancellation);
        }

        calls.Enqueue(clock.GetUtcNow());
    }
}
