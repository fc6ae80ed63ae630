using SfMarketo.Sync.Flows;
using SfMarketo.Sync.Flows.FieldSync;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.Salesforce;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects;

/// <summary>What all senders need.</summary>
internal sealed record SenderContext(SyncSettings Settings, MarketoClient Marketo, SalesforceClient Salesforce, Canonical Canonical, FlowRunner Flows, Outgoing Outgoing, RecordShapes Shapes)
{
    public ConsentPolicy Consent { get; } = new(Canonical);

    /// <summary>A read that answers a doubt waits until the server must have ended the call in doubt.</summary>
    public void WantAfterDoubt(StateTransaction state, EffectKind kind, string subject, Lane lane, FieldBag fields, TimeSpan serverTimeout, long now)
    {
        Outgoing.Want(state, new Effect(kind, subject, lane, fields) { After = serverTimeout }, now);

        // Not to ride along with others before its time.
        if (state.Outbox.Find(kind, subject) is { } row)
        {
            Outgoing.Replace(state, row with { Attempts = Math.Max(1, row.Attempts), Due = now + Micros.Of(serverTimeout) });
        }
    }

    /// <summary>A record could not be read: a write that waits for what it holds is given up too, so that nothing is overwritten unseen and nothing waits for ever.</summary>
    public static void GiveUpUnverified(StateTransaction state, EffectKind kind, string subject, CallFailure failure, long now)
    {
        if (state.Outbox.Find(kind, subject) is { Verify: true } waiting)
        {
            state.Outbox.Remove(kind, subject);
            state.DeadLetters.Put(waiting, failure.Code, "Its record had to be read first, and could not be: " + failure.Message, now);
        }
    }

    /// <summary>A read without an answer is simply made again a little later.</summary>
    public void ReadAgain(StateTransaction state, Intent intent, long now) =>
        Outgoing.Return(state, intent.Row with { Attempts = intent.Row.Attempts + 1, Due = now + Micros.Of(TimeSpan.FromSeconds(2)) });
}
