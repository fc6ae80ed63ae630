using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows.LeadPromotion;

/// <summary>Wants the suppression campaign for promoted people, once each. Where an earlier life may have requested it, its witness is looked for first (engine.md R9).</summary>
/// <remarks>The look costs two or three calls for all people together, and only after a start. A person promoted by this life alone costs none.</remarks>
internal sealed class SuppressionRequests(SyncSettings settings, Outgoing outgoing, PastLives past)
{
    /// <summary>How long the server may still work on a request whose sender is gone.</summary>
    public static readonly TimeSpan ServerTimeout = TimeSpan.FromSeconds(30);

    /// <summary>In a look-up: the earliest moment of a request, microseconds.</summary>
    public const string SentAt = "sentAt";

    /// <summary>A person was promoted.</summary>
    /// <param name="state">The running transaction.</param>
    /// <param name="link">Its pair.</param>
    /// <param name="stamp">SystemModstamp of the converted Lead, microseconds.</param>
    /// <param name="oldest">So long before its stamp the Lead may have been converted.</param>
    /// <param name="now">Microseconds.</param>
    public void Want(StateTransaction state, Link link, long stamp, TimeSpan oldest, long now)
    {
        if (settings.SuppressionCampaign is not { } campaign || !state.CampaignRequests.TryAdd(link.MarketoId, campaign, cycle: 1, now))
        {
            return;
        }

        if (past.MayHaveSeen(stamp))
        {
            LookFirst(state, link.MarketoSubject, past.ForgottenSince(stamp, oldest), now);
        }
        else
        {
            outgoing.Want(state, new Effect(EffectKind.MarketoRequestCampaign, link.MarketoSubject, Lane.Suppression, new FieldBag()), now);
        }
    }

    /// <summary>A life begins: what this state still wants to request may have been requested since it was written.</summary>
    public void LookAgain(StateTransaction state, long now)
    {
        foreach (var row in state.Outbox.All(EffectKind.MarketoRequestCampaign))
        {
            state.Outbox.Remove(row.Kind, row.Subject);
            LookFirst(state, row.Subject, row.Created, now);
        }
    }

    private void LookFirst(StateTransaction state, string subject, long since, long now)
    {
        outgoing.Want(state, new Effect(EffectKind.MarketoWitness, subject, Lane.Suppression, new FieldBag { { SentAt, (decimal)since } }) { After = ServerTimeout }, now);

        // Not to ride along with others before its time.
        if (state.Outbox.Find(EffectKind.MarketoWitness, subject) is { } row)
        {
            outgoing.Replace(state, row with { Attempts = Math.Max(1, row.Attempts), Due = now + Micros.Of(ServerTimeout) });
        }
    }
}
