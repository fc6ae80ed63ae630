namespace SfMarketo.Sync.Pacing;

/// <summary>Watches one family of endpoints: after failures in a row calls rest a little, after five it is taken to be down and only single probes pass.</summary>
/// <remarks>engine.md R11. While it is down nothing is tried in vain, what is wanted waits in the outbox, and its return is not met by everything at once. Thread-safe.</remarks>
public sealed class Breaker(TimeProvider time, Func<double> draw)
{
    /// <summary>Failures in a row at which the family is taken to be down.</summary>
    public const int OpensAt = 5;

    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FirstProbe = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestProbe = TimeSpan.FromSeconds(300);

    private readonly Lock gate = new();
    private int failures;
    private int probes;
    private long openings;
    private bool probing;
    private long restsUntil;

    /// <summary>Failures in a row so far.</summary>
    public int Failures
    {
        get
        {
            lock (gate)
            {
                return failures;
            }
        }
    }

    /// <summary>How often the family was taken to be down so far.</summary>
    public long Openings
    {
        get
        {
            lock (gate)
            {
                return openings;
            }
        }
    }

    /// <summary>True while only probes pass.</summary>
    public bool IsOpen => Failures >= OpensAt;

    /// <summary>How long it makes no sense to call, in whole milliseconds; zero: now. While a probe is under way that is until somebody should ask again.</summary>
    public TimeSpan Rest
    {
        get
        {
            lock (gate)
            {
                if (probing)
                {
                    return FirstProbe;
                }

                var left = failures == 0 ? 0 : restsUntil - time.GetTimestamp();
                return left <= 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(left * 1000.0 / time.TimestampFrequency));
            }
        }
    }

    /// <summary>Asks for a call. Who is let in says how it ended: <see cref="Answered"/>, <see cref="Failed"/> or <see cref="Left"/>.</summary>
    /// <param name="isProbe">True for the only call that passes while the family is down.</param>
    public bool TryEnter(out bool isProbe)
    {
        lock (gate)
        {
            isProbe = failures >= OpensAt;
            if (isProbe && (probing || time.GetTimestamp() < restsUntil))
            {
                return false;
            }

            probing |= isProbe;
            return true;
        }
    }

    /// <summary>An answer came that says nothing against the endpoint, an error about the content included.</summary>
    /// <returns>True when the family was down until now.</returns>
    public bool Answered()
    {
        lock (gate)
        {
            var wasOpen = failures >= OpensAt;
            (failures, probes, probing) = (0, 0, false);
            return wasOpen;
        }
    }

    /// <summary>The call failed in a way that speaks of an outage.</summary>
    /// <returns>Failures in a row, this one included.</returns>
    public int Failed(bool isProbe)
    {
        lock (gate)
        {
            if (failures >= OpensAt && !isProbe)
            {
                return failures; // sent before it opened: says nothing new
            }

            failures++;
            openings += failures == OpensAt ? 1 : 0;
            var rest = failures < OpensAt ? Backoff(failures, draw) : Min(FirstProbe * Math.Pow(2, Math.Min(probes++, 10)), LongestProbe);
            restsUntil = time.GetTimestamp() + (long)Math.Ceiling(rest.TotalSeconds * time.TimestampFrequency);
            probing &= !isProbe;
            return failures;
        }
    }

    /// <summary>The call ended without a word about the endpoint: it was cancelled, or something else failed before it was sent.</summary>
    public void Left(bool isProbe)
    {
        lock (gate)
        {
            probing &= !isProbe;
        }
    }

    /// <summary>Full jitter: a drawn part of 1, 2, 4 .. 60 seconds.</summary>
    internal static TimeSpan Backoff(int failures, Func<double> draw) => Min(TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures - 1, 10))), LongestRest) * draw();

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
