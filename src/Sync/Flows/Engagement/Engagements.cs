using NodaTime;
using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows.Engagement;

/// <summary>Brings activities to the engagement flow: each waits until its person has a record and the record's owner is known, then becomes a Task or a count.</summary>
/// <remarks>All inside the transaction that takes the activity off the inbox, or closes the look-up of the owner.</remarks>
internal sealed class Engagements(EngagementSettings settings, Outgoing outgoing)
{
    /// <summary>In an effect's fields: whose Task it is. WhoId is looked up when it is sent, so that a conversion in between leads to the Contact.</summary>
    public const string Person = "_person";

    /// <summary>Tasks follow their decision at once: those of one look-up share a call.</summary>
    private static readonly TimeSpan TaskAge = TimeSpan.FromSeconds(1);

    /// <summary>Days are remembered beyond the time an activity may wait, and beyond any re-read.</summary>
    private static readonly TimeSpan DaysKept = TimeSpan.FromDays(3);

    private readonly EngagementFlow flow = new(settings);

    public static string TaskSubject(string key) => "act:" + key;

    /// <summary>An activity was read.</summary>
    public void Read(StateTransaction state, EngagementActivity activity, long now)
    {
        if (flow.Screen(activity, state.Engagement.GoLive(now)) is { } outcome)
        {
            state.Engagement.Count(outcome);
            return;
        }

        var link = state.Links.ByPerson(activity.PersonId);
        if (link is null && (settings.UnlinkedKept <= TimeSpan.Zero || state.Links.IsTombstone(Subject.OfPerson(activity.PersonId))))
        {
            state.Engagement.Count(EngagementOutcome.Unlinked);
        }
        else if (link is { State: not LinkState.Live })
        {
            state.Engagement.Count(EngagementOutcome.Gone);
        }
        else
        {
            state.Engagement.Park(activity, link is null ? activity.At + Micros.Of(settings.UnlinkedKept) : long.MaxValue);
            WantOwner(state, link, now);
        }
    }

    /// <summary>A person has a record now: what waited for it is taken up.</summary>
    public void Linked(StateTransaction state, int personId, long now)
    {
        if (state.Engagement.HasParked(personId))
        {
            WantOwner(state, state.Links.ByPerson(personId), now);
        }
    }

    /// <summary>The owner of a pair's record is known: its person's waiting activities are decided.</summary>
    /// <param name="state">The running transaction.</param>
    /// <param name="personId">The person.</param>
    /// <param name="zone">The time zone of the Tasks' owner.</param>
    /// <param name="now">Microseconds.</param>
    public void OwnerKnown(StateTransaction state, int personId, DateTimeZone zone, long now)
    {
        foreach (var activity in state.Engagement.TakeParked(personId))
        {
            var decision = flow.Decide(activity, zone, day => state.Engagement.Day(personId, day, activity.AssetKey));
            state.Engagement.Count(decision.Outcome);
            if (decision.Task is { } task)
            {
                state.Engagement.TakePlace(personId, decision.Day, settings.RuleOf(activity.Type)!.Mode == EngagementMode.FirstPerAssetAndDay ? activity.AssetKey : null);
                WantTask(state, personId, activity.Guid, task, now);
            }
            else if (decision.Outcome == EngagementOutcome.Digest)
            {
                if (!state.Engagement.Day(personId, decision.Day, "").HasDigest)
                {
                    state.Engagement.TakePlace(personId, decision.Day, null);
                }

                state.Engagement.AddToDigest(personId, decision.Day, activity.Type, Math.Max(now, OwnerDay.EndOf(decision.Day, zone) + Micros.Of(settings.DigestDelay)));
            }
        }
    }

    /// <summary>The pair's record is gone: nobody is left to write Tasks for.</summary>
    public static void RecordGone(StateTransaction state, int personId)
    {
        var waiting = state.Engagement.TakeParked(personId).Count;
        if (waiting > 0)
        {
            state.Engagement.Count(EngagementOutcome.Gone, waiting);
        }
    }

    /// <summary>What time brings: digests of days that have ended, and the end of waiting.</summary>
    public void Tick(StateTransaction state, long now)
    {
        if (state.Engagement.DropExpired(now) is > 0 and var dropped)
        {
            state.Engagement.Count(EngagementOutcome.Unlinked, dropped);
        }

        foreach (var (personId, day) in state.Engagement.DigestsDue(now))
        {
            var counts = state.Engagement.TakeDigest(personId, day);
            WantTask(state, personId, EngagementFlow.DigestKey(personId, day), flow.Digest(personId, day, counts), now);
        }

        state.Engagement.Prune(OwnerDay.Of(now - Micros.Of(settings.UnlinkedKept) - Micros.Of(DaysKept), DateTimeZone.Utc));
    }

    private void WantTask(StateTransaction state, int personId, string key, FieldBag task, long now)
    {
        task.Set(Person, personId);
        outgoing.Want(state, new Effect(EffectKind.SalesforceTask, TaskSubject(key), Lane.Activities, task) { After = TaskAge }, now);
    }

    private void WantOwner(StateTransaction state, Link? link, long now)
    {
        if (link is { State: LinkState.Live })
        {
            outgoing.Want(state, new Effect(EffectKind.SalesforceTaskOwner, link.MarketoSubject, Lane.Activities, new FieldBag()), now);
        }
    }
}
