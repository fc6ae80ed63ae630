namespace SfMarketo.Harness.Scenarios.Language;

internal static class NetworkKeys
{
    private static readonly MapShape Distribution = new(
        "a distribution",
        "Times around a median with a long tail (lognormal).",
        new("p50", new ValueShape.Duration(ZeroAllowed: true), "The median.", Required: true),
        new("p99", new ValueShape.Duration(ZeroAllowed: true), "99 of 100 calls take at most this.", Required: true));

    private static readonly MapShape Path = new(
        "a path",
        "The way to one system.",
        new("latency", new ValueShape.Nested(Distribution), "Each way: before the call arrives and before the answer is there."),
        new("service", new ValueShape.Nested(Distribution), "How long the system works on a call, inside its limit of calls at once."));

    public static MapShape Shape { get; } = new(
        "a network",
        "How far away the systems are and how long they work on a call.",
        new("marketo", new ValueShape.Nested(Path), "The way to Marketo."),
        new("salesforce", new ValueShape.Nested(Path), "The way to Salesforce."));
}
