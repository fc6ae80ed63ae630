using NodaTime;
using SfMarketo.Kernel.Quotas;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Limits;

/// <summary>The instance's three limits, which all its API users share: running calls, calls in a window, calls of a day.</summary>
/// <remarks>Source: Marketo REST API, "API limits". In which order they are met is unverified (sw:limits.order).</remarks>
internal sealed class InstanceLimits
{
    private readonly ConcurrencyGate gate;
    private MarketoSimOptions options;

    // Both count every call, so that the switch between them forgets none.
    private CallWindow sliding;
    private FixedWindow spans;
    private DayQuota quota;

    // Bytes of extracted files.
    private DayQuota volume;

    public InstanceLimits(MarketoSimOptions options, long at)
    {
        this.options = options;
        // The limit is looked at here, as it may change while calls run.
        gate = new ConcurrencyGate(int.MaxValue);
        sliding = new CallWindow(options.CallsPerWindow, TimeSpan.FromSeconds(options.WindowSeconds));
        spans = new FixedWindow(options.CallsPerWindow, TimeSpan.FromSeconds(options.WindowSeconds));
        quota = new DayQuota(options.CallsPerDay, options.ResetZone);
        quota.Spend(at, options.CallsSpentToday);
        volume = new DayQuota(options.ExportBytesPerDay, options.ResetZone);
    }

    public int Running => gate.Running;

    public int PeakRunning { get; private set; }

    public int PeakInWindow => sliding.Peak;

    /// <summary>Counted calls in the window that ends at <paramref name="at"/>, or in the fixed one around it.</summary>
    public int CallsInWindow(long at) => options.RateWindow == RateWindow.Fixed ? spans.CountAt(at) : sliding.CountAt(at);

    public int UsedToday(long at)
    {
        quota.Turn(at);
        return quota.Used;
    }

    /// <summary>The quota's calendar day.</summary>
    public LocalDate Today(long at)
    {
        quota.Turn(at);
        return quota.Day;
    }

    /// <summary>How long after <paramref name="at"/> the window has a place, microseconds; zero when it has one.</summary>
    public long RateFreeIn(long at) => options.RateWindow == RateWindow.Fixed ? spans.FreeIn(at) : sliding.FreeIn(at);

    /// <summary>When the day's calls come back, microseconds since 1970 UTC.</summary>
    public long QuotaResetAt(long at)
    {
        quota.Turn(at);
        return quota.DayEnds;
    }

    /// <summary>Takes a slot, a place in the window and a call of the day; or names what is missing and takes nothing.</summary>
    public MarketoError? TryEnter(long at)
    {
        if (Refusal(at) is { } refusal)
        {
            return refusal;
        }

        quota.TryTake(at);
        Count(at);
        gate.TryEnter();
        PeakRunning = Math.Max(PeakRunning, gate.Running);
        return null;
    }

    /// <summary>Takes other limits; calls that were made before count to them too.</summary>
    /// <param name="changed">The options.</param>
    /// <param name="at">Now, microseconds.</param>
    public void Change(MarketoSimOptions changed, long at)
    {
        if (changed.CallsPerWindow != options.CallsPerWindow || changed.WindowSeconds != options.WindowSeconds)
        {
            var length = TimeSpan.FromSeconds(changed.WindowSeconds);
            sliding = sliding.Resize(changed.CallsPerWindow, length);
            spans = sliding.Refill(new FixedWindow(changed.CallsPerWindow, length));
        }

        if (changed.ResetZone != options.ResetZone)
        {
            quota = quota.InZone(changed.ResetZone, at);
            volume = volume.InZone(changed.ResetZone, at);
        }

        quota.Limit = changed.CallsPerDay;
        volume.Limit = changed.ExportBytesPerDay;
        options = changed;
    }

    public void Leave() => gate.Leave();

    /// <summary>Whether a refusal counts as a call.</summary>
    public bool Counts(string code) => options.CountRejected switch
    {
        CountRejected.AllCount => true,
        CountRejected.NoneCount => false,
        _ => !MarketoErrors.IsStarred(code),
    };

    /// <summary>Counts a refused call to window and day.</summary>
    public void CountRefused(long at)
    {
        Count(at);
        quota.Spend(at, 1);
    }

    /// <summary>Whether the day's volume of extracts is used up.</summary>
    public bool IsVolumeSpent(long at)
    {
        volume.Turn(at);
        return volume.Used >= volume.Limit;
    }

    /// <summary>Spends bytes of the day's volume of extracts; the last file may go beyond it.</summary>
    public void SpendVolume(long at, int bytes) => volume.Spend(at, bytes);

    /// <summary>Spends calls of the day for a neighbour.</summary>
    public void Spend(long at, int calls) => quota.Spend(at, calls);

    private MarketoError? Refusal(long at) => options.LimitOrder switch
    {
        LimitOrder.ConcurrencyRateQuota => OfConcurrency() ?? OfRate(at) ?? OfQuota(at),
        LimitOrder.RateQuotaConcurrency => OfRate(at) ?? OfQuota(at) ?? OfConcurrency(),
        _ => OfQuota(at) ?? OfRate(at) ?? OfConcurrency(),
    };

    private MarketoError? OfConcurrency() => gate.Running >= options.ConcurrentCalls ? MarketoErrors.ConcurrencyLimit(options.ConcurrentCalls) : null;

    private MarketoError? OfRate(long at) => RateFreeIn(at) > 0 ? MarketoErrors.RateLimit(options.CallsPerWindow, options.WindowSeconds) : null;

    private MarketoError? OfQuota(long at) => UsedToday(at) >= quota.Limit ? MarketoErrors.DailyQuota : null;

    private void Count(long at)
    {
        sliding.Count(at);
        spans.Count(at);
    }
}
