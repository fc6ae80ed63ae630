using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Traces;

/// <summary>What the records hold of one life: everything that is kept in memory of them.</summary>
internal sealed class LifeRecords
{
    /// <summary>Changes of its records and of what belongs to them, Salesforce's first.</summary>
    public List<CommitEntry> Commits { get; } = [];

    /// <summary>Deliveries of a version, the first of each client, with how often it came again.</summary>
    public List<Reading> Readings { get; } = [];

    public List<MessageEntry> Messages { get; } = [];

    /// <summary>Calls that named one of its ids or addresses and neither changed nor returned it.</summary>
    public List<CallEntry> Asked { get; } = [];

    /// <summary>The calls behind commits and readings, by simulator and number.</summary>
    public Dictionary<(string Sim, long Call), CallEntry> Calls { get; } = [];
}
