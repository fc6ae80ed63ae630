using SfMarketo.Sync.Flows.Firmographics;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToMarketo;

/// <summary>Writes the companies of accounts: Sync Companies, createOrUpdate by <c>externalCompanyId</c>, which is the account's Id (engine.md R15).</summary>
internal sealed class MarketoCompanySender(SenderContext context) : EffectSender
{
    private const string StoppedStatus = "stopped";

    public override EffectKind Kind => EffectKind.MarketoCompany;

    public override int MaxRecords => context.Settings.MarketoRecordsPerCall;

    public override int MaxParallel => 1;

    public override TimeSpan ServerTimeout => TimeSpan.FromSeconds(60);

    public override OutboxRow? Prepare(StateTransaction state, OutboxRow row, long now) =>
        context.Flows.Companies.IsSent(state, Subject.SalesforceId(row.Subject), row.Fields) ? null : row;

    public override async Task<CallResult<RecordAnswer[]>> SendAsync(IReadOnlyList<Intent> batch, Lane lane, CancellationToken cancellationToken)
    {
        var input = new List<FieldBag>(batch.Count);
        foreach (var intent in batch)
        {
            var company = new FieldBag(intent.Row.Fields.Count + 1) { { CompanyNews.CompanyKey, Subject.SalesforceId(intent.Row.Subject).ToString() } };
            foreach (var field in intent.Row.Fields)
            {
                company.Set(field.Name, field.Value);
            }

            input.Add(company);
        }

        var result = await context.Marketo.SyncCompaniesAsync("createOrUpdate", input, lane, cancellationToken);
        if (!result.TryGetValue(out var outcomes, out var failure) && failure.Action != ErrorAction.Coexist)
        {
            return failure;
        }

        var answers = new RecordAnswer[batch.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = RecordAnswer.Of(outcomes is null || outcomes[i].Failure is { Action: ErrorAction.Coexist } ? new RecordOutcome(i, StoppedStatus, null, null, false) : outcomes[i]);
        }

        return answers;
    }

    public override void Done(StateTransaction state, Intent intent, RecordAnswer answer, long now)
    {
        if (answer.Outcome.Status == StoppedStatus)
        {
            context.Flows.Companies.Coexist(state, now);
        }
        else
        {
            context.Flows.Companies.Sent(state, Subject.SalesforceId(intent.Row.Subject), intent.Row.Fields, now);
        }
    }

    // Keyed by the account and last value wins: it is simply sent again once the server must have ended the call.
    public override void Doubtful(StateTransaction state, Intent intent, long now)
    {
        CompanyNews.MayBeSent(state, Subject.SalesforceId(intent.Row.Subject));
        context.Outgoing.Return(state, intent.Row with { Attempts = intent.Row.Attempts + 1, Due = now + Micros.Of(ServerTimeout) });
    }
}
