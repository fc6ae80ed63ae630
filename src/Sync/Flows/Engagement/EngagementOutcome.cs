namespace SfMarketo.Sync.Flows.Engagement;

/// <summary>What became of an activity. The names are in the state file's counts.</summary>
internal enum EngagementOutcome
{
    /// <summary>A Task is wanted.</summary>
    Task,

    /// <summary>It is counted in the day's digest.</summary>
    Digest,

    /// <summary>Its type's rule is off.</summary>
    Off,

    /// <summary>A machine's.</summary>
    Bot,

    /// <summary>From before the engine's first start.</summary>
    BeforeGoLive,

    /// <summary>Not the first of the person on this asset and day.</summary>
    NotFirst,

    /// <summary>The person has its Tasks of the day.</summary>
    OverCap,

    /// <summary>No Lead or Contact became known in time.</summary>
    Unlinked,

    /// <summary>Person or record are gone.</summary>
    Gone,
}
