using SfMarketo.Kernel.Faults;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>What faults do to all that one call or one doing of a person writes: how far the vendor's clock is off, and how late the feeds see it.</summary>
internal sealed class WriteConditions
{
    private Lateness? lateness;
    private long skew;

    /// <summary>These hold until the scope ends. Under the instance's gate.</summary>
    public Scope During(Lateness? lateness, long skew)
    {
        (this.lateness, this.skew) = (lateness, skew);
        return new Scope(this);
    }

    /// <summary>What the vendor's clock shows at an instant, microseconds: in stamps and activity dates. Our own records have the true time.</summary>
    public long Shown(long at) => at + skew;

    /// <summary>When the feeds see the next activity; null for at once.</summary>
    public long? NextVisibleAt(long at) => at + lateness?.NextMicros();

    internal readonly ref struct Scope(WriteConditions conditions)
    {
        public void Dispose() => (conditions.lateness, conditions.skew) = (null, 0);
    }
}
