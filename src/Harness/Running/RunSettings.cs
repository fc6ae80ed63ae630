using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Metrics;
using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Sync;
using SfMarketo.Sync.Flows.Firmographics;
using SfMarketo.Sync.Flows.OpportunityStages;
using SfMarketo.Sync.State;

namespace SfMarketo.Harness.Running;

/// <summary>Between the words of a scenario, of the engine, of the judges and of the report.</summary>
internal static class RunSettings
{
    public static SyncSettings Engine(Scenario scenario, string statePath)
    {
        var engine = scenario.Engine;
        var limits = scenario.Limits.Marketo;
        var defaults = new SyncSettings { Salesforce = EngineCredentials.SalesforceSettings, Marketo = EngineCredentials.MarketoSettings, StatePath = statePath };
        var pacing = defaults.Pacing;
        return defaults with
        {
            Durability = engine.IsDurable ? Durability.Full : Durability.Normal,
            Pacing = pacing with
            {
                Exclusive = engine.Exclusive ?? pacing.Exclusive,
                DailyCalls = limits.CallsPerDay ?? pacing.DailyCalls,
                WindowSeconds = limits.WindowSeconds ?? pacing.WindowSeconds,
            },
            MarketoRecordsPerCall = engine.RecordsPerCall ?? defaults.MarketoRecordsPerCall,
            SalesforcePoll = engine.SalesforcePoll ?? defaults.SalesforcePoll,
            MarketoPoll = engine.MarketoPoll ?? defaults.MarketoPoll,
            ActivityPoll = engine.MarketoPoll ?? defaults.ActivityPoll,
            LongestMarketoPoll = engine.MarketoPoll ?? defaults.LongestMarketoPoll,
            SalesforceOverlap = engine.SalesforceOverlap ?? defaults.SalesforceOverlap,
            MarketoRescan = engine.MarketoRescan ?? defaults.MarketoRescan,
            FlushAge = engine.FlushAge ?? defaults.FlushAge,
            Dialect = engine.SeedDialect ? Dialect.Seed : Dialect.Vendor,
            Marketo = defaults.Marketo with { RefreshTokenBefore = engine.RefreshTokenBefore ?? defaults.Marketo.RefreshTokenBefore },
            Firmographics = new FirmographicSettings(),
            OpportunityStages = Stages(engine),
        };
    }

    private static OpportunityStageSettings Stages(EngineOptions engine)
    {
        var defaults = new OpportunityStageSettings();
        return defaults with
        {
            ReengagementDelay = engine.ReengagementDelay ?? defaults.ReengagementDelay,
            SuppressBy = engine.SuppressByDelete ? SuppressBy.Delete : SuppressBy.List,
        };
    }

    public static CheckSettings Checks(Scenario scenario, World world)
    {
        var marketo = world.Marketo.Options;
        var engine = Engine(scenario, "");
        var usual = Engine(scenario with { Engine = new EngineOptions() }, "");
        var stages = engine.OpportunityStages!;
        var (fewest, most) = DeadLetters(scenario);
        return new CheckSettings
        {
            MarketoClient = EngineCredentials.MarketoClientId,
            SalesforceClient = EngineCredentials.Username,
            CallsPerWindow = marketo.CallsPerWindow,
            Window = TimeSpan.FromSeconds(marketo.WindowSeconds),
            ConcurrentCalls = marketo.ConcurrentCalls,
            CallsPerDay = marketo.CallsPerDay,
            CallsSpentToday = marketo.CallsSpentToday,
            QuotaZone = marketo.QuotaResetZone,
            TokenLifetime = TimeSpan.FromSeconds(marketo.TokenLifetime),
            SessionTimeout = world.Salesforce.Options.SessionTimeout,
            Quiet = ScenarioPlay.Quiet,
            ReengagementDelay = stages.ReengagementDelay,
            SuppressByDelete = stages.SuppressBy == SuppressBy.Delete,
            SuppressionList = stages.SuppressionList,
            AcquisitionPrograms = stages.AcquisitionPrograms,
            CustomerTrack = stages.CustomerTrack!.Program,
            LostTrack = stages.LostTrack!.Program,
            TasksPerDay = engine.Engagement!.TasksPerPersonAndDay,
            UnlinkedKept = engine.Engagement.UnlinkedKept,
            OwnersKept = engine.Engagement.OwnersKept,
            AssignsLeads = scenario.Org.Assignment is not null,
            IdleMarketoCalls = Idle(engine.Dialect == Dialect.Seed ? 7_500 : 5_200, usual.LongestMarketoPoll, engine.LongestMarketoPoll),
            IdleSalesforceCalls = Idle(8_640, usual.SalesforcePoll, engine.SalesforcePoll),
            ConsentCampaigns = engine.OptInCampaigns,
            LosesCalls = Loses(scenario.Network.Marketo) || Loses(scenario.Network.Salesforce),
            OldestState = scenario.Timeline.Select(step => step.Action).OfType<SystemAction.Kill>().Where(kill => kill.State == KeptState.Older).Select(kill => kill.Age).DefaultIfEmpty().Max(),
            FewestDeadLetters = fewest,
            MostDeadLetters = most,
        };
    }

    /// <summary>What an idle day may cost where the scenario asks for shorter polls than the defaults. Reading people by updatedAt, as the seed's dialect does, takes one stream more: Adobe's 7,500 (engine.md R20).</summary>
    private static int Idle(int calls, TimeSpan usual, TimeSpan poll) => poll >= usual ? calls : (int)Math.Ceiling(calls * (usual / poll));

    private static bool Loses(NetworkShape.Path path) => path.LostBefore + path.LostAfter > 0 || path.Partitions.Count > 0;

    /// <summary>How many dead letters the scenario expects: what is not said is none.</summary>
    private static (long Fewest, long Most) DeadLetters(Scenario scenario)
    {
        var (fewest, most) = (0L, long.MaxValue);
        var said = scenario.Expect.OfType<Expectation.DeadLetters>().Select(expectation => expectation.Is).ToList();
        foreach (var comparison in said)
        {
            var value = (long)comparison.Value;
            (fewest, most) = comparison.Operator switch
            {
                ">=" => (Math.Max(fewest, value), most),
                ">" => (Math.Max(fewest, value + 1), most),
                "<=" => (fewest, Math.Min(most, value)),
                "<" => (fewest, Math.Min(most, value - 1)),
                "!=" => (fewest, most),
                _ => (value, value),
            };
        }

        return said.Count == 0 ? (0, 0) : (fewest, most);
    }

    public static RunFigures Figures(RunMetrics metrics, World world, SyncStatus status) => new()
    {
        MarketoCalls = metrics.MarketoCalls,
        SalesforceCalls = metrics.SalesforceCalls,
        MarketoWindowPeak = metrics.MarketoWindowPeak,
        MarketoWindowLimit = world.Marketo.Options.CallsPerWindow,
        MarketoInFlightPeak = metrics.MarketoInFlightPeak,
        MarketoInFlightLimit = world.Marketo.Options.ConcurrentCalls,
        SalesforceInFlightPeak = metrics.SalesforceInFlightPeak,
        MarketoQuotaUsed = metrics.MarketoQuotaUsed,
        MarketoQuotaLimit = world.Marketo.Options.CallsPerDay,
        SalesforceQuotaUsed = world.Salesforce.RequestsUsed,
        SalesforceQuotaLimit = world.Salesforce.RequestsLimit,
        Refusals = [.. metrics.Codes.Select(code => (code.System, code.Code, code.Count))],
        Calls = [.. metrics.Calls.Select(call => new EndpointCalls(call.System, call.Method, call.Path, call.Count))],
        Lag = [.. metrics.Flows.Select(flow => new FlowLag(flow.Flow, flow.Count, flow.P50, flow.P95, flow.Max))],
        Lost = metrics.Lost,
        Doubled = metrics.Doubled,
        DeadLetters = (int)status.DeadLetters,
    };
}
