using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Hosting;

/// <summary>Passes an added instance's records on, its paths with its name before them, as the client sent them.</summary>
internal sealed class NamedSink(string name, IRecordSink sink) : IRecordSink
{
    public void OnCall(in CallEntry entry) => sink.OnCall(entry with { Path = $"/{name}{entry.Path}" });

    public void OnCommit(in CommitEntry entry) => sink.OnCommit(entry);

    public void OnDelivered(in DeliveredEntry entry) => sink.OnDelivered(entry);

    public void OnMessage(in MessageEntry entry) => sink.OnMessage(entry);
}
