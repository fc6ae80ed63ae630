namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>How often one person may run through a campaign's flow.</summary>
/// <param name="Type"><c>any</c>, <c>once</c> or <c>interval</c>.</param>
/// <param name="Interval">Of <c>interval</c>: how many units must have passed.</param>
/// <param name="Unit">Of <c>interval</c>: hour, day, week or month.</param>
public sealed record QualificationRule(string Type, int Interval = 0, string Unit = "")
{
    public static QualificationRule EveryTime { get; } = new("any");

    public static QualificationRule Once { get; } = new("once");

    /// <summary>Once in so many hours, days, weeks or months.</summary>
    public static QualificationRule Every(int interval, string unit) => new("interval", interval, unit);

    /// <summary>Whether a person who entered at one instant may enter at another.</summary>
    public bool Allows(DateTimeOffset? last, DateTimeOffset now) => Type switch
    {
        "any" => true,
        _ when last is null => true,
        "interval" => now >= Next(last.Value),
        _ => false,
    };

    private DateTimeOffset Next(DateTimeOffset last) => Unit switch
    {
        "hour" => last.AddHours(Interval),
        "week" => last.AddDays(7 * Interval),
        "month" => last.AddMonths(Interval),
        _ => last.AddDays(Interval),
    };
}
