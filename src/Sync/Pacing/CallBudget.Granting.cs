namespace SfMarketo.Sync.Pacing;

/// <summary>Who is served next, and when to look again. All of it runs under the lock.</summary>
public sealed partial class CallBudget
{
    private void Pump(long now)
    {
        while (_waiting.Count > 0 && Next(now) is var (node, starved) && node is not null)
        {
            if (TryGrant(node.Value.Lane, node.Value.ServerTimeout, starved, now) is not { } permit)
            {
                break;
            }

            _waiting.Remove(node);
            node.Value.Grant(permit);
        }

        if (_waiting.Count > 0)
        {
            Arm(now);
        }
    }

    /// <summary>The one call that is next in line. Nobody overtakes it: a reserve that is not for it is not for lower lanes either.</summary>
    private (LinkedListNode<CallWaiter>? Node, bool Starved) Next(long now)
    {
        if (!Ledger.Exhausted && _waiting.Starved(now, _admitted) is { } lane)
        {
            return (_waiting.Head(lane), true);
        }

        for (var urgent = Lane.Consent; urgent <= Lane.Backfill; urgent++)
        {
            if (_waiting.Head(urgent) is { } head && Admitted(urgent))
            {
                return (head, false);
            }
        }

        return (null, false);
    }

    private bool Admitted(Lane lane) => Ledger.Admit(lane) != Admission.Refused;

    private CallPermit? TryGrant(Lane lane, TimeSpan serverTimeout, bool starved, long now)
    {
        if (now < _pausedUntil)
        {
            return null;
        }

        Recover(now);
        var reserve = lane > Lane.Conversion && !starved;
        var leaveTokens = (reserve ? Reserve(_settings.ReservedTokens, _window.Capacity) : 0) + (IsGentle ? _window.Capacity - (_window.Capacity / 2) : 0);
        var leavePermits = reserve ? Reserve(_settings.ReservedPermits, _gate.Capacity) : 0;
        if (_gate.Free <= leavePermits || _window.Free <= leaveTokens || Ledger.Admit(lane) is var admission && admission == Admission.Refused)
        {
            return null;
        }

        _gate.TryTake();
        _window.TryTake();
        Ledger.Sent(admission);
        _waiting.Served(lane, now);
        Sent++;
        PeakInFlight = Math.Max(PeakInFlight, _gate.Held);
        return new CallPermit(this, lane, serverTimeout, admission == Admission.Probe, (_gateShare.Generation << 16) | (_windowShare.Generation & 0xFFFF));
    }

    private void Recover(long now)
    {
        _windowShare.Recover(now);
        _gateShare.Recover(now);
        _window.Capacity = _windowShare.Value;
        _gate.Capacity = _gateShare.Value;
    }

    // A reserve larger than half would leave too little for everybody else.
    private static int Reserve(int wanted, int capacity) => Math.Min(wanted, capacity / 2);

    private bool IsGentle => Ledger.ResumedAt is { } resumed && _time.GetUtcNow() - resumed < _settings.GentleResume;

    private void Arm(long now)
    {
        var next = long.MaxValue;
        Consider(_pausedUntil);
        Consider(_window.NextFree(now));
        Consider(_gate.NextFree(now));
        Consider(_waiting.NextStarved(now));
        var wake = next == long.MaxValue ? TimeSpan.MaxValue : _time.Until(next - now);
        var utc = _time.GetUtcNow();
        wake = Sooner(wake, Ledger.NextChange - utc);
        wake = Sooner(wake, Ledger.ResumedAt + _settings.GentleResume - utc);
        if (wake < TimeSpan.MaxValue)
        {
            _timer.Change(wake, Timeout.InfiniteTimeSpan);
        }

        void Consider(long? at) => next = at > now && at < next ? at.Value : next;
    }

    private static TimeSpan Sooner(TimeSpan wake, TimeSpan? other) => other > TimeSpan.Zero && other < wake ? other.Value : wake;
}
