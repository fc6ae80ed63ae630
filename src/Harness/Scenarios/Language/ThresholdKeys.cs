namespace SfMarketo.Harness.Scenarios.Language;

internal static class ThresholdKeys
{
    /// <summary>What may stand beside the metric.</summary>
    public static IReadOnlyList<KeyShape> Options { get; } =
    [
        new("between", new ValueShape.List(new ValueShape.Text("^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$")), "Only what began between these two times of day, such as [\"09:00\", \"17:00\"]."),
        new("from", new ValueShape.Moment(), "Only what began at this moment or later."),
        new("orNone", new ValueShape.Flag(), "True: it is good, too, if nothing was timed."),
        new("to", new ValueShape.Moment(), "Only what began before this moment."),
    ];

    public static MapShape Shape { get; } = new(
        "a threshold",
        "A limit on how long a flow takes; one metric each.",
        [.. LagMetrics.Names.Select(name => new KeyShape(name, new ValueShape.Text($"^(max|p\\([0-9.]+\\)) *<=? *{Forms.Time}$"), $"From a change to its arrival, of {name[4..]}: a percentile or max with a limit, such as \"p(95) <= 65s\".")), .. Options])
    {
        OneOf = [.. LagMetrics.Names.Select(name => new[] { name })],
    };
}
