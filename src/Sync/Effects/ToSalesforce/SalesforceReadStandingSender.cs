using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToSalesforce;

/// <summary>Reads all opportunities of Contacts by their roles, so that each Contact is judged by all of them at once.</summary>
internal sealed class SalesforceReadStandingSender(SenderContext context) : EffectSender
{
    public override EffectKind Kind => EffectKind.SalesforceReadStanding;

    public override int MaxRecords => context.Settings.SalesforceRecordsPerCall;

    public override int MaxParallel => 2;

    public override TimeSpan ServerTimeout => TimeSpan.FromSeconds(30);

    // The Contact's own key stays free: it is not written here, and its reads and writes must not wait for this.
    public override IReadOnlyList<string> Keys(OutboxRow row) => ["standing:" + row.Subject];

    public override async Task<CallResult<RecordAnswer[]>> SendAsync(IReadOnlyList<Intent> batch, Lane lane, CancellationToken cancellationToken)
    {
        var ids = batch.Select(intent => Subject.SalesforceId(intent.Row.Subject).ToString());
        var soql = "SELECT Id, OpportunityId, ContactId, Opportunity.StageName, Opportunity.IsClosed, Opportunity.IsWon, Opportunity.CloseDate, Opportunity.IsDeleted "
            + $"FROM OpportunityContactRole WHERE ContactId IN ({Soql.List(ids)}) ORDER BY Id";
        var result = await context.Salesforce.QueryAllPagesAsync(soql, deletedToo: false, Soql.MostRows, cancellationToken);
        return result.TryGetValue(out var roles, out var failure) ? Answers.ByKey(batch, roles, "ContactId") : failure;
    }

    public override void Done(StateTransaction state, Intent intent, RecordAnswer answer, long now) =>
        context.Flows.Standings.Judged(state, Subject.SalesforceId(intent.Row.Subject), answer.Found, now);

    public override void Doubtful(StateTransaction state, Intent intent, long now) => context.ReadAgain(state, intent, now);
}
