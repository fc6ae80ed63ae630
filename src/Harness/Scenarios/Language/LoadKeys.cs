namespace SfMarketo.Harness.Scenarios.Language;

internal static class LoadKeys
{
    public static MapShape Part { get; } = new(
        "a part of a shape",
        "A stretch of the shape; the parts follow one another.",
        new("inject", new ValueShape.Text($"^{Forms.Rate} +for +{Forms.Time}$"), "One rate all the time, such as 20/min for 10m."),
        new("ramping_inject", new ValueShape.Text($"^{Forms.Rate} +to +{Forms.Rate} +over +{Forms.Time}$"), "A rate that moves in a straight line, such as 20/min to 200/min over 15m."),
        new("inject_random", new ValueShape.Text($"^{Forms.Number}\\.\\.{Forms.Rate} +for +{Forms.Time}$"), "A new rate each minute, drawn between the two, such as 40..120/min for 10m."),
        new("pause", new ValueShape.Text($"^{Forms.Time}$"), "Nothing for a while, such as 30m."),
        new("day_curve", new ValueShape.Text($"^{Forms.Number}/day( +for +{Forms.Time})?$"), "An office day in the scenario's zone: quiet nights, peaks at ten and two, such as 1500/day."),
        new("keep_constant", new ValueShape.Text($"^[0-9]+ +every +{Forms.Time} +for +{Forms.Time}$"), "So many people at work: each does the event, pauses a drawn time of this mean, does it again, such as 5 every 30s for 10m."));

    public static MapShape Shape { get; } = new(
        "a load",
        "One kind of event, at random moments.",
        new("name", new ValueShape.Text(), "Names it in the report.", Required: true),
        new("does", new ValueShape.Word(EventWords.Load), "The event.", Required: true),
        new("shape", new ValueShape.List(new ValueShape.Nested(Part)), "How often, such as [inject: 20/min for 10m].", Required: true));
}
