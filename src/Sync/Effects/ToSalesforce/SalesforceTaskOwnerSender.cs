using SfMarketo.Sync.Flows.Engagement;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToSalesforce;

/// <summary>Finds out whose Tasks a person's activities become: the owner decides the day, and the day what becomes a Task.</summary>
internal sealed class SalesforceTaskOwnerSender(SenderContext context, Engagements engagements, TaskOwners owners) : EffectSender
{
    private const string Record = "_record";
    private const string Zone = "_zone";

    public override EffectKind Kind => EffectKind.SalesforceTaskOwner;

    public override int MaxRecords => context.Settings.SalesforceRecordsPerCall;

    public override int MaxParallel => 1;

    public override TimeSpan ServerTimeout => TimeSpan.FromSeconds(30);

    // A read of the owner touches nothing that a write could overtake.
    public override IReadOnlyList<string> Keys(OutboxRow row) => ["owner of " + row.Subject];

    public override OutboxRow? Prepare(StateTransaction state, OutboxRow row, long now)
    {
        var personId = Subject.PersonId(row.Subject);
        if (state.Links.ByPerson(personId) is not { State: LinkState.Live } link)
        {
            Engagements.RecordGone(state, personId);
            return null;
        }

        row.Fields.Set(Record, link.SalesforceId.ToString());
        return row;
    }

    public override async Task<CallResult<RecordAnswer[]>> SendAsync(IReadOnlyList<Intent> batch, Lane lane, CancellationToken cancellationToken)
    {
        var records = batch.Select(intent => intent.Row.Fields[Record].ToString()).ToList();
        var result = await owners.ResolveAsync(records, cancellationToken);
        if (!result.TryGetValue(out var found, out var failure))
        {
            return failure;
        }

        var answers = new RecordAnswer[batch.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = RecordAnswer.Of(i, found.TryGetValue(records[i], out var owner) ? [new FieldBag { { Zone, owner.Zone.Id } }] : []);
        }

        return answers;
    }

    public override void Done(StateTransaction state, Intent intent, RecordAnswer answer, long now)
    {
        var personId = Subject.PersonId(intent.Row.Subject);
        if (state.Links.ByPerson(personId) is { State: LinkState.Live } link && link.SalesforceId.ToString() != intent.Row.Fields[Record].AsText())
        {
            // Converted while it was asked: the Contact's owner counts.
            engagements.Linked(state, personId, now);
        }
        else if (answer.Found.Count == 0)
        {
            Engagements.RecordGone(state, personId);
        }
        else
        {
            engagements.OwnerKnown(state, personId, OwnerDay.ZoneOf(answer.Found[0][Zone].AsText()), now);
        }
    }

    public override void Doubtful(StateTransaction state, Intent intent, long now) =>
        context.Outgoing.Return(state, intent.Row with { Attempts = intent.Row.Attempts + 1, Due = now + Micros.Of(TimeSpan.FromSeconds(2)) });
}
