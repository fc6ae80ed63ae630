using SfMarketo.Kernel.Recording;

namespace SfMarketo.Tests.Contract.Hosting;

/// <summary>Keeps a simulator's records in memory.</summary>
public sealed class RecordList : IRecordSink
{
    public List<CallEntry> Calls { get; } = [];

    public List<CommitEntry> Commits { get; } = [];

    public List<DeliveredEntry> Delivered { get; } = [];

    public List<MessageEntry> Messages { get; } = [];

    public void OnCall(in CallEntry entry) => Calls.Add(entry);

    public void OnCommit(in CommitEntry entry) => Commits.Add(entry);

    public void OnDelivered(in DeliveredEntry entry) => Delivered.Add(entry);

    public void OnMessage(in MessageEntry entry) => Messages.Add(entry);
}
