namespace SfMarketo.MarketoSim.Options;

/// <summary>Switch <c>limits.countRejected</c>: which refused calls count to the window and the day's quota. HTTP 413, 414 and 501 never do.</summary>
public enum CountRejected
{
    /// <summary>601, 602, 604, 605, 608 and 611 are free: they carry the star of "not counted" in Adobe's table.</summary>
    StarredFree,

    /// <summary>Every refused call counts.</summary>
    AllCount,

    /// <summary>No call that was refused before it ran counts.</summary>
    NoneCount,
}
