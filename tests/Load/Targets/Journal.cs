using SfMarketo.Kernel.Recording;

namespace SfMarketo.Tests.Load.Targets;

/// <summary>Keeps a simulator's journal in memory.</summary>
internal sealed class Journal : IRecordSink
{
    public List<CallEntry> Calls { get; } = [];

    public void OnCall(in CallEntry entry) => Calls.Add(entry);

    public void OnCommit(in CommitEntry entry)
    {
        // Only calls are asked for.
    }

    public void OnDelivered(in DeliveredEntry entry)
    {
        // Only calls are asked for.
    }
}
