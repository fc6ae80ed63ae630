using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Effects.ToMarketo;
using SfMarketo.Sync.Effects.ToSalesforce;
using SfMarketo.Sync.Flows;
using SfMarketo.Sync.Flows.LeadPromotion;
using SfMarketo.Sync.Flows.Removal;
using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.Salesforce;
using SfMarketo.Sync.Sources;
using SfMarketo.Sync.Sources.OutboundMessages;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync;

/// <summary>The sync of one Salesforce org with one Marketo instance: the one list of what the engine is made of, and the loops that run it.</summary>
/// <remarks>
/// A record's way: source, inbox, flow, outbox, batch, intents, call budget, client, outcomes, links and shadows. Every arrow is a committed step, so the engine may
/// die anywhere: what was read is in the inbox or will be read again, what was sent is an intent whose fate is looked up at the next start.
/// </remarks>
public sealed class SyncEngine : IAsyncDisposable
{
    private readonly SyncSettings settings;
    private readonly TimeProvider time;
    private readonly StateStore store;
    private readonly HttpClient salesforceHttp;
    private readonly HttpClient marketoHttp;
    private readonly List<EffectSender> senders;
    private readonly List<Dispatcher> dispatchers = [];
    private readonly List<PollLoop> polls = [];
    private readonly InboxReader inbox;
    private readonly SenderContext context;
    private readonly LedgerKeeper ledger;
    private readonly UseCaseStops stops = new();
    private readonly PastLives past = new();
    private readonly PastDeletions deletions = new();
    private readonly OutboundMessageReceiver receiver;
    private readonly Settlement settlement;
    private readonly Breakers breakers;
    private readonly SalesforceClient salesforce;
    private readonly MarketoTokens tokens;

    private SyncEngine(SyncSettings settings, SyncSeams seams, StateStore store, LedgerSnapshot? saved)
    {
        this.settings = settings;
        this.store = store;
        time = seams.Time;
        breakers = new Breakers(time, seams.Draw);
        Budget = new CallBudget(time, settings.Pacing, seams.Draw, saved);
        salesforceHttp = new HttpClient(seams.Salesforce, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        marketoHttp = CallBudgetHandler.CreateClient(Budget, time, seams.Marketo);
        salesforce = new SalesforceClient(salesforceHttp, time, settings.Salesforce, breakers);
        tokens = new MarketoTokens(marketoHttp, time, settings.Marketo, breakers);
        var marketo = new MarketoClient(marketoHttp, tokens, settings.Marketo, settings.Dialect, breakers);

        var signals = new Signals();
        breakers.Closed = family =>
        {
            signals.RingAll();
            polls.ForEach(poll => poll.Wake(family));
        };
        var outgoing = new Outgoing(settings, signals);
        var flows = new FlowRunner(settings, store.Canonical, outgoing, stops, past);
        var programs = settings.OpportunityStages is { } stages ? new ProgramDirectory(stages, marketo) : null;
        var shapes = new RecordShapes(settings.Map);
        var types = new ActivityTypeDirectory(marketo, settings);
        var campaigns = new CampaignDirectory(settings, marketo);
        context = new SenderContext(settings, marketo, salesforce, store.Canonical, flows, outgoing, shapes);
        senders =
        [
            new SalesforceIdentifySender(context),
            new SalesforceCreateSender(context),
            new SalesforceUpdateSender(context),
            new SalesforceReadSender(context),
            new SalesforceConvertedFromSender(context),
            new MarketoIdentifySender(context),
            new MarketoCreateSender(context),
            new MarketoUpdateSender(context),
            new MarketoReadSender(context),
            new MarketoRequestCampaignSender(context, campaigns),
            new MarketoWitnessSender(context, campaigns, types),
            new SalesforceReadRolesSender(context),
            new SalesforceReadStandingSender(context),
            new SalesforceReadAccountSender(context),
            new MarketoTracksSender(context, programs, stops),
            new MarketoCompanySender(context),
        ];
        if (settings.Engagement is { } engagement)
        {
            var owners = new TaskOwners(salesforce, engagement, settings.Salesforce.Username, time);
            senders.Add(new SalesforceTaskOwnerSender(context, flows.Engagements!, owners));
            senders.Add(new SalesforceTaskSender(context, owners, time));
            polls.Add(new PollLoop(new EngagementKeeper(flows.Engagements!, store, time).KeepAsync, EngagementKeeper.Interval, time, seams.Draw));
        }

        var locks = new KeyLocks();
        settlement = new Settlement(outgoing, seams.Draw);
        var probes = new HarmlessProbes(marketo, salesforce);
        foreach (var sender in senders)
        {
            dispatchers.Add(new Dispatcher(sender, store, locks, deletions, settlement, probes, signals, breakers, time));
        }

        inbox = new InboxReader(store, flows, outgoing, settings, signals, time);
        receiver = new OutboundMessageReceiver(store, outgoing, settings.OutboundMessages, () => salesforce.OrganizationId, time);
        ledger = new LedgerKeeper(Budget, marketo, store);
        foreach (var rows in RowStream.Of(settings, shapes))
        {
            var stream = new SalesforceStream(rows, salesforce, store, settings, time, signals) { CaughtUp = rows.Name == RowStream.Lead ? past.CaughtUp : null };
            polls.Add(new PollLoop(stream.ReadAsync, rows.Poll, time, seams.Draw) { Longest = rows.LongestPoll, IsIdle = () => stream.IsIdle });
        }

        IMarketoStream people = settings.Dialect == Dialect.Seed
            ? new UpdatedAtStream(marketo, store, shapes, settings, time, signals)
            : new LeadChangeStream(marketo, store, shapes, settings, time, signals);
        var activities = new ActivityStream(marketo, store, types, new CampaignNames(marketo, time), settings, time, signals);
        polls.Add(new PollLoop(people.ReadAsync, settings.MarketoPoll, time, seams.Draw) { Longest = settings.LongestMarketoPoll, IsIdle = () => people.IsIdle });
        polls.Add(new PollLoop(activities.ReadAsync, settings.ActivityPoll, time, seams.Draw) { Longest = settings.LongestMarketoPoll, IsIdle = () => activities.IsIdle });
        polls.Add(new PollLoop(new DeletedLeadStream(marketo, store, settings, time, signals) { CaughtUp = deletions.Read }.ReadAsync, settings.DeletionPoll, time, seams.Draw) { AtOnce = true });
        if (programs is not null)
        {
            polls.Add(new PollLoop(new StandingKeeper(flows.Standings, programs, stops, store, time).KeepAsync, StandingKeeper.Interval, time, seams.Draw));
        }

        polls.Add(new PollLoop(ledger.KeepAsync, TimeSpan.FromMinutes(1), time, seams.Draw));
    }

    /// <summary>The budget of Marketo calls, for gauges.</summary>
    public CallBudget Budget { get; }

    /// <summary>Use cases that rest because of their set-up, each with the reason.</summary>
    public IReadOnlyList<StoppedUseCase> StoppedUseCases => stops.All;

    /// <summary>Groups committed to the state file so far.</summary>
    public long Commits => store.Commits;

    /// <summary>Opens the state, takes its ownership over and settles what the last life left open.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The state file cannot be opened.</exception>
    public static async Task<SyncEngine> StartAsync(SyncSettings settings, SyncSeams seams)
    {
        var store = StateStore.Open(settings.StatePath, settings.Durability, settings.Map, seams.Draw, seams.Passage);
        var saved = await store.CommitAsync(static state => state.Ledger.Find());
        var engine = new SyncEngine(settings, seams, store, LedgerKeeper.Read(saved));
        await engine.ResolveIntentsAsync(isFirstLife: saved is null);
        return engine;
    }

    /// <summary>Runs until cancelled, then ends in order: no new calls, the calls in flight are awaited.</summary>
    /// <exception cref="SyncStoppedException">An API refused the credentials or the set-up; a retry cannot help.</exception>
    /// <exception cref="StaleOwnerException">Another engine has taken over the state file.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var loops = new List<Task> { inbox.RunAsync(ending.Token) };
        loops.AddRange(dispatchers.Select(dispatcher => dispatcher.RunAsync(ending.Token)));
        loops.AddRange(polls.Select(poll => poll.RunAsync(ending.Token)));
        var first = await Task.WhenAny(loops);
        await ending.CancelAsync();
        try
        {
            await Task.WhenAll(loops);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The ordinary end.
        }
        catch (OperationCanceledException) when (!first.IsFaulted)
        {
            // Another loop's end has cancelled these.
        }

        if (polls.Select(poll => poll.Fatal).Concat(dispatchers.Select(dispatcher => dispatcher.Fatal)).FirstOrDefault(failure => failure is not null) is { } fatal)
        {
            throw new SyncStoppedException(fatal);
        }

        await ledger.SaveAsync();
    }

    /// <summary>Signs in to both systems, so that a host can tell at once what is wrong, and makes sure that the state is about these two. The engine signs in by itself when it runs.</summary>
    /// <remarks>The first time binds the state to the systems. One Salesforce call.</remarks>
    /// <returns>Null, or why one of them refused or could not be reached.</returns>
    /// <exception cref="OtherSystemsException">The state was made with another org or instance.</exception>
    public async Task<CallFailure?> SignInAsync(CancellationToken cancellationToken)
    {
        if (await salesforce.SignInAsync(cancellationToken) is { } failure)
        {
            return failure;
        }

        var token = await tokens.GetAsync(cancellationToken);
        return token.IsSuccess ? await MeetSystemsAsync(cancellationToken) : token.Failure;
    }

    private async Task<CallFailure?> MeetSystemsAsync(CancellationToken cancellationToken)
    {
        var answer = await salesforce.OrganizationAsync(cancellationToken);
        if (!answer.TryGetValue(out var organization, out var failure))
        {
            return failure;
        }

        var here = new SystemPair(organization.Id, organization.Created, settings.Marketo.BaseAddress.Authority);
        var bound = await store.CommitAsync(state =>
        {
            state.Systems.Bind(here);
            return state.Systems.Find()!;
        });
        return bound.Difference(here) is { } difference ? throw new OtherSystemsException(difference) : null;
    }

    /// <summary>Sign-ins to Salesforce so far. Each further one may be to an org that was made anew: <see cref="SignInAsync"/> tells.</summary>
    public int SalesforceSignIns => salesforce.SignIns;

    /// <summary>What became of the effects that were tried since the engine's start, by kind and outcome, in the order of their kinds.</summary>
    public IReadOnlyList<OutcomeCount> Outcomes => settlement.Tally.Counts;

    /// <summary>The families of endpoints that are taken to be down now, such as <c>marketo leads write</c>, in the order of their names.</summary>
    public IReadOnlyList<string> OpenBreakers => breakers.Open;

    /// <summary>How often a family of endpoints was taken to be down since the engine's start.</summary>
    public long BreakersOpened => breakers.Opened;

    /// <summary>Why the sources that are failing now fail: each failure once.</summary>
    public IReadOnlyList<CallFailure> Troubles => [.. polls.Select(poll => poll.Last).OfType<CallFailure>().DistinctBy(failure => (failure.Api, failure.Code))];

    /// <summary>Takes an outbound message from whatever hosts the engine: what it says is durable before it is acknowledged.</summary>
    /// <param name="body">The request's body, read once and asynchronously.</param>
    /// <param name="cancellationToken">The sender is gone: no answer is needed.</param>
    /// <returns>What to answer, within <see cref="OutboundMessageSettings.AnswerWithin"/>.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<OutboundAnswer> ReceiveOutboundMessageAsync(Stream body, CancellationToken cancellationToken) => receiver.ReceiveAsync(body, cancellationToken);

    /// <summary>What outbound messages brought since the engine's start.</summary>
    public OutboundCounts OutboundMessages => receiver.Counts;

    /// <summary>What is under way: work that is not finished, and dead letters.</summary>
    public Task<SyncStatus> StatusAsync() => store.CommitAsync(static state => new SyncStatus(
        state.Links.Count(), state.Inbox.CountPending(), state.Outbox.Count(), state.Intents.Count(), state.DeadLetters.Count()));

    /// <summary>What became of Marketo activities so far: <c>Task</c>, <c>Digest</c>, or why no Task was made (<c>Bot</c>, <c>NotFirst</c>, <c>OverCap</c>, <c>Unlinked</c>, ...).</summary>
    public Task<List<(string Outcome, long Count)>> EngagementOutcomesAsync() => store.CommitAsync(static state => state.Engagement.Counts());

    public Task<List<DeadLetter>> DeadLettersAsync() => store.CommitAsync(static state => state.DeadLetters.All());

    /// <summary>How many opportunities without a contact role were seen: they move nobody. Each has a row among the incidents.</summary>
    public Task<long> UncoveredOpportunitiesAsync() => store.CommitAsync(static state => state.Opportunities.CountUncovered());

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        Budget.Dispose();
        salesforceHttp.Dispose();
        marketoHttp.Dispose();
    }

    /// <summary>Effects that were tried when the last life ended may have happened. Those that are safe to repeat go back, the others are looked up (engine.md R9).</summary>
    private async Task ResolveIntentsAsync(bool isFirstLife)
    {
        if (!isFirstLife)
        {
            // The last life's calls may still hold the vendor's window and slots.
            Budget.AssumePastLife(TimeSpan.FromSeconds(90));
        }

        await store.CommitAsync(state =>
        {
            var now = time.NowMicros();
            state.Engagement.GoLive(now);
            deletions.Begin(now);
            past.Begin(state.Cursors.Find(RowStream.Lead)?.SafeMark);
            foreach (var intent in state.Intents.All())
            {
                state.Intents.Close(intent);
                if (senders.Find(sender => sender.Kind == intent.Row.Kind) is { } sender)
                {
                    sender.Doubtful(state, intent, now);
                }
                else
                {
                    // Its flow is switched off now: it waits for the day when it is not.
                    state.Outbox.Put(intent.Row with { Due = now });
                }
            }

            // Locks lived in memory: a create that waits is looked up again before it is made.
            LookUpAgain(state, EffectKind.MarketoCreate, EffectKind.MarketoIdentify, now);
            LookUpAgain(state, EffectKind.SalesforceCreate, EffectKind.SalesforceIdentify, now);
            context.Flows.Suppression.LookAgain(state, now);
            context.Flows.Companies.Resume(state, now);
            MeetLinkedContacts(state, now);
        });
    }

    /// <summary>A use case that is new to this state file: Contacts that were linked before it are read once more.</summary>
    private void MeetLinkedContacts(StateTransaction state, long now)
    {
        if ((settings.OpportunityStages is not null && state.Cursors.Find(RowStream.Opportunity) is null) || (settings.Firmographics is not null && state.Cursors.Find(RowStream.Account) is null))
        {
            foreach (var contact in state.Links.Contacts())
            {
                context.Outgoing.Want(state, new Effect(EffectKind.SalesforceRead, Subject.Of(contact), Lane.Enrichment, new FieldBag()), now);
            }
        }
    }

    private void LookUpAgain(StateTransaction state, EffectKind create, EffectKind identify, long now)
    {
        foreach (var row in state.Outbox.All(create))
        {
            state.Outbox.Remove(create, row.Subject);
            context.Outgoing.Want(state, new Effect(identify, row.Subject, row.Lane, row.Fields), now);
        }
    }
}
