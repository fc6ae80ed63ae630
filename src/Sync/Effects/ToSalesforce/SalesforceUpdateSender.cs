using SfMarketo.Sync.Flows.FieldSync;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.Salesforce;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToSalesforce;

/// <summary>Writes fields of known Leads and Contacts: sObject Collections, by Id, never with assignment (engine.md section 0: an absent header would assign).</summary>
internal sealed class SalesforceUpdateSender(SenderContext context) : EffectSender
{
    public override EffectKind Kind => EffectKind.SalesforceUpdate;

    public override int MaxRecords => context.Settings.SalesforceRecordsPerCall;

    public override int MaxParallel => 4;

    public override TimeSpan ServerTimeout => TimeSpan.FromSeconds(60);

    public override string? Group(StateTransaction state, OutboxRow row) =>
        state.Links.BySalesforce(Subject.SalesforceId(row.Subject)) is { } link ? ParentLocks.Of(state, link) : null;

    public override OutboxRow? Prepare(StateTransaction state, OutboxRow row, long now)
    {
        if (state.Links.BySalesforce(Subject.SalesforceId(row.Subject)) is not { State: LinkState.Live } link)
        {
            return null;
        }

        var map = context.Settings.Map;
        for (var i = 0; i < map.Fields.Count; i++)
        {
            if (map.Fields[i].On(link.Object) is { } name && row.Fields.TryGet(name, out var value) && context.Canonical.Hash(map.Fields[i].Type, value) == link.Shadow.Salesforce(i))
            {
                row.Fields.Remove(name);
            }
        }

        if (row.Fields.Count > 0 && ConsentPolicy.Forget(map, link.Shadow, row.Fields, link.Object))
        {
            state.Links.Update(link);
        }

        return row.Fields.Count == 0 ? null : row;
    }

    public override async Task<CallResult<RecordAnswer[]>> SendAsync(IReadOnlyList<Intent> batch, Lane lane, CancellationToken cancellationToken)
    {
        // Runs of one type: a collection may change its type ten times only.
        var order = Enumerable.Range(0, batch.Count).OrderBy(i => batch[i].Row.Subject, StringComparer.Ordinal).ToArray();
        var records = new List<(string Object, SalesforceId Id, FieldBag Fields)>(batch.Count);
        foreach (var i in order)
        {
            var id = Subject.SalesforceId(batch[i].Row.Subject);
            records.Add((id.KeyPrefix.SequenceEqual("003") ? "Contact" : "Lead", id, batch[i].Row.Fields));
        }

        var result = await context.Salesforce.UpdateManyAsync(records, allOrNone: false, AutoAssign.False, cancellationToken);
        if (!result.TryGetValue(out var outcomes, out var failure))
        {
            return failure;
        }

        var answers = new RecordAnswer[batch.Count];
        for (var place = 0; place < order.Length; place++)
        {
            answers[order[place]] = RecordAnswer.Of(outcomes[place]);
        }

        return answers;
    }

    public override void Done(StateTransaction state, Intent intent, RecordAnswer answer, long now)
    {
        if (state.Links.BySalesforce(Subject.SalesforceId(intent.Row.Subject)) is not { } link)
        {
            return;
        }

        var map = context.Settings.Map;
        for (var i = 0; i < map.Fields.Count; i++)
        {
            if (map.Fields[i].On(link.Object) is { } name && intent.Row.Fields.TryGet(name, out var value))
            {
                link.Shadow.SetSalesforce(i, context.Canonical.Hash(map.Fields[i].Type, value));
            }
        }

        state.Links.Update(link);
    }

    public override void Doubtful(StateTransaction state, Intent intent, long now)
    {
        context.Outgoing.Return(state, intent.Row with { Verify = true, Attempts = intent.Row.Attempts + 1 });
        context.WantAfterDoubt(state, EffectKind.SalesforceRead, intent.Row.Subject, intent.Row.Lane, new FieldBag(), ServerTimeout, now);
    }

    public override bool Converted(StateTransaction state, Intent intent, long now)
    {
        // The Lead's read tells of its Contact; the person's read finds again what was to be written.
        context.Outgoing.Want(state, new Effect(EffectKind.SalesforceRead, intent.Row.Subject, Lane.Conversion, new FieldBag()) { After = TimeSpan.Zero }, now);
        if (state.Links.BySalesforce(Subject.SalesforceId(intent.Row.Subject)) is { } link)
        {
            context.Outgoing.Want(state, new Effect(EffectKind.MarketoRead, link.MarketoSubject, Lane.Conversion, new FieldBag()) { After = TimeSpan.FromSeconds(5) }, now);
        }

        return true;
    }

    public override bool Gone(StateTransaction state, Intent intent, long now)
    {
        // Deleted in Salesforce: the pair rests until the record comes back.
        state.Incidents.Add(now, "Salesforce record is gone", intent.Row.Subject, "a write was refused as the row is deleted");
        return true;
    }
}
