using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>Starts campaigns and takes people through their flows, at once. Marketo does so seconds later; here the instant is the cause's, so that runs have one order.</summary>
internal sealed class CampaignRunner
{
    /// <summary>Campaigns that start one another for ever are stopped here.</summary>
    private const int MaxDepth = 25;

    private readonly MarketoInstance instance;
    private readonly FlowRunner flow;
    private readonly Queue<TriggerEvent> events = new();
    private readonly List<(MarketoCampaign Campaign, SmartList List)> triggered = [];
    private readonly Dictionary<int, (MarketoCampaign Campaign, SmartList List)> bound = [];
    private AssetCatalog? assets;
    private int version;
    private int depth;

    /// <exception cref="ArgumentException">A campaign or smart list names a field or value that people do not have.</exception>
    public CampaignRunner(MarketoInstance instance)
    {
        this.instance = instance;
        flow = new FlowRunner(instance);
        Bind();
        foreach (var list in instance.Assets.SmartLists)
        {
            _ = new SmartList(instance, list.Filters);
        }
    }

    /// <summary>Chains of campaigns that were cut off.</summary>
    public int StoppedChains { get; private set; }

    public void FieldChanged(int personId, PersonField field, object? value, bool scoreStep, in ChangeContext context) =>
        Raise(scoreStep ? TriggerKind.ScoreChanged : TriggerKind.DataValueChanged, personId, field.Number, value, false, context);

    public void StatusChanged(int personId, int programId, string status, in ChangeContext context) =>
        Raise(TriggerKind.StatusChanged, personId, programId, status, false, context);

    public void FormFilled(int personId, int formId, in ChangeContext context) => Raise(TriggerKind.FormFilled, personId, formId, null, false, context);

    public void EmailClicked(int personId, int emailId, string link, bool isBot, in ChangeContext context) =>
        Raise(TriggerKind.EmailClicked, personId, emailId, link, isBot, context);

    /// <summary>A flow step asks the person into a campaign.</summary>
    public void Requested(int personId, int campaignId, in ChangeContext context) =>
        events.Enqueue(new TriggerEvent(TriggerKind.Requested, personId, campaignId, null, false, context.Call, context.At, depth + 1));

    /// <summary>Runs what the events of this call or action have started.</summary>
    public void Settle()
    {
        while (events.TryDequeue(out var happened))
        {
            if (happened.Depth > MaxDepth)
            {
                StoppedChains++;
                continue;
            }

            depth = happened.Depth;
            if (happened.Kind == TriggerKind.Requested)
            {
                if (instance.Assets.FindCampaign(happened.Subject) is { } requested)
                {
                    Run(requested, happened.PersonId, happened.Call, happened.At);
                }

                continue;
            }

            Bind();
            foreach (var (campaign, list) in triggered)
            {
                if (list.Starts(happened) && instance.Store.People.FindLive(happened.PersonId) is { } row && list.Contains(row))
                {
                    Enter(campaign, row.Id, happened.Call, happened.At, FlowTokens.None);
                }
            }
        }

        depth = 0;
    }

    /// <summary>Takes one person through a campaign that was requested or run by hand, if its filters and its qualification rule let it in.</summary>
    public void Run(MarketoCampaign campaign, int personId, long call, long at, IReadOnlyDictionary<string, string>? tokens = null)
    {
        Bind();
        if (instance.Store.People.FindLive(personId) is { } row && bound[campaign.Id].List.Contains(row))
        {
            Enter(campaign, personId, call, at, tokens ?? FlowTokens.None);
        }
    }

    /// <summary>Puts the next run of a campaign's recurrence on the schedule, in the place of what was there.</summary>
    public void Recur(MarketoCampaign campaign, long after)
    {
        instance.Store.Schedules.RemoveRecurring(campaign.Id);
        if (campaign is { Type: MarketoCampaignType.Batch, Active: true, Recurrence: { } recurrence } && recurrence.After(after, instance.Options.ResetZone) is { } next)
        {
            instance.Store.Schedules.Add(new ScheduledRun(campaign.Id, next, 0) { Recurs = true });
        }
    }

    /// <summary>When the next batch campaign runs, wait step ends or program casts, microseconds; null for none.</summary>
    public long? NextAt
    {
        get
        {
            var (run, step) = (instance.Store.Schedules.NextAt, instance.Store.Flows.NextAt);
            return run is null || step < run ? step : run;
        }
    }

    /// <summary>Does what is due, each as of its own instant: runs of batch campaigns, ends of wait steps, casts of programs.</summary>
    public void RunDue(long now)
    {
        while (true)
        {
            var (schedules, flows) = (instance.Store.Schedules, instance.Store.Flows);
            if (schedules.NextAt is { } run && run <= now && !(flows.NextAt < run))
            {
                schedules.TryTake(now, out var taken);
                RunBatch(taken);
            }
            else if (flows.NextAt <= now)
            {
                Take(flows.TakeFirst());
            }
            else
            {
                return;
            }

            Settle();
        }
    }

    /// <summary>Finds the fields and values of the campaigns' smart lists and flows anew when the assets have changed.</summary>
    /// <exception cref="ArgumentException">A campaign names a field or value that people do not have.</exception>
    public void Bind()
    {
        var now = instance.Assets;
        if (ReferenceEquals(assets, now) && version == now.Campaigns.Version)
        {
            return;
        }

        triggered.Clear();
        foreach (var campaign in now.Campaigns)
        {
            if (!bound.TryGetValue(campaign.Id, out var known) || !ReferenceEquals(known.Campaign, campaign))
            {
                bound[campaign.Id] = known = (campaign, Check(campaign));
            }

            if (known.List.HasTriggers && campaign is { Active: true, Type: MarketoCampaignType.Trigger })
            {
                triggered.Add(known);
            }
        }

        (assets, version) = (now, now.Campaigns.Version);
    }

    /// <summary>A filter or flow step that names no field, or a value that it does not take, is a mistake at start, not in the middle of a run.</summary>
    /// <exception cref="ArgumentException">It does.</exception>
    public SmartList Check(MarketoCampaign campaign)
    {
        foreach (var step in campaign.FlowSteps.OfType<FlowStep.ChangeDataValue>())
        {
            if (step.Value is not string text || !text.Contains("{{", StringComparison.Ordinal))
            {
                _ = instance.Convert(step.Field, step.Value);
            }
        }

        return new SmartList(instance, campaign);
    }

    private void RunBatch(ScheduledRun run)
    {
        Bind();
        if (instance.Assets.FindCampaign(run.CampaignId) is not { } campaign)
        {
            return;
        }

        if (run.Recurs)
        {
            Recur(campaign, run.At);
        }

        var list = bound[campaign.Id].List;
        var people = instance.Store.People;
        for (var place = 0; list.HasFilters && place < people.Count; place++)
        {
            if (people.At(place) is { IsLive: true } row && list.Contains(row))
            {
                Enter(campaign, row.Id, run.Call, run.At, run.Tokens);
            }
        }
    }

    private void Take(DueStep step)
    {
        switch (step)
        {
            case DueStep.FlowGoesOn next:
                if (instance.Assets.FindCampaign(next.CampaignId) is { } campaign)
                {
                    flow.Run(campaign, next.PersonId, next.Step, next.Call, next.At, next.Tokens);
                }

                break;
            case DueStep.ProgramCast cast:
                instance.Nurture.Cast(cast.ProgramId, cast.At);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void Enter(MarketoCampaign campaign, int personId, long call, long at, IReadOnlyDictionary<string, string> tokens)
    {
        if (campaign.Qualification.Type != "any")
        {
            var last = instance.Store.Flows.EnteredAt(campaign.Id, personId);
            if (!campaign.Qualification.Allows(last is { } before ? Micros.ToInstant(before) : null, Micros.ToInstant(at)))
            {
                return;
            }

            instance.Store.Flows.Enter(campaign.Id, personId, at);
        }

        flow.Run(campaign, personId, 0, call, at, tokens);
    }

    private void Raise(TriggerKind kind, int personId, int subject, object? value, bool isBot, in ChangeContext context)
    {
        Bind();
        if (triggered.Count > 0)
        {
            events.Enqueue(new TriggerEvent(kind, personId, subject, value, isBot, context.Call, context.At, depth + 1));
        }
    }
}
