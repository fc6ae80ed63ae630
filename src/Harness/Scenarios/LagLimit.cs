using System.Globalization;
using SfMarketo.Harness.Scenarios.Reading;

namespace SfMarketo.Harness.Scenarios;

/// <summary>A limit on a percentile of times, written as k6 does: "p(95) &lt;= 65s", or "max &lt; 5m".</summary>
/// <param name="Percent">Above 0; 100 is the greatest of all.</param>
/// <param name="Inclusive">The limit itself is good.</param>
/// <param name="Most">The limit.</param>
public sealed record LagLimit(double Percent, bool Inclusive, TimeSpan Most)
{
    /// <summary>"p(95)" or "max".</summary>
    public string Statistic => Percent == 100 ? "max" : string.Create(CultureInfo.InvariantCulture, $"p({Percent})");

    public bool Holds(TimeSpan actual) => Inclusive ? actual <= Most : actual < Most;

    public override string ToString() => $"{Statistic} {(Inclusive ? "<=" : "<")} {DurationText.Write(Most)}";
}
