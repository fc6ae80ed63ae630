using NodaTime;
using NodaTime.Text;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>R12: a Task that the engine makes has the day of its activity in the owner's time zone, is completed, and belongs to the owner of the row it is on.</summary>
/// <remarks>
/// A queue or an inactive owner owns no Task: the engine's own user does. Where the row changed hands shortly before, either owner is right, and the day is that of
/// one of those who owned it between the activity and the Task. A Task that is no form's and no click's is Q7's. Source: shared/reference/practice.md section 2 (Engagement), engine.md R12.
/// </remarks>
internal sealed class TaskShapeCheck(CheckSettings settings) : Check("R12", "A Task has its activity's day, is completed and is the row owner's")
{
    private const int FillOutForm = 2;
    private const int ClickEmail = 11;

    // The engine remembers owners for so long, and a write takes its time.
    private readonly long remembered = (long)(settings.OwnersKept + TimeSpan.FromMinutes(1)).TotalMicroseconds;

    private readonly OwnerLog owners = new();
    private readonly Dictionary<string, (long At, string Person)> activities = new(StringComparer.Ordinal);
    private readonly List<Made> tasks = [];
    private bool any;

    protected override bool Applies => any;

    public override void Start(SystemsState state) => owners.Start(state);

    public override void OnCommit(in CommitEntry entry)
    {
        owners.OnCommit(entry);
        if (entry.Object == "Activity")
        {
            if (entry.TryNew("activityTypeId", out var type) && type is FillOutForm or ClickEmail)
            {
                activities[entry.Id] = (entry.At, entry.TryNew("personId", out var person) ? RecordWords.Text(person) : "");
            }
        }
        else if (entry.Object == RecordWords.Task && entry.Op == "create" && entry.IsEngine(settings))
        {
            any = true;
            OnTask(entry);
        }
    }

    protected override void Judge(SystemsState end)
    {
        var links = new LinkTable(end);
        var users = new OwnerZones(end.Users, settings.SalesforceClient);
        foreach (var task in tasks)
        {
            Examined++;
            if (task.Status != "Completed")
            {
                Say(task, $"Its Status is '{task.Status}', not 'Completed'");
            }

            var allowed = owners.Of(task.Who, task.At - remembered, task.At).Select(users.TaskOwner).OfType<string>().Distinct().ToList();
            if (allowed.Count > 0 && !allowed.Contains(task.Owner))
            {
                Say(task, $"Belongs to {task.Owner}, the owner of {task.Who} makes it {string.Join(" or ", allowed)}'s");
            }

            var zones = users.Of(links.EverRowsOf(task.Person).Append(task.Who).Order(StringComparer.Ordinal).SelectMany(row => owners.Of(row, task.ActivityAt - remembered, task.At)));
            var days = zones.Select(zone => LocalDatePattern.Iso.Format(Instant.FromUnixTimeTicks(task.ActivityAt * 10).InZone(zone).Date)).Distinct().ToList();
            if (!days.Contains(task.Day))
            {
                Say(task, $"Its ActivityDate is '{task.Day}', the activity happened on {string.Join(" or ", days)} by its owner's clock");
            }
        }
    }

    private void OnTask(in CommitEntry entry)
    {
        if (entry.TryNew(RecordWords.TaskKey, out var guid) && guid is string key && activities.Remove(key, out var activity))
        {
            tasks.Add(new Made(entry.Id, entry.At, entry.Call, activity.At, activity.Person, Text(entry, "WhoId"), Text(entry, "OwnerId"), Text(entry, "ActivityDate"), Text(entry, "Status")));
        }
    }

    private void Say(Made task, string what) => Violate(what, task.At, "Task " + task.Id, task.Call);

    private static string Text(in CommitEntry entry, string field) =>
        !entry.TryNew(field, out var value) ? "" : value is DateOnly day ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : RecordWords.Text(value);

    private sealed record Made(string Id, long At, long Call, long ActivityAt, string Person, string Who, string Owner, string Day, string Status);
}
