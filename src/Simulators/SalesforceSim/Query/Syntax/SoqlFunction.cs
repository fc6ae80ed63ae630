namespace SfMarketo.SalesforceSim.Query.Syntax;

/// <summary>Functions over one term (SOQL Reference, "SOQL SELECT Functions").</summary>
internal enum SoqlFunction : byte
{
    Count,
    CountDistinct,
    Sum,
    Avg,
    Min,
    Max,
    Grouping,
    ToLabel,
    Format,
    ConvertCurrency,
    ConvertTimezone,
    CalendarMonth,
    CalendarQuarter,
    CalendarYear,
    DayInMonth,
    DayInWeek,
    DayInYear,
    DayOnly,
    FiscalMonth,
    FiscalQuarter,
    FiscalYear,
    HourInDay,
    WeekInMonth,
    WeekInYear,
}
