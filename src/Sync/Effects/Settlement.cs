using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects;

/// <summary>Turns a call's answer into the fate of each of its effects: done, again later, in halves, in doubt, or a dead letter (engine.md R10, R11).</summary>
internal sealed class Settlement(Outgoing outgoing, Func<double> jitter)
{
    private const int MostRetries = 8;
    private const int MostLockRetries = 6;
    private const int MostUnknownRetries = 3;
    private const int MostSuspicions = 5;
    private const int MostCounted = 6; // tries of which nothing depends but how long the next one waits

    /// <summary>What became of the effects.</summary>
    public OutcomeTally Tally { get; } = new();

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
            foreach (var intent in batch)
            {
                WholeCall(state, sender, intent, batch.Length, failure, now);
            }

            return;
        }

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

    private void WholeCall(StateTransaction state, EffectSender sender, Intent intent, int count, CallFailure failure, long now)
    {
        switch (failure.Action)
        {
            case ErrorAction.NotExecuted or ErrorAction.QuotaExhausted or ErrorAction.StopLane or ErrorAction.StopInstance:
            case ErrorAction.Ambiguous or ErrorAction.RetryLater or ErrorAction.LockRow or ErrorAction.Unknown:
                Record(state, sender, intent, failure, now);
                break;
            case ErrorAction.Bisect when failure.Scope == FailureScope.Endpoint:
                Suspect(state, sender, intent, count, failure, now);
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
            case ErrorAction.NotExecuted or ErrorAction.QuotaExhausted or ErrorAction.StopLane or ErrorAction.StopInstance:
                // The budget, not the effect, knows when calls make sense again.
                Tally.Add(intent.Row.Kind, Outcome.Again, failure.Code);
                outgoing.Return(state, intent.Row with { Due = now });
                break;
            case ErrorAction.Ambiguous:
                Tally.Add(intent.Row.Kind, Outcome.InDoubt, failure.Code);
                sender.Doubtful(state, intent with { Row = intent.Row with { Attempts = Math.Min(intent.Row.Attempts, 1) } }, now);
                break;
            case ErrorAction.RetryLater when failure.Scope != FailureScope.Content:
                AwaitBetter(state, intent, failure, now);
                break;
            case ErrorAction.Bisect when failure.Scope == FailureScope.Endpoint:
                Suspect(state, sender, intent, count: 1, failure, now);
                break;
            case ErrorAction.RetryLater:
                Retry(state, sender, intent, failure, now, MostRetries, TimeSpan.FromSeconds(1));
                break;
            case ErrorAction.LockRow:
                Retry(state, sender, intent, failure, now, MostLockRetries, TimeSpan.FromSeconds(0.5));
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

    /// <summary>HTTP 500: an outage, unless the endpoint answers other calls in between. Then something in the content spoils the call (engine.md R10).</summary>
    private void Suspect(StateTransaction state, EffectSender sender, Intent intent, int count, CallFailure failure, long now)
    {
        if (failure.InARow > 1)
        {
            AwaitBetter(state, intent, failure, now);
        }
        else if (count == 1 && intent.Row.Attempts >= MostSuspicions)
        {
            GiveUp(state, sender, intent, failure, now);
        }
        else
        {
            Tally.Add(intent.Row.Kind, Outcome.Again, failure.Code);
            var attempts = intent.Row.Attempts + 1;
            outgoing.Return(state, intent.Row with { Attempts = attempts, Due = now + Micros.Of(Breaker.Backoff(attempts, jitter)), MaxBatch = Math.Min(intent.Row.MaxBatch, (count + 1) / 2) });
        }
    }

    private void GiveUp(StateTransaction state, EffectSender sender, Intent intent, CallFailure failure, long now)
    {
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
