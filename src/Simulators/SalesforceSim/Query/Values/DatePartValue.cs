using NodaTime;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Predicates;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Values;

/// <summary>A date function, such as <c>CALENDAR_YEAR(CreatedDate)</c> (SOQL Reference, "Date Functions").</summary>
/// <param name="function">Which one.</param>
/// <param name="inner">A date or a datetime.</param>
/// <param name="zone">Null for UTC; the user's zone with convertTimezone.</param>
/// <param name="fiscalStart">First month of the fiscal year, 1 to 12.</param>
/// <param name="at">Where it stands.</param>
internal sealed class DatePartValue(SoqlFunction function, BoundValue inner, DateTimeZone? zone, int fiscalStart, int at)
    : BoundValue(ResultFields.Of(Text(function, inner, zone), function == SoqlFunction.DayOnly ? SFieldType.Date : SFieldType.Int), at)
{
    public override object? Read(SRow row, QueryScope scope) => inner.Read(row, scope) switch
    {
        DateOnly date => Part(date.ToDateTime(TimeOnly.MinValue)),
        long micros when zone is null => Part(Micros.ToInstant(micros).UtcDateTime),
        long micros => Part(Instant.FromDateTimeOffset(Micros.ToInstant(micros)).InZone(zone).ToDateTimeUnspecified()),
        _ => null,
    };

    public override string ToString() => Text(function, inner, zone);

    private static string Text(SoqlFunction function, BoundValue inner, DateTimeZone? zone) => zone is null ? $"{function.Name()}({inner})" : $"{function.Name()}(convertTimezone({inner}))";

    private object Part(DateTime at) => function == SoqlFunction.DayOnly ? DateOnly.FromDateTime(at) : Boxes.Of(Number(at));

    private int Number(DateTime at) => function switch
    {
        SoqlFunction.CalendarMonth => at.Month,
        SoqlFunction.CalendarQuarter => (at.Month - 1) / 3 + 1,
        SoqlFunction.CalendarYear => at.Year,
        SoqlFunction.DayInMonth => at.Day,
        SoqlFunction.DayInWeek => (int)at.DayOfWeek + 1,
        SoqlFunction.DayInYear => at.DayOfYear,
        SoqlFunction.FiscalMonth => FiscalMonth(at),
        SoqlFunction.FiscalQuarter => (FiscalMonth(at) - 1) / 3 + 1,
        // The fiscal year is named after the year in which it ends, the vendor's default.
        SoqlFunction.FiscalYear => at.Year + (fiscalStart > 1 && at.Month >= fiscalStart ? 1 : 0),
        SoqlFunction.HourInDay => at.Hour,
        SoqlFunction.WeekInMonth => (at.Day - 1) / 7 + 1,
        _ => (at.DayOfYear - 1) / 7 + 1,
    };

    private int FiscalMonth(DateTime at) => (at.Month - fiscalStart + 12) % 12 + 1;
}
