using NodaTime;

namespace SfMarketo.MarketoSim.Usage;

/// <summary>Calls and errors by day, for the usage endpoints.</summary>
internal sealed class UsageLedger
{
    /// <summary>Of sw:usage.lag: five minutes, in microseconds.</summary>
    public const long Lag = 5L * 60 * 1_000_000;

    private const int Kept = 7;

    private readonly List<UsageDay> days = [];
    private readonly Queue<(long VisibleAt, Action Count)> late = [];

    /// <summary>Counts something so that readers see it later.</summary>
    public void CountLater(long visibleAt, Action count) => late.Enqueue((visibleAt, count));

    /// <summary>What is visible by now is counted; all of it when nothing is late any more.</summary>
    public void Settle(long now, bool all)
    {
        while (late.TryPeek(out var next) && (all || next.VisibleAt <= now))
        {
            late.Dequeue().Count();
        }
    }

    /// <summary>The last <paramref name="count"/> days up to <paramref name="today"/>, oldest first; quiet days too.</summary>
    public IEnumerable<UsageDay> Last(int count, LocalDate today)
    {
        for (var back = count - 1; back >= 0; back--)
        {
            var date = today.PlusDays(-back);
            yield return days.Find(day => day.Date == date) ?? new UsageDay(date);
        }
    }

    /// <param name="date">The quota's day.</param>
    /// <param name="user">Empty for a refused call without a live token: it is in the total only.</param>
    /// <param name="calls">How many.</param>
    public void Count(LocalDate date, string user, int calls = 1)
    {
        var day = Of(date);
        day.Total += calls;
        if (user.Length == 0)
        {
            return;
        }

        var place = 0;
        while (place < day.Users.Count && day.Users[place].User != user)
        {
            place++;
        }

        if (place == day.Users.Count)
        {
            day.Users.Add((user, calls));
        }
        else
        {
            day.Users[place] = (user, day.Users[place].Count + calls);
        }
    }

    public void CountError(LocalDate date, string code)
    {
        var day = Of(date);
        day.ErrorTotal++;
        day.Errors[code] = day.Errors.GetValueOrDefault(code) + 1;
    }

    private UsageDay Of(LocalDate date)
    {
        if (days.Count > 0 && days[^1].Date == date)
        {
            return days[^1];
        }

        var place = days.FindLastIndex(day => day.Date <= date);
        if (place < 0 || days[place].Date != date)
        {
            days.Insert(++place, new UsageDay(date));
            if (days.Count > Kept)
            {
                days.RemoveAt(0);
                place--;
            }
        }

        return days[Math.Max(place, 0)];
    }
}
