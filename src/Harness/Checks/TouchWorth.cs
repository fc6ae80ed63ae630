using NodaTime;

namespace SfMarketo.Harness.Checks;

/// <summary>Which of one person's activities are worth a Task.</summary>
/// <remarks>
/// All forms; of the clicks in one mailing and day the first; so many a day at most. Which is the first, an engine can only know by what it has seen: one that a feed shows late
/// comes behind those that it showed before, whatever its date, and its Task is not taken back. So two orders count, by date and by the first time that it was given to the engine; where they
/// differ either's first may have the Task, and one of them has it. Days are those of the owner's zone; where a row had owners in several, a Task is demanded only when
/// every zone demands it, and allowed when one does. Source: engine.md R12 ("a late re-scan hits the same key"), practice.md 1.12.
/// </remarks>
internal sealed class TouchWorth
{
    private readonly IReadOnlyList<Touch> touches;
    private readonly DateTimeZone? zone;
    private readonly int perDay;
    private readonly List<HashSet<string>> ways = [];

    /// <param name="touches">By date.</param>
    /// <param name="zones">Of all owners that the person's rows had; not empty.</param>
    /// <param name="perDay">The most Tasks of a day.</param>
    public TouchWorth(IReadOnlyList<Touch> touches, IReadOnlyList<DateTimeZone> zones, int perDay)
    {
        touches = [.. touches.Where(touch => touch.Kind != TouchKind.Nothing)];
        (this.touches, this.perDay) = (touches, perDay);
        var given = touches.OrderBy(touch => touch.Given).ToList();
        var isLate = !given.SequenceEqual(touches);
        zone = isLate && zones.Count == 1 ? zones[0] : null;
        foreach (var one in zones)
        {
            ways.Add(In(one, touches));
            if (isLate)
            {
                ways.Add(In(one, given));
            }
        }

        Demanded = ways.Count == 0 ? [] : [.. ways[0]];
        foreach (var way in ways)
        {
            Demanded.IntersectWith(way);
            Allowed.UnionWith(way);
        }
    }

    /// <summary>Those that must have a Task, by guid.</summary>
    public HashSet<string> Demanded { get; }

    /// <summary>Those that may have one.</summary>
    public HashSet<string> Allowed { get; } = new(StringComparer.Ordinal);

    /// <summary>What is wrong with the Tasks that were made where the two orders leave a choice: a mailing's clicks of a day with none or several, a day with too many.</summary>
    /// <param name="made">Those that have one.</param>
    public IEnumerable<(Touch Last, string What)> Faults(HashSet<string> made)
    {
        if (zone is null)
        {
            yield break;
        }

        foreach (var clicks in touches.Where(touch => touch.Kind == TouchKind.Click).GroupBy(touch => (touch.Asset, Day: DayOf(touch, zone))))
        {
            var tasks = clicks.Count(touch => made.Contains(touch.Guid));
            if (tasks > 1)
            {
                yield return (clicks.Last(), $"{tasks} Tasks for the clicks in e-mail {clicks.Key.Asset} on {clicks.Key.Day}");
            }
            else if (tasks == 0 && ways.TrueForAll(way => clicks.Any(touch => way.Contains(touch.Guid))))
            {
                yield return (clicks.Last(), $"No Task for any of the clicks in e-mail {clicks.Key.Asset} on {clicks.Key.Day}");
            }
        }

        foreach (var day in touches.Where(touch => made.Contains(touch.Guid)).GroupBy(touch => DayOf(touch, zone)).Where(day => day.Count() > perDay))
        {
            yield return (day.Last(), $"{day.Count()} Tasks on {day.Key}, at most {perDay} a day");
        }
    }

    private HashSet<string> In(DateTimeZone zone, IReadOnlyList<Touch> inOrder)
    {
        var worth = new HashSet<string>(StringComparer.Ordinal);
        var clicked = new HashSet<(int Asset, LocalDate Day)>();
        var counts = new Dictionary<LocalDate, int>();
        foreach (var touch in inOrder)
        {
            var day = DayOf(touch, zone);
            if (touch.Kind == TouchKind.Click && !clicked.Add((touch.Asset, day)))
            {
                continue;
            }

            var count = counts.GetValueOrDefault(day);
            if (count < perDay)
            {
                counts[day] = count + 1;
                worth.Add(touch.Guid);
            }
        }

        return worth;
    }

    private static LocalDate DayOf(Touch touch, DateTimeZone zone) => Instant.FromUnixTimeTicks(touch.At * 10).InZone(zone).Date;
}
