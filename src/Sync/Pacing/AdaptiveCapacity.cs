namespace SfMarketo.Sync.Pacing;

/// <summary>
/// Shares a limit with unknown neighbours: a refusal that our own count does not explain cuts our share to 70 %, each quiet minute gives a step back.
/// Refusals of calls that were permitted before the last cut belong to that cut and do not cut again.
/// </summary>
internal sealed class AdaptiveCapacity
{
    private readonly int _maximum;
    private readonly int _minimum;
    private readonly int _step;
    private readonly long _quietMinute;
    private long _changedAt;

    /// <param name="maximum">Our share when nobody is in the way.</param>
    /// <param name="minimum">Never less than this, or than the maximum.</param>
    /// <param name="step">What a quiet minute gives back.</param>
    /// <param name="quietMinute">A minute, in stamps.</param>
    public AdaptiveCapacity(int maximum, int minimum, int step, long quietMinute)
    {
        _maximum = Value = maximum;
        _minimum = Math.Min(minimum, maximum);
        _step = step;
        _quietMinute = quietMinute;
    }

    public int Value { get; private set; }

    public int Generation { get; private set; }

    public void Refused(int generation, long now)
    {
        if (generation < Generation)
        {
            return;
        }

        Value = Math.Max(_minimum, (int)(Value * 0.7));
        _changedAt = now;
        Generation++;
    }

    /// <summary>Gives back what the quiet minutes since the last change allow.</summary>
    public void Recover(long now)
    {
        while (Value < _maximum && now - _changedAt >= _quietMinute)
        {
            Value = Math.Min(_maximum, Value + _step);
            _changedAt += _quietMinute;
        }
    }
}
