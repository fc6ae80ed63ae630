using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows.LeadPromotion;

/// <summary>Brings conversions to the promotion flow: the link goes over to the Contact, its person is promoted once.</summary>
internal sealed class Conversions(Outgoing outgoing, SuppressionRequests suppression, PastLives past)
{
    /// <summary>A Lead that was never linked is promoted through its Contact this long after its conversion: a first load must not promote years of them.</summary>
    private static readonly TimeSpan OldestLateConversion = TimeSpan.FromDays(7);

    /// <summary>A converted Lead was read; its link is that of the Lead, or null.</summary>
    public void Converted(StateTransaction state, SalesforceId leadId, Link? link, FieldBag lead, long now)
    {
        var subject = Subject.Of(leadId);
        var contact = LeadPromotionFlow.ContactOf(lead);
        var held = state.Links.BySalesforce(contact);
        if (link is null)
        {
            // Never linked as a Lead: its Contact is identified by both ids. A create that is under way ends in a link first.
            if (CallOffCreate(state, subject) | state.Intents.IsOpen(EffectKind.MarketoCreate, subject) | state.Intents.IsOpen(EffectKind.MarketoIdentify, subject))
            {
                outgoing.Want(state, new Effect(EffectKind.SalesforceRead, subject, Lane.Conversion, new FieldBag()) { After = TimeSpan.FromSeconds(10) }, now);
            }
            else if (held is { State: LinkState.Live } && now - RecordVersions.StampOf(lead) < Micros.Of(OldestLateConversion))
            {
                Promote(state, held, leadId, lead, now);
            }

            return;
        }

        if (link.State != LinkState.Live)
        {
            if (link.State == LinkState.Tombstone && held is null)
            {
                Bury(state, link, leadId, contact);
            }

            return;
        }

        if (held is not null)
        {
            // Converted into a Contact that has its own person: two people of one human, which only a merge can mend.
            state.Incidents.Add(now, "converted into a linked contact", subject, $"person {link.MarketoId} and person {held.MarketoId} of {contact}");
            state.Links.AddAlias(leadId, held.Id, AliasRole.ConvertedLead);
            return;
        }

        var promoted = Promote(state, link, leadId, lead, now);
        state.Outbox.Remove(EffectKind.SalesforceConvertedFrom, promoted.SalesforceSubject);
        state.Outbox.Remove(EffectKind.MarketoIdentify, promoted.SalesforceSubject);
        if (state.Outbox.Remove(EffectKind.SalesforceUpdate, subject))
        {
            // What was wanted for the Lead is wanted for the Contact: the person's read finds it again.
            outgoing.Want(state, new Effect(EffectKind.MarketoRead, link.MarketoSubject, Lane.Conversion, new FieldBag()), now);
        }

        outgoing.Want(state, new Effect(EffectKind.SalesforceRead, promoted.SalesforceSubject, Lane.Conversion, new FieldBag()) { After = TimeSpan.Zero }, now);
    }

    /// <summary>The Lead needs no person of its own any more. A look-up that was tried goes on: it may follow a create in doubt.</summary>
    /// <returns>True when there is a create, or may be.</returns>
    private static bool CallOffCreate(StateTransaction state, string lead)
    {
        var mayBe = state.Outbox.Find(EffectKind.MarketoIdentify, lead) is { Attempts: > 0 };
        if (!mayBe)
        {
            state.Outbox.Remove(EffectKind.MarketoIdentify, lead);
        }

        return state.Outbox.Remove(EffectKind.MarketoCreate, lead) | mayBe;
    }

    /// <summary>The person was deleted: the Contact inherits the tombstone, or it would be taken for somebody new.</summary>
    private static void Bury(StateTransaction state, Link link, SalesforceId leadId, SalesforceId contact)
    {
        state.Links.Update(link with { SalesforceId = contact });
        state.Links.RemoveAlias(contact);
        state.Links.AddAlias(leadId, link.Id, AliasRole.ConvertedLead);
        state.Outbox.Remove(EffectKind.SalesforceConvertedFrom, Subject.Of(contact));
        state.Outbox.Remove(EffectKind.MarketoIdentify, Subject.Of(contact));
    }

    private Link Promote(StateTransaction state, Link link, SalesforceId leadId, FieldBag lead, long now)
    {
        var stamp = RecordVersions.StampOf(lead);
        var forgotten = past.MayHaveSeen(stamp);
        var promotion = LeadPromotionFlow.Decide(link, lead, forgotten);
        state.Links.Update(promotion.Link);
        // The Contact may have been seen first, and have been taken for a second record of the Lead's person.
        state.Links.RemoveAlias(promotion.Link.SalesforceId);
        state.Links.AddAlias(leadId, link.Id, AliasRole.ConvertedLead);
        if (promotion.ToMarketo.Count > 0)
        {
            outgoing.Want(state, new Effect(EffectKind.MarketoUpdate, link.MarketoSubject, Lane.Conversion, promotion.ToMarketo), now);
        }

        if (forgotten)
        {
            ReadFirst(state, link.MarketoSubject, now);
        }

        if (promotion.RequestSuppression)
        {
            suppression.Want(state, link, stamp, OldestLateConversion, now);
        }

        return promotion.Link;
    }

    /// <summary>An earlier life may have promoted the person, who may have gone on since: what it holds now is not written again, and no stage is taken back.</summary>
    private void ReadFirst(StateTransaction state, string person, long now)
    {
        if (state.Outbox.Find(EffectKind.MarketoUpdate, person) is { } row)
        {
            outgoing.Replace(state, row with { Verify = true });
            outgoing.Want(state, new Effect(EffectKind.MarketoRead, person, Lane.Conversion, new FieldBag()), now);
        }
    }
}
