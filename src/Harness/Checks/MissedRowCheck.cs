using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>Q10: at the end the engine has been given the last change of each Salesforce row, each change of a person that it carries, and each form and click, however late they became visible; missed are none.</summary>
/// <remarks>
/// Rows that are given again change nothing: A10 and A11 judge that. Opens are not asked for. Only what happened a while before the end is due. Source: engine.md R4, R5, Q10.
/// </remarks>
internal sealed class MissedRowCheck(CheckSettings settings) : Check("Q10", "Each row, person and activity that changed was read")
{
    private readonly RowWatch rows = new(settings);
    private readonly LogWatch log = new(settings);

    protected override bool Applies => rows.Changes > 0 || log.Rows > 0;

    public override void OnCommit(in CommitEntry entry)
    {
        rows.OnCommit(entry);
        log.OnCommit(entry);
    }

    public override void OnDelivered(in DeliveredEntry entry)
    {
        rows.OnDelivered(entry);
        log.OnDelivered(entry);
    }

    public override void OnCall(in CallEntry entry)
    {
        rows.OnCall(entry);
        log.OnCall(entry);
    }

    protected override void Judge(SystemsState end)
    {
        var dueUntil = end.At - (long)settings.Quiet.TotalMicroseconds;
        Examined += rows.Changes + log.Rows;
        foreach (var row in rows.Due.Concat(log.Due).Where(row => row.At <= dueUntil))
        {
            Violate(row.Object == RecordWords.Activity ? "Was never read" : row.Object == RecordWords.Person ? "A change of it was never read" : "Its last change was never read", row.At, $"{row.Object} {row.Id}");
        }
    }
}
