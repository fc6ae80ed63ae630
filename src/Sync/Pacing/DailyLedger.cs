using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace SfMarketo.Sync.Pacing;

/// <summary>
/// The day's quota of one Marketo instance. Every call sent is counted; as the day's quota runs low the less urgent lanes stop first
/// (80 % backfill, 90 % enrichment and audits, 95 % activities). After a 607 no call is admitted save one probe at each expected reset.
/// </summary>
/// <remarks>
/// The other lanes are never stopped by the count, only by a 607: the count may be too high (some refusals are free, quota may have been bought), and the vendor decides.
/// Not thread-safe by itself: <see cref="CallBudget"/> guards it; reading the properties is always safe.
/// </remarks>
public sealed class DailyLedger
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan CorrectEvery = TimeSpan.FromMinutes(15);
    private const int CorrectEveryCalls = 500;

    private readonly TimeProvider _time;
    private readonly PacingSettings _settings;
    private readonly Func<double> _jitter;
    private LocalDate _day;
    private DateTimeOffset _dayEnds;
    private DateTimeOffset _correctedAt;
    private int _callsAtCorrection;
    private bool _probing;

    /// <param name="time">The clock; quota days follow its UTC time.</param>
    /// <param name="settings">The size of the quota and the delays of probes.</param>
    /// <param name="jitter">Draws from [0, 1), seeded.</param>
    /// <param name="saved">What an earlier life knew; a snapshot of another day keeps only what was learned and whether the quota was spent.</param>
    public DailyLedger(TimeProvider time, PacingSettings settings, Func<double> jitter, LedgerSnapshot? saved = null)
    {
        (_time, _settings, _jitter) = (time, settings, jitter);
        var now = time.GetUtcNow();
        Reset = saved?.Reset ?? QuotaReset.Unlearned;
        (_day, _dayEnds) = QuotaCalendar.DayOf(now, Reset);
        _correctedAt = now;
        if (saved is not null)
        {
            (Calls, Neighbours) = saved.Day == Today ? (saved.Calls, saved.Neighbours) : (0, 0);
            Exhausted = saved.Exhausted;
            ResumesAt = saved.Exhausted ? saved.ResumesAt ?? now : null;
        }
    }

    /// <summary>The quota day, <c>yyyy-MM-dd</c>: the date in Central Time by the rule learned so far.</summary>
    public string Today => LocalDatePattern.Iso.Format(_day);

    /// <summary>Calls we sent today.</summary>
    public int Calls { get; private set; }

    /// <summary>Today's calls of other users of the instance, as of the last correction.</summary>
    public int Neighbours { get; private set; }

    /// <summary>Calls of all users today, as far as we know.</summary>
    public int Used => Calls + Neighbours;

    public int Limit => _settings.DailyCalls;

    /// <summary>True from a 607 to the first call that is taken again.</summary>
    public bool Exhausted { get; private set; }

    /// <summary>When the next probe is due, while <see cref="Exhausted"/>.</summary>
    public DateTimeOffset? ResumesAt { get; private set; }

    /// <summary>When the last exhausted state ended; the first minute after it is paced gently.</summary>
    public DateTimeOffset? ResumedAt { get; private set; }

    /// <summary>Probes sent since the quota ran out.</summary>
    public int Probes { get; private set; }

    /// <summary>The reset rule, once a summer reset was observed.</summary>
    public QuotaReset Reset { get; private set; }

    /// <summary>True when <c>stats/usage.json</c> should be read again: each 500 calls or 15 minutes.</summary>
    public bool CorrectionDue =>
        !Exhausted && (Calls - _callsAtCorrection >= CorrectEveryCalls || (_time.GetUtcNow() - _correctedAt >= CorrectEvery && Calls > _callsAtCorrection));

    public LedgerSnapshot Save() => new(Today, Calls, Neighbours, Exhausted, ResumesAt, Reset);

    /// <summary>Takes over what the vendor counted for all users. A stale number cannot lower ours.</summary>
    /// <param name="date">The day of the number, <c>yyyy-MM-dd</c>; another day than <see cref="Today"/> is ignored.</param>
    /// <param name="total">Calls of all users that day.</param>
    public void Correct(string date, int total)
    {
        Turn(_time.GetUtcNow());
        _correctedAt = _time.GetUtcNow();
        _callsAtCorrection = Calls;
        if (date == Today)
        {
            Neighbours = Math.Max(Neighbours, total - Calls);
        }
    }

    /// <summary>The share of the day's quota from which a lane stops; null when only a 607 stops it.</summary>
    public static double? StopsAt(Lane lane) => lane switch
    {
        Lane.Backfill => 0.80,
        Lane.Enrichment or Lane.Audit => 0.90,
        Lane.Activities => 0.95,
        _ => null,
    };

    internal Admission Admit(Lane lane)
    {
        var now = _time.GetUtcNow();
        Turn(now);
        if (Exhausted)
        {
            return !_probing && now >= ResumesAt ? Admission.Probe : Admission.Refused;
        }

        return StopsAt(lane) is { } share && Used >= share * Limit ? Admission.Refused : Admission.Granted;
    }

    internal void Sent(Admission admission)
    {
        Calls++;
        if (admission == Admission.Probe)
        {
            _probing = true;
            Probes++;
        }
    }

    internal void Ended(CallEnd end, string? code, bool probe)
    {
        if (end == CallEnd.NotSent)
        {
            Calls = Math.Max(0, Calls - 1);
        }

        if (probe)
        {
            _probing = false;
            ProbeEnded(end, code);
        }
        else if (code == "607" && !Exhausted)
        {
            Exhausted = true;
            Probes = 0;
            ResumesAt = AfterReset(QuotaCalendar.NextReset(_time.GetUtcNow(), Reset));
        }
    }

    /// <summary>The next instant at which <see cref="Admit"/> may answer otherwise without any call ending.</summary>
    internal DateTimeOffset? NextChange => !Exhausted ? _dayEnds : _probing ? null : ResumesAt;

    private void ProbeEnded(CallEnd end, string? code)
    {
        var now = _time.GetUtcNow();
        if (code == "607")
        {
            // Both documented instants first, then hourly; in winter the two are one.
            var next = AfterReset(QuotaCalendar.NextReset(now, QuotaReset.Unlearned));
            ResumesAt = next - now <= Hour + _settings.ProbeDelay + _settings.ProbeJitter ? next : now + Hour;
        }
        else if (end != CallEnd.ResponseRead || code is "601" or "602" or "604" or "606" or "608" or "611" or "614" or "615")
        {
            ResumesAt = now + _settings.ProbeDelay; // refused or lost before the quota was looked at
        }
        else
        {
            Resume(now);
        }
    }

    private void Resume(DateTimeOffset now)
    {
        var learned = QuotaCalendar.Learn(now, TimeSpan.FromMinutes(10));
        Reset = learned == QuotaReset.Unlearned ? Reset : learned;
        (_day, _dayEnds) = QuotaCalendar.DayOf(now, Reset);
        (Calls, Neighbours, _callsAtCorrection, _correctedAt) = (1, 0, 0, now); // the probe
        (Exhausted, ResumesAt, ResumedAt) = (false, null, now);
    }

    private void Turn(DateTimeOffset now)
    {
        if (now < _dayEnds)
        {
            return;
        }

        (_day, _dayEnds) = QuotaCalendar.DayOf(now, Reset);
        (Calls, Neighbours, _callsAtCorrection, _correctedAt) = (0, 0, 0, now);
    }

    private DateTimeOffset AfterReset(DateTimeOffset reset) => reset + _settings.ProbeDelay + (_jitter() * _settings.ProbeJitter);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Today}: {Used} of {Limit}{(Exhausted ? ", exhausted" : "")}");
}
