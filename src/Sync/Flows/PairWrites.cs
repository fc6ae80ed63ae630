using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Flows.FieldSync;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows;

/// <summary>What becomes of a decision about a pair: what is pending is taken into account, writes are wanted, withdrawn or released.</summary>
internal sealed class PairWrites(Outgoing outgoing)
{
    /// <summary>The link with the writes that are wanted or under way on both sides.</summary>
    public static Pair PairOf(StateTransaction state, Link link) => new(
        link,
        Both(state.Outbox.Find(EffectKind.MarketoUpdate, link.MarketoSubject)?.Fields, state.Intents.FieldsOf(EffectKind.MarketoUpdate, link.MarketoSubject)),
        Both(state.Outbox.Find(EffectKind.SalesforceUpdate, link.SalesforceSubject)?.Fields, state.Intents.FieldsOf(EffectKind.SalesforceUpdate, link.SalesforceSubject)))
    {
        RefusedByMarketo = state.DeadLetters.Has(EffectKind.MarketoUpdate, link.MarketoSubject),
        RefusedBySalesforce = state.DeadLetters.Has(EffectKind.SalesforceUpdate, link.SalesforceSubject),
    };

    /// <summary>Wants the row to carry its person's id.</summary>
    public static void StampRow(Link link, FieldBag row, FieldSyncResult result)
    {
        var stamp = Subject.OfPerson(link.MarketoId)[3..];
        if (row.TryGet(FieldMap.MarketoIdField, out var value) && value.AsText() != stamp)
        {
            result.ToSalesforce.Set(FieldMap.MarketoIdField, stamp);
        }
    }

    public static bool IsPending(FieldBag? pending, string name) => pending is not null && pending.TryGet(name, out _);

    public static void AddAll(FieldBag target, FieldBag source)
    {
        foreach (var field in source)
        {
            target.Set(field.Name, field.Value);
        }
    }

    /// <summary>A write whose outcome is not known waits for this read: what the record holds now need not be sent again.</summary>
    public void Verified(StateTransaction state, EffectKind kind, string subject, FieldBag record)
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

        if (row.Fields.TryGet(FieldMap.StageField, out _) && !Stage.MayPromote(record[FieldMap.StageField].AsText() ?? ""))
        {
            // It has gone on since: no step back.
            row.Fields.Remove(FieldMap.StageField);
        }

        outgoing.Replace(state, row with { Verify = false });
    }

    /// <summary>A newer version won over fields that were to be written to Salesforce.</summary>
    public void Withdraw(StateTransaction state, Link link, List<string> names)
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

    public void Want(StateTransaction state, Link link, FieldSyncResult result, Lane lane, long now)
    {
        lane = result.IsConsent ? Lane.Consent : lane;
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

    private static FieldBag? Both(FieldBag? wanted, FieldBag? underWay)
    {
        if (wanted is null || underWay is null)
        {
            return wanted ?? underWay;
        }

        AddAll(underWay, wanted);
        return underWay;
    }
}
