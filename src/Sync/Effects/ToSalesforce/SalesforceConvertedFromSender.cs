using SfMarketo.Sync.Effects.ToMarketo;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToSalesforce;

/// <summary>Asks for the Leads that unlinked Contacts were converted from: a Contact may be read before its converted Lead (engine.md R7).</summary>
internal sealed class SalesforceConvertedFromSender(SenderContext context) : EffectSender
{
    public override EffectKind Kind => EffectKind.SalesforceConvertedFrom;

    public override int MaxRecords => context.Settings.SalesforceRecordsPerCall;

    public override int MaxParallel => 1;

    public override TimeSpan ServerTimeout => TimeSpan.FromSeconds(30);

    public override OutboxRow? Prepare(StateTransaction state, OutboxRow row, long now)
    {
        if (state.Links.BySalesforce(Subject.SalesforceId(row.Subject)) is null)
        {
            return row;
        }

        context.Flows.SalesforceRow(state, row.Fields, now);
        return null;
    }

    public override async Task<CallResult<RecordAnswer[]>> SendAsync(IReadOnlyList<Intent> batch, Lane lane, CancellationToken cancellationToken)
    {
        var ids = batch.Select(intent => Subject.SalesforceId(intent.Row.Subject).ToString());
        var result = await context.Salesforce.QueryAllPagesAsync($"SELECT {context.Shapes.LeadFields} FROM Lead WHERE ConvertedContactId IN ({Soql.List(ids)})", deletedToo: false, Soql.MostRows, cancellationToken);
        if (!result.TryGetValue(out var leads, out var failure))
        {
            return failure;
        }

        var answers = new RecordAnswer[batch.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            var id = Subject.SalesforceId(batch[i].Row.Subject).ToString();
            answers[i] = RecordAnswer.Of(i, [.. leads.Where(lead => lead["ConvertedContactId"].AsText() == id)]);
        }

        return answers;
    }

    public override void Done(StateTransaction state, Intent intent, RecordAnswer answer, long now)
    {
        var contact = intent.Row.Fields;
        foreach (var lead in answer.Found)
        {
            // Promotes the Lead's pair when there is one.
            context.Flows.SalesforceRow(state, lead, now);
            contact.Set(NewPeople.FormerLeadField, lead["Id"]);
            contact.Set(NewPeople.FormerPersonField, lead[FieldMap.MarketoIdField]);
        }

        if (state.Links.BySalesforce(Subject.SalesforceId(intent.Row.Subject)) is not null)
        {
            context.Flows.SalesforceRow(state, contact, now);
        }
        else
        {
            context.Outgoing.Want(state, new Effect(EffectKind.MarketoIdentify, intent.Row.Subject, intent.Row.Lane, contact) { After = TimeSpan.Zero }, now);
        }
    }

    public override void Doubtful(StateTransaction state, Intent intent, long now) =>
        context.Outgoing.Return(state, intent.Row with { Attempts = intent.Row.Attempts + 1, Due = now + Micros.Of(TimeSpan.FromSeconds(2)) });
}
