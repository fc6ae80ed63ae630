using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToSalesforce;

/// <summary>Reads the contact roles of changed opportunities, deleted roles too: those people are judged anew.</summary>
internal sealed class SalesforceReadRolesSender(SenderContext context) : EffectSender
{
    public override EffectKind Kind => EffectKind.SalesforceReadRoles;

    public override int MaxRecords => context.Settings.SalesforceRecordsPerCall;

    public override int MaxParallel => 1;

    public override TimeSpan ServerTimeout => TimeSpan.FromSeconds(30);

    public override async Task<CallResult<RecordAnswer[]>> SendAsync(IReadOnlyList<Intent> batch, Lane lane, CancellationToken cancellationToken)
    {
        var ids = batch.Select(intent => Subject.SalesforceId(intent.Row.Subject).ToString());
        var soql = $"SELECT Id, OpportunityId, ContactId, IsDeleted, Opportunity.IsDeleted FROM OpportunityContactRole WHERE OpportunityId IN ({Soql.List(ids)}) ORDER BY Id";
        var result = await context.Salesforce.QueryAllPagesAsync(soql, deletedToo: true, Soql.MostRows, cancellationToken);
        return result.TryGetValue(out var roles, out var failure) ? Answers.ByKey(batch, roles, "OpportunityId") : failure;
    }

    public override void Done(StateTransaction state, Intent intent, RecordAnswer answer, long now) =>
        context.Flows.Standings.Roles(state, Subject.SalesforceId(intent.Row.Subject), answer.Found, now);

    public override void Doubtful(StateTransaction state, Intent intent, long now) => context.ReadAgain(state, intent, now);
}
