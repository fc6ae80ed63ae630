namespace SfMarketo.Sync.Pacing;

/// <summary>The right to send one request. Must be completed exactly once, after the response body was read or the call was given up; further completions do nothing.</summary>
public sealed class CallPermit
{
    private readonly CallBudget _budget;
    private int _completed;

    internal CallPermit(CallBudget budget, Lane lane, TimeSpan serverTimeout, bool probe, int generation)
    {
        _budget = budget;
        Lane = lane;
        ServerTimeout = serverTimeout;
        IsProbe = probe;
        Generation = generation;
    }

    public Lane Lane { get; }

    /// <summary>How long the server itself may work on this call.</summary>
    public TimeSpan ServerTimeout { get; }

    /// <summary>True for the one call that asks whether the day's quota is open again.</summary>
    public bool IsProbe { get; }

    internal int Generation { get; }

    /// <param name="end">What is known of the call.</param>
    /// <param name="code">The response-level error code of the answer, such as 606; null when there was none.</param>
    public void Complete(CallEnd end, string? code)
    {
        if (Interlocked.Exchange(ref _completed, 1) == 0)
        {
            _budget.Completed(this, end, code);
        }
    }
}
