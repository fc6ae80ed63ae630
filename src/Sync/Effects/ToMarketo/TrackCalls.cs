using SfMarketo.Sync.Flows.OpportunityStages;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToMarketo;

/// <summary>The calls of one batch of orders: one for each program or list and step, in the order look, leave, suppress, lift, enter.</summary>
internal sealed class TrackCalls(SenderContext context, ProgramIds ids, IReadOnlyList<Intent> batch, Lane lane)
{
    private readonly OpportunityStageSettings settings = context.Settings.OpportunityStages!;
    private readonly TrackOrder[] orders = [.. batch.Select(intent => TrackOrder.Read(intent.Row.Fields))];
    private readonly CallFailure?[] failures = new CallFailure?[batch.Count];
    private readonly List<FieldBag>[] found = [.. batch.Select(_ => new List<FieldBag>())];

    /// <returns>Null, or why a whole call failed; the calls before it have happened.</returns>
    public async Task<CallFailure?> RunAsync(CancellationToken cancellationToken)
    {
        foreach (var step in new[] { LookAsync, LeaveAsync, SuppressAsync, LiftAsync, (Func<CancellationToken, Task<CallFailure?>>)EnterAsync })
        {
            if (await step(cancellationToken) is { } failure)
            {
                return failure;
            }
        }

        return null;
    }

    public RecordAnswer[] Answers()
    {
        var answers = new RecordAnswer[batch.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = new RecordAnswer(new RecordOutcome(i, failures[i] is null ? "updated" : "skipped", null, failures[i], false), found[i]);
        }

        return answers;
    }

    private async Task<CallFailure?> LookAsync(CancellationToken cancellationToken)
    {
        var places = Places(static order => order.Look);
        if (places.Count == 0)
        {
            return null;
        }

        foreach (var program in settings.AcquisitionPrograms)
        {
            var result = await context.Marketo.GetProgramMembersAsync(ids.Programs[program], [.. places.Select(Person)], lane, cancellationToken);
            if (!result.TryGetValue(out var members, out var failure))
            {
                return failure;
            }

            foreach (var member in members)
            {
                var place = places.FindIndex(place => Person(place) == member["leadId"].AsNumber());
                if (place >= 0)
                {
                    member.Set("program", program);
                    found[places[place]].Add(member);
                }
            }
        }

        return null;
    }

    private async Task<CallFailure?> LeaveAsync(CancellationToken cancellationToken)
    {
        foreach (var program in Distinct(static order => order.Leave))
        {
            if (await CallAsync(order => order.Leave.Contains(program), people => context.Marketo.DeleteProgramMembersAsync(ids.Programs[program], people, lane, cancellationToken)) is { } failure)
            {
                return failure;
            }
        }

        return null;
    }

    private async Task<CallFailure?> SuppressAsync(CancellationToken cancellationToken)
    {
        if (settings.SuppressBy == SuppressBy.List)
        {
            return await CallAsync(static order => order.Suppress, people => context.Marketo.AddToListAsync(ids.List!.Value, people, lane, cancellationToken));
        }

        foreach (var program in Distinct(static order => order.Suppress ? order.Memberships.Select(membership => membership.Program) : []))
        {
            if (await CallAsync(
                order => order.Suppress && order.Memberships.Any(membership => membership.Program == program),
                people => context.Marketo.DeleteProgramMembersAsync(ids.Programs[program], people, lane, cancellationToken)) is { } failure)
            {
                return failure;
            }
        }

        return null;
    }

    private async Task<CallFailure?> LiftAsync(CancellationToken cancellationToken)
    {
        if (settings.SuppressBy == SuppressBy.List)
        {
            return await CallAsync(static order => order.Lift, people => context.Marketo.RemoveFromListAsync(ids.List!.Value, people, lane, cancellationToken));
        }

        foreach (var membership in Distinct(static order => order.Lift ? order.Memberships : []))
        {
            if (await CallAsync(
                order => order.Lift && order.Memberships.Contains(membership),
                people => context.Marketo.SetProgramMemberStatusAsync(ids.Programs[membership.Program], membership.Status, people, lane, cancellationToken)) is { } failure)
            {
                return failure;
            }
        }

        return null;
    }

    private async Task<CallFailure?> EnterAsync(CancellationToken cancellationToken)
    {
        foreach (var track in Distinct(static order => order.Enter is { } enter ? [enter] : Array.Empty<ProgramTrack>()))
        {
            if (await CallAsync(
                order => order.Enter == track,
                people => context.Marketo.SetProgramMemberStatusAsync(ids.Programs[track.Program], track.Status, people, lane, cancellationToken)) is { } failure)
            {
                return failure;
            }
        }

        return null;
    }

    /// <summary>One call for the people whose order asks for it; who failed before is left out, who is as wanted already counts as done.</summary>
    private async Task<CallFailure?> CallAsync(Predicate<TrackOrder> asks, Func<IReadOnlyList<MarketoLeadId>, Task<CallResult<RecordOutcome[]>>> call)
    {
        var places = Places(asks);
        if (places.Count == 0)
        {
            return null;
        }

        var result = await call([.. places.Select(place => new MarketoLeadId(Person(place)))]);
        if (!result.TryGetValue(out var outcomes, out var failure))
        {
            return failure;
        }

        for (var i = 0; i < outcomes.Length; i++)
        {
            // 1013 of a record: "Membership not found", it is out already.
            if (!outcomes[i].IsDone && outcomes[i].Failure is { Code: not "1013" } failed)
            {
                failures[places[i]] = failed;
            }
        }

        return null;
    }

    private List<int> Places(Predicate<TrackOrder> asks)
    {
        var places = new List<int>();
        for (var i = 0; i < orders.Length; i++)
        {
            if (failures[i] is null && asks(orders[i]))
            {
                places.Add(i);
            }
        }

        return places;
    }

    /// <summary>In order of first appearance.</summary>
    private List<T> Distinct<T>(Func<TrackOrder, IEnumerable<T>> of) => [.. orders.SelectMany(of).Distinct()];

    private int Person(int place) => Subject.PersonId(batch[place].Row.Subject);
}
