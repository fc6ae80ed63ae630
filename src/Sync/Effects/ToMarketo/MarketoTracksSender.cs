using SfMarketo.Sync.Flows;
using SfMarketo.Sync.Flows.OpportunityStages;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToMarketo;

/// <summary>Brings people's suppression and tracks to their standings: removals before enrolments, each safe to repeat (engine.md R14).</summary>
/// <remarks>What a person needs is worked out when it is sent, so a standing that went there and back costs nothing. A call takes up to 300 people of one program.</remarks>
internal sealed class MarketoTracksSender(SenderContext context, ProgramDirectory? programs, UseCaseStops stops) : EffectSender
{
    private const string StoppedStatus = "stopped";

    public override EffectKind Kind => EffectKind.MarketoTracks;

    public override int MaxRecords => context.Settings.MarketoRecordsPerCall;

    public override int MaxParallel => 2;

    public override TimeSpan ServerTimeout => TimeSpan.FromSeconds(60);

    public override OutboxRow? Prepare(StateTransaction state, OutboxRow row, long now)
    {
        var personId = Subject.PersonId(row.Subject);
        if (context.Flows.Standings.Flow is not { } flow
            || stops.Has(StandingNews.UseCase)
            || state.Standings.Find(personId) is not { } person
            || state.Links.ByPerson(personId) is not { State: LinkState.Live })
        {
            return null;
        }

        var order = flow.Plan(person, state.Standings.Noted(personId));
        if (order.IsNothing)
        {
            return null;
        }

        // Committed with the intent: should the answer be lost, what may have happened is undone or confirmed by the next order.
        state.Standings.Put(OpportunityStageFlow.Trying(person, order));
        return row with { Fields = order.ToFields() };
    }

    public override async Task<CallResult<RecordAnswer[]>> SendAsync(IReadOnlyList<Intent> batch, Lane lane, CancellationToken cancellationToken)
    {
        var found = await programs!.ResolveAsync(cancellationToken);
        if (found.TryGetValue(out var ids, out var failed))
        {
            var calls = new TrackCalls(context, ids, batch, lane);
            if (await calls.RunAsync(cancellationToken) is not { } failure)
            {
                return calls.Answers();
            }

            failed = failure;
        }

        if (!ProgramDirectory.IsSetUp(failed))
        {
            return failed;
        }

        programs.Forget();
        var stopped = new RecordAnswer[batch.Count];
        for (var i = 0; i < stopped.Length; i++)
        {
            stopped[i] = RecordAnswer.Of(new RecordOutcome(i, StoppedStatus, ProgramDirectory.Reason(failed), null, false));
        }

        return stopped;
    }

    public override void Done(StateTransaction state, Intent intent, RecordAnswer answer, long now)
    {
        if (answer.Outcome.Status == StoppedStatus)
        {
            stops.Stop(state, StandingNews.UseCase, answer.Outcome.Id!, now);
            return;
        }

        var personId = Subject.PersonId(intent.Row.Subject);
        if (state.Standings.Find(personId) is not { } person)
        {
            return;
        }

        var order = TrackOrder.Read(intent.Row.Fields);
        if (order.Look)
        {
            foreach (var membership in answer.Found)
            {
                state.Standings.Note(personId, new Membership(membership["program"].ToString(), membership["statusName"].ToString()));
            }
        }

        if (order.Lift)
        {
            state.Standings.Forget(personId);
        }

        person = OpportunityStageFlow.Done(person, order);
        state.Standings.Put(person);
        context.Flows.Standings.WantTracks(state, person, now);
    }

    // Each step is safe to repeat; the person's state says what may have happened.
    public override void Doubtful(StateTransaction state, Intent intent, long now) =>
        context.Outgoing.Return(state, intent.Row with { Attempts = intent.Row.Attempts + 1, Due = now + Micros.Of(ServerTimeout) });

    public override bool Gone(StateTransaction state, Intent intent, long now)
    {
        FlowRunner.PersonGone(state, Subject.PersonId(intent.Row.Subject), now);
        return true;
    }
}
