using SfMarketo.Kernel.Recording;

namespace SfMarketo.Tests.Virtual;

/// <summary>Keeps what the simulators recorded of calls and commits.</summary>
internal sealed class CallLog : IRecordSink
{
    public List<CallEntry> Calls { get; } = [];

    public List<CommitEntry> Commits { get; } = [];

    public void OnCall(in CallEntry entry) => Calls.Add(entry);

    public void OnCommit(in CommitEntry entry) => Commits.Add(entry);

    public void OnDelivered(in DeliveredEntry entry)
    {
        // No story asks what was read.
    }
}
