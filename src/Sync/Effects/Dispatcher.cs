using SfMarketo.Sync.Flows.Removal;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.Salesforce;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects;

/// <summary>Sends the effects of one kind: takes a batch by age or size, commits its intents, makes the call, settles the answer.</summary>
/// <remarks>A subject has at most one effect in flight, so its effects are applied in order (engine.md R23); different subjects run side by side.</remarks>
internal sealed class Dispatcher(EffectSender sender, StateStore store, KeyLocks locks, PastDeletions deletions, Settlement settlement, HarmlessProbes probes, Signals signals, Breakers breakers, TimeProvider time)
{
    /// <summary>Rows looked at beyond a full batch at first, and when all of those have to wait: what is in flight for some must not hide what could be sent for others.</summary>
    private static readonly int[] LookAhead = [8, 500];
    private static readonly TimeSpan BlockedWait = TimeSpan.FromSeconds(1);

    /// <summary>Marketo's budget lets a call wait for its turn; Salesforce's share of the day is used or not, and is asked again after this.</summary>
    private static readonly TimeSpan SpentWait = TimeSpan.FromMinutes(1);

    private readonly HashSet<Task> running = [];
    private int inFlight;
    private Breaker? failing; // of the endpoints that the last call met down
    private bool isProbed; // since that call
    private long refusedUntil; // microseconds

    /// <summary>A failure that ends the engine, or null.</summary>
    public CallFailure? Fatal { get; private set; }

    /// <summary>Runs until cancelled; then waits for the calls in flight.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (Fatal is null)
            {
                var rest = Rest();
                var taken = rest > TimeSpan.Zero ? new Taken([], [], rest) : inFlight < sender.MaxParallel ? await store.CommitAsync(Take) : new Taken([], [], Timeout.InfiniteTimeSpan);
                if (taken.Probes)
                {
                    isProbed = true;
                    await probes.AskAsync(sender.Kind, cancellationToken);
                    continue;
                }

                if (taken.Batch.Count == 0)
                {
                    await signals[sender.Kind].WaitAsync(taken.Wait, time, cancellationToken);
                    continue;
                }

                inFlight++;
                var sending = SendAsync(taken.Batch, taken.Groups, cancellationToken);
                if (!sending.IsCompleted)
                {
                    running.Add(sending);
                    running.RemoveWhere(static task => task.IsCompleted);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Task.WhenAll(running);
        }
    }

    /// <summary>How long no call of this kind makes sense. What is wanted meanwhile waits where it coalesces.</summary>
    private TimeSpan Rest()
    {
        var refused = TimeSpan.FromMicroseconds(Math.Max(0, refusedUntil - time.NowMicros()));
        var down = failing?.Rest ?? TimeSpan.Zero;
        return refused > down ? refused : down;
    }

    private Taken Take(StateTransaction state)
    {
        var now = time.NowMicros();
        var (count, firstDue) = state.Outbox.Summary(sender.Kind, sender.MaxRecords);
        if (count == 0)
        {
            return new Taken([], [], Timeout.InfiniteTimeSpan);
        }

        if (firstDue > now && count < sender.MaxRecords)
        {
            return new Taken([], [], TimeSpan.FromMicroseconds(firstDue - now));
        }

        // Nothing has been answered since the last failure: ask for something harmless, or a failure of what is suspected would say nothing.
        if (!isProbed && failing is { Failures: > 0 } && settlement.Suspects.Any(sender.Kind) && HarmlessProbes.Has(sender.Kind))
        {
            return new Taken([], [], TimeSpan.Zero, Probes: true);
        }

        foreach (var ahead in LookAhead)
        {
            var groups = new List<string>();
            var batch = Fill(state, state.Outbox.Ready(sender.Kind, sender.MaxRecords + ahead), groups, now);
            if (batch.Count > 0)
            {
                return new Taken(batch, groups, TimeSpan.Zero);
            }
        }

        // What is due waits for a key or for another effect. A release rings; what is due a little later must not wait for that.
        var (left, next) = state.Outbox.Summary(sender.Kind, sender.MaxRecords);
        return new Taken([], [], left == 0 ? Timeout.InfiniteTimeSpan : next > now ? TimeSpan.FromMicroseconds(next - now) : BlockedWait);
    }

    private List<Intent> Fill(StateTransaction state, List<OutboxRow> rows, List<string> groups, long now)
    {
        var batch = new List<Intent>();
        var isLocked = false;
        var inLanes = new Dictionary<string, int>(StringComparer.Ordinal);
        var most = failing is { IsOpen: true } ? 1 : sender.MaxRecords; // a probe holds one record: what is wrong with others does not keep it from its answer
        var bytes = 0;
        string? form = null;
        foreach (var row in rows)
        {
            if (batch.Count >= most || bytes >= sender.MaxBytes)
            {
                break;
            }

            // What is not due may ride along, but not what backs off.
            if ((row.Due > now && row.Attempts > 0) || batch.Count >= row.MaxBatch || (form is not null && form != sender.Form(row)))
            {
                continue;
            }

            var lanes = LockKeys(state, row);
            var until = settlement.Locks.Until(lanes);
            if (until > now)
            {
                // Out of the way: what others keep locked must not hide what could be sent.
                state.Outbox.Put(row with { Due = Math.Max(row.Due, until), Attempts = Math.Max(1, row.Attempts) });
                continue;
            }

            var largest = settlement.Suspects.MostOf(row.Kind, row.Subject);
            if (batch.Count >= largest || !settlement.Locks.HasRoom(lanes, inLanes) || (batch.Count > 0 && until > 0 != isLocked))
            {
                continue;
            }

            var opened = new List<string>();
            if (deletions.Hold(state, row) || sender.MustWait(state, row) || !TryTake(state, row, groups, opened))
            {
                signals.AwaitRelease(sender.Kind);
                continue;
            }

            state.Outbox.Remove(row.Kind, row.Subject);
            if (PastDeletions.IsOver(state, row) || sender.Prepare(state, row, now) is not { } ready)
            {
                settlement.Forget(row);
                Release(state, row.Subject);
                Close(groups, opened);
                continue;
            }

            most = Math.Min(most, Math.Min(ready.MaxBatch, largest));
            form ??= sender.Form(ready);
            bytes += Payload.ToBytes(ready.Fields).Length;
            isLocked = until > 0; // those may keep a call waiting: they have calls of their own
            batch.Add(state.Intents.Add(ready, now));
            foreach (var lane in lanes)
            {
                inLanes[lane] = inLanes.GetValueOrDefault(lane) + 1;
            }
        }

        return batch;
    }

    /// <summary>What lanes of locked rows the row may be in; nothing while none is locked.</summary>
    private IReadOnlyList<string> LockKeys(StateTransaction state, OutboxRow row) => settlement.Locks.Any && LockLanes.Concern(row.Kind) ? [row.Subject, .. sender.Groups(state, row)] : [];

    /// <summary>Takes the row's own keys, and its groups' for the call unless another record of the call has them.</summary>
    /// <param name="state">The running transaction.</param>
    /// <param name="row">The row.</param>
    /// <param name="groups">Groups of the call so far.</param>
    /// <param name="opened">Takes the groups that this row has added to them.</param>
    private bool TryTake(StateTransaction state, OutboxRow row, List<string> groups, List<string> opened)
    {
        foreach (var group in sender.Groups(state, row))
        {
            if (groups.Contains(group))
            {
                continue;
            }

            if (!locks.TryTake([group], GroupOwner(group)))
            {
                Close(groups, opened);
                return false;
            }

            groups.Add(group);
            opened.Add(group);
        }

        if (locks.TryTake(sender.Keys(row), sender.Owner(row.Subject)))
        {
            return true;
        }

        Close(groups, opened);
        return false;
    }

    private void Close(List<string> groups, List<string> opened)
    {
        foreach (var group in opened)
        {
            groups.Remove(group);
            locks.Release(GroupOwner(group));
        }
    }

    private string GroupOwner(string group) => "group of " + sender.Kind + " " + group;

    private async Task SendAsync(List<Intent> batch, List<string> groups, CancellationToken cancellationToken)
    {
        var lane = batch[0].Row.Lane;
        foreach (var intent in batch)
        {
            lane = intent.Row.Lane < lane ? intent.Row.Lane : lane;
        }

        CallResult<RecordAnswer[]> result;
        try
        {
            result = await sender.SendAsync(batch, lane, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping: the intents stay open and are resolved at the next start.
            return;
        }

        if (!result.TryGetValue(out _, out var failure) && failure.Action is ErrorAction.StopInstance or ErrorAction.StopLane)
        {
            Fatal = failure;
        }

        failing = failure.Endpoint is { } endpoint ? breakers.Of(endpoint) : null;
        isProbed = false;
        refusedUntil = failure is { Action: ErrorAction.QuotaExhausted, Api: SalesforceErrors.Api } ? time.NowMicros() + Micros.Of(SpentWait) : 0;

        await store.CommitAsync(state =>
        {
            settlement.Settle(state, sender, batch, result, time.NowMicros());
            foreach (var intent in batch)
            {
                Release(state, intent.Row.Subject);
            }

            groups.ForEach(group => locks.Release(GroupOwner(group)));
        });
        inFlight--;
        signals[sender.Kind].Ring();
        signals.Released();
    }

    private void Release(StateTransaction state, string subject)
    {
        if (sender.HoldsKeys(state, subject))
        {
            locks.Keep(sender.Owner(subject), () => sender.HoldsKeys(state, subject));
        }
        else
        {
            locks.Release(sender.Owner(subject));
        }
    }

    private readonly record struct Taken(List<Intent> Batch, List<string> Groups, TimeSpan Wait, bool Probes = false);
}
