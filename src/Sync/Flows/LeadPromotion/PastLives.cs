namespace SfMarketo.Sync.Flows.LeadPromotion;

/// <summary>Tells which conversions a life before this one may have promoted without this state's knowing: the file may be a copy of an older one, or the power may have taken its last commits.</summary>
/// <remarks>
/// They are those that were in Salesforce when this life had first read its Leads up to the present. Later ones nobody else can have seen. All in Salesforce's time: the
/// engine's clock may be wrong.
/// </remarks>
internal sealed class PastLives
{
    private long? caughtUp;
    private long? known;

    /// <summary>The life begins.</summary>
    /// <param name="mark">SystemModstamp up to which this state has surely read the Leads, microseconds; null: it is new.</param>
    public void Begin(long? mark) => known = mark;

    /// <summary>The Leads were read up to the present for the first time.</summary>
    /// <param name="stamp">The newest SystemModstamp read, microseconds.</param>
    public void CaughtUp(long stamp) => caughtUp ??= stamp;

    /// <summary>True when a Lead of this stamp may have been promoted by an earlier life.</summary>
    public bool MayHaveSeen(long stamp) => caughtUp is not { } mark || stamp <= mark;

    /// <summary>When the earliest work may have been done of which this state does not know, microseconds.</summary>
    /// <param name="stamp">Of the Lead it was done for: it may have been edited since.</param>
    /// <param name="oldest">So long before its stamp the Lead may have been converted, where the state is new.</param>
    public long ForgottenSince(long stamp, TimeSpan oldest) => known is { } mark ? Math.Min(mark, stamp) : stamp - State.Micros.Of(oldest);
}
