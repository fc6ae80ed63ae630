namespace SfMarketo.Harness.Scenarios.Language;

internal static class ClockKeys
{
    public static MapShape Shape { get; } = new(
        "a clock",
        "When the run begins.",
        new("start", new ValueShape.Text("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$"), "The wall time at which the run begins, in quotes, such as \"2026-03-03T06:00:00\"."),
        new("zone", new ValueShape.Text(), "An IANA time zone, such as America/Chicago, where Marketo counts its days."));
}
