using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Flows;
using SfMarketo.Sync.Flows.Engagement;
using SfMarketo.Sync.Flows.FieldSync;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Sources;

/// <summary>Takes changes off the inbox in order and brings them to the flows, each in the transaction that marks it done.</summary>
internal sealed class InboxReader(StateStore store, FlowRunner flows, Outgoing outgoing, SyncSettings settings, Signals signals, TimeProvider time)
{
    private const int Batch = 200;

    /// <summary>Keys of processed changes are kept longer than any overlap reads back.</summary>
    private static readonly TimeSpan KeyLife = TimeSpan.FromHours(25);

    private long prunedAt;

    private const string Mql = Stage.Qualified;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var taken = await store.CommitAsync(Take);
            if (taken == 0)
            {
                await signals.Inbox.WaitAsync(Timeout.InfiniteTimeSpan, time, cancellationToken);
            }
        }
    }

    private int Take(StateTransaction state)
    {
        var now = time.NowMicros();
        if (now - prunedAt > Micros.Of(TimeSpan.FromHours(1)))
        {
            state.Inbox.Prune(now - Micros.Of(KeyLife));
            prunedAt = now;
        }

        var rows = state.Inbox.Pending(Batch);
        foreach (var row in rows)
        {
            if (state.Try(part => Apply(part, row, now)) is { } failure)
            {
                // Our own bug or an answer no one foresaw: kept for a person, and the stream goes on.
                state.Incidents.Add(now, "change could not be processed", row.Stream, failure.GetType().Name + ": " + failure.Message);
            }

            state.Inbox.Done(row.Seq);
        }

        return rows.Count;
    }

    private void Apply(StateTransaction state, InboxRow row, long now)
    {
        var fields = Payload.FromBytes(row.Payload);
        switch (row.Stream)
        {
            case LeadChangeStream.StreamName or UpdatedAtStream.StreamName:
                LeadChange(state, fields, now);
                break;
            case ActivityStream.StreamName:
                Activity(state, fields, now);
                break;
            case DeletedLeadStream.StreamName:
                FlowRunner.PersonGone(state, Person(fields), now);
                break;
            case RowStream.Opportunity:
                flows.Standings.Opportunity(state, fields, now);
                break;
            case RowStream.Role:
                flows.Standings.Role(state, fields, now);
                break;
            case RowStream.Account:
                flows.Companies.Account(state, fields, asked: false, now);
                break;
            default:
                flows.SalesforceRow(state, fields, now);
                break;
        }
    }

    /// <summary>A change is a hint who is to be read, never data: rows are late and out of order. What the shadow knows already is an echo and costs no read.</summary>
    private void LeadChange(StateTransaction state, FieldBag change, long now)
    {
        var id = Person(change);
        var link = state.Links.ByPerson(id);
        var qualified = change[FieldMap.StageField].AsText() == Mql;
        if (link is null ? qualified || change[LeadChangeStream.IsNew].AsBoolean() == true || IsAwaited(state, Subject.OfPerson(id)) : IsNews(link, change) || IsNewOptOut(change))
        {
            var marks = new FieldBag();
            ConsentMarks.Carry(change, marks);
            outgoing.Want(state, new Effect(EffectKind.MarketoRead, Subject.OfPerson(id), marks.Count > 0 ? Lane.Consent : qualified ? Lane.Mql : Lane.Enrichment, marks), now);
        }
        else if (ConsentMarks.Any(change) && state.Outbox.Find(EffectKind.MarketoRead, Subject.OfPerson(id)) is { } read)
        {
            // Opted out and in, or in and out, before it was read: the later word counts.
            ConsentMarks.Carry(change, read.Fields);
            outgoing.Replace(state, read);
        }
    }

    /// <summary>An opt-out that is known already and is not the engine's own: something came between, which must not count against it.</summary>
    private static bool IsNewOptOut(FieldBag change) => change.TryGet(ConsentMarks.OptedOut, out _) && change[ConsentMarks.ByClient].AsBoolean() == false;

    /// <summary>A person whose Lead was refused: any change may be the repair. Or one whose Lead is about to be made: it must not be made of what is old.</summary>
    private static bool IsAwaited(StateTransaction state, string person) => IsAwaited(state, EffectKind.SalesforceCreate, person) || IsAwaited(state, EffectKind.SalesforceIdentify, person);

    private static bool IsAwaited(StateTransaction state, EffectKind kind, string person) =>
        state.Outbox.Find(kind, person) is not null || state.Intents.IsOpen(kind, person) || state.DeadLetters.Has(kind, person);

    private bool IsNews(Link link, FieldBag change)
    {
        foreach (var field in change)
        {
            var index = settings.Map.IndexOfMarketo(field.Name);
            var known = field.Name switch
            {
                FieldMap.StageField => (field.Value.AsText() ?? "") == link.Stage,
                FieldMap.SalesforceIdField => field.Value.AsText() == link.SalesforceId.ToString(),
                _ => index < 0 || settings.Map.Fields[index].On(link.Object) is null || flows.IsKnownAtMarketo(link, index, field.Value),
            };
            if (!known)
            {
                return true;
            }
        }

        return false;
    }

    private void Activity(StateTransaction state, FieldBag activity, long now)
    {
        if (activity.TryGet(ActivityStream.Engagement, out _))
        {
            flows.Engagements?.Read(state, EngagementActivity.From(activity), now);
            return;
        }

        var id = Person(activity);
        if (activity.TryGet(ActivityStream.Moment, out var moment))
        {
            flows.Moment(state, id, moment.ToString(), (long)activity[ActivityStream.At].AsNumber()!.Value, now);
        }
        else if (state.Links.ByPerson(id) is not { } link)
        {
            if (IsAwaited(state, Subject.OfPerson(id)))
            {
                outgoing.Want(state, new Effect(EffectKind.MarketoRead, Subject.OfPerson(id), Lane.Enrichment, new FieldBag()), now);
            }
        }
        else if (settings.Map.IndexOfMarketo("leadScore") is >= 0 and var score && !flows.IsKnownAtMarketo(link, score, activity[ActivityStream.Score]))
        {
            outgoing.Want(state, new Effect(EffectKind.MarketoRead, link.MarketoSubject, Lane.Enrichment, new FieldBag()), now);
        }
    }

    private static int Person(FieldBag fields) => (int)fields[LeadChangeStream.PersonId].AsNumber()!.Value;
}
