using SfMarketo.Sync.Flows.LeadPromotion;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToMarketo;

/// <summary>Requests the suppression campaign for promoted people. A request acts each time, so doubt is settled by its witness, the activity it logs.</summary>
internal sealed class MarketoRequestCampaignSender(SenderContext context, CampaignDirectory campaigns) : EffectSender
{
    public override EffectKind Kind => EffectKind.MarketoRequestCampaign;

    public override int MaxRecords => Math.Min(100, context.Settings.MarketoRecordsPerCall);

    public override int MaxParallel => 1;

    public override TimeSpan ServerTimeout => SuppressionRequests.ServerTimeout;

    /// <summary>The person is written first: the campaign must see it promoted.</summary>
    public override bool MustWait(StateTransaction state, OutboxRow row) => state.Outbox.Find(EffectKind.MarketoUpdate, row.Subject) is not null;

    public override async Task<CallResult<RecordAnswer[]>> SendAsync(IReadOnlyList<Intent> batch, Lane lane, CancellationToken cancellationToken)
    {
        var campaign = await campaigns.SuppressionAsync(cancellationToken);
        if (!campaign.TryGetValue(out var id, out var failure))
        {
            return failure;
        }

        var people = batch.Select(intent => Subject.PersonId(intent.Row.Subject)).ToArray();
        var result = await context.Marketo.RequestCampaignAsync(id, people, lane, cancellationToken);
        if (!result.TryGetValue(out _, out failure))
        {
            return failure;
        }

        var answers = new RecordAnswer[batch.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = RecordAnswer.Of(new RecordOutcome(i, "requested", null, null, false));
        }

        return answers;
    }

    public override void Done(StateTransaction state, Intent intent, RecordAnswer answer, long now)
    {
        // That it was requested is in campaign_request since it was wanted.
    }

    public override void Doubtful(StateTransaction state, Intent intent, long now)
    {
        var fields = new FieldBag { { "sentAt", (decimal)intent.SentAt } };
        context.WantAfterDoubt(state, EffectKind.MarketoWitness, intent.Row.Subject, intent.Row.Lane, fields, ServerTimeout, now);
    }

    public override bool Gone(StateTransaction state, Intent intent, long now)
    {
        Flows.FlowRunner.PersonGone(state, Subject.PersonId(intent.Row.Subject), now);
        return true;
    }
}
