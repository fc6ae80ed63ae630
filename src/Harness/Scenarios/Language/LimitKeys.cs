namespace SfMarketo.Harness.Scenarios.Language;

internal static class LimitKeys
{
    private static readonly KeyShape[] MarketoRunning =
    [
        new("callsPerWindow", new ValueShape.Count(1, 100_000), "Calls in any window; 100 with the vendor."),
        new("windowSeconds", new ValueShape.Count(1, 3_600), "Length of the window in seconds; 20 with the vendor."),
        new("concurrentCalls", new ValueShape.Count(1, 1_000), "Calls at once; 10 with the vendor."),
        new("callsPerDay", new ValueShape.Count(1, 100_000_000), "Calls a day, counted from midnight in Chicago; 50,000 with the vendor."),
    ];

    private static readonly KeyShape[] SalesforceRunning =
    [
        new("requestsPerDay", new ValueShape.Count(1, 100_000_000), "Requests in any 24 hours."),
        new("concurrentLongRunning", new ValueShape.Count(0, 100_000), "Requests of 20 seconds and more at once."),
    ];

    private static readonly MapShape Marketo = new(
        "Marketo's limits", "Limits of the Marketo instance.", [.. MarketoRunning, new("callsSpentToday", new ValueShape.Count(0, 100_000_000), "What other clients have used of the day before the run begins.")]);

    private static readonly MapShape Salesforce = new(
        "Salesforce's limits",
        "Limits of the Salesforce org.",
        [SalesforceRunning[0], new("requestsSpent", new ValueShape.Count(0, 100_000_000), "What other clients have used before the run begins."), SalesforceRunning[1]]);

    public static MapShape Shape { get; } = Both(Marketo, Salesforce);

    /// <summary>What can change during a run: what was spent before it cannot.</summary>
    public static MapShape Running { get; } = Both(new("Marketo's limits", "New limits of the Marketo instance.", MarketoRunning), new("Salesforce's limits", "New limits of the Salesforce org.", SalesforceRunning));

    private static MapShape Both(MapShape marketo, MapShape salesforce) => new(
        "limits",
        "The vendors' limits, in the words of the control API.",
        new("marketo", new ValueShape.Nested(marketo), "Limits of the Marketo instance."),
        new("salesforce", new ValueShape.Nested(salesforce), "Limits of the Salesforce org."));
}
