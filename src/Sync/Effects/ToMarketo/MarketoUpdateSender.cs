using SfMarketo.Sync.Flows.FieldSync;
using SfMarketo.Sync.Flows.Firmographics;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToMarketo;

/// <summary>Writes fields of known people by their id: Sync Leads, updateOnly.</summary>
internal sealed class MarketoUpdateSender(SenderContext context) : EffectSender
{
    public override EffectKind Kind => EffectKind.MarketoUpdate;

    public override int MaxRecords => context.Settings.MarketoRecordsPerCall;

    public override int MaxParallel => context.Settings.Pacing.Permits;

    public override TimeSpan ServerTimeout => TimeSpan.FromSeconds(90);

    public override OutboxRow? Prepare(StateTransaction state, OutboxRow row, long now)
    {
        if (state.Links.ByPerson(Subject.PersonId(row.Subject)) is not { State: LinkState.Live } link)
        {
            return null;
        }

        var map = context.Settings.Map;
        for (var i = 0; i < map.Fields.Count; i++)
        {
            var field = map.Fields[i];
            if (row.Fields.TryGet(field.Marketo, out var value) && context.Canonical.Hash(field.Type, value) == link.Shadow.Marketo(i))
            {
                row.Fields.Remove(field.Marketo);
            }
        }

        if (row.Fields.Count == 0)
        {
            return null;
        }

        context.Consent.Accompany(map, link.Shadow, row.Fields);
        if (ConsentPolicy.Forget(map, link.Shadow, row.Fields, record: null))
        {
            state.Links.Update(link);
        }

        return row;
    }

    public override async Task<CallResult<RecordAnswer[]>> SendAsync(IReadOnlyList<Intent> batch, Lane lane, CancellationToken cancellationToken)
    {
        var input = new List<FieldBag>(batch.Count);
        foreach (var intent in batch)
        {
            var record = new FieldBag(intent.Row.Fields.Count + 1) { { "id", Subject.PersonId(intent.Row.Subject) } };
            foreach (var field in intent.Row.Fields)
            {
                record.Set(field.Name, field.Value);
            }

            input.Add(record);
        }

        var result = await context.Marketo.SyncLeadsAsync("updateOnly", "id", input, lane, cancellationToken);
        return result.TryGetValue(out var outcomes, out var failure) ? Array.ConvertAll(outcomes, RecordAnswer.Of) : failure;
    }

    public override void Done(StateTransaction state, Intent intent, RecordAnswer answer, long now)
    {
        if (state.Links.ByPerson(Subject.PersonId(intent.Row.Subject)) is not { } link)
        {
            return;
        }

        var map = context.Settings.Map;
        for (var i = 0; i < map.Fields.Count; i++)
        {
            if (intent.Row.Fields.TryGet(map.Fields[i].Marketo, out var value))
            {
                link.Shadow.SetMarketo(i, context.Canonical.Hash(map.Fields[i].Type, value));
            }
        }

        state.Links.Update(link);
        if (context.Consent.Accompany(map, link.Shadow, intent.Row.Fields))
        {
            // Whether Marketo has kept the opt-out with the new address is seen there only.
            context.Outgoing.Want(state, new Effect(EffectKind.MarketoRead, intent.Row.Subject, Lane.Consent, new FieldBag()), now);
        }
    }

    public override void Doubtful(StateTransaction state, Intent intent, long now)
    {
        context.Outgoing.Return(state, intent.Row with { Verify = true, Attempts = intent.Row.Attempts + 1 });
        context.WantAfterDoubt(state, EffectKind.MarketoRead, intent.Row.Subject, intent.Row.Lane, new FieldBag(), ServerTimeout, now);
    }

    public override bool Gone(StateTransaction state, Intent intent, long now)
    {
        if (intent.Row.Fields.Remove(CompanyNews.CompanyKey))
        {
            // It may be the company that is not there: the rest goes alone.
            context.Flows.Companies.Refused(state, Subject.PersonId(intent.Row.Subject), intent.Row.Lane, now);
            if (intent.Row.Fields.Count > 0)
            {
                context.Outgoing.Return(state, intent.Row with { Attempts = intent.Row.Attempts + 1, Due = now });
            }

            return true;
        }

        Flows.FlowRunner.PersonGone(state, Subject.PersonId(intent.Row.Subject), now);
        return true;
    }
}
