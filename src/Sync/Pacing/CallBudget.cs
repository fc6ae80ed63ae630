namespace SfMarketo.Sync.Pacing;

/// <summary>
/// Every physical call to one Marketo instance takes its permit here, whichever flow, tenant or credential it is for. A permit is granted when
/// the call window, the concurrency gate and the day's ledger all allow it, in the order of lane and arrival.
/// </summary>
/// <remarks>Thread-safe. Grants happen in the caller, in a completion or in a timer; each re-reads the clock, so a timer that fires early grants nothing.</remarks>
public sealed partial class CallBudget : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly PacingSettings _settings;
    private readonly CallWindow _window;
    private readonly ConcurrencyGate _gate;
    private readonly AdaptiveCapacity _windowShare;
    private readonly AdaptiveCapacity _gateShare;
    private readonly LaneQueues _waiting;
    private readonly Func<Lane, bool> _admitted;
    private readonly ITimer _timer;
    private long _pausedUntil = long.MinValue;
    private bool _pausedForSlot;

    /// <param name="time">The clock of everything here.</param>
    /// <param name="settings">Limits and our share.</param>
    /// <param name="jitter">Draws from [0, 1) for probes of the daily quota, seeded.</param>
    /// <param name="ledger">The ledger of an earlier life, if there was one.</param>
    public CallBudget(TimeProvider time, PacingSettings settings, Func<double> jitter, LedgerSnapshot? ledger = null)
    {
        (_time, _settings) = (time, settings);
        _window = new CallWindow(time, settings.Tokens, settings.Window);
        _gate = new ConcurrencyGate(time, settings.Permits);
        var minute = time.Stamps(TimeSpan.FromMinutes(1));
        _windowShare = new AdaptiveCapacity(settings.Tokens, minimum: 20, step: 5, minute);
        _gateShare = new AdaptiveCapacity(settings.Permits, minimum: 2, step: 1, minute);
        _waiting = new LaneQueues(time.Stamps(settings.StarvedAfter));
        Ledger = new DailyLedger(time, settings, jitter, ledger);
        _admitted = Admitted;
        _timer = time.CreateTimer(static state => ((CallBudget)state!).Fired(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public DailyLedger Ledger { get; }

    /// <summary>Calls permitted so far, less those that turned out not to have been sent.</summary>
    public long Sent { get; private set; }

    /// <summary>Permits out now.</summary>
    public int InFlight => _gate.Held;

    public int PeakInFlight { get; private set; }

    /// <summary>Calls that had to wait for their permit.</summary>
    public long Waits { get; private set; }

    public int Waiting => _waiting.Count;

    /// <summary>Our present share of the window, lower than the setting after unexplained 606.</summary>
    public int WindowCapacity => _windowShare.Value;

    /// <summary>Our present share of the concurrent calls, lower than the setting after unexplained 615.</summary>
    public int GateCapacity => _gateShare.Value;

    public int WaitingIn(Lane lane)
    {
        lock (_lock)
        {
            return _waiting.CountOf(lane);
        }
    }

    /// <summary>Waits for the right to send one call. Send at once and complete the permit in every case.</summary>
    /// <param name="lane">The priority of the call.</param>
    /// <param name="serverTimeout">The endpoint's documented server time-out: how long a call we gave up on may go on at the server.</param>
    /// <param name="cancellationToken">Gives up the place in the queue.</param>
    public ValueTask<CallPermit> AcquireAsync(Lane lane, TimeSpan serverTimeout, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<CallPermit>(cancellationToken);
        }

        lock (_lock)
        {
            var now = _time.GetTimestamp();
            if (_waiting.Count == 0 && TryGrant(lane, serverTimeout, starved: false, now) is { } permit)
            {
                return new(permit);
            }

            var waiter = new CallWaiter(lane, serverTimeout, now);
            var node = _waiting.Add(waiter);
            Pump(now);
            if (node.List is not null)
            {
                Waits++;
                waiter.Registration = cancellationToken.UnsafeRegister((state, token) => Abandon((LinkedListNode<CallWaiter>)state!, token), node);
            }

            return new(waiter.Task);
        }
    }

    /// <summary>
    /// For a restart after a crash: the life before may have sent a full window of calls until this very moment, and they may still be running.
    /// </summary>
    /// <param name="executing">How long its calls may go on at the server; the longest server time-out in use to be sure.</param>
    public void AssumePastLife(TimeSpan executing)
    {
        lock (_lock)
        {
            var now = _time.GetTimestamp();
            _window.AssumeUsed(now);
            _gate.AssumeUsed(now + _time.Stamps(executing));
        }
    }

    public void Dispose() => _timer.Dispose();

    internal void Completed(CallPermit permit, CallEnd end, string? code)
    {
        lock (_lock)
        {
            var now = _time.GetTimestamp();
            _window.Return(end, permit.ServerTimeout);
            _gate.Return(end, permit.ServerTimeout);
            var wasExhausted = Ledger.Exhausted;
            Ledger.Ended(end, code, permit.IsProbe);
            if (wasExhausted && !Ledger.Exhausted)
            {
                _waiting.Restart(now);
            }

            Sent -= end == CallEnd.NotSent ? 1 : 0;
            Adapt(permit, end, code, now);
            if (_waiting.Count > 0)
            {
                Pump(now);
            }
        }
    }

    private void Abandon(LinkedListNode<CallWaiter> node, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_waiting.Remove(node))
            {
                node.Value.Cancel(cancellationToken);
            }
        }
    }

    private void Fired()
    {
        lock (_lock)
        {
            Pump(_time.GetTimestamp());
        }
    }

    private void Adapt(CallPermit permit, CallEnd end, string? code, long now)
    {
        switch (code)
        {
            case "606":
                _windowShare.Refused(permit.Generation & 0xFFFF, now);
                _pausedForSlot = false;
                _pausedUntil = Math.Max(now + _time.Stamps(Pause), _window.NextFree(now) ?? now);
                break;
            case "615":
                _gateShare.Refused(permit.Generation >> 16, now);
                _pausedForSlot = true;
                _pausedUntil = Math.Max(_pausedUntil, now + _time.Stamps(Pause));
                break;
            default:
                if (_pausedForSlot && end == CallEnd.ResponseRead)
                {
                    (_pausedForSlot, _pausedUntil) = (false, now); // one of ours has left the server
                }

                break;
        }
    }
}
