namespace SfMarketo.Kernel.Recording;

/// <summary>Takes a simulator's records as they are made: files, judges, meters.</summary>
/// <remarks>Called under the simulator's lock, in order. Implementations must not call back into the simulator.</remarks>
public interface IRecordSink
{
    /// <summary>False for a sink that passes over commits: a simulator without any other spares itself the trouble of putting them together.</summary>
    bool TakesCommits => true;

    /// <summary>The same for deliveries.</summary>
    bool TakesDeliveries => true;

    void OnCall(in CallEntry entry);

    void OnCommit(in CommitEntry entry);

    void OnDelivered(in DeliveredEntry entry);

    /// <summary>Only a simulator that pushes messages has these; a sink that does not care leaves it out.</summary>
    void OnMessage(in MessageEntry entry)
    {
    }
}
