using System.Globalization;
using SfMarketo.Sync.Flows.FieldSync;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToMarketo;

/// <summary>Reads people by their ids.</summary>
internal sealed class MarketoReadSender(SenderContext context) : EffectSender
{
    public override EffectKind Kind => EffectKind.MarketoRead;

    public override int MaxRecords => Math.Min(300, Math.Max(context.Settings.MarketoRecordsPerCall, 1));

    public override int MaxParallel => context.Settings.Pacing.Permits;

    public override TimeSpan ServerTimeout => TimeSpan.FromSeconds(60);

    // The key is shared with writes: a person is not read while it is written.
    public override async Task<CallResult<RecordAnswer[]>> SendAsync(IReadOnlyList<Intent> batch, Lane lane, CancellationToken cancellationToken)
    {
        var ids = new List<string>(batch.Count);
        var places = new Dictionary<int, int>(batch.Count);
        for (var i = 0; i < batch.Count; i++)
        {
            var id = Subject.PersonId(batch[i].Row.Subject);
            ids.Add(id.ToString(CultureInfo.InvariantCulture));
            places[id] = i;
        }

        var result = await context.Marketo.GetLeadsByFilterAsync("id", ids, context.Shapes.PersonFields, lane, cancellationToken);
        if (!result.TryGetValue(out var people, out var failure))
        {
            return failure;
        }

        var answers = new RecordAnswer[batch.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = RecordAnswer.Of(i, []);
        }

        foreach (var person in people)
        {
            if (person["id"].AsNumber() is { } id && places.TryGetValue((int)id, out var place))
            {
                answers[place] = RecordAnswer.Of(place, [person]);
            }
        }

        return answers;
    }

    public override void Done(StateTransaction state, Intent intent, RecordAnswer answer, long now)
    {
        if (answer.Found.Count == 0)
        {
            Flows.FlowRunner.PersonGone(state, Subject.PersonId(intent.Row.Subject), now);
        }
        else
        {
            ConsentMarks.Carry(intent.Row.Fields, answer.Found[0]);
            context.Flows.Person(state, answer.Found[0], now);
            context.Flows.Companies.Found(state, Subject.PersonId(intent.Row.Subject), now);
        }
    }

    public override void GivenUp(StateTransaction state, Intent intent, CallFailure failure, long now) =>
        SenderContext.GiveUpUnverified(state, EffectKind.MarketoUpdate, intent.Row.Subject, failure, now);

    public override void Doubtful(StateTransaction state, Intent intent, long now) =>
        context.Outgoing.Return(state, intent.Row with { Attempts = intent.Row.Attempts + 1, Due = now + Micros.Of(TimeSpan.FromSeconds(2)) });
}
