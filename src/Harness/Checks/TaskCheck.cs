using NodaTime;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>Q7: the engine's Tasks are exactly the activities that are worth one, on the row of whoever did it.</summary>
/// <remarks>
/// All forms; clicks by people, the first of a mailing and day; at most so many a person and day; days are those of the owner's zone. Where a row had owners
/// in several zones, a Task is demanded only when every zone demands it, and allowed when one does. Of people who were merged no Task is demanded.
/// Source: shared/reference/practice.md 1.12 and section 2, engine.md R12.
/// </remarks>
internal sealed class TaskCheck(CheckSettings settings) : Check("Q7", "Tasks are the activities that are worth one")
{
    private readonly TouchLog log = new();
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
        if (entry.At < goLive && entry.IsEngine(settings))
        {
            goLive = entry.At;
        }
    }

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
        var (demanded, allowed) = Worth(touches, zones.Of(rows.SelectMany(log.OwnersOf)), log.WasMerged(name));
        foreach (var touch in touches)
        {
            if (allowed.Contains(touch.Guid) && tasks.Remove(touch.Guid, out var made))
            {
                Examined++;
                if (row is not null && made.Who is not null && !rows.Contains(made.Who))
                {
                    Violate($"Activity {touch.Guid} of person {name} stands on {made.Who}, which is not this person's", made.At, "Task " + made.Task);
                }
            }
            else if (row is not null && demanded.Contains(touch.Guid))
            {
                Examined++;
                Violate($"Person {name} {(touch.Kind == TouchKind.Form ? "filled out form" : "clicked e-mail")} {touch.Asset}, and there is no Task", touch.At, "Activity " + touch.Guid);
            }
        }
    }

    /// <summary>Not before the engine's first start, by the whole seconds that Marketo shows; nor so long before the link that it was dropped.</summary>
    private bool IsInTime(Touch touch, long linkedSince)
    {
        var from = goLive == long.MaxValue ? startedAt : goLive;
        return touch.At / Micros.PerSecond >= from / Micros.PerSecond && linkedSince - touch.At <= (long)settings.UnlinkedKept.TotalMicroseconds;
    }

    private (HashSet<string> Demanded, HashSet<string> Allowed) Worth(List<Touch> touches, IReadOnlyList<DateTimeZone> zones, bool loose)
    {
        if (loose)
        {
            return ([], [.. touches.Where(touch => touch.Kind != TouchKind.Nothing).Select(touch => touch.Guid)]);
        }

        HashSet<string>? demanded = null;
        var allowed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var zone in zones)
        {
            var worth = WorthIn(zone, touches);
            allowed.UnionWith(worth);
            if (demanded is null)
            {
                demanded = worth;
            }
            else
            {
                demanded.IntersectWith(worth);
            }
        }

        return (demanded ?? [], allowed);
    }

    private HashSet<string> WorthIn(DateTimeZone zone, List<Touch> touches)
    {
        var worth = new HashSet<string>(StringComparer.Ordinal);
        var clicked = new HashSet<(int Asset, LocalDate Day)>();
        var counts = new Dictionary<LocalDate, int>();
        foreach (var touch in touches)
        {
            var day = Instant.FromUnixTimeTicks(touch.At * 10).InZone(zone).Date;
            if (touch.Kind == TouchKind.Nothing || (touch.Kind == TouchKind.Click && !clicked.Add((touch.Asset, day))))
            {
                continue;
            }

            var count = counts.GetValueOrDefault(day);
            if (count < settings.TasksPerDay)
            {
                counts[day] = count + 1;
                worth.Add(touch.Guid);
            }
        }

        return worth;
    }
}
