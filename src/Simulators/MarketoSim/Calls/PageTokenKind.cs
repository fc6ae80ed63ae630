namespace SfMarketo.MarketoSim.Calls;

/// <summary>What a page token's number means.</summary>
internal enum PageTokenKind : byte
{
    /// <summary>A position in the activity log.</summary>
    Activity = 1,

    /// <summary>An instant, microseconds since 1970 UTC, from the paging token call.</summary>
    Date = 2,

    /// <summary>The last id of the page before, in lists ordered by id.</summary>
    AfterId = 3,

    /// <summary>A position in the activity log at which an empty page was given (sw:activities.emptyPages).</summary>
    ActivityAgain = 4,
}
