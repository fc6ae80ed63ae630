using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Records;

/// <summary>Writes order.txt: one letter a record, in the order in which both simulators made them, so that the files can be read again as one run.</summary>
/// <remarks>Add one instance to both recorders. Letters are those of <see cref="RecordFile.All"/>; a line has 120.</remarks>
public sealed class RecordOrder : IRecordSink, IDisposable
{
    public const string FileName = "order.txt";

    private const int LineLength = 120;

    private readonly StreamWriter writer;
    private int onLine;

    /// <param name="directory">The run's folder.</param>
    public RecordOrder(string directory) => writer = new StreamWriter(Path.Combine(directory, FileName));

    public void OnCall(in CallEntry entry) => Write(entry.Sim, RecordKind.Call);

    public void OnCommit(in CommitEntry entry) => Write(entry.Sim, RecordKind.Commit);

    public void OnDelivered(in DeliveredEntry entry) => Write(entry.Sim, RecordKind.Delivery);

    public void OnMessage(in MessageEntry entry) => Write(entry.Sim, RecordKind.Message);

    public void Dispose() => writer.Dispose();

    private void Write(string sim, RecordKind kind)
    {
        writer.Write(RecordFile.LetterOf(sim, kind));
        if (++onLine == LineLength)
        {
            writer.Write('\n');
            onLine = 0;
        }
    }
}
