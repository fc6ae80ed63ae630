using SfMarketo.Sync.Pacing;

namespace SfMarketo.Tests.Sync.Pacing;

/// <summary>Runs modelled calls through something that grants permits, event by event, on one thread.</summary>
internal sealed class PacingModel(SimClock clock, ModelServer server, TimeSpan serverTimeout)
{
    private readonly PriorityQueue<Action, (long At, long Sequence)> _events = new();
    private readonly List<(ModelCall Call, Task<CallPermit> Permit)> _pending = [];
    private long _sequence;

    /// <summary>When each call was granted, in order of grant.</summary>
    public List<(ModelCall Call, long At)> Grants { get; } = [];

    /// <summary>What the answer's error code is, told the grant's number.</summary>
    public Func<int, string?> CodeOf { get; init; } = _ => null;

    public void Run(CallBudget budget, IEnumerable<ModelCall> calls, long until = long.MaxValue)
    {
        foreach (var call in calls)
        {
            At(call.Wanted, () => _pending.Add((call, budget.AcquireAsync(call.Lane, serverTimeout, CancellationToken.None).AsTask())));
        }

        while (true)
        {
            Start();
            var next = Math.Min(_events.TryPeek(out _, out var due) ? due.At : long.MaxValue, clock.NextTimer() is { } timer && _pending.Count > 0 ? timer : long.MaxValue);
            if (next == long.MaxValue || next > until)
            {
                return;
            }

            clock.AdvanceTo(next);
            while (_events.TryPeek(out var happens, out var at) && at.At <= clock.Now)
            {
                _events.Dequeue();
                happens();
            }
        }
    }

    private void Start()
    {
        for (var i = 0; i < _pending.Count; i++)
        {
            var (call, permit) = _pending[i];
            if (permit.IsCompleted)
            {
                _pending.RemoveAt(i--);
                Send(call, permit.Result);
            }
        }
    }

    private void Send(ModelCall call, CallPermit permit)
    {
        var sent = clock.Now;
        var code = CodeOf(Grants.Count);
        Grants.Add((call, sent));
        if (call.End != CallEnd.NotSent)
        {
            var arrival = sent + call.Arrives;
            var longest = call.End == CallEnd.Unknown ? sent + call.ResponseAfter + serverTimeout.Ticks : sent + call.ResponseAfter;
            server.Note(Math.Min(arrival, longest), Math.Min(arrival + call.Runs, longest));
        }

        At(sent + call.ResponseAfter, () => permit.Complete(call.End, code));
    }

    private void At(long instant, Action happens) => _events.Enqueue(happens, (instant, _sequence++));
}
