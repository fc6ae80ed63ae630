using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>Q7: the engine's Tasks are exactly the activities that are worth one, on the row of whoever did it.</summary>
/// <remarks>
/// All forms; clicks by people, the first of a mailing and day; at most so many a person and day: <see cref="TouchWorth"/>. Of people who were merged no Task is
/// demanded. Source: shared/reference/practice.md 1.12 and section 2, engine.md R12.
/// </remarks>
internal sealed class TaskCheck(CheckSettings settings) : Check("Q7", "Tasks are the activities that are worth one")
{
    private readonly TouchLog log = new(settings);
    private readonly Dictionary<string, (string Task, string? Who, long At)> tasks = new(StringComparer.Ordinal);
    private long startedAt;
    private long goLive = long.MaxValue;

    protected override bool Applies => Examined > 0;

    public override void Start(SystemsState state)
    {
        startedAt = state.At;
        log.Start(state);
    }

    public override void OnCall(in CallEntry entry)
    {
        log.OnCall(entry);
        if (entry.At < goLive && entry.IsEngine(settings))
        {
            goLive = entry.At;
        }
    }

    public override void OnDelivered(in DeliveredEntry entry) => log.OnDelivered(entry);

    public override void OnCommit(in CommitEntry entry)
    {
        if (entry.Object != RecordWords.Task)
        {
            log.OnCommit(entry);
        }
        else if (entry.IsEngine(settings) && entry.TryNew(RecordWords.TaskKey, out var guid) && guid is string key)
        {
            tasks.TryAdd(key, (entry.Id, entry.TryNew("WhoId", out var who) ? who as string : null, entry.At));
        }
    }

    protected override void Judge(SystemsState end)
    {
        var links = new LinkTable(end);
        var zones = new OwnerZones(end.Users, settings.SalesforceClient);
        foreach (var id in log.People)
        {
            JudgePerson(links, zones, id);
        }

        foreach (var (guid, (task, _, at)) in tasks.OrderBy(task => task.Value.At).ThenBy(task => task.Key, StringComparer.Ordinal))
        {
            Examined++;
            Violate($"Made for '{guid}', which is no activity that is worth a Task", at, "Task " + task);
        }
    }

    /// <summary>Takes the person's good Tasks out of <see cref="tasks"/>.</summary>
    private void JudgePerson(LinkTable links, OwnerZones zones, int id)
    {
        var name = RecordWords.Text(id);
        if (log.LinkedSince(name) is not { } linkedSince)
        {
            return;
        }

        var person = links.Person(name);
        var row = person is { Live: true } && !log.WasMerged(name) ? links.RowOf(person) : null;
        var rows = links.EverRowsOf(name);
        var touches = log.Of(id).Where(touch => IsInTime(touch, linkedSince)).ToList();
        var worth = log.WasMerged(name) ? null : new TouchWorth(touches, zones.Of(rows.SelectMany(log.OwnersOf)), settings.TasksPerDay);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var touch in touches)
        {
            if ((worth?.Allowed.Contains(touch.Guid) ?? touch.Kind != TouchKind.Nothing) && tasks.Remove(touch.Guid, out var made))
            {
                Examined++;
                done.Add(touch.Guid);
                if (row is not null && made.Who is not null && !rows.Contains(made.Who))
                {
                    Violate($"Activity {touch.Guid} of person {name} stands on {made.Who}, which is not this person's", made.At, "Task " + made.Task);
                }
            }
            else if (row is not null && worth?.Demanded.Contains(touch.Guid) == true)
            {
                Examined++;
                Violate($"Person {name} {(touch.Kind == TouchKind.Form ? "filled out form" : "clicked e-mail")} {touch.Asset}, and there is no Task", touch.At, "Activity " + touch.Guid);
            }
        }

        foreach (var (last, what) in row is null ? [] : worth?.Faults(done) ?? [])
        {
            Violate($"Person {name}: {what}", last.At, "Activity " + last.Guid);
        }
    }

    /// <summary>Not before the engine's first start, by the whole seconds that Marketo shows; nor so long before the link that it was dropped.</summary>
    private bool IsInTime(Touch touch, long linkedSince)
    {
        var from = goLive == long.MaxValue ? startedAt : goLive;
        return touch.At / Micros.PerSecond >= from / Micros.PerSecond && linkedSince - touch.At <= (long)settings.UnlinkedKept.TotalMicroseconds;
    }
}
