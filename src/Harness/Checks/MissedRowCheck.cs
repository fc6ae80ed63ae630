namespace SfMarketo.Harness.Checks;

/// <summary>Q10: at the end the engine has been given the last change of each Salesforce row, each change of a person that it carries, and each form and click, however late they became visible; missed are none.</summary>
/// <remarks>
/// Rows that are given again change nothing: A10 and A11 judge that. Opens are not asked for. Only what happened a while before the end is due. Source: engine.md R4, R5, Q10.
/// </remarks>
internal sealed class MissedRowCheck(CheckSettings settings, ReadWatch reads) : Check("Q10", "Each row, person and activity that changed was read")
{
    protected override bool Applies => reads.Rows.Changes > 0 || reads.Log.Rows > 0;

    protected override void Judge(SystemsState end)
    {
        var dueUntil = end.At - (long)settings.Quiet.TotalMicroseconds;
        Examined += reads.Rows.Changes + reads.Log.Rows;
        foreach (var row in reads.Rows.Due.Concat(reads.Log.Due).Where(row => row.At <= dueUntil))
        {
            Violate(row.Object == RecordWords.Activity ? "Was never read" : row.Object == RecordWords.Person ? "A change of it was never read" : "Its last change was never read", row.At, $"{row.Object} {row.Id}");
        }
    }
}
