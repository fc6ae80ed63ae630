using System.Globalization;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.SalesforceSim.Org.Formulas;

/// <content>Dates and instants. Days are UTC.</content>
internal static partial class FormulaFunctions
{
    private static IEnumerable<FormulaFunction> Dates() =>
    [
        new("+days", "dn", null, (c, a) => Moved(a[0].Value(c), a[1].Number(c))),
        new("-days", "dn", null, (c, a) => Moved(a[0].Value(c), -a[1].Number(c))),
        new("-dates", "ds", FormulaType.Number, (c, a) => Difference(a[0].Value(c), a[1].Value(c))),
        new("TODAY", "", FormulaType.Date, (c, _) => DayOf(c.Stamp)),
        new("NOW", "", FormulaType.DateTime, (c, _) => c.Stamp),
        new("DATE", "nnn", FormulaType.Date, (c, a) => Date(a[0].Number(c), a[1].Number(c), a[2].Number(c))),
        new("DATEVALUE", "x", FormulaType.Date, (c, a) => a[0].Value(c) switch
        {
            long micros => DayOf(micros),
            DateOnly day => day,
            string text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
            _ => null,
        }),
        new("DATETIMEVALUE", "x", FormulaType.DateTime, (c, a) => a[0].Value(c) switch
        {
            long micros => micros,
            DateOnly day => StartOf(day),
            string text when DateTimeOffset.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) => Micros.From(instant),
            _ => null,
        }),
        new("YEAR", "d", FormulaType.Number, (c, a) => a[0].Value(c) is DateOnly day ? (double)day.Year : null),
        new("MONTH", "d", FormulaType.Number, (c, a) => a[0].Value(c) is DateOnly day ? (double)day.Month : null),
        new("DAY", "d", FormulaType.Number, (c, a) => a[0].Value(c) is DateOnly day ? (double)day.Day : null),
        new("WEEKDAY", "d", FormulaType.Number, (c, a) => a[0].Value(c) is DateOnly day ? (double)day.DayOfWeek + 1 : null),
        new("ADDMONTHS", "dn", null, (c, a) => AddMonths(a[0].Value(c), a[1].Number(c))),
    ];

    private static DateOnly DayOf(long micros) => DateOnly.FromDateTime(Micros.ToInstant(micros).UtcDateTime);

    private static long StartOf(DateOnly day) => Micros.From(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));

    private static object? Moved(object? from, double? days) => (from, days) switch
    {
        (DateOnly day, { } count) when day.DayNumber + count is >= 0 and <= 3_652_058 => day.AddDays((int)Math.Truncate(count)),
        (long micros, { } count) when Math.Abs(count) < 1_000_000 => micros + (long)(count * MicrosPerDay),
        _ => null,
    };

    private static object? Difference(object? left, object? right) => (left, right) switch
    {
        (DateOnly a, DateOnly b) => (double)(a.DayNumber - b.DayNumber),
        (long a, long b) => (a - b) / MicrosPerDay,
        _ => null,
    };

    private static DateOnly? Date(double? year, double? month, double? day) =>
        year is >= 1 and <= 9999 and var y && month is >= 1 and <= 12 and var m && day is >= 1 and var d && d <= DateTime.DaysInMonth((int)y, (int)m) ? new DateOnly((int)y, (int)m, (int)d) : null;

    private static object? AddMonths(object? from, double? months) => (from, months) switch
    {
        (DateOnly day, { } count) when Math.Abs(count) < 12_000 && day.Year + count / 12 is > 1 and < 9998 => day.AddMonths((int)count),
        (long micros, { } count) when Math.Abs(count) < 12_000 => Micros.From(Micros.ToInstant(micros).AddMonths((int)count)),
        _ => null,
    };
}
