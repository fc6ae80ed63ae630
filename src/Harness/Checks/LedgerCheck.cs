using NodaTime;
using NodaTime.Text;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>Q13: what the engine counted of its own Marketo calls of the last day is what the simulator counted.</summary>
/// <remarks>
/// Every call that was sent counts, refused ones too, sign-ins and second arrivals of one request do not; a call without a live token may be anybody's. Where the network loses calls the engine may have counted more. A life that was killed takes what
/// it counted last with it, so that then the count may be lower. Source: engine.md R2, Q13.
/// </remarks>
internal sealed class LedgerCheck(CheckSettings settings) : StateCheck("Q13", "The engine's count of the day's calls is the simulator's")
{
    private readonly DateTimeZone zone = DateTimeZoneProviders.Tzdb[settings.QuotaZone];
    private readonly Dictionary<LocalDate, long> calls = [];
    private readonly Dictionary<LocalDate, long> nobodys = [];
    private (LocalDate Date, long Starts, long Ends) day = (default, long.MaxValue, long.MinValue);

    public override void OnCall(in CallEntry entry)
    {
        if (entry.Sim != RecordWords.Marketo || entry.IsIdentity() || NetworkFates.IsAgain(entry.Fault))
        {
            return;
        }

        if (entry.IsEngine(settings))
        {
            var date = DayOf(entry.At);
            calls[date] = calls.GetValueOrDefault(date) + 1;
        }
        else if (entry.Client.Length == 0)
        {
            var date = DayOf(entry.At);
            nobodys[date] = nobodys.GetValueOrDefault(date) + 1;
        }
    }

    protected override void Judge(SystemsState end, EngineState engine)
    {
        if (engine.Ledger is not { } ledger || LocalDatePattern.Iso.Parse(ledger.Day) is not { Success: true, Value: var date })
        {
            Violate("The state has no count of a day's calls", null);
            return;
        }

        var seen = calls.GetValueOrDefault(date);
        Examined += seen;
        if (!settings.LosesCalls && ledger.Calls > seen + nobodys.GetValueOrDefault(date) + settings.AmbiguousOutcomes)
        {
            Violate($"Counted {ledger.Calls} calls on {ledger.Day}, {seen} arrived", null);
        }
        else if (ledger.Calls < seen && settings.EngineStarts == 1)
        {
            Violate($"Counted {ledger.Calls} calls on {ledger.Day}, and {seen} arrived", null);
        }
    }

    private LocalDate DayOf(long at)
    {
        if (at < day.Starts || at >= day.Ends)
        {
            var date = Instant.FromUnixTimeTicks(at * 10).InZone(zone).Date;
            day = (date, Micros(zone.AtStartOfDay(date)), Micros(zone.AtStartOfDay(date.PlusDays(1))));
        }

        return day.Date;

        static long Micros(ZonedDateTime moment) => moment.ToInstant().ToUnixTimeTicks() / 10;
    }
}
