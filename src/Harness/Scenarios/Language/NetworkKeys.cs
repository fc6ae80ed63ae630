namespace SfMarketo.Harness.Scenarios.Language;

internal static class NetworkKeys
{
    private static readonly ValueShape Time = new ValueShape.Duration(ZeroAllowed: true);

    public static MapShape Uniform { get; } = new(
        "uniform", "Any time between the two, each as likely.", new("from", Time, "The shortest.", Required: true), new("to", Time, "The longest.", Required: true));

    public static MapShape Exponential { get; } = new("exponential", "Mostly short, now and then very long.", [new("mean", Time, "The mean.", Required: true)]);

    public static MapShape Distribution { get; } = new(
        "a distribution",
        "How times are spread.",
        new("p50", Time, "The median; goes with p99 (lognormal)."),
        new("p99", Time, "99 of 100 calls take at most this."),
        new("constant", Time, "Always the same."),
        new("uniform", new ValueShape.Nested(Uniform), "Any time between the two, each as likely."),
        new("exponential", new ValueShape.Nested(Exponential), "Mostly short, now and then very long."))
    {
        OneOf = [["p50", "p99"], ["constant"], ["uniform"], ["exponential"]],
    };

    public static MapShape Lost { get; } = new(
        "lost",
        "Shares of calls that are lost.",
        new("before", new ValueShape.Share(), "Share of calls that never arrive."),
        new("after", new ValueShape.Share(), "Share of calls that are executed and whose answer is lost."));

    public static MapShape Partition { get; } = new(
        "a partition",
        "A span in which nothing gets through, either way.",
        new("from", new ValueShape.Moment(), "When it begins.", Required: true),
        new("until", new ValueShape.Moment(), "When it ends.", Required: true));

    private static readonly ValueShape Spread = new ValueShape.Either(
        new ValueShape.Nested(Distribution), new ValueShape.Word([.. NetworkShape.Named.Select(one => new KnownWord(one.Name, $"A named latency: {one.Name}."))]));

    public static MapShape Path { get; } = new(
        "a path",
        "The way to one system.",
        new("latency", Spread, "Each way: before the call arrives and before the answer is there. A distribution or a name."),
        new("service", Spread, "How long the system works on a call, inside its limit of calls at once."),
        new("lost", new ValueShape.Nested(Lost), "Shares of calls that are lost before or after their effect."),
        new("duplicated", new ValueShape.Share(), "Share of requests that arrive twice."),
        new("partitions", new ValueShape.List(new ValueShape.Nested(Partition)), "Spans in which nothing gets through."));

    public static MapShape Shape { get; } = new(
        "a network",
        "How far away the systems are, how long they work on a call, and what is lost on the way.",
        new("marketo", new ValueShape.Nested(Path), "The way to Marketo."),
        new("salesforce", new ValueShape.Nested(Path), "The way to Salesforce."));
}
