using System.Globalization;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>The words of load shapes: a rate, a length, and between them "for", "to" and "over".</summary>
internal static class ShapeText
{
    public static string Example(string kind) => kind switch
    {
        "inject" => "inject: 20/min for 10m",
        "ramping_inject" => "ramping_inject: 20/min to 200/min over 15m",
        "inject_random" => "inject_random: 40..120/min for 10m",
        "pause" => "pause: 30m",
        "keep_constant" => "keep_constant: 5 every 30s for 10m",
        _ => "day_curve: 1500/day",
    };

    /// <summary>Null when the text is no such shape. The rest of the run is how long a day curve without a length lasts.</summary>
    public static LoadSegment? Parse(string kind, string text, TimeSpan rest)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (kind, words) switch
        {
            ("inject", [var rate, "for", var length]) when Rate(rate) is { } steady && Length(length) is { } time => new LoadSegment.Inject(steady, time),
            ("ramping_inject", [var low, "to", var high, "over", var length]) when Rate(low) is { } from && Rate(high) is { } to && Length(length) is { } time =>
                new LoadSegment.RampingInject(from, to, time),
            ("inject_random", [var range, "for", var length]) when Range(range) is { } both && Length(length) is { } time => new LoadSegment.InjectRandom(both.Low, both.High, time),
            ("pause", [var length]) when Length(length) is { } time => new LoadSegment.Pause(time),
            ("keep_constant", [var number, "every", var pause, "for", var length]) when People(number) is { } people && Length(pause) is { } every && Length(length) is { } time =>
                new LoadSegment.KeepConstant(people, every, time),
            ("day_curve", [var rate]) when PerDay(rate) is { } daily && rest > TimeSpan.Zero => new LoadSegment.DayCurve(daily, rest),
            ("day_curve", [var rate, "for", var length]) when PerDay(rate) is { } daily && Length(length) is { } time => new LoadSegment.DayCurve(daily, time),
            _ => null,
        };
    }

    private static TimeSpan? Length(string text) => DurationText.TryParse(text, out var length) && length > TimeSpan.Zero ? length : null;

    private static int? People(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 10_000 ? number : null;

    private static double? PerDay(string text) => text.EndsWith("/day", StringComparison.Ordinal) && DurationText.TryNumber(text[..^4], out var number) ? number : null;

    private static double? Rate(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && DurationText.TryNumber(text[..slash], out var number) && DurationText.TryUnit(text[(slash + 1)..], out var unit)
            ? number / unit.TotalSeconds
            : null;
    }

    private static (double Low, double High)? Range(string text)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return dots > 0 && slash > dots && Rate(text[..dots] + text[slash..]) is { } low && Rate(text[(dots + 2)..]) is { } high && low <= high ? (low, high) : null;
    }
}
