namespace SfMarketo.Harness.Scenarios;

/// <summary>What of the engine's state file a crash leaves.</summary>
public enum KeptState
{
    /// <summary>All of it: the process died, the machine did not.</summary>
    Kept,

    /// <summary>The end of the write-ahead log is gone, cut in the middle of a page: the power failed before the last commits were on the disk. With full durability only what was not acknowledged yet is gone.</summary>
    Torn,

    /// <summary>A copy that was taken some time before, as a backup is.</summary>
    Older,
}
