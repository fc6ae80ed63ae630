using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects;

/// <summary>Turns a call's answer into the fate of each of its effects: done, again later, in halves, in doubt, or a dead letter (engine.md R10, R11).</summary>
internal sealed class Settlement(Outgoing outgoing, Func<double> jitter)
{
    private const int MostRetries = 8;
    private const int MostLockRetries = 6;
    private const int MostUnknownRetries = 3;

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
                sender.Doubtful(state, intent, now);
                break;
            case ErrorAction.RetryLater:
                Retry(state, intent, failure, now, MostRetries, TimeSpan.FromSeconds(1));
                break;
            case ErrorAction.LockRow:
                Retry(state, intent, failure, now, MostLockRetries, TimeSpan.FromSeconds(0.5));
                break;
            case ErrorAction.Unknown:
                Retry(state, intent, failure, now, MostUnknownRetries, TimeSpan.FromSeconds(10));
                break;
            case ErrorAction.QuarantineField when failure.Field is { } field && intent.Row.Fields.Remove(field) && intent.Row.Fields.Count > 0:
                Tally.Add(intent.Row.Kind, Outcome.GivenUp, failure.Code);
                state.DeadLetters.Put(intent.Row, failure.Code, failure.Message, now);
                outgoing.Return(state, intent.Row with { Due = now, Attempts = intent.Row.Attempts + 1 });
                break;
            case ErrorAction.Relink when sender.Gone(state, intent, now):
            case ErrorAction.Converted when sender.Converted(state, intent, now):
            case ErrorAction.Adopt when sender.Exists(state, intent, now):
                Tally.Add(intent.Row.Kind, Outcome.Redirected, failure.Code);
                break;
            default:
                Tally.Add(intent.Row.Kind, Outcome.GivenUp, failure.Code);
                state.DeadLetters.Put(intent.Row with { Attempts = intent.Row.Attempts + 1 }, failure.Code, failure.Message, now);
                break;
        }
    }

    private void Retry(StateTransaction state, Intent intent, CallFailure failure, long now, int most, TimeSpan step)
    {
        var attempts = intent.Row.Attempts + 1;
        if (attempts > most)
        {
            Tally.Add(intent.Row.Kind, Outcome.GivenUp, failure.Code);
            state.DeadLetters.Put(intent.Row with { Attempts = attempts }, failure.Code, failure.Message, now);
            return;
        }

        Tally.Add(intent.Row.Kind, Outcome.Again, failure.Code);
        var wait = Math.Min(60, step.TotalSeconds * Math.Pow(2, attempts));
        outgoing.Return(state, intent.Row with { Attempts = attempts, Due = now + (long)(wait * (0.5 + jitter() / 2) * 1e6) });
    }
}
