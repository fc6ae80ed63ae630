using SfMarketo.Harness.Checks;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Records;

/// <summary>Writes order.txt: one letter a record, in the order in which both simulators made them, so that the files can be read again as one run; and tally.jsonl, when there is something to tally.</summary>
/// <remarks>Add one instance to both recorders. Letters are those of <see cref="RecordFile.All"/>; a line has 120.</remarks>
public sealed class RecordOrder : IRecordSink, IDisposable
{
    public const string FileName = "order.txt";

    private const int LineLength = 120;

    private readonly string tallyPath;
    private readonly RunTally tally;
    private readonly StreamWriter writer;
    private (int Restarts, (int Marketo, int Salesforce) Revocations, int Deaths, int Clocks) told;
    private int onLine;

    /// <param name="directory">The run's folder.</param>
    /// <param name="tally">What the judges of the run look at beside the records.</param>
    public RecordOrder(string directory, RunTally tally)
    {
        this.tally = tally;
        writer = new StreamWriter(Path.Combine(directory, FileName)) { NewLine = "\n" };
        tallyPath = Path.Combine(directory, TallyLine.FileName);

        // Made with the first line; one of an earlier run must not stay.
        File.Delete(tallyPath);
    }

    public void OnCall(in CallEntry entry) => Write(entry.Sim, RecordKind.Call);

    public void OnCommit(in CommitEntry entry) => Write(entry.Sim, RecordKind.Commit);

    public void OnDelivered(in DeliveredEntry entry) => Write(entry.Sim, RecordKind.Delivery);

    public void OnMessage(in MessageEntry entry) => Write(entry.Sim, RecordKind.Message);

    public void Dispose()
    {
        Tell();
        writer.Dispose();
    }

    private void Write(string sim, RecordKind kind)
    {
        Tell();
        Write(RecordFile.LetterOf(sim, kind));
    }

    /// <summary>Judges look at the tally when they see a record: what is new in it comes before that record.</summary>
    private void Tell()
    {
        var now = (tally.Restarts, Revocations: (tally.MarketoRevocations, tally.SalesforceRevocations), tally.Deaths.Count, tally.Clocks.Count);
        if (now == told)
        {
            return;
        }

        File.AppendAllText(tallyPath, new TallyLine(now.Restarts, now.Revocations, [.. tally.Deaths.Skip(told.Deaths)], [.. tally.Clocks.Skip(told.Clocks)]).Text + "\n");
        told = now;
        Write('T');
    }

    private void Write(char letter)
    {
        writer.Write(letter);
        if (++onLine == LineLength)
        {
            writer.Write('\n');
            onLine = 0;
        }
    }
}
