using SfMarketo.Sync.Flows.Engagement;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.Salesforce;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToSalesforce;

/// <summary>Makes the Tasks of activities: upsert by <c>MarketoGuid__c</c> in 200s, or query by key and insert where the org cannot upsert by it. At most one Task a key (engine.md R12, A7).</summary>
internal sealed class SalesforceTaskSender(SenderContext context, TaskOwners owners, TimeProvider time) : EffectSender
{
    private const string WhoId = "WhoId";
    private const int MostAttempts = 60;

    private static readonly TimeSpan ConversionPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestConversionPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan StoragePause = TimeSpan.FromMinutes(15);

    private TaskShape? shape;
    private long pausedUntil;

    public override EffectKind Kind => EffectKind.SalesforceTask;

    public override int MaxRecords => context.Settings.SalesforceRecordsPerCall;

    /// <summary>One writer where a look-up stands in for the unique key: two could each find nothing and both insert.</summary>
    public override int MaxParallel => shape is { IsExternalId: true } ? 2 : 1;

    public override TimeSpan ServerTimeout => TimeSpan.FromSeconds(60);

    /// <summary>Tasks of one Lead or Contact lock it, and a Contact's Account: they share a call, and no other call of ours is on the record.</summary>
    public override IReadOnlyList<string> Groups(StateTransaction state, OutboxRow row) =>
        PairOf(state, row) is { } link ? [link.SalesforceSubject, .. Parents.Of(state, link)] : [];

    public override bool MustWait(StateTransaction state, OutboxRow row) => time.NowMicros() < pausedUntil;

    public override OutboxRow? Prepare(StateTransaction state, OutboxRow row, long now)
    {
        if (PairOf(state, row) is not { } link)
        {
            state.Engagement.Count(EngagementOutcome.Gone);
            return null;
        }

        row.Fields.Set(WhoId, link.SalesforceId.ToString());
        return row;
    }

    public override async Task<CallResult<RecordAnswer[]>> SendAsync(IReadOnlyList<Intent> batch, Lane lane, CancellationToken cancellationToken)
    {
        if (shape is null)
        {
            var asked = await TaskShape.AskAsync(context.Salesforce, cancellationToken);
            if (!asked.TryGetValue(out var described, out var unknown))
            {
                return NotSent(unknown);
            }

            shape = described;
        }

        if (!shape.HasKey)
        {
            var missing = new CallFailure(SalesforceErrors.Api, "task-key", $"Task has no field {EngagementFlow.KeyField} that we may write. Create it on Activity as text(128), external id, unique.", ErrorAction.QuarantineRecord, 200);
            return batch.Select((_, i) => Refused(i, missing)).ToArray();
        }

        var result = await owners.ResolveAsync([.. batch.Select(intent => intent.Row.Fields[WhoId].ToString())], cancellationToken);
        if (!result.TryGetValue(out var found, out var failure))
        {
            return NotSent(failure);
        }

        var answers = new RecordAnswer[batch.Count];
        var places = new List<int>(batch.Count);
        var records = new List<WantedTask>(batch.Count);
        for (var i = 0; i < batch.Count; i++)
        {
            if (found.TryGetValue(batch[i].Row.Fields[WhoId].ToString(), out var owner))
            {
                places.Add(i);
                records.Add(new WantedTask(Record(batch[i].Row.Fields, owner), MayExist: batch[i].Row.Attempts > 0, Renews: EngagementFlow.IsDigest(batch[i].Row.Fields)));
            }
            else
            {
                answers[i] = Refused(i, SalesforceErrors.Record("NOT_FOUND", "The Task's Lead or Contact is deleted.", 200));
            }
        }

        var sent = await new TaskWriter(context.Salesforce, shape).WriteAsync(records, cancellationToken);
        if (!sent.TryGetValue(out var outcomes, out failure))
        {
            return failure;
        }

        for (var i = 0; i < places.Count; i++)
        {
            answers[places[i]] = RecordAnswer.Of(Judged(outcomes[i] with { Index = places[i] }, records[i].Fields));
        }

        return answers;
    }

    public override void Done(StateTransaction state, Intent intent, RecordAnswer answer, long now)
    {
        // That it is wanted was counted when it was decided; the key is in the Task.
    }

    /// <summary>The same key again, when the server must have ended the call in doubt.</summary>
    public override void Doubtful(StateTransaction state, Intent intent, long now) =>
        context.Outgoing.Return(state, intent.Row with { Attempts = intent.Row.Attempts + 1, Due = now + Micros.Of(ServerTimeout) });

    /// <summary>Another call of ours made it.</summary>
    public override bool Exists(StateTransaction state, Intent intent, long now) => true;

    public override bool Gone(StateTransaction state, Intent intent, long now)
    {
        state.Engagement.Count(EngagementOutcome.Gone);
        state.Incidents.Add(now, "Task was dropped", intent.Row.Subject, "the record " + intent.Row.Fields[WhoId] + " is deleted");
        return true;
    }

    public override bool Converted(StateTransaction state, Intent intent, long now)
    {
        if (intent.Row.Attempts >= MostAttempts || !SalesforceId.TryParse(intent.Row.Fields[WhoId].AsText(), out var lead))
        {
            return false;
        }

        // The Lead's read re-keys the pair; then the Task goes to the Contact. A conversion may be seen long after it was made (late visibility).
        context.Outgoing.Want(state, new Effect(EffectKind.SalesforceRead, Subject.Of(lead), Lane.Conversion, new FieldBag()) { After = TimeSpan.Zero }, now);
        context.Outgoing.Return(state, intent.Row with { Attempts = intent.Row.Attempts + 1, Due = now + Micros.Of(PauseAfter(intent.Row.Attempts)) });
        return true;
    }

    private static TimeSpan PauseAfter(int attempts) => TimeSpan.FromTicks(Math.Min(LongestConversionPause.Ticks, ConversionPause.Ticks << Math.Min(attempts, 5)));

    private static Link? PairOf(StateTransaction state, OutboxRow row) =>
        state.Links.ByPerson((int)row.Fields[Engagements.Person].AsNumber()!.Value) is { State: LinkState.Live } link ? link : null;

    private FieldBag Record(FieldBag wanted, TaskOwner owner)
    {
        var task = new FieldBag(wanted.Count + 1);
        foreach (var field in wanted)
        {
            if (field.Name != Engagements.Person && (field.Name != "Type" || shape!.Types.Count == 0 || shape.Types.Contains(field.Value.ToString())))
            {
                task.Set(field.Name, field.Value);
            }
        }

        if (owner.UserId is { } user)
        {
            task.Set("OwnerId", user);
        }

        return task;
    }

    /// <summary>Some refusals are not the Task's fault, and some fields a Task cannot go without.</summary>
    private RecordOutcome Judged(RecordOutcome outcome, FieldBag record)
    {
        if (outcome.Failure is not { } failure)
        {
            return outcome;
        }

        switch (failure.Action)
        {
            case ErrorAction.StopLane:
                // The org's storage is full: Tasks wait, everything else goes on.
                pausedUntil = time.NowMicros() + Micros.Of(StoragePause);
                return outcome with { Failure = failure with { Action = ErrorAction.NotExecuted } };
            case ErrorAction.QuarantineField when failure.Field is WhoId or "OwnerId" or EngagementFlow.KeyField:
                return outcome with { Failure = failure with { Action = ErrorAction.QuarantineRecord } };
            case ErrorAction.QuarantineRecord when failure.Code == "INACTIVE_OWNER_OR_USER" && record["OwnerId"].AsText() is { } user:
                owners.Refused(user);
                return outcome with { Failure = failure with { Action = ErrorAction.RetryLater } };
            default:
                return outcome;
        }
    }

    /// <summary>A look-up failed before anything was written: nothing is in doubt.</summary>
    private static CallResult<RecordAnswer[]> NotSent(CallFailure failure) =>
        failure.Action == ErrorAction.Ambiguous ? failure with { Action = ErrorAction.RetryLater } : failure;

    private static RecordAnswer Refused(int index, CallFailure failure) => RecordAnswer.Of(new RecordOutcome(index, "skipped", null, failure, false));
}
