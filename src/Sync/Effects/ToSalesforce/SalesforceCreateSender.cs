using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.Salesforce;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToSalesforce;

/// <summary>Creates Leads of qualified people: upsert on <c>MarketoPersonId__c</c> with the assignment rule, in calls that hold creates alone (engine.md R13).</summary>
internal sealed class SalesforceCreateSender(SenderContext context) : EffectSender
{
    public override EffectKind Kind => EffectKind.SalesforceCreate;

    public override int MaxRecords => context.Settings.SalesforceRecordsPerCall;

    public override int MaxParallel => 2;

    public override TimeSpan ServerTimeout => TimeSpan.FromSeconds(60);

    public override string Owner(string subject) => NewLeads.Owner(subject);

    public override IReadOnlyList<string> Keys(OutboxRow row) => NewLeads.Keys(row);

    public override bool HoldsKeys(StateTransaction state, string subject) =>
        NewLeads.HoldsKeys(state, subject) || state.Outbox.Find(EffectKind.SalesforceIdentify, subject) is not null;

    public override async Task<CallResult<RecordAnswer[]>> SendAsync(IReadOnlyList<Intent> batch, Lane lane, CancellationToken cancellationToken)
    {
        var records = new List<FieldBag>(batch.Count);
        foreach (var intent in batch)
        {
            records.Add(NewLead(intent.Row));
        }

        var result = await context.Salesforce.UpsertManyAsync("Lead", FieldMap.MarketoIdField, records, AutoAssign.True, cancellationToken);
        return result.TryGetValue(out var outcomes, out var failure) ? Array.ConvertAll(outcomes, RecordAnswer.Of) : failure;
    }

    public override OutboxRow? Prepare(StateTransaction state, OutboxRow row, long now)
    {
        // The moment is looked up here, as late as possible: it may have been read after the qualification.
        if (state.Moments.Find(Subject.PersonId(row.Subject)) is { } moment)
        {
            row.Fields.Set(FieldMap.InterestingMomentField, moment);
        }

        return row;
    }

    public override void Done(StateTransaction state, Intent intent, RecordAnswer answer, long now)
    {
        // What was sent is what the Lead holds now; its defaults come with its first read.
        var lead = NewLead(intent.Row);
        lead.Set("Id", answer.Outcome.Id);
        context.Flows.Adopt(state, lead, intent.Row.Fields, intent.Row.Lane, now);
    }

    public override void Doubtful(StateTransaction state, Intent intent, long now) =>
        context.WantAfterDoubt(state, EffectKind.SalesforceIdentify, intent.Row.Subject, intent.Row.Lane, intent.Row.Fields, ServerTimeout, now);

    public override bool Exists(StateTransaction state, Intent intent, long now)
    {
        context.Outgoing.Want(state, new Effect(EffectKind.SalesforceIdentify, intent.Row.Subject, intent.Row.Lane, intent.Row.Fields), now);
        return true;
    }

    private FieldBag NewLead(OutboxRow row)
    {
        row.Fields.Set("id", Subject.PersonId(row.Subject));
        return context.Flows.QualifiedLeads.NewLead(row.Fields, row.Fields[FieldMap.InterestingMomentField].AsText());
    }
}
