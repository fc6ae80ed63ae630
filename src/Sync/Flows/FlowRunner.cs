using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Effects.ToMarketo;
using SfMarketo.Sync.Flows.FieldSync;
using SfMarketo.Sync.Flows.LeadPromotion;
using SfMarketo.Sync.Flows.QualifiedLeads;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows;

/// <summary>Brings what was read to the flows: loads the pair, lets the pure flow decide, stores shadows and wants the effects.</summary>
/// <remarks>All inside the transaction that takes the change off the inbox (or closes the read), so that a crash repeats all or nothing.</remarks>
internal sealed class FlowRunner(SyncSettings settings, Canonical canonical, Outgoing outgoing)
{
    /// <summary>A Lead that was never linked is promoted through its Contact this long after its conversion: a first load must not promote years of them.</summary>
    private static readonly TimeSpan OldestLateConversion = TimeSpan.FromDays(7);

    private readonly FieldSyncFlow fieldSync = new(settings.Map, canonical);
    private readonly QualifiedLeadFlow qualifiedLeads = new(settings.Map, settings.DefaultLeadSource);

    public QualifiedLeadFlow QualifiedLeads => qualifiedLeads;

    /// <summary>True when the pair's person is known to hold this value: hearing of it is an echo.</summary>
    public bool IsKnownAtMarketo(Link link, int field, FieldValue value) => canonical.Hash(settings.Map.Fields[field].Type, value) == link.Shadow.Marketo(field);

    /// <summary>A Lead or Contact was read.</summary>
    /// <param name="state">The running transaction.</param>
    /// <param name="row">With Id, SystemModstamp, the mapped fields and, for Leads, the conversion fields.</param>
    /// <param name="now">Microseconds.</param>
    public void SalesforceRow(StateTransaction state, FieldBag row, long now)
    {
        var id = SalesforceId.Parse(row["Id"].ToString());
        var link = state.Links.BySalesforce(id);
        if (link is null && state.Links.ByAlias(id) is not null)
        {
            return;
        }

        if (LeadPromotionFlow.IsConverted(row))
        {
            Converted(state, id, link, row, now);
        }
        else if (link is null)
        {
            var kind = id.KeyPrefix.SequenceEqual("003") ? EffectKind.SalesforceConvertedFrom : EffectKind.MarketoIdentify;
            outgoing.Want(state, new Effect(kind, Subject.Of(id), Lane.Enrichment, row), now);
        }
        else if (link.State == LinkState.Live)
        {
            Version(state, link, row, now);
        }
    }

    /// <summary>A person was read.</summary>
    /// <param name="state">The running transaction.</param>
    /// <param name="person">With id, <c>sfdcPersonId</c>, <c>lifecycleStage</c>, <c>leadSource</c> and the mapped fields.</param>
    /// <param name="now">Microseconds.</param>
    public void Person(StateTransaction state, FieldBag person, long now)
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

        var pair = PairOf(state, link);
        var result = fieldSync.FromMarketo(pair, person);
        var lane = Lane.Enrichment;
        if (!IsPending(pair.PendingMarketo, FieldMap.StageField))
        {
            var stage = person[FieldMap.StageField].AsText() ?? "";
            if (stage == Stage.Qualified && link.Stage != Stage.Qualified)
            {
                lane = Lane.Mql;
                AddAll(result.ToSalesforce, QualifiedLeadFlow.ForExisting(state.Moments.Find(id)));
            }

            link = link with { Stage = stage };
        }

        if (!IsPending(pair.PendingMarketo, FieldMap.SalesforceIdField) && person[FieldMap.SalesforceIdField].AsText() != link.SalesforceId.ToString())
        {
            result.ToMarketo.Set(FieldMap.SalesforceIdField, link.SalesforceId.ToString());
        }

        Verified(state, EffectKind.MarketoUpdate, link.MarketoSubject, person);
        state.Links.Update(link);
        Want(state, link, result, lane, now);
    }

    /// <summary>A person does not exist any more: nothing is written to its pair and it is not created again.</summary>
    public static void PersonGone(StateTransaction state, int personId, long now)
    {
        state.Links.AddTombstone(Subject.OfPerson(personId), now);
        if (state.Links.ByPerson(personId) is { } link)
        {
            state.Links.Update(link with { State = LinkState.Tombstone });
            state.Outbox.Remove(EffectKind.MarketoUpdate, link.MarketoSubject);
            state.Outbox.Remove(EffectKind.MarketoRead, link.MarketoSubject);
            state.Outbox.Remove(EffectKind.MarketoRequestCampaign, link.MarketoSubject);
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

    /// <summary>Two records are one human: the pair is linked, stamped on both sides and brought into step.</summary>
    /// <param name="state">The running transaction.</param>
    /// <param name="row">The Lead or Contact.</param>
    /// <param name="person">The person.</param>
    /// <param name="lane">The lane of the writes that follow.</param>
    /// <param name="now">Microseconds.</param>
    public void Adopt(StateTransaction state, FieldBag row, FieldBag person, Lane lane, long now)
    {
        var id = SalesforceId.Parse(row["Id"].ToString());
        var personId = (int)person["id"].AsNumber()!.Value;
        if (state.Links.BySalesforce(id) is not null)
        {
            SalesforceRow(state, row, now);
            return;
        }

        var link = state.Links.Add(new Link
        {
            MarketoId = personId,
            SalesforceId = id,
            Stage = person[FieldMap.StageField].AsText() ?? "",
            SalesforceStamp = StampOf(row),
            Shadow = new Shadow(settings.Map.Fields.Count),
        });
        if (link is null)
        {
            // The person has its record: this one is a second record of the same human.
            Follow(state, id, personId, now);
            return;
        }

        var result = fieldSync.FirstMeeting(PairOf(state, link), row, person);
        if (person[FieldMap.SalesforceIdField].AsText() != id.ToString())
        {
            result.ToMarketo.Set(FieldMap.SalesforceIdField, id.ToString());
        }

        StampRow(link, row, result);
        if (QualifiedLeadFlow.IsQualified(person))
        {
            AddAll(result.ToSalesforce, QualifiedLeadFlow.ForExisting(state.Moments.Find(personId)));
        }

        state.Links.Update(link);
        Want(state, link, result, lane, now);
        if (SalesforceId.TryParse(row[NewPeople.FormerLead].AsText(), out var lead) && state.Links.ByAlias(lead) is null)
        {
            // Converted before it was ever linked: the promotion that its Lead was due is read again, now that there is a pair.
            outgoing.Want(state, new Effect(EffectKind.SalesforceRead, Subject.Of(lead), Lane.Conversion, new FieldBag()) { After = TimeSpan.Zero }, now);
        }
    }

    /// <summary>A second Salesforce record of one human: known from now on, its edits do not flow.</summary>
    public static void Follow(StateTransaction state, SalesforceId id, int personId, long now)
    {
        if (state.Links.ByPerson(personId) is { } master)
        {
            state.Links.AddAlias(id, master.Id, AliasRole.Follower);
            state.Incidents.Add(now, "second record of one person", Subject.Of(id), "follows " + master.SalesforceId);
        }
    }

    public static long StampOf(FieldBag row) =>
        DateTimeOffset.TryParse(row["SystemModstamp"].AsText(), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var stamp) ? Micros.From(stamp) : 0;

    private void Version(StateTransaction state, Link link, FieldBag row, long now)
    {
        var stamp = StampOf(row);
        if (stamp < link.SalesforceStamp)
        {
            return;
        }

        var pair = PairOf(state, link);
        var result = fieldSync.FromSalesforce(pair, row);
        if (!IsPending(pair.PendingSalesforce, FieldMap.MarketoIdField))
        {
            StampRow(link, row, result);
        }

        Verified(state, EffectKind.SalesforceUpdate, link.SalesforceSubject, row);
        state.Links.Update(link with { SalesforceStamp = stamp });
        Withdraw(state, link, result.Withdrawn);
        Want(state, link, result, Lane.Enrichment, now);
    }

    private void Converted(StateTransaction state, SalesforceId leadId, Link? link, FieldBag lead, long now)
    {
        var subject = Subject.Of(leadId);
        var contact = LeadPromotionFlow.ContactOf(lead);
        var held = state.Links.BySalesforce(contact);
        if (link is null)
        {
            // Never linked as a Lead: its Contact is identified by both ids. A create that is under way ends in a link first.
            state.Outbox.Remove(EffectKind.MarketoIdentify, subject);
            if (state.Outbox.Remove(EffectKind.MarketoCreate, subject) | state.Intents.IsOpen(EffectKind.MarketoCreate, subject) | state.Intents.IsOpen(EffectKind.MarketoIdentify, subject))
            {
                outgoing.Want(state, new Effect(EffectKind.SalesforceRead, subject, Lane.Conversion, new FieldBag()) { After = TimeSpan.FromSeconds(10) }, now);
            }
            else if (held is { State: LinkState.Live } && now - StampOf(lead) < Micros.Of(OldestLateConversion))
            {
                Promote(state, held, leadId, lead, now);
            }

            return;
        }

        if (link.State != LinkState.Live)
        {
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

    private Link Promote(StateTransaction state, Link link, SalesforceId leadId, FieldBag lead, long now)
    {
        var promotion = LeadPromotionFlow.Decide(link, lead);
        state.Links.Update(promotion.Link);
        state.Links.AddAlias(leadId, link.Id, AliasRole.ConvertedLead);
        if (promotion.ToMarketo.Count > 0)
        {
            outgoing.Want(state, new Effect(EffectKind.MarketoUpdate, link.MarketoSubject, Lane.Conversion, promotion.ToMarketo), now);
        }

        if (promotion.RequestSuppression && settings.SuppressionCampaign is { } campaign && state.CampaignRequests.TryAdd(link.MarketoId, campaign, cycle: 1, now))
        {
            outgoing.Want(state, new Effect(EffectKind.MarketoRequestCampaign, link.MarketoSubject, Lane.Suppression, new FieldBag()), now);
        }

        return promotion.Link;
    }

    private static void StampRow(Link link, FieldBag row, FieldSyncResult result)
    {
        var stamp = Subject.OfPerson(link.MarketoId)[3..];
        if (row.TryGet(FieldMap.MarketoIdField, out var value) && value.AsText() != stamp)
        {
            result.ToSalesforce.Set(FieldMap.MarketoIdField, stamp);
        }
    }

    /// <summary>A write whose outcome is not known waits for this read: what the record holds now need not be sent again.</summary>
    private void Verified(StateTransaction state, EffectKind kind, string subject, FieldBag record)
    {
        if (state.Outbox.Find(kind, subject) is not { Verify: true } row)
        {
            return;
        }

        // Mapped fields are compared by their shadows when the row is sent; these have none.
        foreach (var name in new[] { FieldMap.SalesforceIdField, FieldMap.StageField, FieldMap.MarketoIdField })
        {
            if (row.Fields.TryGet(name, out var wanted) && record[name] == wanted)
            {
                row.Fields.Remove(name);
            }
        }

        outgoing.Replace(state, row with { Verify = false });
    }

    private void Withdraw(StateTransaction state, Link link, List<string> names)
    {
        if (names.Count == 0)
        {
            return;
        }

        state.Intents.Withdraw(EffectKind.SalesforceUpdate, link.SalesforceSubject, names);
        if (state.Outbox.Find(EffectKind.SalesforceUpdate, link.SalesforceSubject) is { } row)
        {
            names.ForEach(name => row.Fields.Remove(name));
            outgoing.Replace(state, row);
        }
    }

    private void Want(StateTransaction state, Link link, FieldSyncResult result, Lane lane, long now)
    {
        if (result.ToMarketo.Count > 0)
        {
            outgoing.Want(state, new Effect(EffectKind.MarketoUpdate, link.MarketoSubject, lane, result.ToMarketo), now);
        }

        if (result.ToSalesforce.Count > 0)
        {
            outgoing.Want(state, new Effect(EffectKind.SalesforceUpdate, link.SalesforceSubject, lane, result.ToSalesforce), now);
        }

        if (result.ReadMarketo)
        {
            outgoing.Want(state, new Effect(EffectKind.MarketoRead, link.MarketoSubject, lane, new FieldBag()), now);
        }

        if (result.ReadSalesforce)
        {
            outgoing.Want(state, new Effect(EffectKind.SalesforceRead, link.SalesforceSubject, lane, new FieldBag()), now);
        }
    }

    private static Pair PairOf(StateTransaction state, Link link) => new(
        link,
        Both(state.Outbox.Find(EffectKind.MarketoUpdate, link.MarketoSubject)?.Fields, state.Intents.FieldsOf(EffectKind.MarketoUpdate, link.MarketoSubject)),
        Both(state.Outbox.Find(EffectKind.SalesforceUpdate, link.SalesforceSubject)?.Fields, state.Intents.FieldsOf(EffectKind.SalesforceUpdate, link.SalesforceSubject)));

    private static FieldBag? Both(FieldBag? wanted, FieldBag? underWay)
    {
        if (wanted is null || underWay is null)
        {
            return wanted ?? underWay;
        }

        AddAll(underWay, wanted);
        return underWay;
    }

    private static void AddAll(FieldBag target, FieldBag source)
    {
        foreach (var field in source)
        {
            target.Set(field.Name, field.Value);
        }
    }

    private static bool IsPending(FieldBag? pending, string name) => pending is not null && pending.TryGet(name, out _);
}
