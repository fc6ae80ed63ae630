using System.Globalization;

namespace SfMarketo.MarketoSim.Options;

/// <summary>How long a paging token lives.</summary>
/// <param name="Hours">Whole hours; 0 for ever.</param>
public sealed record TokenLife(int Hours)
{
    public static TokenLife Unlimited { get; } = new(0);

    /// <summary>Reads <c>unlimited</c> or hours such as <c>24h</c>; null for anything else.</summary>
    public static TokenLife? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text == "unlimited" ? Unlimited
            : text.EndsWith('h') && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours is > 0 and <= 100_000 ? new TokenLife(hours)
            : null;
    }

    public override string ToString() => Hours == 0 ? "unlimited" : string.Create(CultureInfo.InvariantCulture, $"{Hours}h");
}
