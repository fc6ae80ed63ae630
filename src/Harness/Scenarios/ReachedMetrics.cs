namespace SfMarketo.Harness.Scenarios;

/// <summary>
/// The figures that <c>reached</c> may name, besides each vendor code (<c>marketo.606</c>, <c>salesforce.UNABLE_TO_LOCK_ROW</c>: calls that were answered with it),
/// <c>fault.ID</c> (calls that a fault hit) and <c>step.ID</c> (times that a step was done).
/// </summary>
public static class ReachedMetrics
{
    public const string Kills = "engine.kills";
    public const string Starts = "engine.starts";
    public const string BreakersOpened = "engine.breakersOpened";
    public const string QuotaResets = "marketo.quotaResets";
    public const string Lost = "network.lost";
    public const string Duplicated = "network.duplicated";
    public const string MarketoNeighbours = "marketo.neighbourCalls";
    public const string SalesforceNeighbours = "salesforce.neighbourCalls";

    /// <summary>Those that are counted while a run goes on, so that a step can wait for them.</summary>
    public static IReadOnlyList<string> Live { get; } =
    [
        "marketo.calls", "salesforce.calls", Kills, Starts, BreakersOpened, Lost, Duplicated, MarketoNeighbours, SalesforceNeighbours,
    ];

    /// <summary>The codes that most scenarios are about, for suggestions: any other is taken too.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "marketo.calls", "marketo.windowPeak", "marketo.inFlight", "marketo.601", "marketo.602", "marketo.606", "marketo.607", "marketo.608", "marketo.611",
        "marketo.615", "salesforce.calls", "salesforce.inFlight", "promotions", "mqls", "fieldChanges", "stageChanges", "suppressions", "tasks",
        "companyChanges", "consentChanges", "deadLetters", "marketo.patches", "marketo.seedMoves", "marketo.leadChangePolls",
        Kills, Starts, BreakersOpened, QuotaResets, Lost, Duplicated, MarketoNeighbours, SalesforceNeighbours,
    ];
}
