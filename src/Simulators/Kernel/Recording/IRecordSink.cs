namespace SfMarketo.Kernel.Recording;

/// <summary>Takes a simulator's three records as they are made: files, judges, meters.</summary>
/// <remarks>Called under the simulator's lock, in order. Implementations must not call back into the simulator.</remarks>
public interface IRecordSink
{
    void OnCall(in CallEntry entry);

    void OnCommit(in CommitEntry entry);

    void OnDelivered(in DeliveredEntry entry);
}
