using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>Q10: at the end the engine has been given the last change of each Salesforce row, however late it became visible, and each form and click of people; missed are none.</summary>
/// <remarks>
/// Rows that are given again change nothing: A10 and A11 judge that. Opens are not asked for, and a click by a machine need not be. Only what happened a while
/// before the end is due. Source: engine.md R4, R5, Q10.
/// </remarks>
internal sealed class MissedRowCheck(CheckSettings settings) : Check("Q10", "Each row that changed, and each activity, was read")
{
    private const int FillOutForm = 2;
    private const int ClickEmail = 11;

    private readonly RowWatch watch = new(settings);
    private readonly Dictionary<string, long> activities = new(StringComparer.Ordinal);
    private readonly Dictionary<long, List<string>> reading = [];
    private long engineSince = long.MaxValue;

    protected override bool Applies => watch.Changes > 0 || activities.Count > 0 || Examined > 0;

    public override void OnCommit(in CommitEntry entry)
    {
        watch.OnCommit(entry);
        if (entry.Object == "Activity" && entry.TryNew("activityTypeId", out var type) && type is FillOutForm or ClickEmail && engineSince <= entry.At)
        {
            Examined++;
            activities[entry.Id] = entry.At;
        }
    }

    public override void OnDelivered(in DeliveredEntry entry)
    {
        watch.OnDelivered(entry);
        if (entry.Sim != RecordWords.Marketo || activities.Count == 0)
        {
            return;
        }

        foreach (var item in entry.Items)
        {
            if (item.Object == "Activity" && activities.ContainsKey(item.Id))
            {
                (reading.TryGetValue(entry.Call, out var ids) ? ids : reading[entry.Call] = []).Add(item.Id);
            }
        }
    }

    public override void OnCall(in CallEntry entry)
    {
        watch.OnCall(entry);
        if (!entry.IsEngine(settings))
        {
            if (entry.Sim == RecordWords.Marketo)
            {
                reading.Remove(entry.Call);
            }

            return;
        }

        engineSince = Math.Min(engineSince, entry.At);
        if (entry.Sim == RecordWords.Marketo && reading.Remove(entry.Call, out var ids) && entry.Status == 200)
        {
            ids.ForEach(id => activities.Remove(id));
        }
    }

    protected override void Judge(SystemsState end)
    {
        var dueUntil = end.At - (long)settings.Quiet.TotalMicroseconds;
        Examined += watch.Changes;
        foreach (var row in watch.Due.Where(row => row.At <= dueUntil))
        {
            Violate("Its last change was never read", row.At, $"{row.Object} {row.Id}");
        }

        foreach (var (id, at) in activities.Where(one => one.Value <= dueUntil).OrderBy(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal))
        {
            Violate("Was never read", at, "Activity " + id);
        }
    }
}
