using System.Globalization;
using NodaTime;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Predicates;

namespace SfMarketo.SalesforceSim.Query.Values;

/// <summary><c>FORMAT(Amount)</c>: the text that a user of the locale en_US sees (SOQL Reference, "FORMAT()").</summary>
/// <param name="inner">A number, an amount, a date or a datetime; other values stay.</param>
/// <param name="zone">The calling user's.</param>
/// <param name="at">Where it stands.</param>
internal sealed class FormattedValue(BoundValue inner, DateTimeZone zone, int at) : BoundValue(ResultFields.Of(inner.Field!.Name, SFieldType.String), at)
{
    private readonly SFieldType type = inner.Field!.Type;
    private readonly string digits = "N" + inner.Field!.Scale.ToString(CultureInfo.InvariantCulture);

    public override object? Read(SRow row, QueryScope scope) => inner.Read(row, scope) switch
    {
        double number when type == SFieldType.Currency => (number < 0 ? "-$" : "$") + Math.Abs(number).ToString(digits, CultureInfo.InvariantCulture),
        double number when type == SFieldType.Percent => number.ToString(digits, CultureInfo.InvariantCulture) + "%",
        double number => number.ToString(digits, CultureInfo.InvariantCulture),
        int number => number.ToString("N0", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("M/d/yyyy", CultureInfo.InvariantCulture),
        long micros => Instant.FromDateTimeOffset(Micros.ToInstant(micros)).InZone(zone).ToDateTimeUnspecified().ToString("M/d/yyyy, h:mm tt", CultureInfo.InvariantCulture),
        var other => other,
    };

    public override string ToString() => $"FORMAT({inner})";
}
