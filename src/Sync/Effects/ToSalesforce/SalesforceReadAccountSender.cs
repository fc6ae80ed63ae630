using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToSalesforce;

/// <summary>Reads accounts by Id, up to 200 in a query.</summary>
internal sealed class SalesforceReadAccountSender(SenderContext context) : EffectSender
{
    public override EffectKind Kind => EffectKind.SalesforceReadAccount;

    public override int MaxRecords => context.Settings.SalesforceRecordsPerCall;

    public override int MaxParallel => 1;

    public override TimeSpan ServerTimeout => TimeSpan.FromSeconds(30);

    public override OutboxRow? Prepare(StateTransaction state, OutboxRow row, long now) => context.Settings.Firmographics is null ? null : row;

    public override async Task<CallResult<RecordAnswer[]>> SendAsync(IReadOnlyList<Intent> batch, Lane lane, CancellationToken cancellationToken)
    {
        var ids = batch.Select(intent => Subject.SalesforceId(intent.Row.Subject).ToString());
        var soql = $"SELECT {context.Settings.Firmographics!.AccountFields} FROM Account WHERE Id IN ({Soql.List(ids)})";
        var result = await context.Salesforce.QueryAllPagesAsync(soql, deletedToo: false, Soql.MostRows, cancellationToken);
        return result.TryGetValue(out var accounts, out var failure) ? Answers.ByKey(batch, accounts, "Id") : failure;
    }

    public override void Done(StateTransaction state, Intent intent, RecordAnswer answer, long now)
    {
        if (answer.Found.Count > 0)
        {
            context.Flows.Companies.Account(state, answer.Found[0], asked: true, now);
        }
        else
        {
            state.Incidents.Add(now, "account is gone", intent.Row.Subject, "a read by Id found no row");
        }
    }

    public override void Doubtful(StateTransaction state, Intent intent, long now) => context.ReadAgain(state, intent, now);
}
