using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToSalesforce;

/// <summary>Reads Leads and Contacts by Id: one query for each object, up to 200 ids.</summary>
internal sealed class SalesforceReadSender(SenderContext context) : EffectSender
{
    public override EffectKind Kind => EffectKind.SalesforceRead;

    public override int MaxRecords => context.Settings.SalesforceRecordsPerCall;

    public override int MaxParallel => 2;

    public override TimeSpan ServerTimeout => TimeSpan.FromSeconds(30);

    public override async Task<CallResult<RecordAnswer[]>> SendAsync(IReadOnlyList<Intent> batch, Lane lane, CancellationToken cancellationToken)
    {
        var answers = new RecordAnswer[batch.Count];
        var places = new Dictionary<string, int>(batch.Count, StringComparer.Ordinal);
        for (var i = 0; i < batch.Count; i++)
        {
            answers[i] = RecordAnswer.Of(i, []);
            places[Subject.SalesforceId(batch[i].Row.Subject).ToString()] = i;
        }

        foreach (var (record, prefix) in new[] { (SalesforceObject.Lead, "00Q"), (SalesforceObject.Contact, "003") })
        {
            var ids = places.Keys.Where(id => id.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
            if (ids.Count == 0)
            {
                continue;
            }

            var result = await context.Salesforce.QueryAllPagesAsync($"SELECT {context.Shapes.FieldsOf(record)} FROM {record} WHERE Id IN ({Soql.List(ids)})", deletedToo: false, Soql.MostRows, cancellationToken);
            if (!result.TryGetValue(out var rows, out var failure))
            {
                return failure;
            }

            foreach (var row in rows)
            {
                var place = places[row["Id"].ToString()];
                answers[place] = RecordAnswer.Of(place, [row]);
            }
        }

        return answers;
    }

    public override void Done(StateTransaction state, Intent intent, RecordAnswer answer, long now)
    {
        if (answer.Found.Count > 0)
        {
            context.Flows.SalesforceRow(state, answer.Found[0], now);
        }
        else
        {
            state.Incidents.Add(now, "Salesforce record is gone", intent.Row.Subject, "a read by Id found no row");
            if (state.Outbox.Find(EffectKind.SalesforceUpdate, intent.Row.Subject) is { Verify: true })
            {
                state.Outbox.Remove(EffectKind.SalesforceUpdate, intent.Row.Subject);
            }
        }
    }

    public override void GivenUp(StateTransaction state, Intent intent, CallFailure failure, long now) =>
        SenderContext.GiveUpUnverified(state, EffectKind.SalesforceUpdate, intent.Row.Subject, failure, now);

    public override void Doubtful(StateTransaction state, Intent intent, long now) =>
        context.Outgoing.Return(state, intent.Row with { Attempts = intent.Row.Attempts + 1, Due = now + Micros.Of(TimeSpan.FromSeconds(2)) });
}
