namespace SfMarketo.Sync.Flows.Engagement;

/// <summary>Which activities of a type become Tasks.</summary>
public enum EngagementMode
{
    /// <summary>None; the type is not even asked for.</summary>
    Off,

    /// <summary>Each.</summary>
    All,

    /// <summary>The first of a person on one asset and day, the day being the owner's.</summary>
    FirstPerAssetAndDay,

    /// <summary>None by itself: one Task per person and day counts them, made after the owner's day has ended.</summary>
    DailyDigest,
}
