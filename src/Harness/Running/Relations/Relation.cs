using SfMarketo.Harness.Scenarios;
using SfMarketo.Sync;

namespace SfMarketo.Harness.Running.Relations;

/// <summary>A change of a run that must not change its end.</summary>
/// <param name="Id">As in shared/reference/engine.md section 3: M1, M3, ...</param>
/// <param name="Title">What must hold.</param>
/// <param name="Change">The scenario that is played for comparison.</param>
public sealed record Relation(string Id, string Title, Func<Scenario, Scenario> Change)
{
    private static readonly SyncSettings Defaults = new() { Salesforce = EngineCredentials.SalesforceSettings, Marketo = EngineCredentials.MarketoSettings, StatePath = "" };

    /// <summary>True: other latencies and losses are drawn, so that answers and deliveries come in another order.</summary>
    public bool OtherNetwork { get; init; }

    /// <summary>True: when the people have gone, all Leads and Contacts are saved once more without a change.</summary>
    public bool Touches { get; init; }

    /// <summary>In the order of their results.</summary>
    public static IReadOnlyList<Relation> All { get; } =
    [
        new("M1", "Writes that wait twice as long change the lag, not the end", static scenario => scenario with { Engine = scenario.Engine with { FlushAge = 2 * (scenario.Engine.FlushAge ?? Defaults.FlushAge) } }),
        new("M3", "A save of all Leads and Contacts that changes nothing is read and causes no write", static scenario => scenario) { Touches = true },
        new("M5", "How often which system is asked changes nothing at the end", static scenario => scenario with
        {
            Engine = scenario.Engine with { SalesforcePoll = scenario.Engine.MarketoPoll ?? Defaults.MarketoPoll, MarketoPoll = scenario.Engine.SalesforcePoll ?? Defaults.SalesforcePoll },
        }),
        new("M6", "Half the day's calls lose nothing, they only delay", static scenario => scenario with { Limits = Halved(scenario.Limits) }),
        new("Q3", "Another order of answers and deliveries gives the same end", static scenario => scenario) { OtherNetwork = true },
    ];

    public static Relation Of(string id) => All.First(relation => relation.Id == id);

    private static ScenarioLimits Halved(ScenarioLimits limits)
    {
        var calls = (limits.Marketo.CallsPerDay ?? Defaults.Pacing.DailyCalls) / 2;
        return limits with { Marketo = limits.Marketo with { CallsPerDay = calls, CallsSpentToday = limits.Marketo.CallsSpentToday is { } spent ? Math.Min(spent, calls) : null } };
    }
}
