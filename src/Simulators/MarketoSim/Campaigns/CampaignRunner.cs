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
    private readonly Dictionary<int, SmartList> lists = [];
    private int depth;

    /// <exception cref="ArgumentException">A campaign names a field or value that people do not have.</exception>
    public CampaignRunner(MarketoInstance instance)
    {
        this.instance = instance;
        flow = new FlowRunner(instance);
        foreach (var campaign in instance.Assets.Campaigns)
        {
            var list = new SmartList(instance, campaign);
            lists.Add(campaign.Id, list);
            if (list.HasTriggers && campaign is { Active: true, Type: MarketoCampaignType.Trigger })
            {
                triggered.Add((campaign, list));
            }

            foreach (var step in campaign.FlowSteps.OfType<FlowStep.ChangeDataValue>())
            {
                // A flow step that names no field is a mistake at start, not in the middle of a run.
                _ = instance.Convert(step.Field, step.Value);
            }
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
            foreach (var (campaign, list) in triggered)
            {
                if (list.Starts(happened) && instance.Store.People.FindLive(happened.PersonId) is { } row && list.Contains(row))
                {
                    flow.Run(campaign, happened.PersonId, happened.Call, happened.At);
                }
            }
        }

        depth = 0;
    }

    /// <summary>Takes one person through a campaign that was requested or run by hand, if its filters let it in.</summary>
    public void Run(MarketoCampaign campaign, int personId, long call, long at)
    {
        if (instance.Store.People.FindLive(personId) is { } row && lists[campaign.Id].Contains(row))
        {
            flow.Run(campaign, personId, call, at);
        }
    }

    /// <summary>When the next scheduled campaign runs, microseconds; null for none.</summary>
    public long? NextAt => instance.Store.Schedules.NextAt;

    /// <summary>Runs the batch campaigns whose time has come, each as of its own instant.</summary>
    public void RunDue(long now)
    {
        while (instance.Store.Schedules.TryTake(now, out var run))
        {
            var campaign = instance.Assets.FindCampaign(run.CampaignId)!;
            var list = lists[campaign.Id];
            var people = instance.Store.People;
            for (var place = 0; list.HasFilters && place < people.Count; place++)
            {
                if (people.At(place) is { IsLive: true } row && list.Contains(row))
                {
                    flow.Run(campaign, row.Id, run.Call, run.At);
                }
            }

            Settle();
        }
    }

    private void Raise(TriggerKind kind, int personId, int subject, object? value, bool isBot, in ChangeContext context)
    {
        if (triggered.Count > 0)
        {
            events.Enqueue(new TriggerEvent(kind, personId, subject, value, isBot, context.Call, context.At, depth + 1));
        }
    }
}
