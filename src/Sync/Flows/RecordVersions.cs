using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Flows.FieldSync;
using SfMarketo.Sync.Flows.LeadPromotion;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows;

/// <summary>Versions of Leads and Contacts: converted ones are promoted, unlinked ones looked up, those of a pair brought to its person.</summary>
internal sealed class RecordVersions(FieldSyncFlow fieldSync, PairWrites writes, Conversions conversions, ContactNews contacts, Outgoing outgoing)
{
    /// <summary>The row's SystemModstamp in microseconds; 0 without one.</summary>
    public static long StampOf(FieldBag row) =>
        DateTimeOffset.TryParse(row["SystemModstamp"].AsText(), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var stamp) ? Micros.From(stamp) : 0;

    /// <summary>A Lead or Contact was read.</summary>
    /// <param name="state">The running transaction.</param>
    /// <param name="row">With Id, SystemModstamp, the mapped fields and, for Leads, the conversion fields.</param>
    /// <param name="now">Microseconds.</param>
    public void Read(StateTransaction state, FieldBag row, long now)
    {
        var id = SalesforceId.Parse(row["Id"].ToString());
        var link = state.Links.BySalesforce(id);
        if (link is null && state.Links.ByAlias(id) is not null)
        {
            return;
        }

        if (LeadPromotionFlow.IsConverted(row))
        {
            conversions.Converted(state, id, link, row, now);
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

    private void Version(StateTransaction state, Link link, FieldBag row, long now)
    {
        var stamp = StampOf(row);
        if (stamp < link.SalesforceStamp)
        {
            if (state.Outbox.Find(EffectKind.SalesforceUpdate, link.SalesforceSubject) is { Verify: true })
            {
                // A write waits for what the record holds now, and this is older than what was seen already.
                outgoing.Want(state, new Effect(EffectKind.SalesforceRead, link.SalesforceSubject, Lane.Enrichment, new FieldBag()), now);
            }

            return;
        }

        var pair = PairWrites.PairOf(state, link);
        var result = fieldSync.FromSalesforce(pair, row);
        if (!PairWrites.IsPending(pair.PendingSalesforce, FieldMap.MarketoIdField))
        {
            PairWrites.StampRow(link, row, result);
        }

        writes.Verified(state, EffectKind.SalesforceUpdate, link.SalesforceSubject, row);
        state.Links.Update(link with { SalesforceStamp = stamp });
        writes.Withdraw(state, link, result.Withdrawn);
        writes.Want(state, link, result, Lane.Enrichment, now);
        contacts.Read(state, link, row, null, now);
    }
}
