using SfMarketo.Sync.Flows.LeadPromotion;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.Sources;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToMarketo;

/// <summary>Looks for the Request Campaign activity of people whose request may or may not have been executed; requests again only without it (engine.md R9).</summary>
internal sealed class MarketoWitnessSender(SenderContext context, CampaignDirectory campaigns, ActivityTypeDirectory types) : EffectSender
{
    /// <summary>Clocks of the systems and of this machine may differ so much. To look further back costs hardly more: a request is made once for a person, whenever it was.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

    public override EffectKind Kind => EffectKind.MarketoWitness;

    public override int MaxRecords => 300; // one reading of the log serves them all

    public override int MaxParallel => 1;

    public override TimeSpan ServerTimeout => TimeSpan.FromSeconds(30);

    public override async Task<CallResult<RecordAnswer[]>> SendAsync(IReadOnlyList<Intent> batch, Lane lane, CancellationToken cancellationToken)
    {
        var since = batch.Min(intent => (long)intent.Row.Fields[SuppressionRequests.SentAt].AsNumber()!.Value);
        var token = await context.Marketo.GetPagingTokenAsync(Micros.ToInstant(since) - Skew, lane, cancellationToken);
        if (!token.TryGetValue(out var next, out var failure))
        {
            return failure;
        }

        var campaign = await campaigns.SuppressionAsync(cancellationToken);
        if (!campaign.TryGetValue(out var id, out failure))
        {
            return failure;
        }

        var known = await types.GetAsync(cancellationToken);
        if (!known.TryGetValue(out var ids, out failure))
        {
            return failure;
        }

        var seen = new HashSet<int>();
        var more = true;
        while (more)
        {
            var page = await context.Marketo.GetActivitiesAsync(next, [ids.RequestCampaign], lane, cancellationToken);
            if (!page.TryGetValue(out var activities, out failure))
            {
                return failure;
            }

            foreach (var activity in activities.Rows)
            {
                if (activity.PrimaryAttributeValueId == id)
                {
                    seen.Add(activity.LeadId.Value);
                }
            }

            (next, more) = (activities.NextToken, activities.More);
        }

        var answers = new RecordAnswer[batch.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = RecordAnswer.Of(i, seen.Contains(Subject.PersonId(batch[i].Row.Subject)) ? [batch[i].Row.Fields] : []);
        }

        return answers;
    }

    public override void Done(StateTransaction state, Intent intent, RecordAnswer answer, long now)
    {
        if (answer.Found.Count == 0)
        {
            context.Outgoing.Want(state, new Effect(EffectKind.MarketoRequestCampaign, intent.Row.Subject, intent.Row.Lane, new FieldBag()) { After = TimeSpan.Zero }, now);
        }
    }

    public override void Doubtful(StateTransaction state, Intent intent, long now) =>
        context.Outgoing.Return(state, intent.Row with { Attempts = intent.Row.Attempts + 1, Due = now + Micros.Of(TimeSpan.FromSeconds(2)) });
}
