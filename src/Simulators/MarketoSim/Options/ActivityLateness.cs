using System.Globalization;

namespace SfMarketo.MarketoSim.Options;

/// <summary>How late the activity feeds see rows, by activity type.</summary>
public sealed class ActivityLateness
{
    private readonly SortedDictionary<int, int> secondsByType;

    private ActivityLateness(SortedDictionary<int, int> secondsByType) => this.secondsByType = secondsByType;

    public static ActivityLateness Off { get; } = new([]);

    /// <summary>Reads <c>off</c>, or type and seconds such as <c>6:120,10:30</c>; null for anything else.</summary>
    public static ActivityLateness? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == "off")
        {
            return Off;
        }

        var read = new SortedDictionary<int, int>();
        foreach (var part in text.Split(','))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || !TryRead(part.AsSpan(0, colon), out var type) || !TryRead(part.AsSpan(colon + 1), out var seconds) || !read.TryAdd(type, seconds))
            {
                return null;
            }
        }

        return new ActivityLateness(read);
    }

    /// <summary>Whether a row is not seen yet.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="at">Its date, microseconds since 1970 UTC.</param>
    /// <param name="now">The same.</param>
    public bool Hides(int type, long at, long now) => secondsByType.Count > 0 && secondsByType.TryGetValue(type, out var seconds) && at + seconds * 1_000_000L > now;

    public override string ToString() =>
        secondsByType.Count == 0 ? "off" : string.Join(',', secondsByType.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}:{pair.Value}")));

    private static bool TryRead(ReadOnlySpan<char> text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
