using System.Globalization;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Sources;

/// <summary>A span of last-change times to ask for: both ends belong to it. Microseconds.</summary>
/// <param name="From">The earliest.</param>
/// <param name="To">The latest; null: whatever follows.</param>
internal readonly record struct ChangeRange(long From, long? To)
{
    /// <summary>The finest step of a time on the wire.</summary>
    private const long Step = 1_000;

    // An open range reaches past our clock, should Marketo's be ahead.
    private const long LeastOpenSpan = 60_000_000;

    /// <summary>As the filter takes it: <c>from,to</c>, or <c>from</c> alone.</summary>
    public IReadOnlyList<string> Values => To is { } to ? [Text(From), Text(to)] : [Text(From)];

    /// <summary>The two halves, which share the instant between them; null when the range is no longer than one step.</summary>
    public (ChangeRange Earlier, ChangeRange Later)? Split(long now)
    {
        var span = To is { } to ? to - From : Math.Max(now - From, LeastOpenSpan);
        if (span <= Step)
        {
            return null;
        }

        var middle = From + (span / 2 / Step * Step);
        middle = middle == From ? From + Step : middle;
        return (new ChangeRange(From, middle), new ChangeRange(middle, To));
    }

    private static string Text(long at) => Micros.ToInstant(at).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
