namespace SfMarketo.Kernel.Recording;

/// <summary>Takes a simulator's records as they are made: files, judges, meters.</summary>
/// <remarks>Called under the simulator's lock, in order. Implementations must not call back into the simulator.</remarks>
public interface IRecordSink
{
    void OnCall(in CallEntry entry);

    void OnCommit(in CommitEntry entry);

    void OnDelivered(in DeliveredEntry entry);

    /// <summary>Only a simulator that pushes messages has these; a sink that does not care leaves it out.</summary>
    void OnMessage(in MessageEntry entry)
    {
    }
}
