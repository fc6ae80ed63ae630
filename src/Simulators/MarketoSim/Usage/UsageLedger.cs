using NodaTime;

namespace SfMarketo.MarketoSim.Usage;

/// <summary>Calls and errors by day, for the usage endpoints.</summary>
internal sealed class UsageLedger
{
    private readonly List<UsageDay> days = [];

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

        var place = day.Users.FindIndex(entry => entry.User == user);
        if (place < 0)
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
        if (days.Count == 0 || days[^1].Date != date)
        {
            days.Add(new UsageDay(date));
            if (days.Count > 7)
            {
                days.RemoveAt(0);
            }
        }

        return days[^1];
    }
}
