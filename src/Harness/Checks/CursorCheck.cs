using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A12: no cursor stands past a row that the engine was never given, and none stands in the future.</summary>
/// <remarks>
/// Everything up to a cursor's safe mark counts as seen and is never read again, so that such a row is lost. Judged are the Salesforce streams: of Marketo's
/// logs the records do not say which change an activity tells of, and Q1 and Q2 judge what came of them. Source: engine.md R4, A12.
/// </remarks>
internal sealed class CursorCheck(CheckSettings settings) : StateCheck("A12", "No cursor stands past a row that was never read")
{
    private const string SalesforceStream = "salesforce.";

    private readonly RowWatch watch = new(settings);

    public override void OnCommit(in CommitEntry entry) => watch.OnCommit(entry);

    public override void OnDelivered(in DeliveredEntry entry) => watch.OnDelivered(entry);

    public override void OnCall(in CallEntry entry) => watch.OnCall(entry);

    protected override void Judge(SystemsState end, EngineState engine)
    {
        var marks = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var cursor in engine.Cursors)
        {
            Examined++;
            if (cursor.SafeMark > end.At)
            {
                Violate($"The cursor of {cursor.Stream} stands {(cursor.SafeMark - end.At) / Micros.PerSecond} s after the end of the run", null, "cursor " + cursor.Stream);
            }

            if (cursor.Stream.StartsWith(SalesforceStream, StringComparison.Ordinal))
            {
                marks[cursor.Stream[SalesforceStream.Length..]] = cursor.SafeMark;
            }
        }

        if (marks.Count == 0)
        {
            Violate("The state has no cursor of a Salesforce stream", null);
        }

        Examined += watch.Changes;
        foreach (var row in watch.Due)
        {
            // The wire shows whole seconds: a change of the mark's own second is still read.
            if (marks.TryGetValue(row.Object, out var mark) && row.At / Micros.PerSecond < mark / Micros.PerSecond)
            {
                Violate($"The cursor stands {(mark - row.At) / Micros.PerSecond} s past its last change, which was never read", row.At, $"{row.Object} {row.Id}");
            }
        }
    }
}
