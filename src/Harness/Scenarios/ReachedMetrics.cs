namespace SfMarketo.Harness.Scenarios;

/// <summary>The figures that <c>reached</c> may name. Refusals are counted by the vendor's code.</summary>
public static class ReachedMetrics
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "marketo.calls", "marketo.windowPeak", "marketo.inFlight", "marketo.601", "marketo.602", "marketo.606", "marketo.607", "marketo.608", "marketo.611",
        "marketo.615", "salesforce.calls", "salesforce.inFlight", "promotions", "mqls", "fieldChanges", "stageChanges", "suppressions", "tasks",
        "companyChanges", "consentChanges", "deadLetters", "marketo.patches", "marketo.seedMoves", "marketo.leadChangePolls",
    ];
}
