namespace SfMarketo.Sync.Pacing;

/// <summary>When an instance's day begins. Marketo's pages say both "midnight Central Time" and "12:00 AM CST", an hour apart in summer.</summary>
public enum QuotaReset
{
    /// <summary>Not seen yet: the earlier of the two is tried first.</summary>
    Unlearned,

    /// <summary>00:00 in America/Chicago, daylight saving included.</summary>
    ChicagoMidnight,

    /// <summary>00:00 at UTC-6 all year: 06:00 UTC.</summary>
    FixedCst,
}
