namespace SfMarketo.Harness.Scenarios.Language;

internal static class TimelineKeys
{
    public static MapShape Step { get; } = new(
        "a step",
        "Something that happens at one moment.",
        new("at", new ValueShape.Moment(), "When: \"t+10m\" after the start, or a time of day in the zone such as \"15:20\".", Required: true),
        new("do", new ValueShape.Word(EventWords.Timeline), "The event.", Required: true),
        new("as", new ValueShape.Text(), "Names the record that the event makes, for later steps and expectations."),
        new("who", new ValueShape.Text(), "The record it happens to, by the name an earlier step gave it; one that fits when left out."),
        new("with", new ValueShape.Open(new ValueShape.Scalar()), "Field values, in the words of the record's object; $name is the id of the record of that name."),
        new("count", new ValueShape.Count(1), "How many times, or of what size."));
}
