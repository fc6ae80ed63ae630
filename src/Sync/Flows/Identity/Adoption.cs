using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Effects.ToMarketo;
using SfMarketo.Sync.Flows.FieldSync;
using SfMarketo.Sync.Flows.QualifiedLeads;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows.Identity;

/// <summary>Makes pairs of what was matched or created.</summary>
internal sealed class Adoption(SyncSettings settings, FieldSyncFlow fieldSync, PairWrites writes, RecordVersions records, ContactNews contacts, Outgoing outgoing)
{
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
            records.Read(state, row, now);
            return;
        }

        if (state.Links.IsTombstone(Subject.OfPerson(personId)))
        {
            Bury(state, row, personId, now);
            return;
        }

        var link = state.Links.Add(new Link
        {
            MarketoId = personId,
            SalesforceId = id,
            Stage = person[FieldMap.StageField].AsText() ?? "",
            SalesforceStamp = RecordVersions.StampOf(row),
            Shadow = new Shadow(settings.Map.Fields.Count),
        });
        if (link is null)
        {
            // The person has its record: this one is a second record of the same human.
            Follow(state, id, personId, now);
            return;
        }

        var result = fieldSync.FirstMeeting(PairWrites.PairOf(state, link), row, person);
        if (person[FieldMap.SalesforceIdField].AsText() != id.ToString())
        {
            result.ToMarketo.Set(FieldMap.SalesforceIdField, id.ToString());
        }

        PairWrites.StampRow(link, row, result);
        if (QualifiedLeadFlow.IsQualified(person))
        {
            PairWrites.AddAll(result.ToSalesforce, QualifiedLeadFlow.ForExisting(state.Moments.Find(personId)));
        }

        state.Links.Update(link);
        writes.Want(state, link, result, lane, now);
        contacts.Read(state, link, row, person, now);
        if (SalesforceId.TryParse(row[NewPeople.FormerLeadField].AsText(), out var lead) && state.Links.ByAlias(lead) is null)
        {
            state.Outbox.Remove(EffectKind.MarketoIdentify, Subject.Of(lead));
            // Converted before it was ever linked: the promotion that its Lead was due is read again, now that there is a pair.
            outgoing.Want(state, new Effect(EffectKind.SalesforceRead, Subject.Of(lead), Lane.Conversion, new FieldBag()) { After = TimeSpan.Zero }, now);
        }
    }

    /// <summary>A record names a person who was deleted, of whom the state knows nothing else: it is not made again.</summary>
    public void Bury(StateTransaction state, FieldBag row, int personId, long now)
    {
        var link = new Link { MarketoId = personId, SalesforceId = SalesforceId.Parse(row["Id"].ToString()), State = LinkState.Tombstone, Shadow = new Shadow(settings.Map.Fields.Count) };
        state.Incidents.Add(now, "its person was deleted", link.SalesforceSubject, $"names person {personId}, who was deleted in Marketo; clear {FieldMap.MarketoIdField} to have one made anew");
        state.Links.Add(link);
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
}
