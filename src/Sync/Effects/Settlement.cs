using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects;

/// <summary>Turns a call's answer into the fate of each of its effects: done, again later, in halves, in doubt, or a dead letter (engine.md R10, R11).</summary>
internal sealed class Settlement(Outgoing outgoing, Func<double> jitter)
{
    private const int MostRetries = 8;
    private const int MostUnknownRetries = 3;
    private static readonly TimeSpan AfterSiblings = TimeSpan.FromMilliseconds(1);
    private const int MostCounted = 6; // tries of which nothing depends but how long the next one waits

    /// <summary>What became of the effects.</summary>
    public OutcomeTally Tally { get; } = new();

    /// <summary>Rows that others keep locked.</summary>
    public LockLanes Locks { get; } = new();

    /// <summary>Records that may be to blame for an HTTP 500.</summary>
    public Suspects Suspects { get; } = new();

    /// <summary>Nothing is wanted of a record any more: what is known of it is forgotten.</summary>
    public void Forget(OutboxRow row)
    {
        if (LockLanes.Concern(row.Kind))
        {
            Locks.Passed(row.Subject);
        }

        Suspects.Clear(row.Kind, row.Subject);
    }

    /// <summary>Closes the batch's intents in the running transaction.</summary>
    public void Settle(StateTransaction state, EffectSender sender, IReadOnlyList<Intent> sent, CallResult<RecordAnswer[]> result, long now)
    {
        var batch = new Intent[sent.Count];
        for (var i = 0; i < batch.Length; i++)
        {
            batch[i] = sent[i] with { Row = sent[i].Row with { Fields = state.Intents.Close(sent[i]) } };
        }

        if (!result.TryGetValue(out var answers, out var failure))
        {
            if (failure.Action == ErrorAction.LockRow)
            {
                NoteLocks(state, sender, batch, _ => true, now);
            }

            foreach (var intent in batch)
            {
                WholeCall(state, sender, intent, batch.Length, failure, now);
            }

            return;
        }

        Acquit(sender.Kind, batch, answers, now);
        NoteLocks(state, sender, batch, i => answers[i].Outcome.Failure is { Action: ErrorAction.LockRow }, now);
        for (var i = 0; i < batch.Length; i++)
        {
            if (answers[i].Outcome.IsDone)
            {
                Tally.Add(batch[i].Row.Kind, Outcome.Done);
                sender.Done(state, batch[i], answers[i], now);
            }
            else
            {
                Record(state, sender, batch[i], answers[i].Outcome.Failure!.Value, now);
            }
        }
    }

    /// <summary>
    /// Whether a parent is locked or one row only: where no child of a parent was written, the parent's lane is told, once for the call, else the row's own.
    /// A lane of which something was written is over.
    /// </summary>
    private void NoteLocks(StateTransaction state, EffectSender sender, Intent[] batch, Func<int, bool> isLocked, long now)
    {
        if (!LockLanes.Concern(sender.Kind))
        {
            return;
        }

        var locked = new List<Intent>();
        var free = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < batch.Length; i++)
        {
            if (isLocked(i))
            {
                locked.Add(batch[i]);
            }
        }

        if (locked.Count == 0 && !Locks.Any)
        {
            return;
        }

        for (var i = 0; i < batch.Length; i++)
        {
            if (!isLocked(i))
            {
                free.Add(batch[i].Row.Subject);
                free.UnionWith(sender.Groups(state, batch[i].Row));
            }
        }

        foreach (var key in free)
        {
            Locks.Passed(key);
        }

        var draw = locked.Count == 0 ? 0 : jitter();
        foreach (var lane in locked.GroupBy(intent => sender.Groups(state, intent.Row).LastOrDefault(group => !free.Contains(group)) ?? intent.Row.Subject))
        {
            if (Locks.Refused(lane.Key, lane.Count(), draw, now))
            {
                state.Incidents.Add(now, "Salesforce row stays locked", lane.First().Row.Subject, "it is tried about once a minute until the lock on " + lane.Key + " is gone");
            }
        }
    }

    /// <summary>The endpoint had an answer for these records.</summary>
    private void Acquit(EffectKind kind, Intent[] batch, RecordAnswer[] answers, long now)
    {
        if (!Suspects.Any(kind))
        {
            return;
        }

        for (var i = 0; i < batch.Length; i++)
        {
            if (answers[i].Outcome.IsDone)
            {
                Suspects.Passed(kind, now);
            }

            if (answers[i].Outcome.Failure is not { Scope: FailureScope.Endpoint })
            {
                Suspects.Clear(kind, batch[i].Row.Subject);
            }
        }
    }

    private void WholeCall(StateTransaction state, EffectSender sender, Intent intent, int count, CallFailure failure, long now)
    {
        switch (failure.Action)
        {
            case ErrorAction.Bisect when failure.Scope == FailureScope.Endpoint:
            case ErrorAction.Ambiguous or ErrorAction.RetryLater when failure.MayBeTheRecord:
                Suspect(state, sender, intent, count, failure, now);
                break;
            case ErrorAction.LockRow:
                // One row may have kept the others out: halves.
                AwaitLock(state, sender, intent with { Row = intent.Row with { MaxBatch = Math.Min(intent.Row.MaxBatch, (count + 1) / 2) } }, failure);
                break;
            case ErrorAction.NotExecuted or ErrorAction.QuotaExhausted or ErrorAction.StopLane or ErrorAction.StopInstance:
            case ErrorAction.Ambiguous or ErrorAction.RetryLater or ErrorAction.Unknown:
                Record(state, sender, intent, failure, now);
                break;
            default:
                // Something in the content spoils the whole call: halves, until it stands alone.
                if (count == 1)
                {
                    Record(state, sender, intent, failure, now);
                }
                else
                {
                    outgoing.Return(state, intent.Row with { Due = now, MaxBatch = (count + 1) / 2 });
                }

                break;
        }
    }

    private void Record(StateTransaction state, EffectSender sender, Intent intent, CallFailure failure, long now)
    {
        switch (failure.Action)
        {
            case ErrorAction.Bisect when failure.Scope == FailureScope.Endpoint:
            case ErrorAction.Ambiguous when failure is { Scope: FailureScope.Endpoint, Endpoint: null }:
                // The server's own failure at one record of a call that it answered.
                Suspect(state, sender, intent, count: 1, failure, now);
                break;
            case ErrorAction.NotExecuted or ErrorAction.QuotaExhausted or ErrorAction.StopLane or ErrorAction.StopInstance:
                // The budget, not the effect, knows when calls make sense again.
                Tally.Add(intent.Row.Kind, Outcome.Again, failure.Code);
                outgoing.Return(state, intent.Row with { Due = now });
                break;
            case ErrorAction.Ambiguous:
                Doubt(state, sender, intent, failure, now);
                break;
            case ErrorAction.RetryLater when failure.Scope != FailureScope.Content:
                AwaitBetter(state, intent, failure, now);
                break;
            case ErrorAction.RetryLater:
                Retry(state, sender, intent, failure, now, MostRetries, TimeSpan.FromSeconds(1));
                break;
            case ErrorAction.LockRow:
                AwaitLock(state, sender, intent, failure);
                break;
            case ErrorAction.Unknown:
                Retry(state, sender, intent, failure, now, MostUnknownRetries, TimeSpan.FromSeconds(10));
                break;
            case ErrorAction.QuarantineField when failure.Field is { } field && intent.Row.Fields.Remove(field) && intent.Row.Fields.Count > 0:
                Tally.Add(intent.Row.Kind, Outcome.GivenUp, failure.Code);
                state.DeadLetters.Put(intent.Row, failure.Code, failure.Message, now);
                outgoing.Return(state, intent.Row with { Due = now, Attempts = intent.Row.Attempts + 1 });
                break;
            case ErrorAction.Relink when sender.Gone(state, intent, now):
            case ErrorAction.Converted when sender.Converted(state, intent, now):
            case ErrorAction.Adopt when sender.Exists(state, intent, now):
            case ErrorAction.ManyMatches when sender.SeveralExist(state, intent, now):
                Tally.Add(intent.Row.Kind, Outcome.Redirected, failure.Code);
                break;
            default:
                GiveUp(state, sender, intent, failure, now);
                break;
        }
    }

    /// <summary>It is not the record's fault: it waits, however long it lasts.</summary>
    private void AwaitBetter(StateTransaction state, Intent intent, CallFailure failure, long now)
    {
        Tally.Add(intent.Row.Kind, Outcome.Again, failure.Code);

        // Of endpoints that are down the breaker knows when to call again; the record keeps its turn but rides along no more.
        var attempts = failure.Endpoint is null ? Math.Min(MostCounted, intent.Row.Attempts + 1) : Math.Max(1, intent.Row.Attempts);
        var wait = failure.Endpoint is null ? Micros.Of(Breaker.Backoff(attempts, jitter)) : 0;
        outgoing.Return(state, intent.Row with { Attempts = attempts, Due = now + wait });
    }

    /// <summary>Others hold a lock: it is tried as long as they do.</summary>
    private void AwaitLock(StateTransaction state, EffectSender sender, Intent intent, CallFailure failure)
    {
        Tally.Add(intent.Row.Kind, Outcome.Again, failure.Code);

        // A moment after its siblings: if it is locked alone, they must not wait behind it.
        var until = Locks.Until([intent.Row.Subject, .. sender.Groups(state, intent.Row)]);
        outgoing.Return(state, intent.Row with { Attempts = Math.Max(1, intent.Row.Attempts), Due = until + Micros.Of(AfterSiblings) });
    }

    private void Doubt(StateTransaction state, EffectSender sender, Intent intent, CallFailure failure, long now)
    {
        Tally.Add(intent.Row.Kind, Outcome.InDoubt, failure.Code);
        sender.Doubtful(state, intent with { Row = intent.Row with { Attempts = Math.Min(intent.Row.Attempts, 1) } }, now);
    }

    /// <summary>HTTP 500: an outage, unless the endpoint answers other calls in between. Then something in the content spoils the call (engine.md R10).</summary>
    private void Suspect(StateTransaction state, EffectSender sender, Intent intent, int count, CallFailure failure, long now)
    {
        var isDown = failure.InARow > 1;
        if (!isDown && Suspects.Add(intent.Row.Kind, intent.Row.Subject, count, now))
        {
            GiveUp(state, sender, intent, failure, now);
        }
        else if (failure.Action == ErrorAction.Ambiguous)
        {
            Doubt(state, sender, intent, failure, now);
        }
        else if (isDown)
        {
            AwaitBetter(state, intent, failure, now);
        }
        else
        {
            Tally.Add(intent.Row.Kind, Outcome.Again, failure.Code);
            var wait = Suspects.Pause(intent.Row.Kind, intent.Row.Subject) * jitter();
            outgoing.Return(state, intent.Row with { Attempts = Math.Max(1, intent.Row.Attempts), Due = now + Micros.Of(wait) });
        }
    }

    private void GiveUp(StateTransaction state, EffectSender sender, Intent intent, CallFailure failure, long now)
    {
        Forget(intent.Row);
        Tally.Add(intent.Row.Kind, Outcome.GivenUp, failure.Code);
        state.DeadLetters.Put(intent.Row with { Attempts = intent.Row.Attempts + 1 }, failure.Code, failure.Message, now);
        sender.GivenUp(state, intent, failure, now);
    }

    private void Retry(StateTransaction state, EffectSender sender, Intent intent, CallFailure failure, long now, int most, TimeSpan step)
    {
        var attempts = intent.Row.Attempts + 1;
        if (attempts > most)
        {
            GiveUp(state, sender, intent, failure, now);
            return;
        }

        Tally.Add(intent.Row.Kind, Outcome.Again, failure.Code);
        var wait = Math.Min(60, step.TotalSeconds * Math.Pow(2, attempts));
        outgoing.Return(state, intent.Row with { Attempts = attempts, Due = now + (long)(wait * (0.5 + jitter() / 2) * 1e6) });
    }
}
