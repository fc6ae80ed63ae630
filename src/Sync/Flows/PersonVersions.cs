using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Flows.FieldSync;
using SfMarketo.Sync.Flows.QualifiedLeads;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows;

/// <summary>Versions of people: qualified ones without a pair are looked up in Salesforce, those of a pair brought to its row.</summary>
internal sealed class PersonVersions(FieldSyncFlow fieldSync, PairWrites writes, Outgoing outgoing, TimeSpan evidenceAge)
{
    /// <summary>A person was read.</summary>
    /// <param name="state">The running transaction.</param>
    /// <param name="person">With id, <c>sfdcPersonId</c>, <c>lifecycleStage</c>, <c>leadSource</c> and the mapped fields.</param>
    /// <param name="now">Microseconds.</param>
    public void Read(StateTransaction state, FieldBag person, long now)
    {
        var id = (int)person["id"].AsNumber()!.Value;
        if (state.Links.ByPerson(id) is not { } link)
        {
            if (QualifiedLeadFlow.IsQualified(person) && !state.Links.IsTombstone(Subject.OfPerson(id)))
            {
                outgoing.Want(state, new Effect(EffectKind.SalesforceIdentify, Subject.OfPerson(id), Lane.Mql, person), now);
            }

            return;
        }

        if (link.State != LinkState.Live)
        {
            return;
        }

        if (ConsentMarks.At(person, ConsentMarks.Suspect) is > 0 and var since && now - since >= Micros.Of(evidenceAge))
        {
            person.Set(ConsentMarks.Denied, true);
        }

        // First: what the person holds already is not pending any more.
        writes.Verified(state, EffectKind.MarketoUpdate, link.MarketoSubject, person);
        var pair = PairWrites.PairOf(state, link);
        var result = fieldSync.FromMarketo(pair, person);
        var lane = Lane.Enrichment;
        if (!PairWrites.IsPending(pair.PendingMarketo, FieldMap.StageField))
        {
            var stage = person[FieldMap.StageField].AsText() ?? "";
            if (stage == Stage.Qualified && link.Stage != Stage.Qualified)
            {
                lane = Lane.Mql;
                PairWrites.AddAll(result.ToSalesforce, QualifiedLeadFlow.ForExisting(state.Moments.Find(id)));
            }

            link = link with { Stage = stage };
        }

        if (!PairWrites.IsPending(pair.PendingMarketo, FieldMap.SalesforceIdField) && person[FieldMap.SalesforceIdField].AsText() != link.SalesforceId.ToString())
        {
            result.ToMarketo.Set(FieldMap.SalesforceIdField, link.SalesforceId.ToString());
        }

        state.Links.Update(link);
        writes.Want(state, link, result, lane, now);
        if (result.IsSuspect)
        {
            AwaitEvidence(state, link, person, now);
        }
    }

    /// <summary>Looks again when the log of changes must have told of the change that was read.</summary>
    private void AwaitEvidence(StateTransaction state, Link link, FieldBag person, long now)
    {
        var since = ConsentMarks.At(person, ConsentMarks.Suspect) is > 0 and var first ? first : now;
        var due = Math.Max(now, since + Micros.Of(evidenceAge));
        outgoing.Want(state, new Effect(EffectKind.MarketoRead, link.MarketoSubject, Lane.Consent, new FieldBag { { ConsentMarks.Suspect, (decimal)since } }) { After = TimeSpan.FromMicroseconds(due - now) }, now);
    }

    /// <summary>A person does not exist any more: nothing is written to its pair and it is not created again.</summary>
    public static void Gone(StateTransaction state, int personId, long now)
    {
        state.Outbox.Remove(EffectKind.SalesforceIdentify, Subject.OfPerson(personId));
        state.Outbox.Remove(EffectKind.SalesforceCreate, Subject.OfPerson(personId));
        state.Links.AddTombstone(Subject.OfPerson(personId), now);
        if (state.Links.ByPerson(personId) is { } link)
        {
            state.Links.Update(link with { State = LinkState.Tombstone });
            state.Outbox.Remove(EffectKind.MarketoUpdate, link.MarketoSubject);
            state.Outbox.Remove(EffectKind.MarketoTracks, link.MarketoSubject);
            state.Standings.Remove(personId);
            state.Companies.RemoveMember(personId);
            state.Outbox.Remove(EffectKind.MarketoRead, link.MarketoSubject);
            state.Outbox.Remove(EffectKind.MarketoRequestCampaign, link.MarketoSubject);
            state.Outbox.Remove(EffectKind.MarketoWitness, link.MarketoSubject);
            state.Outbox.Remove(EffectKind.SalesforceUpdate, link.SalesforceSubject);
        }
    }

    /// <summary>An interesting moment was logged for a person.</summary>
    public void Moment(StateTransaction state, int personId, string text, long at, long now)
    {
        state.Moments.Put(personId, text, at);
        if (state.Links.ByPerson(personId) is { State: LinkState.Live, Stage: Stage.Qualified } link)
        {
            outgoing.Want(state, new Effect(EffectKind.SalesforceUpdate, link.SalesforceSubject, Lane.Mql, QualifiedLeadFlow.ForExisting(text)), now);
        }
    }
}
