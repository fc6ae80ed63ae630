namespace SfMarketo.Harness.Scenarios.Language;

internal static class LimitKeys
{
    private static readonly MapShape Marketo = new(
        "Marketo's limits",
        "Limits of the Marketo instance.",
        new("callsPerWindow", new ValueShape.Count(1, 100_000), "Calls in any window; 100 with the vendor."),
        new("windowSeconds", new ValueShape.Count(1, 3_600), "Length of the window in seconds; 20 with the vendor."),
        new("concurrentCalls", new ValueShape.Count(1, 1_000), "Calls at once; 10 with the vendor."),
        new("callsPerDay", new ValueShape.Count(1, 100_000_000), "Calls a day, counted from midnight in Chicago; 50,000 with the vendor."),
        new("callsSpentToday", new ValueShape.Count(0, 100_000_000), "What other clients have used of the day before the run begins."));

    private static readonly MapShape Salesforce = new(
        "Salesforce's limits",
        "Limits of the Salesforce org.",
        new("requestsPerDay", new ValueShape.Count(1, 100_000_000), "Requests in any 24 hours."),
        new("requestsSpent", new ValueShape.Count(0, 100_000_000), "What other clients have used before the run begins."));

    public static MapShape Shape { get; } = new(
        "limits",
        "The vendors' limits, in the words of the control API.",
        new("marketo", new ValueShape.Nested(Marketo), "Limits of the Marketo instance."),
        new("salesforce", new ValueShape.Nested(Salesforce), "Limits of the Salesforce org."));
}
