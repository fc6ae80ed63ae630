using NodaTime;
using SfMarketo.Kernel.Quotas;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Limits;

/// <summary>The instance's three limits, which all its API users share: running calls, calls in a window, calls of a day.</summary>
/// <remarks>Source: Marketo REST API, "API limits". The order concurrency, rate, quota is unverified.</remarks>
internal sealed class InstanceLimits
{
    private readonly ConcurrencyGate gate;
    private MarketoSimOptions options;
    private CallWindow window;
    private readonly DayQuota quota;

    public InstanceLimits(MarketoSimOptions options, long at)
    {
        this.options = options;
        // The limit is looked at here, as it may change while calls run.
        gate = new ConcurrencyGate(int.MaxValue);
        window = new CallWindow(options.CallsPerWindow, TimeSpan.FromSeconds(options.WindowSeconds));
        quota = new DayQuota(options.CallsPerDay, options.QuotaResetZone);
        quota.Spend(at, options.CallsSpentToday);
    }

    public int Running => gate.Running;

    public int PeakRunning { get; private set; }

    public int PeakInWindow => window.Peak;

    /// <summary>Counted calls in the window that ends at <paramref name="at"/>.</summary>
    public int CallsInWindow(long at) => window.CountAt(at);

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

    /// <summary>Takes a slot, a place in the window and a call of the day; or names what is missing and takes nothing.</summary>
    public MarketoError? TryEnter(long at)
    {
        if (gate.Running >= options.ConcurrentCalls)
        {
            return MarketoErrors.ConcurrencyLimit(options.ConcurrentCalls);
        }

        if (window.FreeIn(at) > 0)
        {
            return MarketoErrors.RateLimit(options.CallsPerWindow, options.WindowSeconds);
        }

        if (!quota.TryTake(at))
        {
            return MarketoErrors.DailyQuota;
        }

        window.TryEnter(at);
        gate.TryEnter();
        PeakRunning = Math.Max(PeakRunning, gate.Running);
        return null;
    }

    /// <summary>Takes other limits; calls that were made before count to them too.</summary>
    public void Change(MarketoSimOptions changed)
    {
        if (changed.CallsPerWindow != options.CallsPerWindow || changed.WindowSeconds != options.WindowSeconds)
        {
            window = window.Resize(changed.CallsPerWindow, TimeSpan.FromSeconds(changed.WindowSeconds));
        }

        quota.Limit = changed.CallsPerDay;
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
        window.Count(at);
        quota.Spend(at, 1);
    }

    /// <summary>Spends calls of the day for a neighbour.</summary>
    public void Spend(long at, int calls) => quota.Spend(at, calls);
}
